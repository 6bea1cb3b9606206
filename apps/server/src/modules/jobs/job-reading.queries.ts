import type { Job, JobSummary } from '@rasad/contracts/jobs'
import type { Actor } from '@rasad/domain/access/scope'
import { isoToJalali } from '@rasad/domain/calendar/jalali'
import { mayTakeStep, type JobHands } from '@rasad/domain/jobs/four-eyes'
import { decideStep, JOB_STEPS, type JobStep } from '@rasad/domain/jobs/job-life-cycle'
import { maskNationalId } from '@rasad/domain/persian/identifiers'
import { sql } from 'kysely'
import type { ReadDb } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { allOf, scopeConditions } from '../../platform/scope.queries.ts'
import { listCasesOfJob } from './conflicts.queries.ts'
import { listPostingsOfJob } from './job-postings.queries.ts'

/** A job of the list as it stands in the table. */
export type SummaryRow = Omit<JobSummary, 'name'> & { firstName: string; lastName: string }

/** The columns of a job in a list, from `job` and `person`. */
export const SUMMARY = sql`job.province_id as province, job.job_id, job.period_id as period, job.state, job.version, person.national_id,
  person.first_name, person.last_name, job.gender, job.county_id as county, job.agency_id as agency, job.sector, job.job_type,
  job.novelty, job.directness, job.start_date, job.employer`

/** One job with its whole history, and what the reader may do with it; outside their scope it is not found. */
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
        | 'activityLine'
        | 'ruralDistrict'
        | 'village'
        | 'placeText'
        | 'workshopCode'
        | 'registeredBy'
      >
  >`
    with found as (select * from job where ${inScope})
    select ${SUMMARY}, job.settlement, job.education, job.isic, job.activity_line, job.rural_district_id as rural_district, job.village_id as village,
      job.place_text, job.workshop_code, job.registered_by
    from found as job join person on person.province_id = job.province_id and person.person_id = job.person_id`.execute(
    db,
  )
  const row = rows[0]
  if (!row) throw new Problem('not-found', { kind: 'job', id: `${province}/${jobId}` })
  const { registeredBy } = row
  const steps = await listSteps(db, province, jobId)
  const services = await listServices(db, province, jobId)
  const cases = await listCasesOfJob(db, province, jobId)
  const postings = await listPostingsOfJob(db, province, jobId)
  const hands = {
    state: row.state,
    agency: row.agency,
    contributors: services.map(({ agency }) => agency),
    registeredBy,
    confirmedBy: steps.filter(({ step }) => step === 'confirm').map(({ by }) => by),
  }
  const nextSteps = JOB_STEPS.map((step) => ({ step, refusal: refusalOf(hands, step, reader) }))
  const details = {
    settlement: row.settlement,
    education: row.education,
    isic: row.isic,
    activityLine: row.activityLine,
    ruralDistrict: row.ruralDistrict,
    village: row.village,
    placeText: row.placeText,
    workshopCode: row.workshopCode,
    registeredBy,
  }
  return {
    ...readSummary(row),
    ...details,
    steps,
    services,
    conflicts: cases.map(({ caseId, state }) => ({ caseId, state })),
    cases,
    postings,
    source: services.find(({ source }) => source !== null)?.source ?? null,
    nextSteps,
    possibleSteps: nextSteps.filter(({ refusal }) => refusal === null).map(({ step }) => step),
  }
}

/** Why the reader may not take a step from here; a reason in words is asked for when it is taken. */
function refusalOf(
  job: JobHands & Pick<Job, 'state'>,
  step: JobStep,
  reader: Actor,
): Job['nextSteps'][number]['refusal'] {
  const decision = decideStep(job, step, { reason: 'given' })
  if ('refusal' in decision) {
    const { code, ...params } = decision.refusal
    return { code, params }
  }
  const forbidden = mayTakeStep(job, step, reader)
  if (forbidden === null) return null
  const { code, ...params } = forbidden
  return { code, params }
}

/** A job of the list as it is told: its person masked. */
export function readSummary({ firstName, lastName, nationalId, startDate, ...row }: SummaryRow): JobSummary {
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
