import { median, type Round } from './rounds.ts'

/** What a budget demands of the ratio, or of our own side in its unit. */
export type Budget = { of: 'ratio' | 'ours'; atLeast: number } | { of: 'ratio' | 'ours'; atMost: number }

/** One figure of a run: our side over the peer's, as the median of its rounds with the lowest and the highest. */
export type Figure = {
  measure: string
  name: string
  peerName: string
  unit: 'ms' | 'rows/s' | 'changes/s'
  ours: number
  peer: number
  ratio: number
  lowest: number
  highest: number
  rounds: number
  budget: Budget | null
  met: boolean | null
  details: Readonly<Record<string, number>>
}

type Told = Pick<Figure, 'measure' | 'name' | 'peerName' | 'unit'> & {
  budget?: Budget
  details?: Readonly<Record<string, number>>
}

/** Makes a figure of its rounds. */
export function figureOf(rounds: readonly Round[], { budget, details = {}, ...told }: Told): Figure {
  const ratios = rounds.map(({ ours, peer }) => ours / peer)
  const figure = {
    ...told,
    ours: median(rounds.map(({ ours }) => ours)),
    peer: median(rounds.map(({ peer }) => peer)),
    ratio: median(ratios),
    lowest: Math.min(...ratios),
    highest: Math.max(...ratios),
    rounds: rounds.length,
    details,
  }
  return budget
    ? { ...figure, budget, met: isMet(budget, figure[budget.of]) }
    : { ...figure, budget: null, met: null }
}

function isMet(budget: Budget, value: number): boolean {
  return 'atLeast' in budget ? value >= budget.atLeast : value <= budget.atMost
}

/** A budget in words: `≥ 0.4`, `≤ 10 ms`. */
export function budgetText({ budget, unit }: Figure): string {
  if (!budget) return ''
  const bound = 'atLeast' in budget ? `≥ ${budget.atLeast}` : `≤ ${budget.atMost}`
  return budget.of === 'ratio' ? bound : `${bound} ${unit}`
}
