import type { RunRow } from '@rasad/contracts/import-runs'
import type { Scope } from '@rasad/domain/access/scope'
import type { ReadDb } from '../../platform/db.ts'
import { listRunPage, type RunRowQuestion } from './import-run-rows.queries.ts'
import { tellRow } from './import-run-mending.commands.ts'
import { getRun, getSheets } from './import-runs.queries.ts'
import { listImportRows } from './imports.queries.ts'

type Page = { rows: RunRow[]; count: number; next: string | null }

/** The rows of a run there is something to say about: kept ones of a dry run, those of its import for one that entered. */
export async function pageOfRun(
  db: ReadDb,
  runId: string,
  asked: RunRowQuestion,
  scope: Scope,
): Promise<Page> {
  const run = await getRun(db, runId, scope)
  if (run.keptUntil !== null) {
    const sheets = await getSheets(db, run.province, runId)
    const { rows, count } = await listRunPage(db, run, asked)
    return paged(
      rows.map((row) => tellRow(row, sheets)),
      count,
      asked,
    )
  }
  const importId = run.outcome?.importId ?? null
  if (importId === null) return { rows: [], count: 0, next: null }
  const { rows, count } = await listImportRows(db, run.province, importId, asked, scope)
  const numbers = new Map(run.outcome!.sheets.map(({ name }, number) => [name, number]))
  const plain = { county: null, cells: [], mended: [], version: 0 }
  return paged(
    rows.map((row) => ({ ...row, ...plain, sheetNumber: numbers.get(row.sheet) ?? 0 })),
    count,
    asked,
  )
}

function paged(rows: RunRow[], count: number, { limit }: RunRowQuestion): Page {
  const last = rows.at(-1)
  const next = rows.length === limit && last ? `${last.sheetNumber}.${last.row}` : null
  return { rows, count, next }
}
