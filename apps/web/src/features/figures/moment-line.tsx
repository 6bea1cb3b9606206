import type { FigureTable } from '@rasad/contracts/figures'
import { BASELINE_TEXT } from '@rasad/domain/commitments/baseline-text'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { FIGURES_TEXT } from './figures-text.ts'

/** The moment a table holds for, where that stands in the ledger, and whose commitment it is measured by. */
export function MomentLine({ figures }: { figures: FigureTable }) {
  const text = useText(FIGURES_TEXT)
  const baselines = useText(BASELINE_TEXT)
  const { moment, count } = useFormat()
  return (
    <small>
      <time dateTime={figures.asOf}>{moment(figures.asOf)}</time>
      {figures.batch !== null && ` · ${text.batch} ${count(figures.batch)}`}
      {` · ${text.baseline}: ${baselines[figures.baseline]}`}
      {figures.unsettled > 0 && ` · ${count(figures.unsettled)} ${text.unsettled}`}
    </small>
  )
}
