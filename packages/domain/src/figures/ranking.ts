import type { Figure } from './figure.ts'

/** A commitment below this is shown but not ranked: one job more or less would turn the order round (DOMAIN §8). */
const SMALLEST_RANKED_COMMITMENT = 30

/** Where a place stands: its rank, or why it has none. */
export type Standing = number | 'small' | 'without-commitment'

/**
 * The standing of each row by the share of its commitment that is verified, in the order of the rows; of equal shares
 * the larger verified count comes first, and rows that are equal in both share a rank.
 */
export function standingsOf(
  rows: readonly Pick<Figure, 'committed' | 'verified'>[],
  smallest = SMALLEST_RANKED_COMMITMENT,
): Standing[] {
  const ranked = rows.filter(({ committed }) => (committed ?? 0) >= Math.max(smallest, 1))
  return rows.map((row) => {
    if (row.committed === null || row.committed <= 0) return 'without-commitment'
    if (row.committed < smallest) return 'small'
    return 1 + ranked.filter((other) => standsBefore(other, row)).length
  })
}

function standsBefore(
  one: Pick<Figure, 'committed' | 'verified'>,
  other: Pick<Figure, 'committed' | 'verified'>,
): boolean {
  const difference =
    BigInt(one.verified) * BigInt(other.committed ?? 0) - BigInt(other.verified) * BigInt(one.committed ?? 0)
  return difference > 0n || (difference === 0n && one.verified > other.verified)
}
