import type { MendedCells } from '@rasad/domain/imports/mended-row'
import type { Verdict } from '@rasad/domain/imports/verdict'
import { sql, type RawBuilder } from 'kysely'
import type { ReadDb, WriteTx } from '../../platform/db.ts'
import { allOf } from '../../platform/scope.queries.ts'
import type { SheetRow } from '../../platform/workbook/workbook.ts'

/** Where a row stands: in a run, and there in a sheet (by number from 0) of the file. */
export type RowPlace = { sheetNumber: number; row: number }
type Run = { province: string; runId: string }

/** A row of a dry run as it is kept. */
export type KeptRow = RowPlace & {
  verdict: Verdict
  reasons: string[]
  corrections: string[]
  warnings: string[]
  jobId: number | null
  county: string | null
  source: SheetRow
  mended: MendedCells
  version: number
}

const SELECTED = sql`
  select sheet_number, row_number as row, verdict, reasons, corrections, warnings, job_id, county_id as county, source, mended, version
  from import_run_row`

/** Keeps rows of a run, in place of those with the same numbers. */
export async function setKeptRows(
  tx: WriteTx,
  { province, runId }: Run,
  rows: readonly KeptRow[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into import_run_row (province_id, run_id, sheet_number, row_number, verdict, reasons, corrections, warnings, job_id, county_id,
      source, mended, version)
    select ${province}, ${runId}, "sheetNumber", "row", verdict, reasons, corrections, warnings, "jobId", county, source, mended, version
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as kept ("sheetNumber" integer, "row" integer, verdict text, reasons text[],
      corrections text[], warnings text[], "jobId" bigint, county text, source jsonb, mended jsonb, version integer)
    on conflict (province_id, run_id, sheet_number, row_number) do update set verdict = excluded.verdict, reasons = excluded.reasons,
      corrections = excluded.corrections, warnings = excluded.warnings, job_id = excluded.job_id, county_id = excluded.county_id,
      mended = excluded.mended, version = excluded.version`.execute(tx)
}

/** Whom a row of the file names. */
export type NamedPerson = RowPlace & { nationalId: string }

/** Keeps whom rows of a run name, in place of what they named before. */
export async function setPeople(
  tx: WriteTx,
  { province, runId }: Run,
  people: readonly NamedPerson[],
): Promise<void> {
  if (people.length === 0) return
  await sql`
    insert into import_run_person (province_id, run_id, sheet_number, row_number, national_id)
    select ${province}, ${runId}, sheet_number, row_number, national_id
    from unnest(${people.map(({ sheetNumber }) => sheetNumber)}::integer[], ${people.map(({ row }) => row)}::integer[],
      ${people.map(({ nationalId }) => nationalId)}::text[]) as named (sheet_number, row_number, national_id)`.execute(
    tx,
  )
}

/** Forgets whom a row of a run names. */
export async function deletePerson(tx: WriteTx, { province, runId }: Run, place: RowPlace): Promise<void> {
  await sql`
    delete from import_run_person where province_id = ${province} and run_id = ${runId}
      and sheet_number = ${place.sheetNumber} and row_number = ${place.row}`.execute(tx)
}

/** The rows of a run that name one of these people, in the order of the file. */
export async function listPlacesOf(
  db: ReadDb,
  { province, runId }: Run,
  nationalIds: readonly string[],
): Promise<RowPlace[]> {
  const { rows } = await sql<RowPlace>`
    select sheet_number, row_number as row from import_run_person
    where province_id = ${province} and run_id = ${runId} and national_id = any(${sql.val(nationalIds)}::text[])
    order by sheet_number, row_number`.execute(db)
  return rows
}

/** These rows of a run, as far as they are kept. */
export async function listKept(
  db: ReadDb,
  { province, runId }: Run,
  places: readonly RowPlace[],
): Promise<KeptRow[]> {
  const { rows } = await sql<KeptRow>`
    ${SELECTED} where province_id = ${province} and run_id = ${runId} and (sheet_number, row_number) in (
      select * from unnest(${places.map(({ sheetNumber }) => sheetNumber)}::integer[], ${places.map(({ row }) => row)}::integer[]))`.execute(
    db,
  )
  return rows
}

/** Which rows of a run are asked for. */
export type RunRowQuestion = {
  verdict?: string | undefined
  note?: string | undefined
  county?: string | undefined
  mended?: boolean | undefined
  after?: string | undefined
  offset: number
  limit: number
}

/** A page of the kept rows of a run, in the order of the file. */
export async function listRunPage(
  db: ReadDb,
  { province, runId }: Run,
  asked: RunRowQuestion,
): Promise<{ rows: KeptRow[]; count: number }> {
  const wanted: RawBuilder<unknown>[] = [sql`province_id = ${province}`, sql`run_id = ${runId}`]
  if (asked.verdict !== undefined) wanted.push(sql`verdict = ${asked.verdict}`)
  if (asked.note !== undefined) wanted.push(sql`${asked.note} = any(reasons || corrections || warnings)`)
  if (asked.county === 'none') wanted.push(sql`county_id is null`)
  else if (asked.county !== undefined) wanted.push(sql`county_id = ${asked.county}`)
  if (asked.mended !== undefined) wanted.push(sql`(mended <> '{}') = ${asked.mended}`)
  const counted = await sql<{ n: number }>`
    select count(*) as n from import_run_row where ${allOf(wanted)}`.execute(db)
  const [sheet, row] = (asked.after ?? '').split('.')
  if (row !== undefined) wanted.push(sql`(sheet_number, row_number) > (${Number(sheet)}, ${Number(row)})`)
  const { rows } = await sql<KeptRow>`
    ${SELECTED} where ${allOf(wanted)} order by sheet_number, row_number limit ${asked.limit} offset ${asked.offset}`.execute(
    db,
  )
  return { rows, count: counted.rows[0]!.n }
}

/** All kept rows of a run that the error workbook tells of. */
export async function listToldRows(db: ReadDb, { province, runId }: Run): Promise<KeptRow[]> {
  const { rows } = await sql<KeptRow>`
    ${SELECTED} where province_id = ${province} and run_id = ${runId}
      and (verdict <> 'accepted' or warnings <> '{}' or mended <> '{}') order by sheet_number, row_number`.execute(
    db,
  )
  return rows
}

/** A row of which cells were mended, and how often. */
export type MendedRow = RowPlace & Pick<KeptRow, 'mended' | 'version'>

/** The mended rows of a run: what stands in place of their cells. */
export async function listMended(db: ReadDb, { province, runId }: Run): Promise<MendedRow[]> {
  const { rows } = await sql<MendedRow>`
    select sheet_number, row_number as row, mended, version from import_run_row
    where province_id = ${province} and run_id = ${runId} and mended <> '{}' order by sheet_number, row_number`.execute(
    db,
  )
  return rows
}

/** Clears everything that is kept of a dry run but its counts. */
export async function clearKept(tx: WriteTx, { province, runId }: Run): Promise<void> {
  const ofRun = sql`province_id = ${province} and run_id = ${runId}`
  await sql`delete from import_run_row where ${ofRun}`.execute(tx)
  await sql`delete from import_run_person where ${ofRun}`.execute(tx)
  await sql`delete from import_run_mending where ${ofRun}`.execute(tx)
  await sql`update import_run set kept_until = null, sheets = null, preview = null where ${ofRun}`.execute(tx)
}
