import { fillTable } from './fill-table.ts'
import {
  FREE,
  marginOf,
  pairNameOf,
  pairsOf,
  sumOf,
  TABLE_AXES,
  type SplitTable,
  type TableAxis,
  type TableRefusal,
} from './table.ts'
import { turnTable, type Roles } from './turn-table.ts'

const IN_TURN: readonly (readonly TableAxis[])[] = [['agency'], ['county']]

/** Fills a table whose pins are taken out, one way after the other until one adds up; else the first whole that broke. */
export function fillExactly(
  table: SplitTable,
): { cells: Float64Array; refusal?: never } | { cells?: never; refusal: TableRefusal } {
  const byRule = fillTable(table, [TABLE_AXES])
  const broken = findBrokenWhole(table, byRule)
  if (!broken) return { cells: byRule }
  const hasPinnedPair = table.pairs.some((pair) => pair !== FREE)
  for (const fill of hasPinnedPair ? OTHER_WAYS.slice(0, 1) : OTHER_WAYS) {
    const cells = fill(table)
    if (!findBrokenWhole(table, cells)) return { cells }
  }
  return { refusal: broken }
}

/**
 * How a table is filled where so few cells are open that deriving all axes side by side leads nowhere, one way after the
 * other until one adds up. They find every split that exists when an axis has no set whole and no pair is pinned.
 */
const OTHER_WAYS: readonly ((table: SplitTable) => Float64Array)[] = [
  (table) => fillTable(table, IN_TURN),
  (table) => fillTurned(table, { agency: 'agency', county: 'sector', sector: 'county' }),
  (table) => fillTurned(table, { agency: 'sector', county: 'county', sector: 'agency' }),
]

function fillTurned(table: SplitTable, roles: Roles): Float64Array {
  const { turned, turnBack } = turnTable(table, roles)
  return turnBack(fillTable(turned, IN_TURN))
}

/** The first whole that cells do not keep. */
function findBrokenWhole(table: SplitTable, cells: Float64Array): TableRefusal | undefined {
  const code = 'split.not-found'
  const total = sumOf(cells)
  const placed = sumOf(table.pinned)
  if (total !== table.total)
    return { code, of: 'total', name: '*', wanted: table.total + placed, possible: total + placed }
  const pairs = pairsOf(table, cells)
  for (const of of [...TABLE_AXES, 'pair'] as const) {
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
