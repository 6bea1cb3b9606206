import { WorkbookRefusal } from './workbook-refusal.ts'

/** One value as the sender's file holds it; null is an empty cell, and a date is its serial number (1900 system). */
export type Cell = string | number | boolean | null

/** One row with content. */
export type SheetRow = {
  /** The row number the sender sees, from 1; in CSV the line on which the record begins. */
  number: number
  /** Values by column from 0, dense up to the last one with content. */
  cells: Cell[]
  hidden: boolean
  /** Columns whose cell held a formula: the value is its cached result, or else the text `=…`. */
  formulas?: number[]
  /** What merged cells above hold whose range reaches down over empty cells of this row, and the row they begin in. */
  covered?: { column: number; value: Cell; from: number }[]
  /** The heading it stands under, where its sheet has some. */
  heading?: string
  /** The columns that took the value of such a cell, and those in which it stays away. */
  merged?: { taken: readonly number[]; left: readonly number[] }
}

/** One sheet; its rows come in batches, in the order of the file, and can be read again. */
export type Sheet = { name: string; hidden: boolean; rows: () => AsyncIterable<SheetRow[]> }

/** What the file is by its content, whatever its name says. */
export type WorkbookFormat = 'xlsx' | 'xls' | 'ods' | 'csv'

/** An opened file. */
export type Workbook = {
  format: WorkbookFormat
  sheets: Sheet[]
  /** The extension in the file's name, when it promises another type than the content has. */
  renamedFrom?: string
  /** The part of the file that has been read, 0 to 1; best effort. */
  progress: () => number
  close: () => Promise<void>
}

/** How much of a file is read before it is refused; columns and characters beyond theirs are cut off. */
export type WorkbookLimits = {
  maxFileBytes: number
  maxUnpackedBytes: number
  maxRows: number
  maxColumns: number
  maxCellCharacters: number
}

/** Limits for files that come from outside; 32,767 characters is what Excel itself lets into a cell. */
export const DEFAULT_LIMITS: WorkbookLimits = {
  maxFileBytes: 200 * 1024 ** 2,
  maxUnpackedBytes: 2 * 1024 ** 3,
  maxRows: 1_500_000,
  maxColumns: 512,
  maxCellCharacters: 32_767,
}

/** The text within the limit, without half a character at its end. */
export function cutText(text: string, maximum: number): string {
  if (text.length <= maximum) return text
  const last = text.charCodeAt(maximum - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? maximum - 1 : maximum)
}

/** Puts a value at its column, with nulls before it; empty values and columns beyond the limit leave no trace. */
export function placeCell(cells: Cell[], column: number, value: Cell, maxColumns: number): void {
  if (value === null || value === '' || column >= maxColumns) return
  while (cells.length < column) cells.push(null)
  cells[column] = value
}

/** Counts the rows of all sheets; a sheet that is read again counts once. */
export type RowMeter = (sheet: number, rowsSoFar: number) => void

/** A meter that refuses as soon as the workbook has shown more rows than allowed. */
export function createRowMeter(maximum: number): RowMeter {
  const counted: number[] = []
  return (sheet, rowsSoFar) => {
    counted[sheet] = Math.max(counted[sheet] ?? 0, rowsSoFar)
    const total = counted.reduce((sum, count) => sum + count, 0)
    if (total > maximum) throw new WorkbookRefusal('workbook.too-many-rows', { maximum })
  }
}
