import type { ImportSheet } from '@rasad/contracts/imports'
import type { Scope } from '@rasad/domain/access/scope'
import { COLUMN_TEXT } from '@rasad/domain/imports/column-text'
import { COLUMNS } from '@rasad/domain/imports/columns'
import type { MendedCells } from '@rasad/domain/imports/mended-row'
import { columnsOfReason } from '@rasad/domain/imports/reason-columns'
import { sentenceOf } from '@rasad/domain/imports/verdict-text'
import type { ReadDb } from '../../platform/db.ts'
import type { FileStore } from '../../platform/file-store.ts'
import { Problem } from '../../platform/problem.ts'
import { writeMarkedWorkbook, type RowMark } from '../../platform/workbook/marked-workbook.ts'
import { listToldRows } from './import-run-rows.queries.ts'
import { getRun } from './import-runs.queries.ts'
import { getImport, listImportRows } from './imports.queries.ts'

// As many rows as a sheet of Excel holds.
const MOST_ROWS = 1_048_576

/** A row of the file there is something to say about. */
export type NotedRow = {
  sheet: string
  row: number
  reasons: readonly string[]
  warnings: readonly string[]
  /** What was put in place of its cells. */
  mended?: MendedCells
}

/** The header of the column that the reasons stand in; a list that comes back with it keeps one such column. */
export const REASON_HEADER = 'ایرادها (رصد)'

/** Writes the sender's own file with the reasons beside each row that was not entered, ready to be corrected and sent again. */
export async function writeErrorWorkbook(input: {
  path: string
  sheets: readonly ImportSheet[]
  rows: readonly NotedRow[]
  /** Whether the list was checked only. */
  isChecked: boolean
  out: string
}): Promise<void> {
  const bySheet = Map.groupBy(input.rows, ({ sheet }) => sheet)
  const sheets = new Map(
    input.sheets.flatMap((sheet) => {
      if (sheet.headerRows === null) return []
      const marks = new Map(
        (bySheet.get(sheet.name) ?? []).map((row) => [row.row, markOf(row, sheet, input.isChecked)]),
      )
      return [[sheet.name, { headerRow: sheet.headerRows[1], marks }] as const]
    }),
  )
  await writeMarkedWorkbook({ path: input.path, sheets, reasonHeader: REASON_HEADER, out: input.out })
}

function markOf(
  { reasons, warnings, mended = {} }: NotedRow,
  { mapping }: ImportSheet,
  isChecked: boolean,
): RowMark {
  const codes = [...reasons, ...warnings]
  const wanted = new Set(codes.flatMap(columnsOfReason))
  return {
    text: [...codes.map((code) => sentenceOf('fa', code, isChecked)), ...mendedTexts(mended)].join(' '),
    columns: mapping.filter(({ column }) => wanted.has(column)).map(({ index }) => index),
    tone: reasons.length > 0 ? 'error' : 'warning',
  }
}

function mendedTexts(mended: MendedCells): string[] {
  return COLUMNS.flatMap((column) =>
    mended[column] === undefined
      ? []
      : [`در رصد اصلاح شده است: ${COLUMN_TEXT.fa[column]} «${mended[column]}».`],
  )
}

/** The same for an import that stands in the register, from the file that was kept; tells how many rows it marked. */
export async function writeStoredErrors(
  db: ReadDb,
  files: FileStore,
  { province, importId, out }: { province: string; importId: number; out: string },
  scope: Scope,
): Promise<{ told: { rows: number } }> {
  const { sheets, sha256 } = await getImport(db, province, importId, scope)
  const { rows } = await listImportRows(db, province, importId, { offset: 0, limit: MOST_ROWS }, scope)
  const told = rows.filter(({ verdict, warnings }) => verdict !== 'accepted' || warnings.length > 0)
  await writeErrorWorkbook({ path: files.pathOf(sha256), sheets, rows: told, isChecked: false, out })
  return { told: { rows: told.length } }
}

/** The same for a kept dry run, with what was mended in it. */
export async function writeRunErrors(
  db: ReadDb,
  files: FileStore,
  { runId, out }: { runId: string; out: string },
  scope: Scope,
): Promise<{ told: { province: string; rows: number } }> {
  const run = await getRun(db, runId, scope)
  if (run.keptUntil === null || run.outcome === null) throw new Problem('import.run-not-kept', { runId })
  const { sheets } = run.outcome
  const rows = (await listToldRows(db, run)).map((row) => ({ ...row, sheet: sheets[row.sheetNumber]!.name }))
  await writeErrorWorkbook({ path: files.pathOf(run.sha256), sheets, rows, isChecked: true, out })
  return { told: { province: run.province, rows: rows.length } }
}
