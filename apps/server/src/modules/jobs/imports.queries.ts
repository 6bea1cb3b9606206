import type { ImportMapping } from '@rasad/contracts/import-mappings'
import type { Import, ImportOutcome, ImportRow } from '@rasad/contracts/imports'
import type { Scope } from '@rasad/domain/access/scope'
import { sql, type RawBuilder } from 'kysely'
import type { ReadDb, WriteTx } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { allOf, scopeConditions, type ScopeColumns } from '../../platform/scope.queries.ts'

type StoredImport = Omit<Import, 'undone'> & {
  undoneBy: string | null
  undoneAt: string
  undoneReason: string
}

/**
 * A list is an agency's, of all its counties: it lies in the scope of the agency and of the province, in no county's.
 * A list of several agencies has none of its own, and lies in the province's alone.
 */
export const IMPORT_COLUMNS: ScopeColumns = {
  province: 'job_import.province_id',
  county: null,
  agency: 'job_import.agency_id',
}
const MAPPING_COLUMNS: ScopeColumns = { province: 'province_id', county: null, agency: 'agency_id' }

/** Records an import with what became of its rows. */
export async function insertImport(
  tx: WriteTx,
  outcome: Omit<ImportOutcome, 'importId' | 'dryRun' | 'format' | 'batch' | 'afterCutoff' | 'counties'> & {
    bytes: number
  },
  { importId, entryId, actor }: { importId: number; entryId: number | null; actor: string },
): Promise<void> {
  const { province, period, agency, file, sha256, bytes, rows, accepted, rejected, duplicate, conflict } =
    outcome
  const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
  await sql`
    insert into job_import (province_id, import_id, period_id, agency_id, entry_id, file_name, file_sha256, file_bytes, rows, accepted,
      rejected, duplicate, conflict, reasons, corrections, warnings, agencies, sheets, imported_by)
    values (${province}, ${importId}, ${period}, ${agency}, ${entryId}, ${file}, ${sha256}, ${bytes}, ${rows}, ${accepted},
      ${rejected}, ${duplicate}, ${conflict}, ${json(outcome.reasons)}, ${json(outcome.corrections)}, ${json(outcome.warnings)},
      ${json(outcome.agencies)}, ${json(outcome.sheets)}, ${actor})`.execute(tx)
}

/** The number of the next import; whoever holds the registration of the province takes it, so that none is left out. */
export async function nextImportId(tx: WriteTx, province: string): Promise<number> {
  const { rows } = await sql<{ importId: number }>`
    select coalesce(max(import_id), 0) + 1 as import_id from job_import where province_id = ${province}`.execute(
    tx,
  )
  return rows[0]!.importId
}

const SELECTED = sql`
  select job_import.import_id, job_import.province_id as province, period_id as period, agency_id as agency, file_name as file,
    file_sha256 as sha256, rows, accepted, rejected, duplicate, conflict, reasons, corrections, warnings, agencies, sheets, imported_by, imported_at,
    undone_by, undone_at, undo.reason as undone_reason
  from job_import left join job_import_undo undo
    on undo.province_id = job_import.province_id and undo.import_id = job_import.import_id`

/** One import; outside the scope it is not found. */
export async function getImport(
  db: ReadDb,
  province: string,
  importId: number,
  scope: Scope,
): Promise<Import> {
  const wanted = allOf([
    sql`job_import.province_id = ${province}`,
    sql`job_import.import_id = ${importId}`,
    ...scopeConditions(scope, IMPORT_COLUMNS),
  ])
  const { rows } = await sql<StoredImport>`${SELECTED} where ${wanted}`.execute(db)
  if (!rows[0]) throw new Problem('not-found', { kind: 'import', id: `${province}/${importId}` })
  return readImport(rows[0])
}

/** A page of imports, newest first. */
export async function listImports(
  db: ReadDb,
  {
    province,
    period,
    agency,
    after,
    limit,
  }: {
    province: string
    period: string
    agency?: string | undefined
    after?: number | undefined
    limit: number
  },
  scope: Scope,
): Promise<{ imports: Import[]; next: number | null }> {
  const all: RawBuilder<unknown>[] = [
    sql`job_import.province_id = ${province}`,
    sql`period_id = ${period}`,
    ...scopeConditions(scope, IMPORT_COLUMNS),
  ]
  if (agency !== undefined) all.push(sendsOrNames(agency))
  if (after !== undefined) all.push(sql`job_import.import_id < ${after}`)
  const { rows } = await sql<StoredImport>`
    ${SELECTED} where ${allOf(all)} order by job_import.import_id desc limit ${limit + 1}`.execute(db)
  const imports = rows.slice(0, limit).map(readImport)
  return { imports, next: rows.length > limit ? imports.at(-1)!.importId : null }
}

/** The lists of an agency, and those of several that have rows of it. */
function sendsOrNames(agency: string): RawBuilder<unknown> {
  return sql`(agency_id = ${agency} or (agency_id is null and agencies @> ${JSON.stringify([{ agency }])}::jsonb))`
}

function readImport({ undoneBy, undoneAt, undoneReason, ...row }: StoredImport): Import {
  const undone =
    undoneBy === null ? null : { by: undoneBy, at: new Date(undoneAt).toISOString(), reason: undoneReason }
  return { ...row, importedAt: new Date(row.importedAt).toISOString(), undone }
}

/** Which rows of an import are asked for. */
export type RowQuestion = {
  verdict?: string | undefined
  note?: string | undefined
  offset: number
  limit: number
}

/** The rows of an import there is something to say about; outside the scope there are none. */
export async function listImportRows(
  db: ReadDb,
  province: string,
  importId: number,
  { verdict, note, offset, limit }: RowQuestion,
  scope: Scope,
): Promise<{ rows: ImportRow[]; count: number }> {
  const ofVerdict = verdict === undefined ? sql`true` : sql`verdict = ${verdict}`
  const noted = note === undefined ? sql`true` : sql`${note} = any(reasons || corrections || warnings)`
  const seen = sql`exists (select 1 from job_import where job_import.province_id = ${province} and job_import.import_id = ${importId}
    and ${allOf(scopeConditions(scope, IMPORT_COLUMNS))})`
  const ofImport = sql`province_id = ${province} and import_id = ${importId} and ${ofVerdict} and ${noted} and ${seen}`
  const counted = await sql<{
    n: number
  }>`select count(*) as n from job_import_row where ${ofImport}`.execute(db)
  const { rows } = await sql<ImportRow>`
    select sheet, row_number as row, verdict, reasons, corrections, warnings, job_id from job_import_row
    where ${ofImport} order by sheet, row_number limit ${limit} offset ${offset}`.execute(db)
  return { rows, count: counted.rows[0]!.n }
}

/** The saved column names of an agency's lists, or with null of lists of several; none when nothing was saved, or it is outside the scope. */
export async function findMapping(
  db: ReadDb,
  province: string,
  agency: string | null,
  scope: Scope,
): Promise<ImportMapping['columns']> {
  const inScope = allOf(scopeConditions(scope, MAPPING_COLUMNS))
  const { rows } = await sql<{ columns: ImportMapping['columns'] }>`
    select columns from import_mapping where province_id = ${province} and agency_id is not distinct from ${agency} and ${inScope}`.execute(
    db,
  )
  return rows[0]?.columns ?? {}
}

/** Saves column names for an agency's lists, or with null for lists of several, in place of those before. */
export async function saveMapping(
  tx: WriteTx,
  province: string,
  agency: string | null,
  columns: ImportMapping['columns'],
  actor: string,
): Promise<void> {
  await sql`
    insert into import_mapping (province_id, agency_id, columns, saved_by) values (${province}, ${agency}, ${JSON.stringify(columns)}::jsonb, ${actor})
    on conflict (province_id, agency_id) do update
    set columns = excluded.columns, saved_by = excluded.saved_by, saved_at = clock_timestamp()`.execute(tx)
}

/** The ledger entry of an import; null when nothing entered with it. */
export async function findImportEntry(
  db: ReadDb,
  province: string,
  importId: number,
): Promise<number | null> {
  const { rows } = await sql<{ entryId: number | null }>`
    select entry_id from job_import where province_id = ${province} and import_id = ${importId}`.execute(db)
  return rows[0]?.entryId ?? null
}
