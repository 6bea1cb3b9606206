import type { TASK_FAULTS } from '@rasad/contracts/system'
import { insertTaskRun } from '../modules/system/task-runs.queries.ts'
import type { Database } from '../platform/db.ts'
import { logEvent } from '../platform/logger.ts'
import { Problem } from '../platform/problem.ts'

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
