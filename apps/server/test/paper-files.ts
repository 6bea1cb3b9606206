import ExcelJS from 'exceljs'
import { parse } from 'csv-parse/sync'
import type { AnyRoute } from '@rasad/contracts/define-route'
import { expect } from 'vitest'
import type { World } from './world.ts'

/** Asks for a file and makes sure that it came. */
export async function fileOf(
  world: World,
  contract: AnyRoute,
  words: { params?: object; query?: object },
): Promise<{ content: Buffer; name: string }> {
  const response = await world.ask(contract, words)
  expect([response.statusCode, response.statusCode < 300 ? '' : response.body]).toEqual([200, ''])
  const disposition = String(response.headers['content-disposition'])
  const name = decodeURIComponent(/filename\*=UTF-8''(.*)$/.exec(disposition)?.[1] ?? '')
  return { content: response.rawPayload, name }
}

/** A workbook as Excel would open it. */
export async function bookOf(content: Buffer): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Uint8Array.from(content).buffer)
  return book
}

/** The rows below the header of a table, each cell under its header. */
export function recordsOf(sheet: ExcelJS.Worksheet, headerRow: number): Record<string, ExcelJS.CellValue>[] {
  const headers = cellsOf(sheet, headerRow).map(String)
  return Array.from({ length: sheet.rowCount - headerRow }, (_, index) => {
    const cells = cellsOf(sheet, headerRow + 1 + index)
    return Object.fromEntries(headers.map((header, at) => [header, cells[at] ?? null]))
  })
}

/** The cells of a row from the first column on. */
export function cellsOf(sheet: ExcelJS.Worksheet, row: number): ExcelJS.CellValue[] {
  return Array.from({ length: sheet.columnCount }, (_, index) => sheet.getCell(row, index + 1).value)
}

/** A CSV as records by header. */
export function csvRecords(content: Buffer): Record<string, string>[] {
  return parse(content, { bom: true, columns: true, record_delimiter: '\r\n' })
}
