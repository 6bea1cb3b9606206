import { SCHEDULED_TASKS, type ScheduledTask, type SystemTask } from '@rasad/contracts/system'
import type { Actor } from '@rasad/domain/access/scope'
import { nextDue, type Hour } from '@rasad/domain/calendar/timetable'
import type { ReadDb, WriteTx } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { listLastRuns, listQueuedTasks, queueTaskNow } from './task-runs.queries.ts'

/** What is done by itself and when; what has no hour is not done. */
export type Schedules = Record<ScheduledTask, Hour | undefined> & {
  /** How many backups stay. */
  keep: number
}

/** The settling of the ledger, which is always under way. */
export const SETTLING = 'settle'

/** Every kind of work of the queue: the settling, what is scheduled, and what else waits or has run. */
export async function listTasks(
  db: ReadDb,
  { schedules, now }: { schedules: Schedules | undefined; now: number },
): Promise<SystemTask[]> {
  const queued = await listQueuedTasks(db)
  const runs = await listLastRuns(db)
  const known = [SETTLING, ...SCHEDULED_TASKS]
  const names = new Set([...known, ...queued.map(({ task }) => task), ...runs.map(({ task }) => task)])
  return [...names].map((task) => {
    const { task: _name, ...lastRun } = runs.find((run) => run.task === task) ?? { task }
    const hour = schedules && isScheduled(task) ? schedules[task] : undefined
    return {
      ...NOTHING_QUEUED,
      ...queued.find((one) => one.task === task),
      task,
      nextRunAt: hour === undefined ? null : new Date(nextDue(hour, now)).toISOString(),
      lastRun: 'endedAt' in lastRun ? lastRun : null,
    }
  })
}

const NOTHING_QUEUED = { waiting: 0, running: 0, runningSince: null, failed: 0, retryAt: null }

function isScheduled(task: string): task is ScheduledTask {
  return SCHEDULED_TASKS.some((known) => known === task)
}

/** Puts a scheduled task into the queue for now, unless it is under way. */
export async function runTaskNow(
  tx: WriteTx,
  task: ScheduledTask,
  { actor }: { actor: Actor },
): Promise<void> {
  // It is about the data of every province.
  if (actor.scope.level !== 'national') throw new Problem('not-allowed', { permission: 'system.operate' })
  const queued = await listQueuedTasks(tx)
  if (queued.some((one) => one.task === task && one.running > 0)) throw new Problem('task.running', { task })
  if (!(await queueTaskNow(tx, task))) throw new Problem('task.no-queue', {})
}
