import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useText } from '../../shared/language.ts'
import { useLanguage } from '../../shared/language.ts'
import { agenciesQuery, countiesQuery, namesByCode } from '../../shared/places.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { PageHead } from '../../shared/ui/page-head.tsx'
import { BreakdownChart } from './breakdown-chart.tsx'
import { BreakdownTable } from './breakdown-table.tsx'
import { FiguresControls } from './figures-controls.tsx'
import { figuresQuery, type FiguresQuestion } from './figures-query.ts'
import { FIGURES_TEXT } from './figures-text.ts'
import { ThreeTruths } from './three-truths.tsx'
import './figures.css'

/** The breakdown of a province's figures by county or by agency, now or at the end of a day. */
export function FiguresPage() {
  const text = useText(FIGURES_TEXT)
  const { province, period, ...search } = useSearch({ from: '/figures' })
  return (
    <>
      <PageHead title={text.title} about={text.about} actions={<FiguresControls />} />
      {province === undefined || period === undefined ? (
        <EmptyState title={text.noPeriod} about={text.noPeriodWhy} />
      ) : (
        <Breakdown {...search} province={province} period={period} />
      )}
    </>
  )
}

function Breakdown(question: FiguresQuestion) {
  const text = useText(FIGURES_TEXT)
  const language = useLanguage()
  const { data: figures } = useSuspenseQuery(figuresQuery(question))
  const { counties } = useSuspenseQuery(countiesQuery(question.province)).data
  const { agencies } = useSuspenseQuery(agenciesQuery).data
  const by = question.by ?? 'county'
  const nameOfRow = namesByCode(language, by === 'county' ? counties : agencies)
  if (figures.rows.length === 0) return <EmptyState title={text.empty} about={text.emptyWhy} />
  const rows = figures.rows.map((row) => ({ ...row, key: row[by] ?? '', name: nameOfRow(row[by] ?? '') }))
  return (
    <div className="figures">
      <ThreeTruths figures={figures} />
      <BreakdownTable by={by} figures={figures} rows={rows} />
      <BreakdownChart by={by} rows={rows} />
    </div>
  )
}
