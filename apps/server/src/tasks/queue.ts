import { SCHEDULED_TASKS } from '@rasad/contracts/system'
import type { Actor } from '@rasad/domain/access/scope'
import { isDue } from '@rasad/domain/calendar/timetable'
import type { CronItem, TaskList } from 'graphile-worker'
import { makeBackup, type BackedUp } from '../modules/system/backup.commands.ts'
import { runDrill } from '../modules/system/drill.commands.ts'
import { checkAndRemember } from '../modules/system/system.commands.ts'
import { SETTLING, type Schedules } from '../modules/system/tasks.commands.ts'
import { keepRun } from './kept-run.ts'
import { logEvent } from '../platform/logger.ts'
import { startWorkers } from '../platform/queue/workers.ts'
import { SETTLING_ORDER, settlingTask } from './settling.ts'

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
/** One settles, one does what is scheduled: neither waits for the other. */
const WORKERS = 2
// Beside the workers the listener and the timetable.
const CONNECTIONS = WORKERS + 2
/** Work that is still under way so long after the wish to stop is broken off, and done anew at the next start. */
const BROKEN_OFF_AFTER_MS = 1000

/**
 * Settles the ledger and does the scheduled work until stopped. The queue lies in a schema of its own, made by the login
 * that owns the tables; of several servers on one database one takes each piece of work (ADR settling-in-the-queue).
 */
export async function startQueue(
  system: BackedUp,
  schedules: Schedules | undefined,
): Promise<{ stop: () => Promise<void> }> {
  const stopping = new AbortController()
  const { runner, stop } = await startWorkers(system.owner, {
    event: 'schedule',
    tasks: () => tasksOf(system, schedules, stopping.signal),
    timetable: schedules ? itemsOf(schedules) : [],
    workers: WORKERS,
    connections: CONNECTIONS,
    brokenOffAfterMs: BROKEN_OFF_AFTER_MS,
  })
  const end = async () => {
    stopping.abort()
    await stop()
  }
  try {
    // Where the work is there already, in the hands of another server, it stays as it is.
    await runner.addJob(SETTLING, {}, { ...SETTLING_ORDER, jobKeyMode: 'unsafe_dedupe' })
  } catch (error) {
    await end()
    throw error
  }
  return { stop: end }
}

function itemsOf(schedules: Schedules): CronItem[] {
  return SCHEDULED_TASKS.flatMap((task) => {
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

function tasksOf(system: BackedUp, schedules: Schedules | undefined, stopping: AbortSignal): TaskList {
  const { database } = system
  return {
    [SETTLING]: settlingTask(database, stopping),
    backup: (_payload, { abortSignal }) =>
      keepRun(database, 'backup', async () => {
        const made = await makeBackup(system, { keep: schedules?.keep }, circumstances(abortSignal))
        if (made.damagedFiles.length > 0)
          logEvent('stored-files-damaged', { files: made.damagedFiles.join(' ') })
      }),
    check: () =>
      keepRun(database, 'check', async () => {
        const { wrong } = await checkAndRemember(database, BY_ITSELF)
        if (wrong > 0) logEvent('ledger-wrong', { wrong })
      }),
    drill: (_payload, { abortSignal }) =>
      keepRun(database, 'drill', async () => {
        const { wrong, backup } = await runDrill(system, {}, circumstances(abortSignal))
        if (wrong > 0) logEvent('drill-differs', { wrong, backup })
      }),
  }
}

function circumstances(signal: AbortSignal | undefined) {
  return { actor: BY_ITSELF, now: Date.now(), onProgress: () => signal?.throwIfAborted() }
}
