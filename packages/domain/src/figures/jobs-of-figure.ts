import { JOB_STATES, type JobState } from '../jobs/job-life-cycle.ts'
import type { Directness, NoveltyClass } from '../jobs/job-kinds.ts'
import { TRUTH_OF_STATE, type Truths } from './figure.ts'

/** What is true of every job that a truth counts, and of no other job of the same place. */
export type CountedJobs = {
  states: readonly JobState[]
  novelty: NoveltyClass
  directness: Directness
}

/** The jobs that a truth counts; null where it counts more than jobs (claims that lost), something else, or no one kind. */
export function jobsOfTruth(truth: keyof Truths): CountedJobs | null {
  if (truth === 'committed' || truth === 'duplicate' || truth === 'beside') return null
  const states = JOB_STATES.filter((state) => {
    const own = TRUTH_OF_STATE[state]
    return truth === 'registered' ? own !== 'duplicate' && own !== 'withdrawn' : own === truth
  })
  return { states, novelty: 'new', directness: 'direct' }
}
