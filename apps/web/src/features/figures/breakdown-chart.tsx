import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { PART_TEXT } from '../../shared/truth-text.ts'
import { Chart } from '../../shared/ui/chart.tsx'
import type { NamedRow } from './breakdown-table.tsx'
import type { Cut } from './figures-query.ts'
import { CUT_TEXT, FIGURES_TEXT } from './figures-text.ts'

const TRUTHS = ['committed', 'registered', 'verified'] as const
// More bars than these cannot be told apart; the table has them all.
const MOST_BARS = 30

/** The three truths of each row beside each other. */
export function BreakdownChart({ by, rows }: { by: Cut; rows: readonly NamedRow[] }) {
  const text = useText(FIGURES_TEXT)
  const parts = useText(PART_TEXT)
  const cuts = useText(CUT_TEXT)
  const { count } = useFormat()
  const shown = rows.slice(0, MOST_BARS)
  return (
    <Chart
      title={`${text.chart} · ${cuts[by]}`}
      corner={cuts[by]}
      kind="bar"
      categories={shown.map(({ name }) => name)}
      series={TRUTHS.map((truth) => ({
        name: parts[truth],
        tone: truth,
        values: shown.map((row) => row[truth]),
      }))}
      write={count}
    />
  )
}
