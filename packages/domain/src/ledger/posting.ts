import type { JalaliMonth } from '../calendar/jalali.ts'
import {
  countsTowardCommitment,
  type Directness,
  type Gender,
  type JobType,
  type NoveltyClass,
  type Settlement,
} from '../jobs/job-kinds.ts'
import type { JobState, JobStep } from '../jobs/job-life-cycle.ts'
import type { Sector } from '../organisations/sectors.ts'

/** What a posting moves: a job that counts toward the commitment, one counted beside it, or a job that was promised. */
export const MEASURES = ['job', 'job-beside', 'commitment'] as const
export type Measure = (typeof MEASURES)[number]

/** Why a posting was made. The change between two moments is the sum over these, with no residue. */
export const CAUSES = [
  'registered',
  'confirmed',
  'returned',
  'resubmitted',
  'verified',
  'rejected',
  'unreachable',
  'appealed',
  'withdrawn',
  'duplicate',
  'moved',
  'undone',
  're-split',
] as const
export type Cause = (typeof CAUSES)[number]

/** The education a job is counted under: whether the person holds a university degree (دانش‌آموخته). */
export const EDUCATION = ['graduate', 'other', 'unspecified'] as const
export type Education = (typeof EDUCATION)[number]

/** The place of a job in the ledger: every dimension a figure can be asked by. */
export type JobCell = {
  month: JalaliMonth
  county: string
  agency: string
  sector: Sector | 'unspecified'
  gender: Gender
  jobType: JobType
  novelty: NoveltyClass
  directness: Directness
  settlement: Settlement
  education: Education
  /** A division of ISIC, or `unspecified`. */
  activityLine: string
}

/** One signed movement of a job. */
export type JobMovement = { measure: Measure; state: JobState; cause: Cause; amount: 1 | -1; cell: JobCell }

const CAUSE_OF_STEP: Record<JobStep, Cause> = {
  confirm: 'confirmed',
  return: 'returned',
  resubmit: 'resubmitted',
  verify: 'verified',
  reject: 'rejected',
  'mark-unreachable': 'unreachable',
  appeal: 'appealed',
  withdraw: 'withdrawn',
  'mark-duplicate': 'duplicate',
  correct: 'moved',
}

/** The cause that a step's postings carry. */
export function causeOfStep(step: JobStep): Cause {
  return CAUSE_OF_STEP[step]
}

/** The measure under which a job is counted. */
export function measureOf(cell: Pick<JobCell, 'novelty' | 'directness'>): Measure {
  return countsTowardCommitment(cell) ? 'job' : 'job-beside'
}

/** What a step does to the ledger: out of where the job stood, into where it stands; over all states the sum stays. */
export function movementsOf(
  from: { state: JobState; cell: JobCell } | null,
  to: { state: JobState; cell: JobCell },
  cause: Cause,
): JobMovement[] {
  const into: JobMovement = { measure: measureOf(to.cell), state: to.state, cause, amount: 1, cell: to.cell }
  if (from === null) return [into]
  return [{ measure: measureOf(from.cell), state: from.state, cause, amount: -1, cell: from.cell }, into]
}
