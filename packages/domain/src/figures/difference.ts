import type { Cause } from '../ledger/posting.ts'
import type { Truths } from './figure.ts'

/** What one cause moved between two moments, truth by truth. */
export type CauseMovement = { cause: Cause } & Record<keyof Truths, number>

/** The truths that a difference explains. */
export const TRUTH_NAMES = [
  'committed',
  'registered',
  'verified',
  'rejected',
  'underReview',
  'unreachable',
  'duplicate',
  'withdrawn',
  'beside',
] as const satisfies readonly (keyof Truths)[]

/** One number for every truth. */
export function eachTruth(value: (truth: keyof Truths) => number): Record<keyof Truths, number> {
  return {
    committed: value('committed'),
    registered: value('registered'),
    verified: value('verified'),
    rejected: value('rejected'),
    underReview: value('underReview'),
    unreachable: value('unreachable'),
    duplicate: value('duplicate'),
    withdrawn: value('withdrawn'),
    beside: value('beside'),
  }
}

/** What is left of a change when all its causes are taken away: zero everywhere, or the ledger is broken. */
export function residueOf(
  before: Truths,
  after: Truths,
  movements: readonly CauseMovement[],
): Record<keyof Truths, number> {
  return eachTruth((truth) => {
    const explained = movements.reduce((sum, movement) => sum + movement[truth], 0)
    return (after[truth] ?? 0) - (before[truth] ?? 0) - explained
  })
}
