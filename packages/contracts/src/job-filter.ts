import { isActivityLine } from '@rasad/domain/jobs/activity-line'
import { DIRECTNESS, GENDERS, JOB_TYPES, NOVELTY_CLASSES, SETTLEMENTS } from '@rasad/domain/jobs/job-kinds'
import { JOB_STATES } from '@rasad/domain/jobs/job-life-cycle'
import { EDUCATION } from '@rasad/domain/ledger/posting'
import { SECTORS } from '@rasad/domain/organisations/sectors'
import { z } from 'zod'
import { defineRead } from './define-route.ts'
import {
  AgencyCode,
  CountyCode,
  JalaliDay,
  MonthRange,
  PeriodId,
  ProvinceCode,
  Text,
  WholeNumber,
  Words,
} from './wire.ts'

/** The orders of the job list: newest and oldest by registration, names by the alphabet, the latest start first. */
export const JOB_ORDERS = ['newest', 'oldest', 'name', 'start-date', 'county'] as const
export type JobOrder = (typeof JOB_ORDERS)[number]

const List = Text.transform((text) =>
  text
    .split(/[,،]/)
    .map((part) => part.trim())
    .filter(Boolean),
)

const Choice = <const Values extends readonly string[]>(values: Values) =>
  List.pipe(z.array(z.enum(values)).min(1)).optional()

/** What the jobs of a period can be narrowed down by; a list of values with commas between. */
export const JobFilterWords = z.object({
  province: ProvinceCode,
  period: PeriodId,
  /** Words that begin words of the person's or the employer's name, in any order; digits that begin a national ID. */
  q: Text.optional(),
  county: CountyCode.optional(),
  agency: AgencyCode.optional(),
  state: Choice(JOB_STATES),
  sector: Choice([...SECTORS, 'unspecified']),
  gender: Choice(GENDERS),
  jobType: Choice(JOB_TYPES),
  novelty: Choice(NOVELTY_CLASSES),
  directness: Choice(DIRECTNESS),
  settlement: Choice(SETTLEMENTS),
  education: Choice(EDUCATION),
  /** Divisions of ISIC, or `unspecified`. */
  activityLine: List.pipe(
    z.array(z.string().refine(isActivityLine, 'is no division of ISIC')).min(1),
  ).optional(),
  month: MonthRange.optional(),
  /** Days on which the work began, the first and the last. */
  startFrom: JalaliDay.optional(),
  startTo: JalaliDay.optional(),
  /** The id of whoever registered the job. */
  registeredBy: Words.optional(),
  /** Days on which the jobs were registered, in Tehran, the first and the last. */
  registeredFrom: JalaliDay.optional(),
  registeredTo: JalaliDay.optional(),
  importId: WholeNumber.optional(),
  /** Only jobs whose person several agencies claim, undecided. */
  conflict: Text.pipe(z.enum(['open'])).optional(),
})
export type JobFilter = z.output<typeof JobFilterWords>

export const countJobs = defineRead({
  path: '/jobs/count',
  summary: 'How many jobs a filter of the job list leaves',
  permission: 'job.read',
  params: z.object({}),
  query: JobFilterWords,
  /** `exact` is false where there are more than were counted. */
  response: z.object({ count: z.number().int(), exact: z.boolean() }),
})

export const listRegistrars = defineRead({
  path: '/jobs/registrars',
  summary: 'Who registered the jobs of a period, whoever registered most first',
  permission: 'job.read',
  params: z.object({}),
  query: JobFilterWords.pick({ province: true, period: true }),
  response: z.object({ registrars: z.array(z.object({ id: z.string(), jobs: z.number().int() })) }),
})
