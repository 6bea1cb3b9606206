import { sql } from 'kysely'
import type { WriteTx } from '../../platform/db.ts'
import { MEASURE } from '../ledger/measure.queries.ts'
import { STANDING_CLAIM } from './conflicts.queries.ts'

/** Holds the jobs that an import entered, and counts those that have moved on or are contested by others than the import itself. */
export async function lockImportedJobs(
  tx: WriteTx,
  province: string,
  { importId, entryId }: { importId: number; entryId: number },
): Promise<{ jobs: number; movedOn: number }> {
  await sql`select job_id from job where province_id = ${province} and entry_id = ${entryId} order by job_id for update`.execute(
    tx,
  )
  const { rows } = await sql<{ jobs: number; movedOn: number }>`
    select count(*) as jobs, count(*) filter (where state <> 'registered' or version <> 1 or exists (
      select 1 from conflict_case where conflict_case.province_id = job.province_id and conflict_case.job_id = job.job_id
        and exists (select 1 from claim where claim.province_id = conflict_case.province_id and claim.case_id = conflict_case.case_id
          and not holds_job and claim.import_id is distinct from ${importId} and ${STANDING_CLAIM})
    )) as moved_on
    from job where province_id = ${province} and entry_id = ${entryId}`.execute(tx)
  return rows[0]!
}

/** Holds the cases that an import's claims stand in, and counts those that were decided. */
export async function lockDecidedClaims(tx: WriteTx, province: string, importId: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with held as (
      select state from conflict_case where province_id = ${province} and case_id in (
        select case_id from claim where claim.province_id = ${province} and claim.import_id = ${importId})
      order by case_id for update
    )
    select count(*) as n from held where state = 'decided'`.execute(tx)
  return rows[0]!.n
}

export async function insertUndo(
  tx: WriteTx,
  {
    province,
    importId,
    entryId,
    reason,
    actor,
  }: { province: string; importId: number; entryId: number; reason: string; actor: string },
): Promise<void> {
  await sql`
    insert into job_import_undo (province_id, import_id, entry_id, reason, undone_by)
    values (${province}, ${importId}, ${entryId}, ${reason}, ${actor})`.execute(tx)
}

/** Takes every job of an import back by a step of its own. */
export async function withdrawImportedJobs(
  tx: WriteTx,
  {
    province,
    importEntryId,
    entryId,
    reason,
    actor,
  }: { province: string; importEntryId: number; entryId: number; reason: string; actor: string },
): Promise<void> {
  await sql`
    with undone as (
      update job set state = 'withdrawn', version = version + 1
      where province_id = ${province} and entry_id = ${importEntryId} returning province_id, job_id, version
    )
    insert into job_step (province_id, job_id, step_number, entry_id, step, from_state, to_state, reason, taken_by)
    select province_id, job_id, version, ${entryId}::bigint, 'undo-import', 'registered', 'withdrawn', ${reason}, ${actor} from undone`.execute(
    tx,
  )
  await sql`
    insert into posting (province_id, entry_id, period_id, measure, state, cause, amount, job_id, month, county_id, agency_id, sector,
      gender, job_type, novelty, directness, settlement, education, activity_line)
    select province_id, ${entryId}::bigint, period_id, ${MEASURE}, movement.state, 'undone', movement.amount, job_id, month, county_id, agency_id,
      sector, gender, job_type, novelty, directness, settlement, education, activity_line
    from job, (values ('registered', -1), ('withdrawn', 1)) as movement (state, amount)
    where province_id = ${province} and entry_id = ${importEntryId}`.execute(tx)
}

/** Closes the open cases in which nobody but a withdrawn import contested the holder. */
export async function closeUncontestedCases(
  tx: WriteTx,
  province: string,
  importId: number,
  { reason, actor }: { reason: string; actor: string },
): Promise<void> {
  await sql`
    update conflict_case set state = 'decided', decided_at = clock_timestamp(), decided_by = ${actor}, reason = ${reason},
      owner_claim = (select claim_id from claim where claim.province_id = conflict_case.province_id
        and claim.case_id = conflict_case.case_id and holds_job)
    where province_id = ${province} and state = 'open'
      and exists (select 1 from claim where claim.province_id = conflict_case.province_id and claim.case_id = conflict_case.case_id
        and claim.import_id = ${importId})
      and not exists (select 1 from claim where claim.province_id = conflict_case.province_id and claim.case_id = conflict_case.case_id
        and not holds_job and ${STANDING_CLAIM})`.execute(tx)
}
