import type { PreviewRow } from '@rasad/contracts/import-runs'
import { COLUMNS, type Column } from '@rasad/domain/imports/columns'
import type { ColumnMapping } from '@rasad/domain/imports/header'
import type { MendedCells } from '@rasad/domain/imports/mended-row'
import type { JobRow } from '@rasad/domain/imports/read-row'
import type { Verdict } from '@rasad/domain/imports/verdict'
import { maskNationalId } from '@rasad/domain/persian/identifiers'
import type { Cell, SheetRow } from '../../platform/workbook/workbook.ts'

/** One of the first rows of a list, before its verdict is known. */
export type FirstRow = Pick<PreviewRow, 'row' | 'cells' | 'read'> & { sheet: number }

type CellTexts = { column: Column; text: string }[]

// What is longer is no name, date or code, and its end decides nothing.
const LONGEST_CELL = 4000

/** A text as the database can keep it: no zero characters, no half characters, no endless one. */
export function storableText(text: string): string {
  return text.slice(0, LONGEST_CELL).replaceAll('\0', '').toWellFormed()
}

const PERSONAL: readonly Column[] = ['nationalId', 'mobile']

/** The cells of a row by column, in full. */
export function cellsByColumn(cells: readonly Cell[], { columns }: ColumnMapping): CellTexts {
  return COLUMNS.flatMap((column) => {
    const index = columns[column]
    const cell = index === undefined ? null : (cells[index] ?? null)
    return cell === null ? [] : [{ column, text: storableText(String(cell)) }]
  })
}

/** What a cell may be shown as to those who need not know who it is. */
export function maskedText(column: Column, text: string): string {
  return PERSONAL.includes(column) && text !== '' ? maskNationalId(text) : text
}

/** Cells of which those that identify a person are masked. */
export function masked(cells: CellTexts): CellTexts {
  return cells.map(({ column, text }) => ({ column, text: maskedText(column, text) }))
}

/** The cells of a row that identify its person: masked everywhere but where somebody asked for them. */
export function identifying(cells: CellTexts): CellTexts {
  return cells.filter(({ column }) => PERSONAL.includes(column))
}

/** What stands in place of the cells of a row, masked as its cells are. */
export function maskedCells(mended: MendedCells): Record<string, string> {
  return Object.fromEntries(
    COLUMNS.flatMap((column) => {
      const text = mended[column]
      return text === undefined ? [] : [[column, maskedText(column, text)]]
    }),
  )
}

/** What was made of a row; null where it is refused. */
function readOf(job: JobRow | null): PreviewRow['read'] {
  if (job === null) return null
  const { county, agency, sector, gender, jobType, novelty, directness, settlement, startDate } = job
  return { county, agency, sector, gender, jobType, novelty, directness, settlement, startDate }
}

/** A row as it stands in the file and as it was read; what identifies a person is masked. */
export function firstRow(sheet: number, row: SheetRow, mapping: ColumnMapping, job: JobRow | null): FirstRow {
  return { sheet, row: row.number, cells: masked(cellsByColumn(row.cells, mapping)), read: readOf(job) }
}

type Judged = {
  sheet: number
  row: number
  verdict: Verdict
  reasons: string[]
  corrections: string[]
  warnings: string[]
}

/** The first rows with the names of their sheets and their verdicts. */
export function previewOf(
  sheets: readonly { name: string }[],
  first: readonly FirstRow[],
  noted: readonly Judged[],
): PreviewRow[] {
  const placeOf = ({ sheet, row }: { sheet: number; row: number }) => `${sheet}/${row}`
  const known = new Map(noted.map((row) => [placeOf(row), row]))
  return first.map((row) => {
    const {
      verdict = 'accepted',
      reasons = [],
      corrections = [],
      warnings = [],
    } = known.get(placeOf(row)) ?? {}
    return { ...row, sheet: sheets[row.sheet]?.name ?? '', verdict, reasons, corrections, warnings }
  })
}
