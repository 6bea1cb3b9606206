import { readNationalId } from '../persian/identifiers.ts'
import { isBlankCell, type Cell } from './cell.ts'
import { COLUMNS, type Column } from './columns.ts'
import type { ColumnMapping } from './header.ts'
import { kindOfIdleRow } from './row-kind.ts'
import type { CorrectionNote, WarningNote } from './row-notes.ts'

/** What a merged cell holds that reaches down over an empty cell of a row, and the number of the row it begins in. */
export type CoveredCell = { column: number; value: Cell; from: number }

/** Which cells of a row, by column from 0, took the value of a merged cell above them, and which must not. */
export type MergedCells = { taken: readonly number[]; left: readonly number[] }

type Source = { cells: readonly Cell[]; covered?: readonly CoveredCell[]; merged?: MergedCells }

/** What is one person's alone, and the amount, which would be counted as often as it is read. */
const NEVER_SHARED: ReadonlySet<Column> = new Set([
  'nationalId',
  'firstName',
  'lastName',
  'fullName',
  'fatherName',
  'birthDate',
  'mobile',
  'amount',
])
const NOT_KEPT: ReadonlySet<Column> = new Set(['rowNumber', 'notes'])

/**
 * A row with the values of merged cells that begin below the header and reach down to it («شهرستان» written once beside
 * five people). A row that is nobody's stays as it is, and nobody's name or number is taken from another row.
 */
export function takeMerged<Row extends Source>(row: Row, mapping: ColumnMapping, headerRow: number): Row {
  const { covered = [] } = row
  if (covered.length === 0) return row
  const columnAt = new Map(COLUMNS.map((column) => [mapping.columns[column], column] as const))
  const cells = [...row.cells]
  const taken: number[] = []
  const left: number[] = []
  for (const { column: index, value, from } of covered) {
    const column = columnAt.get(index)
    const isMeant = column !== undefined && !NOT_KEPT.has(column) && from > headerRow
    if (!isMeant || isBlankCell(value)) continue
    if (NEVER_SHARED.has(column)) left.push(index)
    else taken.push(index)
  }
  if (taken.length + left.length === 0 || isNobodys(row, mapping)) return { ...row, covered: [] }
  for (const { column, value } of covered) {
    if (!taken.includes(column)) continue
    while (cells.length < column) cells.push(null)
    cells[column] = value
  }
  return { ...row, cells, covered: [], merged: { taken, left } }
}

function isNobodys({ cells }: Source, mapping: ColumnMapping): boolean {
  const cell = cells[mapping.columns.nationalId ?? -1] ?? null
  const named = readNationalId(typeof cell === 'boolean' ? null : cell)
  return 'refusal' in named && kindOfIdleRow(cells, mapping) !== undefined
}

/** What was taken from merged cells, as corrections, and what was not, as warnings. */
export function noteMerged(
  { merged }: Source,
  mapping: ColumnMapping,
): { corrections: CorrectionNote[]; warnings: WarningNote[] } {
  if (merged === undefined) return { corrections: [], warnings: [] }
  const columnsOf = (indexes: readonly number[]) =>
    COLUMNS.filter((column) => indexes.includes(mapping.columns[column] ?? -1))
  return {
    corrections: columnsOf(merged.taken).map((column) => ({ code: 'cell.from-merge', column })),
    warnings: columnsOf(merged.left).map((column) => ({ code: 'cell.merged', column })),
  }
}
