import type { Writable } from 'node:stream'
import type { Cell } from './workbook-shape.ts'
import { type DocumentRow, type DocumentSheet, writeXlsxDocument } from './xlsx-document.ts'
import type { CellLook, DigitStyle } from './xlsx-styles.ts'

/**
 * A column of an exported table; `percent` cells are shares of one (0.43 is shown as 43.0%), codes are `text`. Sentences
 * go on in further lines of their cell where the column `wraps`.
 */
export type TableColumn = {
  header: string
  width?: number
  kind: 'text' | 'number' | 'percent'
  wraps?: boolean
}

/** A table to export on a sheet of its own. */
export type Table = {
  sheet: string
  rightToLeft: boolean
  /** Lines that stand above the header, the first as a headline; each as wide as the table. */
  title: string[]
  /** Columns that stay in sight while scrolling. */
  frozenColumns?: number
  columns: TableColumn[]
  rows: AsyncIterable<Cell[]> | Iterable<Cell[]>
  total?: Cell[]
}

const DEFAULT_WIDTH = 18

function lookOf(value: Cell, kind: TableColumn['kind'], bold: boolean): CellLook {
  const look = kind === 'number' && !Number.isInteger(value) ? 'decimal' : kind
  if (typeof value === 'number' && look !== 'text') return bold ? `bold-${look}` : look
  return bold ? 'bold-text' : 'table-text'
}

function tableCells(
  columns: readonly TableColumn[],
  values: readonly Cell[],
  bold: boolean,
): DocumentRow['cells'] {
  return columns.map(({ kind, wraps = false }, index) => {
    const value = values[index] ?? null
    return {
      value: kind === 'text' && value !== null ? String(value) : value,
      look: wraps && !bold ? 'wrapped-text' : lookOf(kind === 'text' ? null : value, kind, bold),
    }
  })
}

// A point of height is about a line's twelfth; wide enough a guess for Tahoma at the sizes of the looks.
const LINE_HEIGHT = 15
const HEADLINE_HEIGHT = 24
const HEADER_LINE_HEIGHT = 14

function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / width)), 0)
}

/** How high a row is whose sentences go on in further lines; the usual where they do not. */
function heightOf(columns: readonly TableColumn[], values: readonly Cell[]): number | undefined {
  const lines = columns.map(({ wraps = false, width = DEFAULT_WIDTH }, index) =>
    wraps ? linesOf(String(values[index] ?? ''), width) : 1,
  )
  const most = Math.max(1, ...lines)
  return most === 1 ? undefined : most * LINE_HEIGHT + 4
}

async function* tableRows({ title, columns, rows, total }: Table): AsyncIterable<DocumentRow> {
  const widths = columns.map(({ width = DEFAULT_WIDTH }) => width)
  const wide = widths.reduce((sum, width) => sum + width, 0)
  let number = 1
  for (const [index, line] of title.entries()) {
    const height = index === 0 ? HEADLINE_HEIGHT : linesOf(line, wide) * LINE_HEIGHT
    yield { number: number++, height, cells: [{ value: line, look: index === 0 ? 'title' : 'note' }] }
  }
  const lines = Math.max(1, ...columns.map(({ header }, index) => linesOf(header, (widths[index] ?? 1) - 1)))
  yield {
    number: number++,
    height: lines * HEADER_LINE_HEIGHT + 6,
    cells: columns.map(({ header }) => ({ value: header, look: 'header' })),
  }
  for await (const values of rows) {
    const height = heightOf(columns, values)
    yield {
      number: number++,
      ...(height !== undefined && { height }),
      cells: tableCells(columns, values, false),
    }
  }
  if (total !== undefined) yield { number, cells: tableCells(columns, total, true) }
}

function sheetOf(table: Table): DocumentSheet {
  const { sheet: name, rightToLeft, title, columns, frozenColumns = 0 } = table
  return {
    name,
    rightToLeft,
    widths: columns.map((column) => column.width ?? DEFAULT_WIDTH),
    frozenRows: title.length + 1,
    frozenColumns,
    joinedRows: title.map((_line, index) => index + 1),
    repeatedRows: [title.length + 1, title.length + 1],
    rows: tableRows(table),
  }
}

/** Writes tables as an .xlsx, row by row, to a path or a stream; text is never a formula. Past 1,048,576 rows a RangeError. */
export async function writeTableWorkbook(
  out: string | Writable,
  tables: readonly Table[],
  { digits = 'latin' }: { digits?: DigitStyle } = {},
): Promise<void> {
  await writeXlsxDocument(out, tables.map(sheetOf), { digits })
}

/** What a CSV file begins with, so that Excel reads it as UTF-8. */
export const CSV_START = '\ufeff'

function csvField(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  if (typeof cell === 'number') return String(cell)
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One line of CSV (RFC 4180) with its line end; text that a spreadsheet would take for a formula gets an apostrophe. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvField).join(',')}\r\n`
}
