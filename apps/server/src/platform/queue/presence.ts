import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

const LOOKED_AFTER_EVERY_MS = 5000

/**
 * Holds a lock of the database under the name of a server's workers while they live, and gives back to the queue what
 * workers hold whose lock is gone: a server that was killed. A job just taken is left until its worker has its lock.
 */
export function keepPresence(owner: pg.ClientConfig, workers: string): { stop: () => Promise<void> } {
  const stopping = new AbortController()
  let held: pg.Client | undefined
  const look = async () => {
    held ??= await present(owner, workers)
    await held.query(FREE_WHAT_THE_DEAD_HOLD, [workers])
  }
  const watch = async () => {
    while (!stopping.signal.aborted) {
      try {
        await look()
      } catch {
        await held?.end().catch(() => {})
        held = undefined
      }
      await pause(LOOKED_AFTER_EVERY_MS, undefined, { signal: stopping.signal }).catch(() => {})
    }
    await held?.end()
  }
  const watching = watch()
  const stop = async () => {
    stopping.abort()
    await watching
  }
  return { stop }
}

async function present(owner: pg.ClientConfig, workers: string): Promise<pg.Client> {
  const client = new pg.Client(owner)
  // A connection that breaks is noticed at the next question, and another one takes the lock.
  client.on('error', () => {})
  await client.connect()
  await client.query(`select pg_advisory_lock(hashtext('rasad-workers'), hashtext($1))`, [workers])
  return client
}

const FREE_WHAT_THE_DEAD_HOLD = `
  select graphile_worker.force_unlock_workers(array_agg(workers)) from (
    select distinct workers from (
      select locked_by as workers, locked_at from graphile_worker._private_jobs where locked_by <> $1
      union all select locked_by, locked_at from graphile_worker._private_job_queues where locked_by <> $1
    ) held
    where locked_at < now() - interval '${LOOKED_AFTER_EVERY_MS} milliseconds'
  ) known
  where pg_try_advisory_xact_lock(hashtext('rasad-workers'), hashtext(workers))
  having count(*) > 0`
