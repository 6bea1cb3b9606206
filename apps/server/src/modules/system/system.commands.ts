import type { LedgerCheck } from '@rasad/contracts/ledger'
import type { System, SystemTask } from '@rasad/contracts/system'
import type { Actor, Scope } from '@rasad/domain/access/scope'
import { act } from '../../platform/act.ts'
import { readInScope, readSnapshot, type Database, type ReadDb } from '../../platform/db.ts'
import type { SystemGauge } from '../../platform/metrics.ts'
import { Problem } from '../../platform/problem.ts'
import { PRODUCT_VERSION } from '../../platform/product.ts'
import { requirePermission } from '../../platform/scope.ts'
import { readDemonstration } from '../demonstration/demonstration.queries.ts'
import { checkLedgers } from '../ledger/ledger.commands.ts'
import { countTail } from '../ledger/ledger.queries.ts'
import { listPositions } from '../ledger/positions.queries.ts'
import { findLastBackup, findLastDrill, findLastLedgerCheck, getDatabaseState } from './system.queries.ts'
import { listTasks, type Schedules } from './tasks.commands.ts'

const WHOLE_COUNTRY: Scope = { level: 'national' }

/**
 * Refuses whoever may not watch the system. It serves several provinces and is told to whoever stands above the counties:
 * what lies within one does not tell how all of it stands.
 */
export function requireWatching(actor: Actor): void {
  requirePermission(actor, 'system.read')
  const { level } = actor.scope
  if (level !== 'national' && level !== 'province')
    throw new Problem('not-allowed', { permission: 'system.read' })
}

/** How the system stands, and where the ledgers of a scope do; by the hours of a server, when what is due next. */
export async function getSystem(
  db: ReadDb,
  { actor, schedules, now }: { actor: Actor; schedules?: Schedules | undefined; now: number },
): Promise<System> {
  requireWatching(actor)
  const { scope } = actor
  return {
    version: PRODUCT_VERSION,
    uptimeSeconds: Math.floor(process.uptime()),
    database: await getDatabaseState(db),
    positions: await listPositions(db, scope),
    unsettled: await countTail(db, null, scope),
    lastBackup: await findLastBackup(db),
    lastDrill: await findLastDrill(db),
    lastLedgerCheck: await findLastLedgerCheck(db, scope),
    tasks: await listTasks(db, { schedules, now }),
    demonstration: await readDemonstration(db),
  }
}

/**
 * Checks every ledger of the actor's scope, or that of one province, and keeps that it was done and what it found. It sums
 * in a snapshot of its own: settling goes on meanwhile.
 */
export async function checkAndRemember(
  database: Database,
  actor: Actor,
  province?: string,
): Promise<LedgerCheck> {
  const { scope } = actor
  if (scope.level !== 'national' && scope.level !== 'province')
    throw new Problem('not-allowed', { permission: 'ledger.check' })
  const check = await readInScope(database, scope, (db) => checkLedgers(db, scope, province))
  const subject = { wrong: check.wrong, provinces: check.provinces.length }
  const of = scope.level === 'national' ? (province ?? null) : scope.province
  await act(database, { actor, action: 'ledger.checked', province: of, subject }, async () => {})
  return check
}

/** The system's own numbers for whoever watches it. */
export async function systemGauges(database: Database): Promise<SystemGauge[]> {
  const { positions, unsettled, backup, drill, check, tasks } = await readSnapshot(database, async (db) => ({
    positions: await listPositions(db, WHOLE_COUNTRY),
    unsettled: await countTail(db, null, WHOLE_COUNTRY),
    backup: await findLastBackup(db),
    drill: await findLastDrill(db),
    check: await findLastLedgerCheck(db, WHOLE_COUNTRY),
    tasks: await listTasks(db, { schedules: undefined, now: Date.now() }),
  }))
  const single = (name: string, help: string, value: number | undefined): SystemGauge => ({
    name,
    help,
    values: value === undefined ? [] : [{ value }],
  })
  const byTask = (name: string, help: string, valueOf: (task: SystemTask) => number): SystemGauge => ({
    name,
    help,
    values: tasks.map((task) => ({ task: task.task, value: valueOf(task) })),
  })
  const seconds = (moment: string | undefined) =>
    moment === undefined ? undefined : Math.floor(Date.parse(moment) / 1000)
  return [
    {
      name: 'rasad_settled_batch',
      help: 'The last settled batch of the province.',
      values: positions.map(({ province, batch }) => ({ province, value: batch })),
    },
    single('rasad_unsettled_postings', 'Postings that no batch holds yet.', unsettled),
    single('rasad_last_backup_timestamp_seconds', 'When the last backup was made.', seconds(backup?.madeAt)),
    single('rasad_last_drill_timestamp_seconds', 'When the last drill ended.', seconds(drill?.endedAt)),
    single('rasad_last_drill_differences', 'What the last drill found to differ.', drill?.wrong),
    single(
      'rasad_last_ledger_check_timestamp_seconds',
      'When the last ledger check ended.',
      seconds(check?.at),
    ),
    single('rasad_last_ledger_check_wrong', 'What the last ledger check found wrong.', check?.wrong),
    byTask('rasad_tasks_waiting', 'Work that waits in the queue.', ({ waiting }) => waiting),
    byTask('rasad_tasks_running', 'Work of the queue that is under way.', ({ running }) => running),
    byTask('rasad_tasks_given_up', 'Work that was given up after its last attempt.', ({ failed }) => failed),
    byTask('rasad_task_last_failed', '1 where the last run of the task failed.', ({ lastRun }) =>
      lastRun === null || lastRun.fault === null ? 0 : 1,
    ),
  ]
}
