import {
  DIRECTNESS,
  GENDERS,
  JOB_TYPES,
  NOVELTY_CLASSES,
  SERVICE_TYPES,
  SETTLEMENTS,
} from '@rasad/domain/jobs/job-kinds'
import { JOB_STATES, JOB_STEPS } from '@rasad/domain/jobs/job-life-cycle'
import { EDUCATION } from '@rasad/domain/ledger/posting'
import { SECTORS } from '@rasad/domain/organisations/sectors'
import { z } from 'zod'
import { defineChange, defineRead } from './define-route.ts'
import { JOB_ORDERS, JobFilterWords } from './job-filter.ts'
import { ConflictCase, JobPosting, Refusal } from './job-history.ts'
import {
  AgencyCode,
  CountyCode,
  JalaliDay,
  PeriodId,
  ProvinceCode,
  Text,
  WholeNumber,
  Words,
} from './wire.ts'

/** A job in a list: its person is masked. */
export const JobSummary = z
  .object({
    province: z.string(),
    jobId: z.number().int(),
    period: z.string(),
    state: z.enum(JOB_STATES),
    /** Goes up with every step; a step may name it to be refused when somebody was quicker. */
    version: z.number().int(),
    /** Masked: `170*****82`. */
    nationalId: z.string(),
    name: z.string(),
    gender: z.enum(GENDERS),
    county: z.string(),
    agency: z.string(),
    sector: z.string(),
    jobType: z.enum(JOB_TYPES),
    novelty: z.enum(NOVELTY_CLASSES),
    directness: z.enum(DIRECTNESS),
    startDate: z.string(),
    employer: z.string().nullable(),
  })
  .meta({ id: 'JobSummary' })
export type JobSummary = z.infer<typeof JobSummary>

/** A job with its whole history. */
export const Job = JobSummary.extend({
  settlement: z.enum(SETTLEMENTS),
  education: z.enum(EDUCATION),
  isic: z.string().nullable(),
  /** The division of ISIC the job is counted under, or `unspecified`. */
  activityLine: z.string(),
  ruralDistrict: z.string().nullable(),
  village: z.string().nullable(),
  placeText: z.string().nullable(),
  workshopCode: z.string().nullable(),
  registeredBy: z.string(),
  steps: z.array(
    z.object({
      number: z.number().int(),
      step: z.string(),
      from: z.enum(JOB_STATES).nullable(),
      to: z.enum(JOB_STATES),
      reason: z.string().nullable(),
      changes: z.record(z.string(), z.tuple([z.string(), z.string()])).nullable(),
      by: z.string(),
      at: z.string(),
      entry: z.number().int(),
    }),
  ),
  services: z.array(
    z.object({
      serviceId: z.number().int(),
      agency: z.string(),
      type: z.enum(SERVICE_TYPES).nullable(),
      date: z.string(),
      amountRial: z.string().nullable(),
      documentRef: z.string().nullable(),
      source: z.object({ importId: z.number().int(), sheet: z.string(), row: z.number().int() }).nullable(),
    }),
  ),
  conflicts: z.array(z.object({ caseId: z.number().int(), state: z.enum(['open', 'decided']) })),
  /** The cases in which agencies claim the person, with their claims. */
  cases: z.array(ConflictCase),
  postings: z.array(JobPosting),
  /** The row of a file the job came with; null for one that was entered by hand. */
  source: z.object({ importId: z.number().int(), sheet: z.string(), row: z.number().int() }).nullable(),
  /** Every step there is, and why the asker may not take it now; null where they may. */
  nextSteps: z.array(z.object({ step: z.enum(JOB_STEPS), refusal: Refusal.nullable() })),
  /** The steps that the asker may take from here. */
  possibleSteps: z.array(z.enum(JOB_STEPS)),
}).meta({ id: 'Job' })
export type Job = z.infer<typeof Job>

/** A place in the list: a job's number and, where the order goes by what may change, how it stood there. */
const JOB_PLACE = /^\d{1,15}(\.[\w-]{1,40}){0,2}$/

export const listJobs = defineRead({
  path: '/jobs',
  summary: 'The jobs of a period, filtered and sorted, a page at a time',
  permission: 'job.read',
  params: z.object({}),
  query: JobFilterWords.extend({
    order: Text.pipe(z.enum(JOB_ORDERS)).default('newest'),
    /** Continue behind this place in the list: the `next` of the page before. */
    after: Text.pipe(z.string().regex(JOB_PLACE)).optional(),
    limit: WholeNumber.pipe(z.number().min(1).max(500)).default(50),
  }),
  response: z.object({ jobs: z.array(JobSummary), next: z.string().nullable() }),
})

const JobPath = z.object({ province: ProvinceCode, jobId: WholeNumber })

export const getJob = defineRead({
  path: '/jobs/:province/:jobId',
  summary: 'One job with its steps, services and conflicts',
  permission: 'job.read',
  params: JobPath,
  query: z.object({}),
  response: Job,
})

/** A job as an officer enters it by hand; the rules are those of a row of a list. */
export const JobEntry = z.object({
  province: ProvinceCode,
  period: PeriodId,
  agency: AgencyCode,
  nationalId: Words,
  firstName: Text.default(''),
  lastName: Text,
  fatherName: Text.optional(),
  birthDate: Text.optional(),
  gender: Text.optional(),
  mobile: Text.optional(),
  county: Words,
  village: Text.optional(),
  sector: Text.optional(),
  isic: Text.optional(),
  jobType: Text.optional(),
  novelty: Text.optional(),
  directness: Text.optional(),
  settlement: Text.optional(),
  education: Text.optional(),
  employer: Text.optional(),
  workshopCode: Text.optional(),
  startDate: Words,
  serviceType: Text.optional(),
  serviceDate: Text.optional(),
  /** With its unit: «۱۵۰ میلیون تومان». */
  amount: Text.optional(),
  documentRef: Text.optional(),
})
export type JobEntry = z.output<typeof JobEntry>

export const registerJob = defineChange({
  method: 'POST',
  path: '/jobs',
  summary: 'Registers one job by hand',
  permission: 'job.register',
  action: 'job.registered',
  audited: ['province', 'period', 'agency', 'county'],
  params: z.object({}),
  query: z.object({}),
  body: JobEntry,
  response: z.object({ job: Job, corrections: z.array(z.string()), warnings: z.array(z.string()) }),
})

export const takeJobStep = defineChange({
  method: 'POST',
  path: '/jobs/:province/:jobId/steps',
  summary: 'Takes a step with a job: confirm, verify, reject, return, correct …',
  permission: 'job.step',
  action: 'job.step-taken',
  audited: ['step', 'reason', 'corrections'],
  params: JobPath,
  query: z.object({}),
  body: z.object({
    step: z.enum(JOB_STEPS),
    reason: Words.optional(),
    /** The version the person saw; the step is refused when the job has moved on since. */
    version: z.number().int().optional(),
    /** For `correct`: what was wrong, as it should be. */
    corrections: z
      .object({
        county: CountyCode.optional(),
        agency: AgencyCode.optional(),
        sector: z.enum([...SECTORS, 'unspecified']).optional(),
        jobType: z.enum(JOB_TYPES).optional(),
        novelty: z.enum(NOVELTY_CLASSES).optional(),
        directness: z.enum(DIRECTNESS).optional(),
        settlement: z.enum(SETTLEMENTS).optional(),
        startDate: JalaliDay.optional(),
        /** Digits of ISIC, as `/activities` lists them. */
        isic: Text.pipe(z.string().regex(/^[0-9]{2,4}$/)).optional(),
      })
      .optional(),
  }),
  response: Job,
})

export const revealPerson = defineChange({
  method: 'POST',
  path: '/jobs/:province/:jobId/reveal',
  summary: "Shows the national ID and mobile of a job's person in full; who asked and why stays in the audit",
  permission: 'person.reveal',
  action: 'person.revealed',
  audited: ['reason'],
  params: JobPath,
  query: z.object({}),
  body: z.object({ reason: Words.refine((text) => !/[0-9]{10}/.test(text), 'names a national ID') }),
  response: z.object({ nationalId: z.string(), name: z.string(), mobile: z.string().nullable() }),
})

export type { ConflictCase }

export const claimJob = defineChange({
  method: 'POST',
  path: '/conflicts',
  summary: 'Claims a person whom another agency has registered: opens a conflict case, or joins it',
  permission: 'job.register',
  action: 'job.claimed',
  audited: ['province', 'period', 'agency', 'county'],
  params: z.object({}),
  query: z.object({}),
  body: JobEntry,
  response: ConflictCase,
})

export const listConflicts = defineRead({
  path: '/conflicts',
  summary: 'Persons that several agencies claim, oldest first',
  permission: 'conflict.read',
  params: z.object({}),
  query: z.object({
    province: ProvinceCode,
    period: PeriodId,
    state: Text.pipe(z.enum(['open', 'decided'])).default('open'),
    /** Only cases in which this agency claims the person. */
    agency: AgencyCode.optional(),
    after: WholeNumber.optional(),
    limit: WholeNumber.pipe(z.number().min(1).max(500)).default(50),
  }),
  response: z.object({
    conflicts: z.array(ConflictCase),
    next: z.number().int().nullable(),
    /** How many cases the filter leaves in each state, whatever the page. */
    counts: z.object({ open: z.number().int(), decided: z.number().int() }),
  }),
})

const ConflictPath = z.object({ province: ProvinceCode, caseId: WholeNumber })

export const getConflict = defineRead({
  path: '/conflicts/:province/:caseId',
  summary: 'One conflict case with all its claims',
  permission: 'conflict.read',
  params: ConflictPath,
  query: z.object({}),
  response: ConflictCase,
})

export const decideConflict = defineChange({
  method: 'POST',
  path: '/conflicts/:province/:caseId/decision',
  summary: 'Names the agency that the person is counted for',
  permission: 'conflict.decide',
  action: 'conflict.decided',
  audited: ['claimId', 'reason'],
  params: ConflictPath,
  query: z.object({}),
  body: z.object({ claimId: z.number().int(), reason: Words }),
  response: ConflictCase,
})
