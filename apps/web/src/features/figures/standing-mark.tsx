import type { Standing } from '@rasad/domain/figures/ranking'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { FIGURES_TEXT } from './figures-text.ts'

/** A rank, or why there is none. */
export function StandingMark({ standing }: { standing: Standing | null }) {
  const text = useText(FIGURES_TEXT)
  const { count } = useFormat()
  if (standing === null) return null
  if (typeof standing === 'number') return <span className="rank">{count(standing)}</span>
  return standing === 'small' ? (
    <small className="no-rank" title={text.smallWhy}>
      {text.small}
    </small>
  ) : (
    <small className="no-rank">{text.unassigned}</small>
  )
}
