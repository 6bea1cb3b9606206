import type { FigureTable } from '@rasad/contracts/figures'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { FIGURES_TEXT } from './figures-text.ts'

/** The moment a table holds for and where that stands in the ledger. */
export function MomentLine({ figures }: { figures: FigureTable }) {
  const text = useText(FIGURES_TEXT)
  const { moment, count } = useFormat()
  return (
    <small>
      <time dateTime={figures.asOf}>{moment(figures.asOf)}</time>
      {figures.batch !== null && ` · ${text.batch} ${count(figures.batch)}`}
      {figures.unsettled > 0 && ` · ${count(figures.unsettled)} ${text.unsettled}`}
    </small>
  )
}
