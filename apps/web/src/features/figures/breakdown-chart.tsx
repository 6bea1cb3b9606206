import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { PART_TEXT } from '@rasad/domain/figures/figure-text'
import { Chart } from '../../shared/ui/chart.tsx'
import type { BreakdownRow } from './breakdown-rows.ts'
import type { PlainCut } from './figures-search.ts'
import { CUT_TEXT, FIGURES_TEXT } from './figures-text.ts'

const TRUTHS = ['committed', 'registered', 'verified'] as const
// More bars than these cannot be told apart; the table has them all.
const MOST_BARS = 30

/** The three truths of each row beside each other, in the order of the table. */
export function BreakdownChart({ by, rows }: { by: PlainCut; rows: readonly BreakdownRow[] }) {
  const text = useText(FIGURES_TEXT)
  const parts = useText(PART_TEXT)
  const cuts = useText(CUT_TEXT)
  const { count } = useFormat()
  const shown = rows.slice(0, MOST_BARS)
  const truths = TRUTHS.filter((truth) => shown.some((row) => row[truth] !== null))
  return (
    <Chart
      title={`${text.chart} · ${cuts[by]}`}
      corner={cuts[by]}
      kind="bar"
      categories={shown.map(({ short, name }) => short ?? name)}
      series={truths.map((truth) => ({
        name: parts[truth],
        tone: truth,
        values: shown.map((row) => row[truth]),
      }))}
      write={count}
      {...(rows.length > MOST_BARS && { note: text.chartFirst })}
    />
  )
}
