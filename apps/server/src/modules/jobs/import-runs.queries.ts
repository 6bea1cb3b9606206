import type { ImportOutcome, ImportRun, RunPhase } from '@rasad/contracts/imports'
import type { PreviewRow } from '@rasad/contracts/import-runs'
import type { Scope } from '@rasad/domain/access/scope'
import type { Column } from '@rasad/domain/imports/columns'
import type { ColumnMapping } from '@rasad/domain/imports/header'
import { sql, type RawBuilder } from 'kysely'
import type { Database, ReadDb, WriteTx } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { allOf, scopeConditions, type ScopeColumns } from '../../platform/scope.queries.ts'

/** One sheet as it was read. */
export type SheetReading = {
  name: string
  hidden: boolean
  mapping: ColumnMapping | null
  headerRows: [number, number] | null
  rows: number
  hiddenRows: number
  totalRows: number
}

/** What a run is asked to do. */
export type RunOrder = {
  runId: string
  province: string
  period: string
  /** The sender; null for a list of several agencies. */
  agency: string | null
  file: string
  sha256: string
  bytes: number
  dryRun: boolean
  mapping: Readonly<Record<string, Column | 'ignore'>>
  startedBy: string
  startedAt: string
  fromRunId: string | null
}

// A list is an agency's, of all its counties: it lies in the scope of the agency and of the province, in no county's.
const RUN_COLUMNS: ScopeColumns = { province: 'run.province_id', county: null, agency: 'run.agency_id' }
const OPEN = sql`phase in ('waiting', 'reading', 'entering')`

/** Writes a run down and puts it into the queue, both with this transaction. */
export async function insertRun(tx: WriteTx, run: RunOrder): Promise<void> {
  await sql`
    insert into import_run (province_id, run_id, period_id, agency_id, file_name, file_sha256, file_bytes, mapping, dry_run, asked_by,
      asked_at, from_run_id)
    values (${run.province}, ${run.runId}, ${run.period}, ${run.agency}, ${run.file}, ${run.sha256}, ${run.bytes},
      ${JSON.stringify(run.mapping)}::jsonb, ${run.dryRun}, ${run.startedBy}, ${run.startedAt}, ${run.fromRunId})`.execute(
    tx,
  )
  await sql`select queue_import_run(${run.province}, ${run.runId})`.execute(tx)
}

const SELECTED = sql`
  select run.run_id, run.province_id as province, run.period_id as period, run.agency_id as agency, run.file_name as file,
    run.file_sha256 as sha256, run.dry_run, run.asked_by as started_by, run.asked_at as started_at, run.ended_at, run.phase, run.progress,
    run.rows_read, run.outcome, run.problem, run.kept_until, run.from_run_id,
    case when not next.dry_run then next.run_id end as importing_run_id, case when next.dry_run then next.run_id end as checking_run_id,
    case when run.kept_until is null then 0 else (select count(*) from import_run_row mended
      where mended.province_id = run.province_id and mended.run_id = run.run_id and mended.mended <> '{}') end as mended
  from import_run run left join import_run next on next.province_id = run.province_id and next.from_run_id = run.run_id
    and next.phase in ('waiting', 'reading', 'entering', 'done')`

/** A run by its name; outside the scope there is none. */
export async function findRun(db: ReadDb, runId: string, scope: Scope): Promise<ImportRun | undefined> {
  const wanted = allOf([sql`run.run_id = ${runId}`, ...scopeConditions(scope, RUN_COLUMNS)])
  const { rows } = await sql<ImportRun>`${SELECTED} where ${wanted}`.execute(db)
  return rows[0] && readRun(rows[0])
}

/** As `findRun`; refuses a name that no run of the scope has. */
export async function getRun(db: ReadDb, runId: string, scope: Scope): Promise<ImportRun> {
  const run = await findRun(db, runId, scope)
  if (!run) throw new Problem('not-found', { kind: 'import-run', id: runId })
  return run
}

/** The latest runs of a province that lie in the scope, the newest first. */
export async function listRuns(
  db: ReadDb,
  asked: { province: string; period?: string | undefined; kept?: boolean | undefined; limit: number },
  scope: Scope,
): Promise<ImportRun[]> {
  const wanted: RawBuilder<unknown>[] = [
    sql`run.province_id = ${asked.province}`,
    ...scopeConditions(scope, RUN_COLUMNS),
  ]
  if (asked.period !== undefined) wanted.push(sql`run.period_id = ${asked.period}`)
  if (asked.kept !== undefined) wanted.push(sql`(run.kept_until is not null) = ${asked.kept}`)
  const { rows } = await sql<ImportRun>`
    ${SELECTED} where ${allOf(wanted)} order by run.asked_at desc, run.run_id limit ${asked.limit}`.execute(
    db,
  )
  return rows.map(readRun)
}

function readRun(row: ImportRun): ImportRun {
  const moment = (text: string | null) => (text === null ? null : new Date(text).toISOString())
  return {
    ...row,
    startedAt: new Date(row.startedAt).toISOString(),
    endedAt: moment(row.endedAt),
    keptUntil: moment(row.keptUntil),
  }
}

/** Holds a run until the end of the transaction. */
export async function lockRun(tx: WriteTx, province: string, runId: string): Promise<void> {
  await sql`select 1 from import_run where province_id = ${province} and run_id = ${runId} for update`.execute(
    tx,
  )
}

/** What a run is asked to do, and whether it has ended. */
export async function findOrder(
  db: ReadDb,
  province: string,
  runId: string,
): Promise<(RunOrder & { phase: RunPhase }) | undefined> {
  const { rows } = await sql<RunOrder & { phase: RunPhase }>`
    select run_id, province_id as province, period_id as period, agency_id as agency, file_name as file, file_sha256 as sha256,
      file_bytes as bytes, dry_run, mapping, asked_by as started_by, asked_at as started_at, from_run_id, phase
    from import_run where province_id = ${province} and run_id = ${runId}`.execute(db)
  return rows[0]
}

/** How the sheets of a kept dry run were read. */
export async function getSheets(db: ReadDb, province: string, runId: string): Promise<SheetReading[]> {
  const { rows } = await sql<{ sheets: SheetReading[] }>`
    select sheets from import_run where province_id = ${province} and run_id = ${runId}`.execute(db)
  return rows[0]!.sheets
}

/** The first rows of a run; none before it has ended. */
export async function listPreview(db: ReadDb, { province, runId }: ImportRun): Promise<PreviewRow[]> {
  const { rows } = await sql<{ preview: PreviewRow[] | null }>`
    select preview from import_run where province_id = ${province} and run_id = ${runId}`.execute(db)
  return rows[0]?.preview ?? []
}

type Place = { province: string; runId: string }
type Progress = { phase: 'waiting' | 'reading' | 'entering'; progress: number; rowsRead: number }

/** Says how far a run has come; tells whether it is still wanted. */
export async function setProgress(
  db: Database,
  { province, runId }: Place,
  { phase, progress, rowsRead }: Progress,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update import_run set phase = ${phase}, progress = ${progress}, rows_read = ${rowsRead}
    where province_id = ${province} and run_id = ${runId} and ${OPEN}`.execute(db)
  return numAffectedRows === 1n
}

/** Ends a run that did not come to its end; nothing happens to one that has ended. */
export async function endRun(
  db: Database,
  { province, runId }: Place,
  end: { phase: 'refused' | 'failed' | 'cancelled'; problem: ImportRun['problem'] },
): Promise<boolean> {
  const problem = end.problem === null ? null : JSON.stringify(end.problem)
  const { numAffectedRows } = await sql`
    update import_run set phase = ${end.phase}, problem = ${problem}::jsonb, ended_at = clock_timestamp()
    where province_id = ${province} and run_id = ${runId} and ${OPEN}`.execute(db)
  return numAffectedRows === 1n
}

/** What a run came to. */
export type RunEnd = {
  outcome: ImportOutcome
  preview: readonly PreviewRow[]
  sheets: readonly SheetReading[]
  /** For a dry run: until when its rows are kept. */
  keptUntil: string | null
}

/** Ends a run with what it came to, in the act in which that stands; refuses where the run has ended otherwise. */
export async function finishRun(tx: WriteTx, { province, runId }: Place, end: RunEnd): Promise<void> {
  const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
  const { numAffectedRows } = await sql`
    update import_run set phase = 'done', progress = 1, rows_read = ${end.outcome.rows}, outcome = ${json(end.outcome)},
      preview = ${json(end.preview)}, sheets = ${json(end.sheets)}, import_id = ${end.outcome.importId}, kept_until = ${end.keptUntil},
      ended_at = clock_timestamp()
    where province_id = ${province} and run_id = ${runId} and ${OPEN}`.execute(tx)
  if (numAffectedRows !== 1n) throw new Problem('import.run-ended', { runId, phase: '' })
}

/** Puts other counts in place of those of a dry run. */
export async function setOutcome(
  tx: WriteTx,
  { province, runId }: Place,
  outcome: ImportOutcome,
): Promise<void> {
  await sql`
    update import_run set outcome = ${JSON.stringify(outcome)}::jsonb
    where province_id = ${province} and run_id = ${runId}`.execute(tx)
}

/** Whose rows have been kept long enough. */
export async function listOverdue(db: ReadDb, now: string): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select province_id as province, run_id from import_run where kept_until < ${now}
      and not exists (select 1 from import_run next where next.province_id = import_run.province_id
        and next.from_run_id = import_run.run_id and next.ended_at is null)`.execute(db)
  return rows
}
