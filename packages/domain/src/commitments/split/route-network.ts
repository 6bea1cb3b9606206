import { LARGEST_TOTAL } from './request.ts'
import { findCirculation, type Arc, type Range } from './flow.ts'
import { FREE, type SplitTable, type TableAxis } from './table.ts'

/** Between what each whole of a table may lie. */
export type Bounds = Record<TableAxis, readonly Range[]> & { total: Range }
/** For every cell of a table, the member of each axis it belongs to. */
export type Members = Record<TableAxis, Int32Array>
/** Three axes in the order that jobs pass through them. */
export type Route = readonly [TableAxis, TableAxis, TableAxis]
/** Two axes, and for each two of their members whether no job can pass between them. */
export type EmptyLinks = { axes: readonly [TableAxis, TableAxis]; isEmpty: Uint8Array }

/** Any number of jobs. */
export const ANY: Range = [0, LARGEST_TOTAL]

const ROUTES: readonly Route[] = [
  ['county', 'agency', 'sector'],
  ['agency', 'county', 'sector'],
  ['agency', 'sector', 'county'],
]

/**
 * The routes that jobs take through a table. With three axes no single network of flows holds everything, but three that
 * each hold every whole and the pairs of two axes; with one sector the first alone is exact.
 */
export function routesOf(table: SplitTable): readonly Route[] {
  return table.names.sector.length === 1 ? ROUTES.slice(0, 1) : ROUTES
}

/** The links that are empty in every flow along a route within the bounds; undefined when there is no such flow. */
export function findEmptyLinks(
  table: SplitTable,
  members: Members,
  bounds: Bounds,
  [first, middle, last]: Route,
): EmptyLinks[] | undefined {
  const count = (axis: TableAxis): number => table.names[axis].length
  const [start, end, firstAt] = [0, 1, 2]
  const middleIn = firstAt + count(first)
  const middleOut = middleIn + count(middle)
  const lastAt = middleOut + count(middle)
  const arcs: Arc[] = [{ from: end, to: start, range: bounds.total }]
  bounds[first].forEach((range, at) => arcs.push({ from: start, to: firstAt + at, range }))
  bounds[middle].forEach((range, at) => arcs.push({ from: middleIn + at, to: middleOut + at, range }))
  bounds[last].forEach((range, at) => arcs.push({ from: lastAt + at, to: end, range }))
  const stretches = [
    { axes: [first, middle] as const, from: firstAt, to: middleIn },
    { axes: [middle, last] as const, from: middleOut, to: lastAt },
  ].map(({ axes, from, to }) => {
    const links = linksOf(table, members, axes, count(axes[1]))
    const arcsAt = arcs.length
    for (const { at, range } of links)
      arcs.push({ from: from + Math.floor(at / count(axes[1])), to: to + (at % count(axes[1])), range })
    return { axes, links, arcsAt }
  })
  const circulation = findCirculation(lastAt + count(last), arcs)
  if (!circulation) return undefined
  return stretches.map(({ axes, links, arcsAt }) => {
    const isEmpty = new Uint8Array(count(axes[0]) * count(axes[1]))
    for (const [link, { at }] of links.entries())
      if (circulation.isForcedEmpty(arcsAt + link)) isEmpty[at] = 1
    return { axes, isEmpty }
  })
}

/** Two members are linked where a cell of both has weight; a pinned pair links its agency and county at its value. */
function linksOf(
  table: SplitTable,
  members: Members,
  [one, other]: EmptyLinks['axes'],
  width: number,
): { at: number; range: Range }[] {
  const [ones, others] = [members[one], members[other]]
  const isOpen = new Uint8Array(table.names[one].length * width)
  for (let cell = 0; cell < ones.length; cell++)
    if (table.weights[cell]! > 0) isOpen[ones[cell]! * width + others[cell]!] = 1
  const links: { at: number; range: Range }[] = []
  for (const [at, open] of isOpen.entries())
    if (open) links.push({ at, range: pairRange(table, [one, other], [Math.floor(at / width), at % width]) })
  return links
}

function pairRange(table: SplitTable, [one, other]: EmptyLinks['axes'], [a, b]: [number, number]): Range {
  if (one === 'sector' || other === 'sector') return ANY
  const counties = table.names.county.length
  const pair = table.pairs[one === 'agency' ? a * counties + b : b * counties + a]!
  return pair === FREE ? ANY : [pair, pair]
}
