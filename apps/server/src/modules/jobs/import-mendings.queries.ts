import type { ImportMending } from '@rasad/contracts/import-runs'
import type { Scope } from '@rasad/domain/access/scope'
import type { MendedCells } from '@rasad/domain/imports/mended-row'
import { sql } from 'kysely'
import type { ReadDb, WriteTx } from '../../platform/db.ts'
import { allOf, scopeConditions } from '../../platform/scope.queries.ts'
import type { RowPlace } from './import-run-rows.queries.ts'
import { IMPORT_COLUMNS } from './imports.queries.ts'

/** One act of mending a row: what stands in place of its cells from then on. */
export type Mending = RowPlace & { version: number; mended: MendedCells; by: string; at: string }

type Run = { province: string; runId: string }

/** Notes an act of mending. */
export async function insertMending(
  tx: WriteTx,
  { province, runId }: Run,
  mending: Omit<Mending, 'at'>,
): Promise<void> {
  const { sheetNumber, row, version, mended, by } = mending
  await sql`
    insert into import_run_mending (province_id, run_id, sheet_number, row_number, version, mended, mended_by)
    values (${province}, ${runId}, ${sheetNumber}, ${row}, ${version}, ${JSON.stringify(mended)}::jsonb, ${by})`.execute(
    tx,
  )
}

/** Gives a run that checks another again the acts of mending of the rows that are still mended in it. */
export async function takeMendingsOver(tx: WriteTx, { province, runId }: Run, before: Run): Promise<void> {
  await sql`
    insert into import_run_mending (province_id, run_id, sheet_number, row_number, version, mended, mended_by, mended_at)
    select province_id, ${runId}, sheet_number, row_number, version, mended, mended_by, mended_at from import_run_mending
    where province_id = ${before.province} and run_id = ${before.runId} and (sheet_number, row_number) in (
      select sheet_number, row_number from import_run_row
      where province_id = ${province} and run_id = ${runId} and mended <> '{}')`.execute(tx)
}

/** What was done to the rows of a run, or to one of them, the oldest first. */
export async function listMendings(
  db: ReadDb,
  { province, runId }: Run,
  place?: RowPlace,
): Promise<Mending[]> {
  const ofRow = place ? sql`sheet_number = ${place.sheetNumber} and row_number = ${place.row}` : sql`true`
  const { rows } = await sql<Mending>`
    select sheet_number, row_number as row, version, mended, mended_by as by, mended_at as at from import_run_mending
    where province_id = ${province} and run_id = ${runId} and ${ofRow} order by sheet_number, row_number, version`.execute(
    db,
  )
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }))
}

/** Keeps with an import what was mended in its rows. */
export async function insertImportMendings(
  tx: WriteTx,
  { province, importId }: { province: string; importId: number },
  mendings: readonly ImportMending[],
): Promise<void> {
  if (mendings.length === 0) return
  await sql`
    insert into job_import_mending (province_id, import_id, sheet, row_number, column_name, before, after, mended_by, mended_at)
    select ${province}, ${importId}::bigint, sheet, "row", "column", before, after, "by", "at"
    from jsonb_to_recordset(${JSON.stringify(mendings)}::jsonb)
      as cell (sheet text, "row" integer, "column" text, before text, after text, "by" text, "at" timestamptz)`.execute(
    tx,
  )
}

/** A page of what was mended in the rows of an import; outside the scope there is nothing. */
export async function listImportMendings(
  db: ReadDb,
  { province, importId }: { province: string; importId: number },
  { offset, limit }: { offset: number; limit: number },
  scope: Scope,
): Promise<{ mendings: ImportMending[]; count: number }> {
  const ofImport = sql`province_id = ${province} and import_id = ${importId} and exists (
    select 1 from job_import where job_import.province_id = ${province} and job_import.import_id = ${importId}
      and ${allOf(scopeConditions(scope, IMPORT_COLUMNS))})`
  const counted = await sql<{ n: number }>`
    select count(*) as n from job_import_mending where ${ofImport}`.execute(db)
  const { rows } = await sql<ImportMending>`
    select sheet, row_number as row, column_name as "column", before, after, mended_by as by, mended_at as at
    from job_import_mending where ${ofImport} order by sheet, row_number, column_name limit ${limit} offset ${offset}`.execute(
    db,
  )
  const mendings = rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }))
  return { mendings, count: counted.rows[0]!.n }
}
