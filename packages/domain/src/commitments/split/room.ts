import { LARGEST_TOTAL } from './request.ts'
import type { Range } from './flow.ts'
import { ANY, findEmptyLinks, routesOf, type Bounds } from './route-network.ts'
import {
  FREE,
  marginOf,
  membersOf,
  perAxis,
  sumOf,
  TABLE_AXES,
  type SplitTable,
  type TableAxis,
  type TableRefusal,
} from './table.ts'

/** The bounds that a table's set wholes give: exactly what is set, anything where nothing is. */
export function boundsOf(table: SplitTable): Bounds {
  const exactly = (value: number): Range => (value === FREE ? ANY : [value, value])
  return {
    total: exactly(table.total),
    ...perAxis((axis) => Array.from(table.margins[axis], exactly)),
  }
}

/**
 * The weights of a table without those of cells that are empty in every split within the bounds, so that what follows
 * sees only cells that count; undefined where some route has no room. What one route closes may close more in another,
 * so they are walked until nothing changes.
 */
export function openWeights(table: SplitTable, bounds: Bounds): Float64Array | undefined {
  const open = { ...table, weights: Float64Array.from(table.weights) }
  const members = perAxis((axis) => membersOf(table, axis))
  for (let isSettled = false; !isSettled;) {
    isSettled = true
    for (const route of routesOf(table)) {
      const links = findEmptyLinks(open, members, bounds, route)
      if (!links) return undefined
      for (const { axes, isEmpty } of links) {
        const [ones, others] = [members[axes[0]], members[axes[1]]]
        const width = table.names[axes[1]].length
        for (let cell = 0; cell < ones.length; cell++) {
          if (open.weights[cell] === 0 || !isEmpty[ones[cell]! * width + others[cell]!]) continue
          open.weights[cell] = 0
          isSettled = false
        }
      }
    }
  }
  return open.weights
}

/** Whether there is room for the bounds along every route. */
export function hasRoom(table: SplitTable, bounds: Bounds): boolean {
  return openWeights(table, bounds) !== undefined
}

/**
 * The first whole, in the order total, agencies, counties, sectors, that cannot be kept together with those before it,
 * and the nearest value it could have beside them. Undefined when all can be kept.
 */
export function findRefusedMargin(table: SplitTable): TableRefusal | undefined {
  const wholes = setWholes(table)
  const holds = (count: number): boolean => isKept(table, wholes.slice(0, count))
  if (holds(wholes.length)) return undefined
  const kept = leastSuch(1, wholes.length, (count) => !holds(count)) - 1
  const { of, at, range } = wholes[kept]!
  const possible = nearestPossible(table, wholes.slice(0, kept), wholes[kept]!)
  const pinned = of === 'total' ? sumOf(table.pinned) : marginOf(table, of, table.pinned)[at]!
  const name = of === 'total' ? '*' : table.names[of][at]!
  return { code: 'split.no-room', of, name, wanted: range[0] + pinned, possible: possible + pinned }
}

type Whole = { of: TableAxis | 'total'; at: number; range: Range }

function setWholes(table: SplitTable): Whole[] {
  const wholes: Whole[] = [{ of: 'total', at: 0, range: [table.total, table.total] }]
  for (const axis of TABLE_AXES)
    for (const [at, value] of table.margins[axis].entries())
      if (value !== FREE) wholes.push({ of: axis, at, range: [value, value] })
  return wholes
}

function isKept(table: SplitTable, wholes: readonly Whole[]): boolean {
  const bounds = perAxis((axis): Range[] => Array.from(table.margins[axis], () => ANY))
  let total = ANY
  for (const { of, at, range } of wholes)
    if (of === 'total') total = range
    else bounds[of][at] = range
  return hasRoom(table, { total, ...bounds })
}

function nearestPossible(table: SplitTable, kept: readonly Whole[], whole: Whole): number {
  const wanted = whole.range[0]
  const holds = (range: Range): boolean => isKept(table, [...kept, { ...whole, range }])
  if (holds([wanted, LARGEST_TOTAL])) return leastSuch(wanted, LARGEST_TOTAL, (most) => holds([wanted, most]))
  return wanted - leastSuch(0, wanted, (less) => holds([wanted - less, wanted]))
}

/** The least whole number between two for which something is so, when it is so for all above it. */
function leastSuch(least: number, most: number, isSo: (value: number) => boolean): number {
  let [low, high] = [least, most]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (isSo(middle)) high = middle
    else low = middle + 1
  }
  return low
}
