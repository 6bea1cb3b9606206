import { fitCells, type Grouping } from './fit.ts'
import type { Range } from './flow.ts'
import { boundsOf, hasRoom, openWeights } from './room.ts'
import type { Bounds } from './route-network.ts'
import {
  FREE,
  marginOf,
  membersOf,
  perAxis,
  sumOf,
  TABLE_AXES,
  type SplitTable,
  type TableAxis,
} from './table.ts'

/** Shares are compared to a millionth of a job. */
const JOB = 1_000_000

/**
 * The wholes of every axis, those that are not set in proportion to the weights by largest remainder (DOMAIN §10,
 * splits). Where empty cells leave no room for that, remainders are rounded up from the largest as far as there is room.
 * The axes given together are derived side by side; each further group follows from what is then set.
 */
export function deriveMargins(
  table: SplitTable,
  turns: readonly (readonly TableAxis[])[] = [TABLE_AXES],
): SplitTable['margins'] {
  return turns.reduce((margins, axes) => deriveTogether({ ...table, margins }, axes), table.margins)
}

function deriveTogether(table: SplitTable, axes: readonly TableAxis[]): SplitTable['margins'] {
  if (axes.every((axis) => !table.margins[axis].includes(FREE))) return table.margins
  const fitted = fitCells(openWeights(table, boundsOf(table)) ?? table.weights, [
    pairGrouping(table),
    ...TABLE_AXES.map((axis) => marginGrouping(table, axis)),
  ])
  const shares = perAxis((axis) => sharesOf(table, axis, marginOf(table, axis, fitted)))
  const margins = perAxis((axis) =>
    axes.includes(axis) ? roundShares(table.margins[axis], shares[axis], table.total) : table.margins[axis],
  )
  const derived = { ...table, margins }
  return hasRoom(table, boundsOf(derived)) ? margins : roundWithinRoom(table, shares, margins, axes)
}

/** The cells of each pair pinned over its sectors, and all others together as free. */
export function pairGrouping({ pairs, weights }: SplitTable): Grouping {
  const sectors = weights.length / pairs.length
  return {
    groups: Int32Array.from(weights, (_, cell) => Math.floor(cell / sectors)),
    targets: pairs.map((pair) => (pair === FREE ? NaN : pair)),
  }
}

/** The cells of each member of an axis whose whole is set, and those of all other members together. */
export function marginGrouping(table: SplitTable, axis: TableAxis): Grouping {
  const margins = table.margins[axis]
  const rest = margins.length
  const set = margins.filter((value) => value !== FREE)
  return {
    groups: membersOf(table, axis).map((member) => (margins[member] === FREE ? rest : member)),
    targets: Float64Array.of(...margins, set.length < rest ? table.total - sumOf(set) : NaN),
  }
}

function sharesOf(table: SplitTable, axis: TableAxis, fitted: Float64Array): Float64Array {
  const margins = table.margins[axis]
  return fitted.map((share, at) => (margins[at] === FREE ? Math.round(share * JOB) / JOB : margins[at]!))
}

/** Wholes that are set as they are; those that are FREE share what is left of a total by largest remainder. */
export function roundShares(margins: Float64Array, shares: Float64Array, total: number): Float64Array {
  const rounded = margins.map((margin, at) => (margin === FREE ? Math.floor(shares[at]!) : margin))
  const byRemainder = [...margins.keys()]
    .filter((at) => margins[at] === FREE)
    .toSorted((a, b) => remainder(shares[b]!) - remainder(shares[a]!))
  for (const at of byRemainder.slice(0, Math.max(0, total - sumOf(rounded)))) rounded[at]!++
  return rounded
}

function roundWithinRoom(
  table: SplitTable,
  shares: Record<TableAxis, Float64Array>,
  otherwise: SplitTable['margins'],
  axes: readonly TableAxis[],
): SplitTable['margins'] {
  const bounds = boundsOf(table)
  const ranges = perAxis((axis): Range[] => [...bounds[axis]])
  for (const axis of axes)
    ranges[axis] = Array.from(shares[axis], (share) => [Math.floor(share), Math.ceil(share)])
  const around: Bounds = { ...bounds, ...ranges }
  if (!hasRoom(table, around)) return otherwise
  const open = axes
    .flatMap((axis) => Array.from(shares[axis], (share, at) => ({ axis, at, share })))
    .filter(({ share }) => remainder(share) > 0)
    .toSorted((a, b) => remainder(b.share) - remainder(a.share))
  for (const { axis, at, share } of open) {
    ranges[axis][at] = [Math.ceil(share), Math.ceil(share)]
    if (!hasRoom(table, around)) ranges[axis][at] = [Math.floor(share), Math.floor(share)]
  }
  return perAxis((axis) =>
    axes.includes(axis) ? Float64Array.from(ranges[axis], ([value]) => value) : table.margins[axis],
  )
}

function remainder(share: number): number {
  return Math.round((share - Math.floor(share)) * JOB)
}
