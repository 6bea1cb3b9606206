import type { Scope } from '@rasad/domain/access/scope'
import type { JobHands } from '@rasad/domain/jobs/four-eyes'
import type { JobState } from '@rasad/domain/jobs/job-life-cycle'
import type { Cause } from '@rasad/domain/ledger/posting'
import { sql } from 'kysely'
import type { WriteTx } from '../../platform/db.ts'
import { allOf, scopeConditions } from '../../platform/scope.queries.ts'
import { MEASURE } from '../ledger/measure.queries.ts'
import { HANDS } from './jobs.queries.ts'

/** A job as a step of many finds it. */
export type StandingJob = JobHands & { jobId: number; period: string; state: JobState }

/** Holds jobs until the end of the transaction, in the order of their numbers; unknown ones and those outside the scope are left out. */
export async function lockJobs(
  tx: WriteTx,
  province: string,
  jobIds: readonly number[],
  scope: Scope,
): Promise<StandingJob[]> {
  const inScope = allOf(scopeConditions(scope))
  const { rows } = await sql<StandingJob>`
    select job_id, period_id as period, state, agency_id as agency, ${HANDS} from job
    where province_id = ${province} and ${inScope} and job_id = any(${sql.val(jobIds)}::bigint[]) order by job_id for update`.execute(
    tx,
  )
  return rows
}

/** Where many jobs go together, under which entry and cause. */
export type SharedStep = {
  step: string
  from: JobState
  to: JobState
  cause: Cause
  reason: string | null
  entryId: number
  takenBy: string
}

/** Writes the step of every job, brings each to where it leads and posts both movements; they settle by the entry. */
export async function insertSteps(
  tx: WriteTx,
  province: string,
  jobIds: readonly number[],
  { step, from, to, cause, reason, entryId, takenBy }: SharedStep,
): Promise<void> {
  await sql`
    with moved as (
      update job set state = ${to}, version = version + 1
      where province_id = ${province} and job_id = any(${sql.val(jobIds)}::bigint[])
      returning *
    ), stepped as (
      insert into job_step (province_id, job_id, step_number, entry_id, step, from_state, to_state, reason, taken_by, taken_at)
      select province_id, job_id, version, ${entryId}::bigint, ${step}, ${from}, ${to}, ${reason}, ${takenBy}, (select moment_of_act()) from moved
    )
    insert into posting (province_id, entry_id, period_id, measure, state, cause, amount, job_id, month, county_id, agency_id, sector,
      gender, job_type, novelty, directness, settlement, education, activity_line)
    select province_id, ${entryId}::bigint, period_id, ${MEASURE}, movement.state, ${cause}, movement.amount, job_id, month, county_id,
      agency_id, sector, gender, job_type, novelty, directness, settlement, education, activity_line
    from moved, (values (${from}, -1), (${to}, 1)) movement (state, amount)`.execute(tx)
}
