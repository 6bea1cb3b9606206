import type { Standing } from '@rasad/domain/figures/ranking'

/** The first of the ranked rows and the last of them, the last one first; no row stands in both. */
export function firstAndLast<Row>(
  rows: readonly Row[],
  standings: readonly Standing[],
  most: number,
): { first: Row[]; last: Row[] } {
  const ranked = rows
    .flatMap((row, index) => {
      const rank = standings[index]
      return typeof rank === 'number' ? [{ row, rank }] : []
    })
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ row }) => row)
  const half = Math.floor(ranked.length / 2)
  return {
    first: ranked.slice(0, Math.min(most, ranked.length - half)),
    last: ranked.slice(Math.max(ranked.length - half, ranked.length - most)).toReversed(),
  }
}

/** The rows that lack most jobs to their target, the widest gap first. */
export function furthestBehind<Row extends { gap: number | null }>(
  rows: readonly Row[],
  most: number,
): Row[] {
  return rows
    .filter(({ gap }) => gap !== null && gap < 0)
    .toSorted((one, other) => (one.gap ?? 0) - (other.gap ?? 0))
    .slice(0, most)
}

/** How many of the rows that hold a commitment have half of it verified, and how many hold one. */
export function halfDone(rows: readonly { committed: number | null; verified: number }[]): {
  done: number
  all: number
} {
  const holding = rows.filter(({ committed }) => (committed ?? 0) > 0)
  return {
    done: holding.filter(({ committed, verified }) => verified * 2 >= (committed ?? 0)).length,
    all: holding.length,
  }
}
