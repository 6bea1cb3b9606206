import { EventEmitter } from 'node:events'
import {
  Logger,
  parseCronItems,
  run,
  type CronItem,
  type Runner,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker'
import pg from 'pg'
import { outliving } from '../db.ts'
import { logEvent } from '../logger.ts'
import { keepPresence } from './presence.ts'

/** What workers do, how many of them at once, and the event under which their troubles are logged. */
export type Work = {
  event: string
  tasks: (pool: pg.Pool) => TaskList
  timetable: readonly CronItem[]
  workers: number
  connections: number
  /** Work that is still under way so long after the wish to stop is broken off, and done anew at the next start. */
  brokenOffAfterMs?: number
}
/** Workers that are there until they are stopped, and the connections they share. */
export type Working = { runner: Runner; pool: pg.Pool; stop: () => Promise<void> }

/** Starts workers on the queue of a database, by the login that owns its tables, and keeps them present. */
export async function startWorkers(owner: pg.ClientConfig, work: Work): Promise<Working> {
  const pool = outliving(new pg.Pool({ ...owner, max: work.connections }))
  const events: WorkerEvents = new EventEmitter()
  let presence: ReturnType<typeof keepPresence> | undefined
  events.once('pool:create', ({ workerPool }) => {
    presence = keepPresence(owner, workerPool.id)
  })
  const close = async () => {
    await presence?.stop()
    await pool.end()
  }
  try {
    const runner = await run({
      pgPool: pool,
      events,
      taskList: work.tasks(pool),
      parsedCronItems: parseCronItems([...work.timetable]),
      concurrency: work.workers,
      // Only what is completed in batches is waited for at the end; else a finished job would be done again.
      preset: {
        worker: {
          completeJobBatchDelay: 0,
          failJobBatchDelay: 0,
          ...(work.brokenOffAfterMs !== undefined && { gracefulShutdownAbortTimeout: work.brokenOffAfterMs }),
        },
      },
      noHandleSignals: true,
      logger: new Logger(() => (level, message) => {
        if (level === 'error' || level === 'warning') logEvent(work.event, { level, message })
      }),
    })
    const stop = async () => {
      await runner.stop()
      await close()
    }
    return { runner, pool, stop }
  } catch (error) {
    await close()
    throw error
  }
}
