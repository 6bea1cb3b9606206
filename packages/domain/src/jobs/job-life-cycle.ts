/** Where a job stands (DOMAIN §9.2). */
export const JOB_STATES = [
  'registered',
  'agency-confirmed',
  'returned',
  'verified',
  'rejected',
  'unreachable',
  'appealed',
  'withdrawn',
  'duplicate',
] as const
export type JobState = (typeof JOB_STATES)[number]

/** What may be done to a job after its registration. */
export const JOB_STEPS = [
  'confirm',
  'return',
  'resubmit',
  'verify',
  'reject',
  'mark-unreachable',
  'appeal',
  'withdraw',
  'mark-duplicate',
  'correct',
] as const
export type JobStep = (typeof JOB_STEPS)[number]

type StepRule = { from: readonly JobState[]; next: JobState | 'same'; needsReason: boolean }

const LIVE: readonly JobState[] = JOB_STATES.filter((state) => state !== 'withdrawn' && state !== 'duplicate')
const UNDECIDED: readonly JobState[] = ['registered', 'agency-confirmed', 'returned', 'unreachable']
const UNDER_VERIFICATION: readonly JobState[] = ['agency-confirmed', 'unreachable', 'appealed']

const STEPS: Record<JobStep, StepRule> = {
  confirm: { from: ['registered'], next: 'agency-confirmed', needsReason: false },
  return: { from: ['registered', 'agency-confirmed'], next: 'returned', needsReason: true },
  resubmit: { from: ['returned'], next: 'registered', needsReason: false },
  verify: { from: UNDER_VERIFICATION, next: 'verified', needsReason: false },
  reject: { from: UNDER_VERIFICATION, next: 'rejected', needsReason: true },
  'mark-unreachable': { from: ['agency-confirmed'], next: 'unreachable', needsReason: false },
  appeal: { from: ['rejected'], next: 'appealed', needsReason: true },
  withdraw: { from: UNDECIDED, next: 'withdrawn', needsReason: true },
  'mark-duplicate': { from: LIVE, next: 'duplicate', needsReason: true },
  correct: { from: LIVE, next: 'same', needsReason: true },
}

/** Why a step is not taken: the job is not where the step begins, or it wants a reason in words. */
export type StepRefusal =
  | { code: 'job.wrong-state'; state: JobState; step: JobStep }
  | { code: 'job.reason-missing'; step: JobStep }

/** Whether a step may be taken, and where it leads. The server enforces this answer; the page explains it. */
export function decideStep(
  job: { state: JobState },
  step: JobStep,
  { reason }: { reason: string | null },
): { next: JobState } | { refusal: StepRefusal } {
  const rule = STEPS[step]
  if (!rule.from.includes(job.state)) return { refusal: { code: 'job.wrong-state', state: job.state, step } }
  if (rule.needsReason && !reason?.trim()) return { refusal: { code: 'job.reason-missing', step } }
  return { next: rule.next === 'same' ? job.state : rule.next }
}

/** Whether the person is counted with this job: a withdrawn or duplicate one leaves room for another. */
export function isCounted(state: JobState): boolean {
  return LIVE.includes(state)
}
