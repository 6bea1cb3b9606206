import type { ImportOutcome, ImportRun } from '@rasad/contracts/imports'
import { inOrderOfNames } from '@rasad/domain/persian/name-order'
import { VERDICT_TEXT } from '@rasad/domain/imports/verdict-text'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useFormat } from '../../shared/fa.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { countiesQuery, namesByCode } from '../../shared/places.ts'
import { FOUND_BY_LABEL } from '../../shared/ui/found-by-label.ts'
import { EVERY_ROW, isNarrowed, type RowsSearch } from './imports-search.ts'
import { CHECKED_NOTE_TEXT } from './note-text.ts'
import { REPORT_TEXT } from './report-text.ts'
import type { Asking } from './report.tsx'

// Behind every name, in both languages.
const LAST = '\u{10FFFD}'

type RowFiltersProps = {
  run: ImportRun & { outcome: ImportOutcome }
  search: RowsSearch
  ask: Asking['ask']
}

/** Which rows of a list that was checked are shown: by county, only the mended ones, and what else narrows them. */
export function RowFilters({ run, search, ask }: RowFiltersProps) {
  const text = useText(REPORT_TEXT)
  const verdicts = useText(VERDICT_TEXT)
  const notes = useText(CHECKED_NOTE_TEXT)
  const { count } = useFormat()
  const language = useLanguage()
  const nameOf = namesByCode(language, useSuspenseQuery(countiesQuery(run.province)).data.counties)
  const { verdict = 'all', note, county, mended } = search
  return (
    <div className="row-filters no-print" role="group" aria-label={text.filters}>
      <Select
        aria-label={text.county}
        className="filter"
        showSearch={FOUND_BY_LABEL}
        value={county ?? ''}
        options={[
          { value: '', label: text.allCounties },
          ...inOrderOfNames(language, run.outcome.counties, ({ county: code }) =>
            code === null ? LAST : nameOf(code),
          ).map((one) => ({
            value: one.county ?? 'none',
            label: one.county === null ? text.noCounty : nameOf(one.county),
          })),
        ]}
        onChange={(chosen) => ask({ verdict, county: chosen === '' ? undefined : chosen })}
      />
      {(run.mended > 0 || mended === true) && (
        <Button
          aria-pressed={mended === true}
          type={mended === true ? 'primary' : 'default'}
          onClick={() =>
            ask(mended === true ? EVERY_ROW : { ...EVERY_ROW, verdict: undefined, mended: true })
          }
        >
          {`${text.mendedOnly} · ${count(run.mended)}`}
        </Button>
      )}
      {verdict !== 'all' && <span className="narrowed">{verdicts[verdict]}</span>}
      {note !== undefined && <span className="narrowed">{notes[note]}</span>}
      {isNarrowed(search) && (
        <Button type="link" onClick={() => ask(EVERY_ROW)}>
          {text.showAll}
        </Button>
      )}
    </div>
  )
}
