import { setTimeout as pause } from 'node:timers/promises'
import type { TaskList } from 'graphile-worker'
import type pg from 'pg'
import type { Actor } from '@rasad/domain/access/scope'
import { z } from 'zod'
import { findActor } from '../modules/access/actors.ts'
import { clearOverdue, executeRun } from '../modules/jobs/import-run-executing.commands.ts'
import type { OpenDatabase } from '../platform/database.ts'
import type { FileStore } from '../platform/file-store.ts'
import { logEvent } from '../platform/logger.ts'
import { startWorkers } from '../platform/queue/workers.ts'

type System = Pick<OpenDatabase, 'database' | 'pool' | 'owner'> & { files: FileStore }

/** How the queue of imports is kept. */
export type ImportQueueSettings = {
  /** Whoever acts without being signed in, by the id that their acts are noted with. */
  known?: (actorId: string) => Actor | undefined
}

/** So many lists are read at once; each holds a connection for the time of its import. */
const AT_ONCE = 3
const CONNECTIONS = 2 * AT_ONCE + 2
const LOST_LOOKED_FOR_EVERY_MS = 10_000
const MOST_ATTEMPTS = 5
const Payload = z.object({ province: z.string(), runId: z.string() })

/**
 * Does the imports that wait in the queue, until stopped; what a process that died has left behind is done anew. A run
 * holds a lock of its own for as long as it is done, so that it is done once at a time.
 */
export async function startImportQueue(
  system: System,
  { known = () => undefined }: ImportQueueSettings = {},
): Promise<{ stop: () => Promise<void> }> {
  const ending = new AbortController()
  const { pool, stop } = await startWorkers(system.owner, {
    event: 'import-queue',
    tasks: (connections) => tasksOf(system, connections, known, ending.signal),
    timetable: [{ task: 'import-runs-clear', match: '23 * * * *', identifier: 'import-runs-clear' }],
    workers: AT_ONCE,
    connections: CONNECTIONS,
  })
  const looking = lookForLost(pool, ending.signal)
  let stopped: Promise<void> | undefined
  const end = async () => {
    ending.abort()
    await looking
    await stop()
  }
  return { stop: () => (stopped ??= end()) }
}

function tasksOf(
  system: System,
  pool: pg.Pool,
  known: (actorId: string) => Actor | undefined,
  ending: AbortSignal,
): TaskList {
  return {
    'import-run': async (payload, { job }) => {
      const place = Payload.parse(payload)
      const executing = {
        actorOf: async (id: string) => (await findActor(system.database, id, Date.now())) ?? known(id),
        goOn: () => ending.throwIfAborted(),
        isPassing: (error: unknown) =>
          ending.aborted || (isConnectionLost(error) && job.attempts < MOST_ATTEMPTS),
      }
      await holding(pool, place.runId, () => executeRun(system, place, executing))
    },
    'import-runs-clear': async () => {
      await clearOverdue(system, Date.now())
    },
  }
}

const RUN_LOCK = `hashtext('import-run'), hashtext($1)`

/** Works while it holds the lock of a run; nothing is done where another one holds it. */
async function holding(pool: pg.Pool, runId: string, work: () => Promise<void>): Promise<void> {
  const client = await pool.connect()
  let broken = true
  try {
    const { rows } = await client.query<{ got: boolean }>(`select pg_try_advisory_lock(${RUN_LOCK}) as got`, [
      runId,
    ])
    if (rows[0]?.got === true) await work()
    await client.query(`select pg_advisory_unlock(${RUN_LOCK})`, [runId])
    broken = false
  } finally {
    client.release(broken)
  }
}

/** Runs that have not ended and are in no queue: they came with a backup, or were given up while the database was away. */
const QUEUE_LOST = `
  select queue_import_run(province_id, run_id) from import_run
  where ended_at is null and asked_at < clock_timestamp() - interval '2 seconds' and not exists (
    select 1 from graphile_worker.jobs where key = 'import-run:' || run_id and attempts < max_attempts)`

async function lookForLost(pool: pg.Pool, ending: AbortSignal): Promise<void> {
  while (!ending.aborted) {
    try {
      await pool.query(QUEUE_LOST)
    } catch (error) {
      logEvent('import-queue', { level: 'error', message: error instanceof Error ? error.name : 'unknown' })
    }
    await pause(LOST_LOOKED_FOR_EVERY_MS, undefined, { signal: ending }).catch(() => {})
  }
}

const LOST_CONNECTION = /^(57P0[123]|08...|ECONNRESET|ECONNREFUSED|EPIPE|ENOENT)$/

/** Whether the database went away under the work: it may be back for another attempt. */
function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return LOST_CONNECTION.test(code) || /^Connection terminated|not queryable$/.test(error.message)
}
