import { deriveMargins, marginGrouping, pairGrouping } from './derive-margins.ts'
import { fitCells } from './fit.ts'
import { boundsOf, openWeights } from './room.ts'
import { roundTable } from './round-table.ts'
import { FREE, membersOf, pairsOf, sizeOf, TABLE_AXES, type SplitTable, type TableAxis } from './table.ts'
import { tradeSectors } from './trade-sectors.ts'

/**
 * The cells of a table in whole numbers: the wholes that are not set are derived in the turns given, agency × county is
 * fitted to all wholes and rounded so that both hold, and each pair is split into sectors so that those hold too (derived
 * only then if they are in no turn). Where sectors cannot, jobs trade places, and what was only derived gives way.
 */
export function fillTable(table: SplitTable, turns: readonly (readonly TableAxis[])[]): Float64Array {
  const outer = { ...table, margins: deriveMargins(table, turns) }
  const weights = openWeights(outer, boundsOf(outer)) ?? table.weights
  const pairs = roundPairs({ ...outer, weights })
  const margins = deriveMargins({ ...outer, pairs }, [TABLE_AXES])
  const cells = splitPairs({ ...outer, weights, margins }, pairs)
  if (!tradeSectors({ ...outer, weights }, cells, margins)) tradeSectors(table, cells, table.margins)
  return cells
}

function roundPairs(table: SplitTable): Float64Array {
  const groupings = [pairGrouping(table), ...TABLE_AXES.map((axis) => marginGrouping(table, axis))]
  const fitted = pairsOf(table, fitCells(table.weights, groupings))
  const weights = pairsOf(table, table.weights)
  const pinned = table.pairs.map((pair) => Math.max(pair, 0))
  const [, counties] = sizeOf(table)
  const rowTotals = Float64Array.from(table.margins.agency)
  const columnTotals = Float64Array.from(table.margins.county)
  for (const [pair, value] of pinned.entries()) {
    rowTotals[Math.floor(pair / counties)]! -= value
    columnTotals[pair % counties]! -= value
  }
  const isOpen = (pair: number): boolean => table.pairs[pair] === FREE && weights[pair]! > 0
  const rounded = roundTable({ fitted, isOpen, rowTotals, columnTotals })
  return rounded.map((value, pair) => value + pinned[pair]!)
}

function splitPairs(table: SplitTable, pairs: Float64Array): Float64Array {
  const sectors = table.names.sector.length
  const fitted = fitCells(table.weights, [
    { groups: membersOf(table, 'sector'), targets: table.margins.sector },
    { groups: Int32Array.from(table.weights, (_, cell) => Math.floor(cell / sectors)), targets: pairs },
  ])
  const isOpen = (cell: number): boolean => table.weights[cell]! > 0
  return roundTable({ fitted, isOpen, rowTotals: pairs, columnTotals: table.margins.sector })
}
