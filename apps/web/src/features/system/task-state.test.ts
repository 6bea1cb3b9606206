import type { SystemTask } from '@rasad/contracts/system'
import { expect, test } from 'vitest'
import { taskStateOf, type TaskState } from './task-state.ts'

const IDLE: SystemTask = {
  task: 'backup',
  waiting: 0,
  running: 0,
  runningSince: null,
  failed: 0,
  retryAt: null,
  nextRunAt: null,
  lastRun: null,
}
const ran = (fault: string | null, endedAt = '2026-11-22T22:31:00.000Z') => ({
  startedAt: '2026-11-22T22:30:00.000Z',
  endedAt,
  fault,
})
const [EARLIER, LATER] = ['2026-11-22T20:00:00.000Z', '2026-11-23T06:00:00.000Z']

test.each<[string, Partial<SystemTask>, TaskState]>([
  ['that never ran', {}, 'never'],
  ['that was done', { lastRun: ran(null) }, 'done'],
  [
    'that failed and waits for its next try',
    { waiting: 1, retryAt: LATER, lastRun: ran('disk-full') },
    'retried',
  ],
  ['that was given up', { failed: 1, lastRun: ran('disk-full') }, 'given-up'],
  [
    'that failed and is under way again',
    { running: 1, runningSince: LATER, lastRun: ran('disk-full') },
    'running',
  ],
  ['that was asked for after it was done', { waiting: 1, lastRun: ran(null) }, 'waiting'],
  ['that settles', { task: 'settle', running: 1, runningSince: EARLIER }, 'running'],
  [
    'that settles and fails',
    { task: 'settle', running: 1, runningSince: EARLIER, lastRun: ran('no-access') },
    'failed',
  ],
  [
    'that settles again',
    { task: 'settle', running: 1, runningSince: EARLIER, lastRun: ran(null) },
    'running',
  ],
  [
    'that settles on another server',
    { task: 'settle', running: 1, runningSince: LATER, lastRun: ran('no-access') },
    'running',
  ],
  ['that nobody settles', { task: 'settle', waiting: 1 }, 'stopped'],
])('a task %s', (_name, about, state) => {
  expect(taskStateOf({ ...IDLE, ...about })).toBe(state)
})
