import {
  isoToJalali,
  jalaliToIso,
  monthOf,
  type JalaliDate,
  type JalaliMonth,
} from '@rasad/domain/calendar/jalali'
import type { Scope } from '@rasad/domain/access/scope'
import type { JobHands } from '@rasad/domain/jobs/four-eyes'
import type { JobState } from '@rasad/domain/jobs/job-life-cycle'
import type { JobCell } from '@rasad/domain/ledger/posting'
import { sql } from 'kysely'
import type { WriteTx } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { allOf, placedIn, scopeConditions } from '../../platform/scope.queries.ts'

/** A job as a step finds it: where it stands and in which cell it is counted. */
export type HeldJob = {
  province: string
  jobId: number
  period: string
  state: JobState
  version: number
  startDate: JalaliDate
  isic: string | null
  cell: JobCell
  hands: JobHands
}

type StoredJob = Omit<JobCell, 'county' | 'agency' | 'month'> & {
  provinceId: string
  jobId: number
  periodId: string
  state: JobState
  version: number
  startDate: string
  isic: string | null
  month: JalaliMonth
  countyId: string
  agencyId: string
} & Omit<JobHands, 'agency'>

/** Who has had a hand in a job, besides its agency. */
export const HANDS = sql`registered_by,
  array(select taken_by from job_step where job_step.province_id = job.province_id and job_step.job_id = job.job_id and step = 'confirm')
    as confirmed_by,
  array(select agency_id from employment_service service where service.province_id = job.province_id and service.job_id = job.job_id)
    as contributors`

/** Holds a job until the end of the transaction; whoever comes second waits here and then finds it changed. */
export async function lockJob(tx: WriteTx, province: string, jobId: number, scope: Scope): Promise<HeldJob> {
  const held = allOf([sql`province_id = ${province}`, sql`job_id = ${jobId}`, ...scopeConditions(scope)])
  const { rows } = await sql<StoredJob>`
    select province_id, job_id, period_id, state, version, start_date, month, county_id, agency_id, sector, gender, job_type,
      novelty, directness, settlement, education, isic, activity_line, ${HANDS}
    from job where ${held} for update of job`.execute(tx)
  if (!rows[0]) throw new Problem('not-found', { kind: 'job', id: `${province}/${jobId}` })
  return readHeldJob(rows[0])
}

function readHeldJob({
  provinceId,
  jobId,
  periodId,
  state,
  version,
  startDate,
  isic,
  countyId,
  agencyId,
  registeredBy,
  confirmedBy,
  contributors,
  ...cell
}: StoredJob): HeldJob {
  const place = { county: countyId, agency: agencyId }
  return {
    province: provinceId,
    jobId,
    period: periodId,
    state,
    version,
    startDate: isoToJalali(startDate),
    isic,
    cell: { ...cell, ...place },
    hands: { agency: agencyId, contributors, registeredBy, confirmedBy },
  }
}

/** The person of a job, unmasked: only an act that is audited asks. Outside the scope the job is not found. */
export async function getPerson(
  tx: WriteTx,
  province: string,
  jobId: number,
  scope: Scope,
): Promise<{ nationalId: string; name: string; mobile: string | null }> {
  const wanted = allOf([
    sql`job.province_id = ${province}`,
    sql`job_id = ${jobId}`,
    ...scopeConditions(scope, placedIn('job')),
  ])
  const { rows } = await sql<{ nationalId: string; name: string; mobile: string | null }>`
    select national_id, trim(first_name || ' ' || last_name) as name, mobile from job
    join person on person.province_id = job.province_id and person.person_id = job.person_id
    where ${wanted}`.execute(tx)
  if (!rows[0]) throw new Problem('not-found', { kind: 'job', id: `${province}/${jobId}` })
  return rows[0]
}

export type StepRow = {
  step: string
  from: JobState | null
  to: JobState
  reason: string | null
  changes: Record<string, [string, string]> | null
  entryId: number
  takenBy: string
}

/** What a step leaves of a job: its day, its activity and its cell. */
export type JobPlace = Pick<HeldJob, 'startDate' | 'isic' | 'cell'>

/** Writes a step and brings the job to where it leads. */
export async function insertStep(tx: WriteTx, job: HeldJob, step: StepRow, now: JobPlace): Promise<void> {
  const { cell, isic, startDate } = now
  const changes = step.changes === null ? null : JSON.stringify(step.changes)
  await sql`
    with moved as (
      update job set state = ${step.to}, version = version + 1, start_date = ${jalaliToIso(startDate)}, month = ${monthOf(startDate)},
        county_id = ${cell.county}, agency_id = ${cell.agency}, sector = ${cell.sector}, job_type = ${cell.jobType},
        novelty = ${cell.novelty}, directness = ${cell.directness}, settlement = ${cell.settlement},
        isic = ${isic}, activity_line = ${cell.activityLine}
      where province_id = ${job.province} and job_id = ${job.jobId}
      returning province_id, job_id, version
    )
    insert into job_step (province_id, job_id, step_number, entry_id, step, from_state, to_state, reason, changes, taken_by)
    select province_id, job_id, version, ${step.entryId}::bigint, ${step.step}, ${step.from}, ${step.to}, ${step.reason}, ${changes}::jsonb,
      ${step.takenBy}
    from moved`.execute(tx)
}
