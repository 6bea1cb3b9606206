import type { Figure } from './figure.ts'

/** A commitment below this is shown but not ranked: one job more or less would turn the order round (DOMAIN §8). */
const SMALLEST_RANKED_COMMITMENT = 30

/** Where a place stands: its rank, or why it has none. */
export type Standing = number | 'nothing-verified' | 'small' | 'without-commitment'

type Ranked = Pick<Figure, 'committed' | 'verified'>

/**
 * The standing of each row by the share of its commitment that is verified, in the order of the rows; of equal shares
 * the larger verified count comes first, and rows that are equal in both share a rank. Until something is verified in
 * one of the rows that can be ranked, none of them leads or trails.
 */
export function standingsOf(rows: readonly Ranked[], smallest = SMALLEST_RANKED_COMMITMENT): Standing[] {
  const ranked = rows.filter(({ committed }) => (committed ?? 0) >= Math.max(smallest, 1))
  const isAnyVerified = ranked.some(({ verified }) => verified > 0)
  return rows.map((row) => {
    if (row.committed === null || row.committed <= 0) return 'without-commitment'
    if (row.committed < smallest) return 'small'
    if (!isAnyVerified) return 'nothing-verified'
    return 1 + ranked.filter((other) => standsBefore(other, row)).length
  })
}

/** Sorts standings as a report does: by rank, then those that wait for one, the small and those without a commitment. */
export function compareStandings(one: Standing, other: Standing): number {
  return placeOf(one) - placeOf(other)
}

const AFTER_THE_RANKED = ['nothing-verified', 'small', 'without-commitment'] as const

function placeOf(standing: Standing): number {
  if (typeof standing === 'number') return standing
  return Number.MAX_SAFE_INTEGER - AFTER_THE_RANKED.length + AFTER_THE_RANKED.indexOf(standing)
}

function standsBefore(one: Ranked, other: Ranked): boolean {
  const difference =
    BigInt(one.verified) * BigInt(other.committed ?? 0) - BigInt(other.verified) * BigInt(one.committed ?? 0)
  return difference > 0n || (difference === 0n && one.verified > other.verified)
}
