import { Logger, parseCronItems, run, type CronItem, type TaskList } from 'graphile-worker'
import pg from 'pg'
import type { Actor } from '@rasad/domain/access/scope'
import { makeBackup, type BackedUp } from '../modules/system/backup.commands.ts'
import { runDrill } from '../modules/system/drill.commands.ts'
import { checkAndRemember } from '../modules/system/system.commands.ts'
import { logEvent } from '../platform/logger.ts'
import { isDue, type Hour } from '@rasad/domain/calendar/timetable'

/** What is done by itself and when; what has no hour is not done. */
export type Schedules = {
  backup: Hour | undefined
  check: Hour | undefined
  drill: Hour | undefined
  /** How many backups stay. */
  keep: number
}

const BY_ITSELF: Actor = {
  id: 'schedule',
  name: 'schedule',
  scope: { level: 'national' },
  permissions: [],
  agency: null,
}
const DAY_MS = 24 * 3_600_000
const MINUTE_MS = 60_000
// What was missed while nothing ran is made up for at the next start: the last time that it was due, and no other.
const MISSED_WITHIN_MS = {
  backup: DAY_MS - MINUTE_MS,
  check: DAY_MS - MINUTE_MS,
  drill: 7 * DAY_MS - MINUTE_MS,
}
/** What is due at once is done in this order. */
const PRIORITY = { backup: 0, check: 1, drill: 2 }
const ATTEMPTS = 3
const CONNECTIONS = 3
/** Work that is still under way so long after the wish to stop is broken off, and done anew at the next start. */
const BROKEN_OFF_AFTER_MS = 1000

/**
 * Does the scheduled work until stopped. The queue lies in a schema of its own, made by the login that owns the tables;
 * of several servers on one database one takes each piece of work.
 */
export async function startSchedules(
  system: BackedUp,
  schedules: Schedules,
): Promise<{ stop: () => Promise<void> }> {
  const pool = new pg.Pool({ ...system.owner, max: CONNECTIONS })
  // A connection that breaks is replaced at the next use.
  pool.on('error', () => {}).on('connect', (client) => client.on('error', () => {}))
  try {
    const runner = await run({
      pgPool: pool,
      taskList: tasksOf(system, schedules),
      parsedCronItems: parseCronItems(itemsOf(schedules)),
      concurrency: 1,
      // Only what is completed in batches is waited for at the end; else a finished job would be done again.
      preset: {
        worker: {
          completeJobBatchDelay: 0,
          failJobBatchDelay: 0,
          gracefulShutdownAbortTimeout: BROKEN_OFF_AFTER_MS,
        },
      },
      noHandleSignals: true,
      logger: new Logger(() => (level, message) => {
        if (level === 'error' || level === 'warning') logEvent('schedule', { level, message })
      }),
    })
    const stop = async () => {
      await runner.stop()
      await pool.end()
    }
    return { stop }
  } catch (error) {
    await pool.end()
    throw error
  }
}

function itemsOf(schedules: Schedules): CronItem[] {
  return (['backup', 'check', 'drill'] as const).flatMap((task) => {
    const hour = schedules[task]
    if (!hour) return []
    const options = {
      backfillPeriod: MISSED_WITHIN_MS[task],
      maxAttempts: ATTEMPTS,
      priority: PRIORITY[task],
      jobKey: task,
      // One after the other: a drill does not load the machine while a backup is written.
      queueName: 'operation',
    }
    return [{ task, identifier: task, match: (utc) => isDue(hour, utc), options }]
  })
}

function tasksOf(system: BackedUp, { keep }: Schedules): TaskList {
  return {
    backup: async (_payload, { abortSignal }) => {
      const made = await makeBackup(system, { keep }, circumstances(abortSignal))
      if (made.damagedFiles.length > 0)
        logEvent('stored-files-damaged', { files: made.damagedFiles.join(' ') })
    },
    check: async () => {
      const { wrong } = await checkAndRemember(system.database, BY_ITSELF)
      if (wrong > 0) logEvent('ledger-wrong', { wrong })
    },
    drill: async (_payload, { abortSignal }) => {
      const { wrong, backup } = await runDrill(system, {}, circumstances(abortSignal))
      if (wrong > 0) logEvent('drill-differs', { wrong, backup })
    },
  }
}

function circumstances(signal: AbortSignal | undefined) {
  return { actor: BY_ITSELF, now: Date.now(), onProgress: () => signal?.throwIfAborted() }
}
