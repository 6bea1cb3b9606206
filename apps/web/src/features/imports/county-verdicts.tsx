import type { CountyVerdicts as CountyCounts } from '@rasad/contracts/imports'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useLanguage, useText } from '../../shared/language.ts'
import { countiesQuery, namesByCode } from '../../shared/places.ts'
import { EVERY_ROW, type ReportSearch } from './imports-search.ts'
import { REPORT_TEXT } from './report-text.ts'
import { VerdictTable } from './verdict-table.tsx'

type CountyVerdictsProps = {
  counties: readonly CountyCounts[]
  province: string
  ask: (part: ReportSearch) => void
}

/** How the rows of each county were judged; each number leads to its rows. */
export function CountyVerdicts({ counties, province, ask }: CountyVerdictsProps) {
  const text = useText(REPORT_TEXT)
  const nameOf = namesByCode(useLanguage(), useSuspenseQuery(countiesQuery(province)).data.counties)
  return (
    <VerdictTable
      label={text.byCounty}
      about={text.byCountyAbout}
      head={text.county}
      lines={counties.map(({ county, ...counts }) => ({
        ...counts,
        code: county,
        name: county === null ? text.noCounty : nameOf(county),
      }))}
      onRows={({ code }, verdict) => ask({ ...EVERY_ROW, view: 'rows', verdict, county: code ?? 'none' })}
    />
  )
}
