import { sql } from 'kysely'
import type { WriteTx } from '../../platform/db.ts'
import type { Entering } from './import-staging.queries.ts'

/** Opens a case for every person that another agency holds, with the holder's claim and the list's own. */
export async function openConflicts(
  tx: WriteTx,
  { province, period }: Entering,
  { importId, actor, sheets }: { importId: number; actor: string; sheets: readonly string[] },
): Promise<void> {
  await sql`
    insert into conflict_case (province_id, period_id, job_id, person_id)
    select distinct ${province}, ${period}, holding_job_id, person_id from held where reason = 'claim.conflict'
    on conflict (province_id, job_id) where state = 'open' do nothing`.execute(tx)
  await insertHolderClaims(tx, province)
  await sql`
    with claimed as (
      insert into claim (province_id, case_id, agency_id, holds_job, month, start_date, county_id, sector, gender, job_type, novelty,
        directness, settlement, education, isic, activity_line, employer, import_id, source_sheet, source_row, claimed_by)
      select ${province}, conflict_case.case_id, held.agency_id, false, held.month, held.start_date, held.county_id, held.sector,
        held.gender, held.job_type, held.novelty, held.directness, held.settlement, held.education, held.isic, held.activity_line, held.employer,
        ${importId}::bigint, (${sql.val(sheets)}::text[])[held.sheet + 1], held.row_number, ${actor}
      from held
      join conflict_case on conflict_case.province_id = ${province} and conflict_case.job_id = held.holding_job_id and conflict_case.state = 'open'
      where held.reason = 'claim.conflict'
      on conflict (province_id, case_id, agency_id) do nothing
      returning source_sheet, source_row
    )
    insert into employment_service (province_id, person_id, job_id, agency_id, service_type, service_date, amount_rial, document_ref,
      import_id, source_sheet, source_row)
    select ${province}, held.person_id, held.holding_job_id, held.agency_id, held.service_type, held.service_date, held.amount_rial,
      held.document_ref, ${importId}::bigint, claimed.source_sheet, claimed.source_row
    from claimed
    join held on (${sql.val(sheets)}::text[])[held.sheet + 1] = claimed.source_sheet and held.row_number = claimed.source_row`.execute(
    tx,
  )
}

/** The claim of the agency whose job stands: every open case has it once. */
export async function insertHolderClaims(tx: WriteTx, province: string): Promise<void> {
  await sql`
    insert into claim (province_id, case_id, agency_id, holds_job, month, start_date, county_id, sector, gender, job_type, novelty,
      directness, settlement, education, isic, activity_line, employer, claimed_by, claimed_at)
    select job.province_id, conflict_case.case_id, job.agency_id, true, job.month, job.start_date, job.county_id, job.sector, job.gender,
      job.job_type, job.novelty, job.directness, job.settlement, job.education, job.isic, job.activity_line, job.employer, job.registered_by, ledger_entry.posted_at
    from conflict_case
    join job on job.province_id = conflict_case.province_id and job.job_id = conflict_case.job_id
    join ledger_entry on ledger_entry.province_id = job.province_id and ledger_entry.entry_id = job.entry_id
    where conflict_case.province_id = ${province} and conflict_case.state = 'open'
      and not exists (select 1 from claim where claim.province_id = conflict_case.province_id and claim.case_id = conflict_case.case_id)
    on conflict (province_id, case_id, agency_id) do nothing`.execute(tx)
}
