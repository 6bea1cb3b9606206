import { jalaliToIso, monthOf } from '@rasad/domain/calendar/jalali'
import { readEducation } from '@rasad/domain/imports/education'
import { activityLineOf } from '@rasad/domain/jobs/activity-line'
import type { JobRow } from '@rasad/domain/imports/read-row'
import type { JobState } from '@rasad/domain/jobs/job-life-cycle'
import type { JobCell } from '@rasad/domain/ledger/posting'
import { nameOrder } from '@rasad/domain/persian/search-words'
import { foldText } from '@rasad/domain/persian/text'
import { sql } from 'kysely'
import type { WriteTx } from '../../platform/db.ts'
import { STANDING_CLAIM } from './conflicts.queries.ts'
import { insertHolderClaims } from './import-claims.queries.ts'
import { wordsOfJob } from './job-words.queries.ts'
import type { LowerPlace } from '../places/lower-places.queries.ts'

/** The cell that a job is counted in, from what was read of it. */
export function cellOfRow(row: JobRow): JobCell {
  const { county, agency, sector, gender, jobType, novelty, directness, settlement } = row
  const education = (row.education === null ? undefined : readEducation(row.education)) ?? 'unspecified'
  return {
    month: monthOf(row.startDate),
    county,
    agency,
    sector,
    gender,
    jobType,
    novelty,
    directness,
    settlement,
    education,
    activityLine: activityLineOf(row.isic),
  }
}

/** The person with this national ID, entered when the province does not know them yet. */
export async function insertPersonOnce(tx: WriteTx, province: string, row: JobRow): Promise<number> {
  const birth = row.birthDate === null ? null : jalaliToIso(row.birthDate)
  await sql`
    insert into person (province_id, national_id, first_name, last_name, father_name, birth_date, gender, mobile, name_key)
    values (${province}, ${row.nationalId}, ${row.firstName}, ${row.lastName}, ${row.fatherName}, ${birth}, ${row.gender}, ${row.mobile},
      ${foldText(`${row.firstName} ${row.lastName}`)})
    on conflict (province_id, national_id) do nothing`.execute(tx)
  const { rows } = await sql<{ personId: number }>`
    select person_id from person where province_id = ${province} and national_id = ${row.nationalId}`.execute(
    tx,
  )
  return rows[0]!.personId
}

/** The job with which a person is counted in a period; undefined when there is none. */
export async function findCountedJob(
  tx: WriteTx,
  { province, period }: { province: string; period: string },
  personId: number,
): Promise<{ jobId: number; agency: string; state: JobState } | undefined> {
  const { rows } = await sql<{ jobId: number; agency: string; state: JobState }>`
    select job_id, agency_id as agency, state from job
    where province_id = ${province} and period_id = ${period} and person_id = ${personId}
      and state <> 'withdrawn' and state <> 'duplicate'`.execute(tx)
  return rows[0]
}

/** Enters a registered job with its first step. */
export async function insertRegisteredJob(
  tx: WriteTx,
  { province, period, entryId, actor }: { province: string; period: string; entryId: number; actor: string },
  personId: number,
  { row, place }: { row: JobRow; place: LowerPlace },
): Promise<number> {
  const cell = cellOfRow(row)
  const { rows } = await sql<{ jobId: number }>`
    with known as (
      select search_words, name_order from job where province_id = ${province} and person_id = ${personId} order by job_id limit 1
    ), registered as (
      insert into job (province_id, period_id, person_id, entry_id, state, month, start_date, county_id, rural_district_id, village_id, place_text,
        agency_id, sector, gender, job_type, novelty, directness, settlement, education, isic, activity_line, employer, workshop_code, registered_by, search_words, name_order)
      values (${province}, ${period}, ${personId}, ${entryId}, 'registered', ${cell.month}, ${jalaliToIso(row.startDate)}, ${cell.county},
        ${place.ruralDistrict}, ${place.village}, ${place.text}, ${cell.agency}, ${cell.sector}, ${cell.gender}, ${cell.jobType}, ${cell.novelty},
        ${cell.directness}, ${cell.settlement}, ${cell.education}, ${row.isic}, ${cell.activityLine}, ${row.employer}, ${row.workshopCode}, ${actor},
        ${wordsOfJob({ province, period }, row)}::tsvector || coalesce((select search_words from known), ''),
        coalesce((select name_order from known), ${nameOrder(row.firstName, row.lastName)}))
      returning province_id, job_id
    ), stepped as (
      insert into job_step (province_id, job_id, step_number, entry_id, step, from_state, to_state, taken_by)
      select province_id, job_id, 1, ${entryId}::bigint, 'register', null, 'registered', ${actor} from registered
    )
    select job_id from registered`.execute(tx)
  return rows[0]!.jobId
}

/** Enters the service that an agency gave; one that stands there already, sent again, is the same. */
export async function insertService(
  tx: WriteTx,
  province: string,
  { personId, jobId, row }: { personId: number; jobId: number; row: JobRow },
): Promise<void> {
  const type = row.serviceType ?? (row.amountRial === null ? null : 'finance')
  const amount = row.amountRial === null || row.amountRial <= 0n ? null : String(row.amountRial)
  await sql`
    insert into employment_service (province_id, person_id, job_id, agency_id, service_type, service_date, amount_rial, document_ref)
    select told.* from (values (${province}::text, ${personId}::bigint, ${jobId}::bigint, ${row.agency}::text, ${type}::text,
      ${jalaliToIso(row.serviceDate ?? row.startDate)}::date, ${amount}::bigint, ${row.documentRef}::text)) told
    except all
    select province_id, person_id, job_id, agency_id, service_type, service_date, amount_rial, document_ref
    from employment_service where province_id = ${province} and job_id = ${jobId}`.execute(tx)
}

/** The decided case in which an agency's claim on a job was lost; undefined when there is none. */
export async function findLostCase(
  tx: WriteTx,
  province: string,
  { jobId, agency }: { jobId: number; agency: string },
): Promise<number | undefined> {
  const { rows } = await sql<{ caseId: number }>`
    select conflict_case.case_id from conflict_case
    join claim on claim.province_id = conflict_case.province_id and claim.case_id = conflict_case.case_id
    where conflict_case.province_id = ${province} and conflict_case.job_id = ${jobId} and conflict_case.state = 'decided'
      and claim.agency_id = ${agency} and claim.claim_id <> owner_claim and ${STANDING_CLAIM}
    order by conflict_case.case_id desc limit 1`.execute(tx)
  return rows[0]?.caseId
}

/** Adds an agency's claim on somebody else's job to the open case, opening it where there is none. */
export async function insertClaimOn(
  tx: WriteTx,
  { province, period, actor }: { province: string; period: string; actor: string },
  jobId: number,
  row: JobRow,
): Promise<{ caseId: number }> {
  await sql`
    insert into conflict_case (province_id, period_id, job_id, person_id)
    select province_id, ${period}, job_id, person_id from job where province_id = ${province} and job_id = ${jobId}
    on conflict (province_id, job_id) where state = 'open' do nothing`.execute(tx)
  const { rows } = await sql<{ caseId: number }>`
    select case_id from conflict_case where province_id = ${province} and job_id = ${jobId} and state = 'open'`.execute(
    tx,
  )
  const { caseId } = rows[0]!
  const cell = cellOfRow(row)
  await insertHolderClaims(tx, province)
  await sql`
    insert into claim (province_id, case_id, agency_id, holds_job, month, start_date, county_id, sector, gender, job_type, novelty, directness,
      settlement, education, isic, activity_line, employer, claimed_by)
    values (${province}, ${caseId}, ${cell.agency}, false, ${cell.month}, ${jalaliToIso(row.startDate)}, ${cell.county}, ${cell.sector},
      ${cell.gender}, ${cell.jobType}, ${cell.novelty}, ${cell.directness}, ${cell.settlement}, ${cell.education}, ${row.isic}, ${cell.activityLine},
      ${row.employer}, ${actor})
    on conflict (province_id, case_id, agency_id) do nothing`.execute(tx)
  return { caseId }
}
