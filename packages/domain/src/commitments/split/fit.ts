/** A way to group cells: the group of each cell, and what each group must add up to (NaN where it may be anything). */
export type Grouping = { groups: Int32Array; targets: Float64Array }

/** How far, in jobs, a fitted whole may be from what it must be. */
const CLOSE_ENOUGH = 1e-7
const MOST_ROUNDS = 1000

/**
 * The cells in proportion to their weights whose groups add up: iterative proportional fitting (Deming and Stephan 1940),
 * which scales group after group until all hold. Real numbers; a cell without weight stays empty.
 */
export function fitCells(weights: Float64Array, groupings: readonly Grouping[]): Float64Array {
  const fitted = Float64Array.from(weights)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const distance = Math.max(...groupings.map((grouping) => scaleGroups(fitted, grouping)))
    if (distance <= CLOSE_ENOUGH) break
  }
  return fitted
}

function scaleGroups(fitted: Float64Array, { groups, targets }: Grouping): number {
  const sums = new Float64Array(targets.length)
  for (let cell = 0; cell < fitted.length; cell++) sums[groups[cell]!]! += fitted[cell]!
  let distance = 0
  const factors = sums.map((sum, group) => {
    const target = targets[group]!
    if (Number.isNaN(target)) return 1
    if (sum > 0) distance = Math.max(distance, Math.abs(sum - target))
    return sum > 0 ? target / sum : 1
  })
  if (distance > 0) for (let cell = 0; cell < fitted.length; cell++) fitted[cell]! *= factors[groups[cell]!]!
  return distance
}
