import { AXES, LARGEST_TOTAL, type Axis, type SplitRefusal } from './request.ts'
import { findCirculation, type Arc, type Range } from './flow.ts'
import { FREE, marginOf, membersOf, perAxis, sumOf, type SplitTable } from './table.ts'

/** Between what each whole of a table may lie. */
export type Bounds = Record<Axis, readonly Range[]> & { total: Range }

type Link = { axes: readonly [Axis, Axis]; members: readonly [number, number] }
type Network = { points: number; arcs: Arc[]; links: Map<number, Link> }

const ANY: Range = [0, LARGEST_TOTAL]
/**
 * With three axes there is no single network that holds everything, but three that each hold every whole and the pairs
 * of two axes: jobs pass from the first axis through the middle one to the last. With one sector the first is exact.
 */
const ROUTES: readonly (readonly [Axis, Axis, Axis])[] = [
  ['county', 'agency', 'sector'],
  ['agency', 'county', 'sector'],
  ['agency', 'sector', 'county'],
]

/** The bounds that a table's set wholes give: exactly what is set, anything where nothing is. */
export function boundsOf(table: SplitTable): Bounds {
  const exactly = (value: number): Range => (value === FREE ? ANY : [value, value])
  return {
    total: exactly(table.total),
    ...perAxis((axis) => Array.from(table.margins[axis], exactly)),
  }
}

/** Whether the pairs of cells that have weight leave room for the bounds along every route. */
export function hasRoom(table: SplitTable, bounds: Bounds): boolean {
  return routesOf(table).every((route) => circulate(table, bounds, route) !== undefined)
}

/** Takes the weight from every cell that is empty in all splits within the bounds, so that the fit converges fast. */
export function closeEmptyCells(table: SplitTable, bounds: Bounds): Float64Array {
  const weights = Float64Array.from(table.weights)
  const members = perAxis((axis) => membersOf(table, axis))
  for (const route of routesOf(table)) {
    const found = circulate(table, bounds, route)
    if (!found) continue
    for (const [arc, { axes, members: ends }] of found.network.links) {
      if (!found.isForcedEmpty(arc)) continue
      for (let cell = 0; cell < weights.length; cell++)
        if (members[axes[0]][cell] === ends[0] && members[axes[1]][cell] === ends[1]) weights[cell] = 0
    }
  }
  return weights
}

/**
 * The first whole, in the order total, agencies, counties, sectors, that cannot be kept together with those before it,
 * and the nearest value it could have beside them. Undefined when all can be kept.
 */
export function findRefusedMargin(table: SplitTable): SplitRefusal | undefined {
  const wholes = setWholes(table)
  for (const route of routesOf(table)) {
    const holds = (count: number): boolean => isKept(table, wholes.slice(0, count), route)
    if (holds(wholes.length)) continue
    const kept = firstFailing(1, wholes.length, (count) => !holds(count)) - 1
    const { of, at, range } = wholes[kept]!
    const possible = nearestPossible(table, wholes.slice(0, kept), wholes[kept]!, route)
    const pinned = of === 'total' ? sumOf(table.pinned) : marginOf(table, of, table.pinned)[at]!
    const name = of === 'total' ? '*' : table.names[of][at]!
    return { code: 'split.no-room', of, name, wanted: range[0] + pinned, possible: possible + pinned }
  }
  return undefined
}

type Whole = { of: Axis | 'total'; at: number; range: Range }
type Route = (typeof ROUTES)[number]

function routesOf(table: SplitTable): readonly Route[] {
  return table.names.sector.length === 1 ? ROUTES.slice(0, 1) : ROUTES
}

function setWholes(table: SplitTable): Whole[] {
  const wholes: Whole[] = [{ of: 'total', at: 0, range: [table.total, table.total] }]
  for (const axis of AXES)
    for (const [at, value] of table.margins[axis].entries())
      if (value !== FREE) wholes.push({ of: axis, at, range: [value, value] })
  return wholes
}

function isKept(table: SplitTable, wholes: readonly Whole[], route: Route): boolean {
  const bounds = perAxis((axis): Range[] => Array.from(table.margins[axis], () => ANY))
  let total = ANY
  for (const { of, at, range } of wholes)
    if (of === 'total') total = range
    else bounds[of][at] = range
  return circulate(table, { total, ...bounds }, route) !== undefined
}

function nearestPossible(table: SplitTable, kept: readonly Whole[], whole: Whole, route: Route): number {
  const wanted = whole.range[0]
  const holds = (range: Range): boolean => isKept(table, [...kept, { ...whole, range }], route)
  if (holds([wanted, LARGEST_TOTAL]))
    return firstFailing(wanted, LARGEST_TOTAL, (most) => holds([wanted, most]))
  return wanted - firstFailing(0, wanted, (less) => holds([wanted - less, wanted]))
}

/** The least whole number between two for which something is so, when it is so for all above it. */
function firstFailing(least: number, most: number, isSo: (value: number) => boolean): number {
  let [low, high] = [least, most]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (isSo(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function circulate(table: SplitTable, bounds: Bounds, route: Route) {
  const network = networkOf(table, bounds, route)
  const circulation = findCirculation(network.points, network.arcs)
  return circulation && { network, ...circulation }
}

function networkOf(table: SplitTable, bounds: Bounds, [first, middle, last]: Route): Network {
  const count = (axis: Axis): number => table.names[axis].length
  const [start, end, firstAt] = [0, 1, 2]
  const middleIn = firstAt + count(first)
  const middleOut = middleIn + count(middle)
  const lastAt = middleOut + count(middle)
  const arcs: Arc[] = [{ from: end, to: start, range: bounds.total }]
  bounds[first].forEach((range, at) => arcs.push({ from: start, to: firstAt + at, range }))
  bounds[middle].forEach((range, at) => arcs.push({ from: middleIn + at, to: middleOut + at, range }))
  bounds[last].forEach((range, at) => arcs.push({ from: lastAt + at, to: end, range }))
  const links = new Map<number, Link>()
  const link = (axes: Link['axes'], fromBase: number, toBase: number): void => {
    for (const [members, range] of linksOf(table, axes)) {
      links.set(arcs.length, { axes, members })
      arcs.push({ from: fromBase + members[0], to: toBase + members[1], range })
    }
  }
  link([first, middle], firstAt, middleIn)
  link([middle, last], middleOut, lastAt)
  return { points: lastAt + count(last), arcs, links }
}

function linksOf(table: SplitTable, [one, other]: Link['axes']): [Link['members'], Range][] {
  const width = table.names[other].length
  const open = new Uint8Array(table.names[one].length * width)
  const [ones, others] = [membersOf(table, one), membersOf(table, other)]
  table.weights.forEach((weight, cell) => {
    if (weight > 0) open[ones[cell]! * width + others[cell]!] = 1
  })
  const links: [Link['members'], Range][] = []
  open.forEach((isOpen, at) => {
    const members = [Math.floor(at / width), at % width] as const
    if (isOpen) links.push([members, pairRange(table, [one, other], members)])
  })
  return links
}

function pairRange(table: SplitTable, [one, other]: Link['axes'], [a, b]: Link['members']): Range {
  if (one === 'sector' || other === 'sector') return ANY
  const counties = table.names.county.length
  const pair = table.pairs[one === 'agency' ? a * counties + b : b * counties + a]!
  return pair === FREE ? ANY : [pair, pair]
}
