import {
  SCHEDULED_TASKS,
  type ScheduledTask,
  type SystemTask,
  type TASK_FAULTS,
} from '@rasad/contracts/system'
import type { Actor } from '@rasad/domain/access/scope'
import { nextDue, type Hour } from '@rasad/domain/calendar/timetable'
import type { Database, ReadDb, WriteTx } from '../../platform/db.ts'
import { logEvent } from '../../platform/logger.ts'
import { Problem } from '../../platform/problem.ts'
import { insertTaskRun, listLastRuns, listQueuedTasks, queueTaskNow } from './task-runs.queries.ts'

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

/** Does a task and keeps how it went. */
export async function keepRun(database: Database, task: string, work: () => Promise<void>): Promise<void> {
  const began = performance.now()
  try {
    await work()
  } catch (error) {
    await rememberRun(database, { task, began, error })
    throw error
  }
  await rememberRun(database, { task, began })
}

/** Keeps how a task went that began at a reading of the process's own clock: with the error that ended it, or done. */
export async function rememberRun(
  database: Database,
  { task, began, error }: { task: string; began: number; error?: unknown },
): Promise<void> {
  const fault = error === undefined ? null : faultOf(error)
  if (fault !== null) logEvent('task-failed', { task, fault })
  const run = { task, tookMs: performance.now() - began, fault }
  try {
    await database.transaction().execute((tx) => insertTaskRun(tx, run))
  } catch (failure) {
    logEvent('task-not-remembered', { task, fault: faultOf(failure) })
  }
}

const DISK_FULL: readonly unknown[] = ['ENOSPC', 'EDQUOT', '53100']
const NO_ACCESS: readonly unknown[] = ['EACCES', 'EPERM', 'EROFS', '42501']
// Lost, refused and ended connections, by SQLSTATE class and by the system's own names.
const DATABASE_GONE = /^(08|57P|ECONN|EPIPE)/

/** What ended a task, in a word: a refusal's code or one of the known faults; never anything of the data. */
function faultOf(error: unknown): string {
  if (error instanceof Problem) return error.code
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (typeof code === 'string') {
    if (DISK_FULL.includes(code)) return 'disk-full' satisfies Fault
    if (NO_ACCESS.includes(code)) return 'no-access' satisfies Fault
    if (DATABASE_GONE.test(code)) return 'database-gone' satisfies Fault
  }
  return 'unforeseen' satisfies Fault
}

type Fault = (typeof TASK_FAULTS)[number]
