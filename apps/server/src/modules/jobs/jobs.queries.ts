import {
  isoToJalali,
  jalaliToIso,
  monthOf,
  type JalaliDate,
  type JalaliMonth,
} from '@rasad/domain/calendar/jalali'
import type { JobState } from '@rasad/domain/jobs/job-life-cycle'
import type { JobCell } from '@rasad/domain/ledger/posting'
import { sql } from 'kysely'
import type { WriteTx } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'

/** A job as a step finds it: where it stands and in which cell it is counted. */
export type HeldJob = {
  province: string
  jobId: number
  period: string
  state: JobState
  version: number
  startDate: JalaliDate
  cell: JobCell
}

type StoredJob = Omit<JobCell, 'county' | 'agency' | 'month'> & {
  provinceId: string
  jobId: number
  periodId: string
  state: JobState
  version: number
  startDate: string
  month: JalaliMonth
  countyId: string
  agencyId: string
}

/** Holds a job until the end of the transaction; whoever comes second waits here and then finds it changed. */
export async function lockJob(tx: WriteTx, province: string, jobId: number): Promise<HeldJob> {
  const { rows } = await sql<StoredJob>`
    select province_id, job_id, period_id, state, version, start_date, month, county_id, agency_id, sector, gender, job_type,
      novelty, directness, settlement, education
    from job where province_id = ${province} and job_id = ${jobId} for update of job`.execute(tx)
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
  countyId,
  agencyId,
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
    cell: { ...cell, ...place },
  }
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

/** Writes a step and brings the job to where it leads. */
export async function insertStep(
  tx: WriteTx,
  job: HeldJob,
  step: StepRow,
  now: { startDate: JalaliDate; cell: JobCell },
): Promise<void> {
  const { cell, startDate } = now
  const changes = step.changes === null ? null : JSON.stringify(step.changes)
  await sql`
    with moved as (
      update job set state = ${step.to}, version = version + 1, start_date = ${jalaliToIso(startDate)}, month = ${monthOf(startDate)},
        county_id = ${cell.county}, agency_id = ${cell.agency}, sector = ${cell.sector}, job_type = ${cell.jobType},
        novelty = ${cell.novelty}, directness = ${cell.directness}, settlement = ${cell.settlement}
      where province_id = ${job.province} and job_id = ${job.jobId}
      returning province_id, job_id, version
    )
    insert into job_step (province_id, job_id, step_number, entry_id, step, from_state, to_state, reason, changes, taken_by)
    select province_id, job_id, version, ${step.entryId}::bigint, ${step.step}, ${step.from}, ${step.to}, ${step.reason}, ${changes}::jsonb,
      ${step.takenBy}
    from moved`.execute(tx)
}
