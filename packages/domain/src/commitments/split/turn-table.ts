import { FREE, membersOf, perAxis, sizeOf, type SplitTable, type TableAxis } from './table.ts'

/** Which axis stands in the place of each. */
export type Roles = Record<TableAxis, TableAxis>

/** A table with its axes in other places, and how cells of it go back; only while no pair is pinned. */
export function turnTable(
  table: SplitTable,
  roles: Roles,
): { turned: SplitTable; turnBack: (cells: Float64Array) => Float64Array } {
  const names = perAxis((axis) => table.names[roles[axis]])
  const [, counties, sectors] = sizeOf({ names })
  const members = perAxis((axis) => membersOf(table, roles[axis]))
  const turn = (cell: number): number =>
    (members.agency[cell]! * counties + members.county[cell]!) * sectors + members.sector[cell]!
  const turnAll = (values: Float64Array): Float64Array => {
    const turned = new Float64Array(values.length)
    for (const [cell, value] of values.entries()) turned[turn(cell)] = value
    return turned
  }
  return {
    turned: {
      names,
      weights: turnAll(table.weights),
      pinned: turnAll(table.pinned),
      pairs: new Float64Array(names.agency.length * counties).fill(FREE),
      margins: perAxis((axis) => table.margins[roles[axis]]),
      total: table.total,
    },
    turnBack: (cells) => cells.map((_, cell) => cells[turn(cell)]!),
  }
}
