import { AXES, type Axis, type SplitCell, type SplitRefusal, type SplitRequest } from './request.ts'
import { fillTable } from './fill-table.ts'
import { readRequest } from './read-request.ts'
import { findRefusedMargin } from './room.ts'
import { FREE, inOrder, marginOf, pairNameOf, pairsOf, sizeOf, sumOf, type SplitTable } from './table.ts'
import { takePins } from './take-pins.ts'
import { turnTable, type Roles } from './turn-table.ts'

const IN_TURN: readonly (readonly Axis[])[] = [['agency'], ['county']]

/** A split that adds up on every axis, or why there is none. */
export type Split<S extends string = string> = { cells: SplitCell<S>[] } | { refusal: SplitRefusal }

/**
 * Splits a total over agencies × counties × sectors into whole numbers that add up on every axis, keep every set whole
 * and every pin, and follow the weights: what is not set is derived by largest remainder, the cells are fitted to all
 * wholes, agency × county is rounded keeping both, and then each pair is split into sectors keeping those (DESIGN
 * promise 4, DOMAIN §10). The same request gives the same cells in whatever order it is written, and only the ratios of
 * the weights matter. Empty cells are left out.
 */
export function splitCommitment<S extends string>(request: SplitRequest<S>): Split<S> {
  const read = readRequest(request)
  if (read.refusal) return read
  const { table } = read
  const refusal = takePins(table) ?? findRefusedMargin(table)
  if (refusal) return { refusal }
  let broken: SplitRefusal | undefined
  for (const fill of WAYS) {
    const cells = fill(table)
    const found = findBrokenWhole(table, cells)
    if (!found) return { cells: listCells(table, cells, inOrder(request.sectors)) }
    broken ??= found
  }
  return { refusal: broken }
}

/**
 * How a table is filled, one after the other until one adds up: deriving all axes side by side is the rule; the others
 * are for tables with so few open cells that it cannot be followed, and there find a split whenever an axis has no set
 * whole and no pair is pinned.
 */
const WAYS: readonly ((table: SplitTable) => Float64Array)[] = [
  (table) => fillTable(table, [AXES]),
  (table) => fillTable(table, IN_TURN),
  (table) => fillTurned(table, { agency: 'agency', county: 'sector', sector: 'county' }),
  (table) => fillTurned(table, { agency: 'sector', county: 'county', sector: 'agency' }),
]

function fillTurned(table: SplitTable, roles: Roles): Float64Array {
  if (table.pairs.some((pair) => pair !== FREE)) return fillTable(table, IN_TURN)
  const { turned, turnBack } = turnTable(table, roles)
  return turnBack(fillTable(turned, IN_TURN))
}

/** The first whole that cells do not keep; the last guard, so that nothing that does not add up leaves here. */
function findBrokenWhole(table: SplitTable, cells: Float64Array): SplitRefusal | undefined {
  const code = 'split.not-found'
  const total = sumOf(cells)
  const placed = sumOf(table.pinned)
  if (total !== table.total)
    return { code, of: 'total', name: '*', wanted: table.total + placed, possible: total + placed }
  const pairs = pairsOf(table, cells)
  for (const of of [...AXES, 'pair'] as const) {
    const set = of === 'pair' ? table.pairs : table.margins[of]
    const reached = of === 'pair' ? pairs : marginOf(table, of, cells)
    const at = set.findIndex((value, member) => value !== FREE && value !== reached[member])
    if (at === -1) continue
    const pinned = (of === 'pair' ? pairsOf(table, table.pinned) : marginOf(table, of, table.pinned))[at]!
    const name = of === 'pair' ? pairNameOf(table, at) : table.names[of][at]!
    return { code, of, name, wanted: set[at]! + pinned, possible: reached[at]! + pinned }
  }
  return undefined
}

function listCells<S extends string>(
  table: SplitTable,
  cells: Float64Array,
  sectorNames: readonly S[],
): SplitCell<S>[] {
  const [, counties, sectors] = sizeOf(table)
  const { agency: agencyNames, county: countyNames } = table.names
  return Array.from(cells, (value, at) => ({
    agency: agencyNames[Math.floor(at / (counties * sectors))]!,
    county: countyNames[Math.floor(at / sectors) % counties]!,
    sector: sectorNames[at % sectors]!,
    value: value + table.pinned[at]!,
  })).filter(({ value }) => value > 0)
}
