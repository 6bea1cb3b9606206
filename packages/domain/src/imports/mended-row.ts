import type { Cell } from './cell.ts'
import { COLUMNS, type Column } from './columns.ts'
import type { ColumnMapping } from './header.ts'
import type { MergedCells } from './merged-cells.ts'

/** What a person put in place of a row's cells, by column; an empty text empties the cell. */
export type MendedCells = Readonly<Partial<Record<Column, string>>>

type Source = { cells: readonly Cell[]; formulas?: readonly number[]; merged?: MergedCells }

/** A row as it reads with what was put in place of its cells; a column that its sheet does not have stands behind the others. */
export function mendRow<Row extends Source>(
  row: Row,
  mapping: ColumnMapping,
  mended: MendedCells | undefined,
): { row: Row; mapping: ColumnMapping } {
  if (mended === undefined) return { row, mapping }
  const cells = [...row.cells]
  const columns = { ...mapping.columns }
  let beyond = Math.max(cells.length, mapping.headers.length)
  const touched = new Set<number>()
  for (const column of COLUMNS) {
    const text = mended[column]
    if (text === undefined) continue
    const index = (columns[column] ??= beyond++)
    while (cells.length <= index) cells.push(null)
    cells[index] = text === '' ? null : text
    touched.add(index)
  }
  const { formulas, merged } = row
  const asInFile = (indexes: readonly number[]) => indexes.filter((index) => !touched.has(index))
  const untouched = {
    ...(formulas && { formulas: asInFile(formulas) }),
    ...(merged && { merged: { taken: asInFile(merged.taken), left: asInFile(merged.left) } }),
  }
  return { row: { ...row, cells, ...untouched }, mapping: { ...mapping, columns } }
}
