import type { Writable } from 'node:stream'
import type { Cell } from './workbook-shape.ts'
import { type CellLook, type DocumentRow, writeXlsxDocument } from './xlsx-document.ts'

/** A column of an exported table; `percent` cells are shares of one (0.43 is shown as 43.0%), codes are `text`. */
export type TableColumn = { header: string; width?: number; kind: 'text' | 'number' | 'percent' }

/** A table to export on a sheet of its own. */
export type Table = {
  sheet: string
  rightToLeft: boolean
  /** Lines that stand above the header. */
  title: string[]
  columns: TableColumn[]
  rows: AsyncIterable<Cell[]> | Iterable<Cell[]>
  total?: Cell[]
}

const DEFAULT_WIDTH = 18

function lookOf(value: Cell, kind: TableColumn['kind'], bold: boolean): CellLook {
  const look = kind === 'number' && !Number.isInteger(value) ? 'decimal' : kind
  const shown = typeof value === 'number' ? look : 'text'
  return bold ? `bold-${shown}` : shown
}

function tableCells(
  columns: readonly TableColumn[],
  values: readonly Cell[],
  bold: boolean,
): DocumentRow['cells'] {
  return columns.map(({ kind }, index) => {
    const value = values[index] ?? null
    return {
      value: kind === 'text' && value !== null ? String(value) : value,
      look: lookOf(kind === 'text' ? null : value, kind, bold),
    }
  })
}

async function* tableRows({ title, columns, rows, total }: Table): AsyncIterable<DocumentRow> {
  let number = 1
  for (const line of title) yield { number: number++, cells: [{ value: line, look: 'title' }] }
  yield { number: number++, cells: columns.map(({ header }) => ({ value: header, look: 'header' })) }
  for await (const values of rows) yield { number: number++, cells: tableCells(columns, values, false) }
  if (total !== undefined) yield { number, cells: tableCells(columns, total, true) }
}

/** Writes tables as an .xlsx, row by row, to a path or a stream; text is never a formula. Past 1,048,576 rows a RangeError. */
export async function writeTableWorkbook(out: string | Writable, tables: readonly Table[]): Promise<void> {
  await writeXlsxDocument(
    out,
    tables.map((table) => ({
      name: table.sheet,
      rightToLeft: table.rightToLeft,
      widths: table.columns.map((column) => column.width ?? DEFAULT_WIDTH),
      frozenRows: table.title.length + 1,
      rows: tableRows(table),
    })),
  )
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
