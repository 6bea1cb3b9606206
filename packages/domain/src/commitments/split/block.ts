import { AXES, UNDIVIDED, type Axis, type SplitRequest } from './request.ts'
import { FREE, sumOf } from './table.ts'

/**
 * A request of all four axes as numbers: the members of each axis in the order of their codes, cells with the programme
 * running fastest, then sector, county and agency; what is not set is FREE.
 */
export type SplitBlock = {
  names: Record<Axis, readonly string[]>
  /** Per cell; 0 where nothing more than what is pinned may stand. */
  weights: Float64Array
  /** Per cell, the value it is pinned at. */
  pinned: Float64Array
  /** Per agency × county × sector, the value it is pinned at over all its programmes. */
  triples: Float64Array
  /** Per agency × county, the value it is pinned at over everything. */
  pairs: Float64Array
  margins: Record<Axis, Float64Array>
  total: number
}

type Names = Pick<SplitBlock, 'names'>

/** The members of each axis in the order of their codes, each once: the order that breaks every tie. */
export function namesOf(
  request: Pick<SplitRequest, 'agencies' | 'counties' | 'sectors' | 'programmes'>,
): SplitBlock['names'] {
  return {
    agency: inOrder(request.agencies),
    county: inOrder(request.counties),
    sector: inOrder(request.sectors),
    programme: inOrder(request.programmes ?? [UNDIVIDED]),
  }
}

/** Codes in the order of their characters, each once. */
export function inOrder<S extends string>(codes: Iterable<S>): S[] {
  return [...new Set(codes)].toSorted((a, b) => (a < b ? -1 : Number(a > b)))
}

/** An entry for each of the four axes. */
export function perBlockAxis<T>(make: (axis: Axis) => T): Record<Axis, T> {
  const [agency, county, sector, programme] = AXES
  return { agency: make(agency), county: make(county), sector: make(sector), programme: make(programme) }
}

/** How many cells a block has. */
export function cellCount({ names }: Names): number {
  return AXES.reduce((cells, axis) => cells * names[axis].length, 1)
}

/** For every cell of a block, which member of an axis it belongs to. */
export function blockMembersOf({ names }: Names, axis: Axis): Int32Array {
  const inside = AXES.slice(AXES.indexOf(axis) + 1).reduce((cells, inner) => cells * names[inner].length, 1)
  const members = names[axis].length
  return new Int32Array(cellCount({ names })).map((_, cell) => Math.floor(cell / inside) % members)
}

/** The wholes of cells along an axis. */
export function blockMarginOf(block: Names, axis: Axis, cells: Float64Array): Float64Array {
  return sumGroups(cells, blockMembersOf(block, axis), block.names[axis].length)
}

/** The wholes of runs of cells of equal length: pairs and triples, which lie one after the other. */
export function runsOf(cells: Float64Array, runs: number): Float64Array {
  const length = cells.length / runs
  return sumGroups(
    cells,
    new Int32Array(cells.length).map((_, cell) => Math.floor(cell / length)),
    runs,
  )
}

/** What cells come to by the group of each. */
export function sumGroups(cells: Float64Array, groups: Int32Array, count: number): Float64Array {
  const sums = new Float64Array(count)
  for (let cell = 0; cell < cells.length; cell++) sums[groups[cell]!]! += cells[cell]!
  return sums
}

/** What remains of wholes when their pins are taken out; FREE ones stay FREE. */
export function leftOf(wholes: Float64Array, pinned: Float64Array): Float64Array {
  return wholes.map((whole, at) => (whole === FREE ? FREE : whole - pinned[at]!))
}

/** What is to be placed beside the pinned cells. */
export function leftToPlace({ total, pinned }: SplitBlock): number {
  return total - sumOf(pinned)
}
