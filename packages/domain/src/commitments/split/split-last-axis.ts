import { roundShares } from './derive-margins.ts'
import { fitCells } from './fit.ts'
import { roundTable } from './round-table.ts'
import { FREE, sumOf } from './table.ts'

/** Rows of whole numbers that are to be split into columns, with a weight for each cell, row by row. */
export type RowsToSplit = {
  weights: Float64Array
  rowTotals: Float64Array
  /** Per column what it must come to; FREE where it follows the weights. */
  columnTotals: Float64Array
}

/**
 * The cells of a table whose rows are known: every row holds, every set column holds whenever the open cells allow, and
 * the columns that are not set follow the weights by largest remainder as far as there is room. The set columns are
 * rounded first, with the others together as one, so that what is only derived never stands in the way of what is set.
 */
export function splitRows({ weights, rowTotals, columnTotals }: RowsToSplit): Float64Array {
  const columns = columnTotals.length
  const all = [...columnTotals.keys()]
  const set = all.filter((column) => columnTotals[column] !== FREE)
  const free = all.filter((column) => columnTotals[column] === FREE)
  const cells = new Float64Array(weights.length)
  const place = (values: Float64Array, chosen: readonly number[], width: number): void => {
    for (const row of rowTotals.keys())
      for (const [at, column] of chosen.entries()) cells[row * columns + column] = values[row * width + at]!
  }
  const groups = free.length === 0 ? set.length : set.length + 1
  const groupOf = all.map((column) => (columnTotals[column] === FREE ? set.length : set.indexOf(column)))
  const grouped = new Float64Array(rowTotals.length * groups)
  for (const [cell, weight] of weights.entries())
    grouped[Math.floor(cell / columns) * groups + groupOf[cell % columns]!]! += weight
  const targets = set.map((column) => columnTotals[column]!)
  if (free.length > 0) targets.push(sumOf(rowTotals) - sumOf(targets))
  const outer = roundFitted(grouped, rowTotals, Float64Array.from(targets))
  place(outer, set, groups)
  if (free.length === 0) return cells

  const rest = rowTotals.map((_, row) => outer[row * groups + set.length]!)
  const inner = new Float64Array(rowTotals.length * free.length)
  const shares = new Float64Array(free.length)
  for (const row of rowTotals.keys())
    for (const [at, column] of free.entries()) {
      inner[row * free.length + at] = weights[row * columns + column]!
      shares[at]! += weights[row * columns + column]!
    }
  const [whole, weighed] = [sumOf(rest), sumOf(shares)]
  const scaled = shares.map((share) => (weighed > 0 ? (share * whole) / weighed : 0))
  place(
    roundFitted(
      inner,
      rest,
      roundShares(
        shares.map(() => FREE),
        scaled,
        whole,
      ),
    ),
    free,
    free.length,
  )
  return cells
}

function roundFitted(
  weights: Float64Array,
  rowTotals: Float64Array,
  columnTotals: Float64Array,
): Float64Array {
  const columns = columnTotals.length
  const fitted = fitCells(weights, [
    { groups: Int32Array.from(weights, (_, cell) => cell % columns), targets: columnTotals },
    { groups: Int32Array.from(weights, (_, cell) => Math.floor(cell / columns)), targets: rowTotals },
  ])
  return roundTable({ fitted, isOpen: (cell) => weights[cell]! > 0, rowTotals, columnTotals })
}
