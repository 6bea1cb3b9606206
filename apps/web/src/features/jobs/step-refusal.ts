import type { Job } from '@rasad/contracts/jobs'
import { decideStep, JOB_STATES, type JobState, type JobStep } from '@rasad/domain/jobs/job-life-cycle'
import { jobStateText } from '@rasad/domain/jobs/job-state-text'
import { useLanguage, type Language } from '../../shared/language.ts'
import { sentenceOfRefusal } from '../../shared/problem-text.ts'
import { WRONG_STATE } from './job-text.ts'

/** Whether a step wants a reason in words. */
export function needsReason(state: JobState, step: JobStep): boolean {
  const decision = decideStep({ state }, step, { reason: null })
  return 'refusal' in decision && decision.refusal.code === 'job.reason-missing'
}

/** Where a step leads from a state; undefined where it does not begin there. */
export function nextState(state: JobState, step: JobStep): JobState | undefined {
  const decision = decideStep({ state }, step, { reason: 'given' })
  return 'next' in decision ? decision.next : undefined
}

/** Where a step leads from one of the states it can be taken from. */
export function resultOf(step: JobStep): JobState | undefined {
  return JOB_STATES.map((state) => nextState(state, step)).find((state) => state !== undefined)
}

/** Says why a step with a job is not open to whoever is signed in, by the rule of the server; undefined when it is. */
export function useStepRefusal(): (job: Job, step: JobStep) => string | undefined {
  const language = useLanguage()
  return (job, step) => {
    const refusal = job.nextSteps.find((next) => next.step === step)?.refusal
    if (refusal === null || refusal === undefined) return undefined
    return refusal.code === 'job.wrong-state'
      ? wrongState(language, step)
      : sentenceOfRefusal(language, refusal)
  }
}

function wrongState(language: Language, step: JobStep): string {
  const from = JOB_STATES.filter((state) => nextState(state, step) !== undefined)
  return WRONG_STATE[language](from.map((state) => `«${jobStateText(language, state)}»`))
}
