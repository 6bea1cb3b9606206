import type { SplitRefusal } from './request.ts'

/** Stands where no value is set. */
export const FREE = -1

/** The three axes of a table. What stands on them may be any three ways of a split; pairs are of the first two. */
export const TABLE_AXES = ['agency', 'county', 'sector'] as const
export type TableAxis = (typeof TABLE_AXES)[number]

/** Why a table cannot be filled, by the axes of the table. */
export type TableRefusal = SplitRefusal & { of: TableAxis | 'pair' | 'total' }

/**
 * A request as numbers, with everything that is pinned already taken out of it: the members of each axis in the order of
 * their codes, cells and pairs (agency × county) row by row, wholes that are not set FREE.
 */
export type SplitTable = {
  names: Record<TableAxis, readonly string[]>
  /** Per cell; 0 where nothing may stand, pinned cells among them. */
  weights: Float64Array
  /** Per cell, the value it is pinned at. */
  pinned: Float64Array
  /** Per agency × county, what is left of a pair pinned over all its sectors. */
  pairs: Float64Array
  margins: Record<TableAxis, Float64Array>
  total: number
}

/** How many agencies, counties and sectors a table has. */
export function sizeOf({ names }: Pick<SplitTable, 'names'>): [number, number, number] {
  return [names.agency.length, names.county.length, names.sector.length]
}

/** For every cell of a table, which member of an axis it belongs to. */
export function membersOf(table: Pick<SplitTable, 'names'>, axis: TableAxis): Int32Array {
  const [agencies, counties, sectors] = sizeOf(table)
  const members = new Int32Array(agencies * counties * sectors)
  for (let cell = 0; cell < members.length; cell++) {
    const pair = Math.floor(cell / sectors)
    if (axis === 'agency') members[cell] = Math.floor(pair / counties)
    else members[cell] = axis === 'county' ? pair % counties : cell % sectors
  }
  return members
}

/** The wholes of cells along an axis. */
export function marginOf(
  table: Pick<SplitTable, 'names'>,
  axis: TableAxis,
  cells: Float64Array,
): Float64Array {
  const sums = new Float64Array(table.names[axis].length)
  membersOf(table, axis).forEach((member, cell) => (sums[member]! += cells[cell]!))
  return sums
}

/** The wholes of the pairs (agency × county) of cells. */
export function pairsOf(table: Pick<SplitTable, 'names'>, cells: Float64Array): Float64Array {
  const [agencies, counties, sectors] = sizeOf(table)
  const sums = new Float64Array(agencies * counties)
  cells.forEach((value, cell) => (sums[Math.floor(cell / sectors)]! += value))
  return sums
}

/** The name of the pair at a position: its agency and county. */
export function pairNameOf({ names }: Pick<SplitTable, 'names'>, at: number): string {
  const counties = names.county.length
  return `${names.agency[Math.floor(at / counties)]!}/${names.county[at % counties]!}`
}

/** The sum of numbers. */
export function sumOf(values: Iterable<number>): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}

/** An entry for each axis. */
export function perAxis<T>(make: (axis: TableAxis) => T): Record<TableAxis, T> {
  const [agency, county, sector] = TABLE_AXES
  return { agency: make(agency), county: make(county), sector: make(sector) }
}
