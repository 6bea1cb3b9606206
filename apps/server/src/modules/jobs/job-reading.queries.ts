import type { Job, JobSummary } from '@rasad/contracts/jobs'
import type { Actor, Scope } from '@rasad/domain/access/scope'
import { isoToJalali } from '@rasad/domain/calendar/jalali'
import { mayTakeStep, type JobHands } from '@rasad/domain/jobs/four-eyes'
import { decideStep, JOB_STEPS } from '@rasad/domain/jobs/job-life-cycle'
import { maskNationalId } from '@rasad/domain/persian/identifiers'
import { sql, type RawBuilder } from 'kysely'
import type { ReadDb } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { allOf, scopeConditions } from '../../platform/scope.queries.ts'

export type JobFilter = {
  province: string
  period: string
  county?: string | undefined
  agency?: string | undefined
  state?: readonly string[] | undefined
  importId?: number | undefined
  after?: number | undefined
  limit: number
}

type SummaryRow = Omit<JobSummary, 'name'> & { firstName: string; lastName: string }

const SUMMARY = sql`job.province_id as province, job.job_id, job.period_id as period, job.state, job.version, person.national_id,
  person.first_name, person.last_name, job.gender, job.county_id as county, job.agency_id as agency, job.sector, job.job_type,
  job.novelty, job.directness, job.start_date, job.employer`

/** A page of jobs, newest first; `next` continues it, null at the end. */
export async function listJobs(
  db: ReadDb,
  filter: JobFilter,
  scope: Scope,
): Promise<{ jobs: JobSummary[]; next: number | null }> {
  // A literal: with a parameter PostgreSQL takes a tenth of all jobs for the page, and plans anew each time.
  const most = sql.lit(filter.limit + 1)
  const { rows } = await sql<SummaryRow>`
    with page as (
      select province_id, job_id from job where ${sql.join(jobConditions(filter, scope), sql` and `)}
      order by job_id desc limit ${most}
    )
    select ${SUMMARY} from page
    join job on job.province_id = page.province_id and job.job_id = page.job_id
    join person on person.province_id = job.province_id and person.person_id = job.person_id
    order by job.job_id desc`.execute(db)
  const jobs = rows.slice(0, filter.limit).map(readSummary)
  return { jobs, next: rows.length > filter.limit ? jobs.at(-1)!.jobId : null }
}

function jobConditions(
  { province, period, county, agency, state, importId, after }: JobFilter,
  scope: Scope,
): RawBuilder<unknown>[] {
  const all = [sql`province_id = ${province}`, sql`period_id = ${period}`, ...scopeConditions(scope)]
  if (county !== undefined) all.push(sql`county_id = ${county}`)
  if (agency !== undefined) all.push(sql`agency_id = ${agency}`)
  if (state !== undefined)
    all.push(state.length === 1 ? sql`state = ${state[0]}` : sql`state = any(${sql.val(state)}::text[])`)
  if (importId !== undefined) {
    all.push(sql`exists (select 1 from employment_service service where service.province_id = job.province_id
      and service.job_id = job.job_id and service.import_id = ${importId})`)
  }
  if (after !== undefined) all.push(sql`job_id < ${after}`)
  return all
}

/** One job with its steps, services and conflicts, and what the reader may do with it; outside their scope it is not found. */
export async function getJob(db: ReadDb, province: string, jobId: number, reader: Actor): Promise<Job> {
  const inScope = allOf([
    sql`province_id = ${province}`,
    sql`job_id = ${jobId}`,
    ...scopeConditions(reader.scope),
  ])
  const { rows } = await sql<
    SummaryRow &
      Pick<
        Job,
        | 'settlement'
        | 'education'
        | 'isic'
        | 'ruralDistrict'
        | 'village'
        | 'placeText'
        | 'workshopCode'
        | 'registeredBy'
      >
  >`
    with found as (select * from job where ${inScope})
    select ${SUMMARY}, job.settlement, job.education, job.isic, job.rural_district_id as rural_district, job.village_id as village,
      job.place_text, job.workshop_code, job.registered_by
    from found as job join person on person.province_id = job.province_id and person.person_id = job.person_id`.execute(
    db,
  )
  const row = rows[0]
  if (!row) throw new Problem('not-found', { kind: 'job', id: `${province}/${jobId}` })
  const { settlement, education, isic, ruralDistrict, village, placeText, workshopCode, registeredBy } = row
  const steps = await listSteps(db, province, jobId)
  const services = await listServices(db, province, jobId)
  const conflicts = await listConflictsOfJob(db, province, jobId)
  const details = {
    settlement,
    education,
    isic,
    ruralDistrict,
    village,
    placeText,
    workshopCode,
    registeredBy,
  }
  const hands = {
    agency: row.agency,
    contributors: services.map(({ agency }) => agency),
    registeredBy,
    confirmedBy: steps.filter(({ step }) => step === 'confirm').map(({ by }) => by),
  }
  const possible = possibleSteps({ ...hands, state: row.state }, reader)
  return { ...readSummary(row), ...details, steps, services, conflicts, possibleSteps: possible }
}

function possibleSteps(job: JobHands & Pick<Job, 'state'>, reader: Actor): Job['possibleSteps'] {
  return JOB_STEPS.filter(
    (step) => 'next' in decideStep(job, step, { reason: 'given' }) && mayTakeStep(job, step, reader) === null,
  )
}

function readSummary({ firstName, lastName, nationalId, startDate, ...row }: SummaryRow): JobSummary {
  const {
    province,
    jobId,
    period,
    state,
    version,
    gender,
    county,
    agency,
    sector,
    jobType,
    novelty,
    directness,
    employer,
  } = row
  const person = { nationalId: maskNationalId(nationalId), name: `${firstName} ${lastName}`.trim(), gender }
  const work = {
    county,
    agency,
    sector,
    jobType,
    novelty,
    directness,
    employer,
    startDate: isoToJalali(startDate),
  }
  return { province, jobId, period, state, version, ...person, ...work }
}

async function listSteps(db: ReadDb, province: string, jobId: number): Promise<Job['steps']> {
  const { rows } = await sql<Job['steps'][number]>`
    select step_number as number, step, from_state as from, to_state as to, reason, changes, taken_by as by, taken_at as at, entry_id as entry
    from job_step where province_id = ${province} and job_id = ${jobId} order by step_number`.execute(db)
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }))
}

async function listServices(db: ReadDb, province: string, jobId: number): Promise<Job['services']> {
  type ServiceRow = Omit<Job['services'][number], 'source'> & {
    importId: number | null
    sourceSheet: string
    sourceRow: number
  }
  const { rows } = await sql<ServiceRow>`
    select service_id, agency_id as agency, service_type as type, service_date as date, amount_rial::text as amount_rial, document_ref,
      import_id, source_sheet, source_row
    from employment_service where province_id = ${province} and job_id = ${jobId} order by service_id`.execute(
    db,
  )
  return rows.map(({ importId, sourceSheet, sourceRow, ...row }) => ({
    ...row,
    date: isoToJalali(row.date),
    source: importId === null ? null : { importId, sheet: sourceSheet, row: sourceRow },
  }))
}

async function listConflictsOfJob(db: ReadDb, province: string, jobId: number): Promise<Job['conflicts']> {
  const { rows } = await sql<Job['conflicts'][number]>`
    select case_id, state from conflict_case where province_id = ${province} and job_id = ${jobId} order by case_id`.execute(
    db,
  )
  return rows
}
