import { standingsOf } from '@rasad/domain/figures/ranking'
import { useQueries, useSuspenseQuery } from '@tanstack/react-query'
import { useFormat } from '../../shared/fa.ts'
import { valueNames } from '../../shared/figure-queries.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { BreakdownChart } from './breakdown-chart.tsx'
import { sortedRows, type BreakdownRow } from './breakdown-rows.ts'
import { BreakdownTable } from './breakdown-table.tsx'
import { isRanked, SPECIAL_PARTS, type Column } from './columns.ts'
import { rowsQuery, specialQuery } from './figures-query.ts'
import type { FiguresQuestion } from './figures-search.ts'
import { CUT_TEXT, FIGURES_TEXT } from './figures-text.ts'
import { MomentLine } from './moment-line.tsx'

type PlainBreakdownProps = {
  question: FiguresQuestion
  names: Parameters<typeof valueNames>[1]
  columns: readonly Column[]
  onSort: (sort: string | undefined) => void
}

/** The breakdown by one dimension: the table, and its first rows drawn. */
export function PlainBreakdown({ question, names, columns, onSort }: PlainBreakdownProps) {
  const text = useText(FIGURES_TEXT)
  const cuts = useText(CUT_TEXT)
  const language = useLanguage()
  const { digits } = useFormat()
  const by = question.by === 'matrix' ? 'county' : (question.by ?? 'county')
  const { data: figures } = useSuspenseQuery(rowsQuery(question))
  const parts = usePartCounts(question, columns)
  const nameOf = valueNames(language, names)
  const standings = isRanked(by) ? standingsOf(figures.rows) : []
  const rows: BreakdownRow[] = figures.rows.map((row, index) => {
    const key = row[by] ?? ''
    return {
      ...row,
      key,
      name: nameOf(by, key),
      standing: standings[index] ?? null,
      parts: Object.fromEntries(
        parts.flatMap(({ part, answer }) => {
          if (answer === undefined) return []
          const own = answer?.rows.find((one) => one[by] === key)
          return [[part, own?.registered ?? 0]]
        }),
      ),
    }
  })
  const totalParts = Object.fromEntries(
    parts.flatMap(({ part, answer }) =>
      answer === undefined ? [] : [[part, answer?.total.registered ?? 0]],
    ),
  )
  const sorted = sortedRows(rows, question.sort)
  return (
    <>
      <BreakdownTable
        question={question}
        caption={
          <>
            {digits(`${text.chart} · ${cuts[by]}`)}
            <MomentLine figures={figures} />
          </>
        }
        columns={columns}
        rows={sorted}
        total={figures.total}
        totalParts={totalParts}
        onSort={onSort}
      />
      <BreakdownChart by={by} rows={sorted} />
    </>
  )
}

/** The registered jobs of the special parts that are shown; null where the filters leave none of a part. */
function usePartCounts(question: FiguresQuestion, columns: readonly Column[]) {
  const shown = SPECIAL_PARTS.filter((part) => columns.includes(part))
  const asked = shown.map((part) => ({ part, query: specialQuery(question, part) }))
  const answers = useQueries({
    queries: asked.flatMap(({ query }) => (query === null ? [] : [query])),
  })
  let next = 0
  return asked.map(({ part, query }) => ({
    part,
    answer: query === null ? null : answers[next++]?.data,
  }))
}
