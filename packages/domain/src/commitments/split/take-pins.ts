import {
  FREE,
  marginOf,
  pairNameOf,
  pairsOf,
  sizeOf,
  sumOf,
  TABLE_AXES,
  type SplitTable,
  type TableRefusal,
} from './table.ts'

/**
 * Takes the pinned values out of a table, so that what is left is what may move. Refused where pins alone exceed what
 * they are part of, or where something is left to place and no cell has weight.
 */
export function takePins(table: SplitTable): TableRefusal | undefined {
  const pinnedPairs = pairsOf(table, table.pinned)
  const heldPairs = table.pairs.map((pair, at) => (pair === FREE ? pinnedPairs[at]! : pair))
  const refusal = refusePairs(table, pinnedPairs) ?? refuseHeld(table, heldPairs)
  if (refusal) return refusal
  table.pairs = table.pairs.map((pair, at) => (pair === FREE ? FREE : pair - pinnedPairs[at]!))
  for (const axis of TABLE_AXES) {
    const pinned = marginOf(table, axis, table.pinned)
    table.margins[axis] = table.margins[axis].map((whole, at) =>
      whole === FREE ? FREE : whole - pinned[at]!,
    )
  }
  table.total -= sumOf(table.pinned)
  return refuseEmpty(table)
}

function refusePairs(table: SplitTable, pinnedPairs: Float64Array): TableRefusal | undefined {
  const weights = pairsOf(table, table.weights)
  for (const [at, wanted] of table.pairs.entries()) {
    if (wanted === FREE) continue
    const of = { of: 'pair', name: pairNameOf(table, at), wanted, possible: pinnedPairs[at]! } as const
    if (pinnedPairs[at]! > wanted) return { code: 'split.pins-exceed-margin', ...of }
    if (pinnedPairs[at]! < wanted && weights[at] === 0) return { code: 'split.weights-empty', ...of }
  }
  return undefined
}

function refuseHeld(table: SplitTable, heldPairs: Float64Array): TableRefusal | undefined {
  const [, counties] = sizeOf(table)
  const code = 'split.pins-exceed-margin'
  const possible = sumOf(heldPairs)
  if (possible > table.total) return { code, of: 'total', name: '*', wanted: table.total, possible }
  for (const axis of TABLE_AXES) {
    const held = new Float64Array(table.names[axis].length)
    if (axis === 'sector') held.set(marginOf(table, axis, table.pinned))
    else
      heldPairs.forEach((value, at) => {
        held[axis === 'agency' ? Math.floor(at / counties) : at % counties]! += value
      })
    const over = table.margins[axis].findIndex((whole, at) => whole !== FREE && held[at]! > whole)
    if (over !== -1) {
      const name = table.names[axis][over]!
      return { code, of: axis, name, wanted: table.margins[axis][over]!, possible: held[over]! }
    }
  }
  return undefined
}

function refuseEmpty(table: SplitTable): TableRefusal | undefined {
  const code = 'split.weights-empty'
  const placed = sumOf(table.pinned)
  if (table.total > 0 && !table.weights.some((weight) => weight > 0))
    return { code, of: 'total', name: '*', wanted: table.total + placed, possible: placed }
  for (const axis of TABLE_AXES) {
    const weights = marginOf(table, axis, table.weights)
    const empty = table.margins[axis].findIndex((whole, at) => whole > 0 && weights[at] === 0)
    if (empty === -1) continue
    const possible = marginOf(table, axis, table.pinned)[empty]!
    const wanted = table.margins[axis][empty]! + possible
    return { code, of: axis, name: table.names[axis][empty]!, wanted, possible }
  }
  return undefined
}
