import type { Standing } from '@rasad/domain/figures/ranking'
import { placesUp } from '@rasad/domain/figures/rank-before'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { Count } from '../../shared/ui/count.tsx'
import { FIGURES_TEXT } from './figures-text.ts'

/** A rank, or why there is none. */
export function StandingMark({ standing }: { standing: Standing | undefined }) {
  const text = useText(FIGURES_TEXT)
  const { count } = useFormat()
  if (standing === undefined) return null
  if (typeof standing === 'number') return <span className="rank">{count(standing)}</span>
  if (standing === 'nothing-verified') return <Count value={null} why={text.nothingVerifiedWhy} />
  return standing === 'small' ? (
    <small className="no-rank" title={text.smallWhy}>
      {text.small}
    </small>
  ) : (
    <small className="no-rank">{text.unassigned}</small>
  )
}

/** An earlier rank, and how many places the row has gone up or down since. */
export function EarlierStanding({
  standing,
  before,
}: {
  standing: Standing | undefined
  before: Standing | undefined
}) {
  const text = useText(FIGURES_TEXT)
  const { count } = useFormat()
  if (typeof before !== 'number') return <Count value={null} />
  const places = placesUp(standing, before)
  if (places === null) return count(before)
  if (places === 0) return <span title={text.same}>{count(before)}</span>
  const way = places > 0 ? 'up' : 'down'
  return (
    <span className="earlier-rank">
      {count(before)}
      <span className="places" data-way={way}>
        {count(Math.abs(places))} <span className="visually-hidden">{text[way]}</span>
      </span>
    </span>
  )
}
