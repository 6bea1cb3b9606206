import type { PreviewRow } from '@rasad/contracts/import-runs'
import type { ImportRow } from '@rasad/contracts/imports'
import { COLUMNS, type Column } from '@rasad/domain/imports/columns'
import type { ColumnMapping } from '@rasad/domain/imports/header'
import type { JobRow } from '@rasad/domain/imports/read-row'
import { maskNationalId } from '@rasad/domain/persian/identifiers'
import type { SheetRow } from '../../platform/workbook/workbook.ts'
import type { RowQuestion } from './imports.queries.ts'

/** One of the first rows of a list, before its verdict is known. */
export type FirstRow = Pick<PreviewRow, 'row' | 'cells' | 'read'> & { sheet: number }

/** What became of the rows of a list: the first ones whole, and those there is something to say about. */
export type JudgedRows = { preview: PreviewRow[]; rows: ImportRow[] }

const PERSONAL: readonly Column[] = ['nationalId', 'mobile']

/** A row as it stands in the file and as it was read; what identifies a person is masked. */
export function firstRow(
  sheet: number,
  row: SheetRow,
  { columns }: ColumnMapping,
  job: JobRow | null,
): FirstRow {
  const cells = COLUMNS.flatMap((column) => {
    const index = columns[column]
    const cell = index === undefined ? null : (row.cells[index] ?? null)
    if (index === undefined || cell === null) return []
    const text = String(cell)
    return [{ column, text: PERSONAL.includes(column) ? maskNationalId(text) : text }]
  })
  if (job === null) return { sheet, row: row.number, cells, read: null }
  const { county, agency, sector, gender, jobType, novelty, directness, settlement, startDate } = job
  const read = { county, agency, sector, gender, jobType, novelty, directness, settlement, startDate }
  return { sheet, row: row.number, cells, read }
}

type Judged = Omit<ImportRow, 'sheet'> & { sheet: number }

/** The rows with the names of their sheets, and the first ones with their verdicts. */
export function judgedRows(
  sheets: readonly string[],
  { first }: { first: readonly FirstRow[] },
  noted: readonly Judged[],
): JudgedRows {
  const nameOf = (sheet: number) => sheets[sheet] ?? ''
  const placeOf = ({ sheet, row }: { sheet: number; row: number }) => `${sheet}/${row}`
  const known = new Map(noted.map((row) => [placeOf(row), row]))
  const preview = first.map((row) => {
    const {
      verdict = 'accepted',
      reasons = [],
      corrections = [],
      warnings = [],
    } = known.get(placeOf(row)) ?? {}
    return { ...row, sheet: nameOf(row.sheet), verdict, reasons, corrections, warnings }
  })
  return { preview, rows: noted.map((row) => ({ ...row, sheet: nameOf(row.sheet) })) }
}

/** A page of rows that are held in memory, as `listImportRows` gives one of those that are stored. */
export function pageOfRows(
  rows: readonly ImportRow[],
  { verdict, note, offset, limit }: RowQuestion,
): { rows: ImportRow[]; count: number } {
  const wanted = rows.filter(
    (row) =>
      (verdict === undefined || row.verdict === verdict) &&
      (note === undefined || [...row.reasons, ...row.corrections, ...row.warnings].includes(note)),
  )
  return { rows: wanted.slice(offset, offset + limit), count: wanted.length }
}
