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

/** What is left of a change when all its causes are taken away: zero everywhere, or the ledger is broken. */
export function residueOf(
  before: Truths,
  after: Truths,
  movements: readonly CauseMovement[],
): Record<keyof Truths, number> {
  const residue = {} as Record<keyof Truths, number>
  for (const truth of TRUTH_NAMES) {
    const explained = movements.reduce((sum, movement) => sum + movement[truth], 0)
    residue[truth] = (after[truth] ?? 0) - (before[truth] ?? 0) - explained
  }
  return residue
}
