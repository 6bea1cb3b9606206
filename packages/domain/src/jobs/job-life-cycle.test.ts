import { expect, test } from 'vitest'
import {
  decideStep,
  isCounted,
  JOB_STATES,
  JOB_STEPS,
  type JobState,
  type JobStep,
} from './job-life-cycle.ts'

const LIVE: JobState[] = [
  'registered',
  'agency-confirmed',
  'returned',
  'verified',
  'rejected',
  'unreachable',
  'appealed',
]
const leadsTo: Record<JobStep, Partial<Record<JobState, JobState>>> = {
  confirm: { registered: 'agency-confirmed' },
  return: { registered: 'returned', 'agency-confirmed': 'returned' },
  resubmit: { returned: 'registered' },
  verify: { 'agency-confirmed': 'verified', unreachable: 'verified', appealed: 'verified' },
  reject: { 'agency-confirmed': 'rejected', unreachable: 'rejected', appealed: 'rejected' },
  'mark-unreachable': { 'agency-confirmed': 'unreachable' },
  appeal: { rejected: 'appealed' },
  withdraw: {
    registered: 'withdrawn',
    'agency-confirmed': 'withdrawn',
    returned: 'withdrawn',
    unreachable: 'withdrawn',
  },
  'mark-duplicate': Object.fromEntries(LIVE.map((state) => [state, 'duplicate'])),
  correct: Object.fromEntries(LIVE.map((state) => [state, state])),
}
const everyPair = JOB_STEPS.flatMap((step) => JOB_STATES.map((state) => ({ step, state })))

test.each(everyPair)('$step from $state', ({ step, state }) => {
  const next = leadsTo[step][state]
  const decision = decideStep({ state }, step, { reason: 'a reason' })

  const refused = { refusal: { code: 'job.wrong-state', state, step } }
  expect(decision).toEqual(next === undefined ? refused : { next })
})

const NEEDS_REASON: JobStep[] = ['return', 'reject', 'appeal', 'withdraw', 'mark-duplicate', 'correct']

test.each(JOB_STEPS)('%s without a reason in words', (step) => {
  const from = JOB_STATES.find((state) => leadsTo[step][state] !== undefined)!
  const reasons = [null, '', '  '].map((reason) => decideStep({ state: from }, step, { reason }))

  const refused = { refusal: { code: 'job.reason-missing', step } }
  const expected = NEEDS_REASON.includes(step) ? refused : { next: leadsTo[step][from] }
  expect(reasons).toEqual([expected, expected, expected])
})

test('a person is counted with a job unless it was withdrawn or found duplicate', () => {
  expect(JOB_STATES.filter(isCounted)).toEqual(LIVE)
})
