import { setTimeout as pause } from 'node:timers/promises'
import type { Task, TaskSpec } from 'graphile-worker'
import { settleAll } from '../modules/ledger/ledger.commands.ts'
import { SETTLING } from '../modules/system/tasks.commands.ts'
import { rememberRun } from './kept-run.ts'
import type { Database } from '../platform/db.ts'

const PAUSE_MS = 1000
const MOST_ATTEMPTS = 32_767

/** There is one piece of this work in the queue at all times: whoever holds it is the one that settles. */
export const SETTLING_ORDER: TaskSpec = {
  jobKey: SETTLING,
  queueName: SETTLING,
  // Only a server that was killed uses up an attempt.
  maxAttempts: MOST_ATTEMPTS,
}

/** Settles the ledger every second until this server stops, and then leaves the work to another. */
export function settlingTask(database: Database, stopping: AbortSignal): Task {
  return async (_payload, { addJob }) => {
    let failingSince: number | undefined
    while (!stopping.aborted) {
      const began = performance.now()
      try {
        await settleAll(database)
        if (failingSince !== undefined) await rememberRun(database, { task: SETTLING, began: failingSince })
        failingSince = undefined
      } catch (error) {
        if (failingSince === undefined) await rememberRun(database, { task: SETTLING, began, error })
        failingSince ??= began
      }
      await pause(PAUSE_MS, undefined, { signal: stopping }).catch(() => {})
    }
    await addJob(SETTLING, {}, SETTLING_ORDER)
  }
}
