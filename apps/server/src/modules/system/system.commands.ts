import type { LedgerCheck } from '@rasad/contracts/ledger'
import type { System } from '@rasad/contracts/system'
import type { Actor, Scope } from '@rasad/domain/access/scope'
import { act } from '../../platform/act.ts'
import { readSnapshot, type Database, type ReadDb } from '../../platform/db.ts'
import type { SystemGauge } from '../../platform/metrics.ts'
import { PRODUCT_VERSION } from '../../platform/product.ts'
import { readDemonstration } from '../demonstration/demonstration.queries.ts'
import { checkLedgers } from '../ledger/ledger.commands.ts'
import { countTail } from '../ledger/ledger.queries.ts'
import { listPositions } from '../ledger/positions.queries.ts'
import { findLastBackup, findLastDrill, findLastLedgerCheck, getDatabaseState } from './system.queries.ts'

const WHOLE_COUNTRY: Scope = { level: 'national' }

/** How the system stands, and where the ledgers of a scope do. */
export async function getSystem(db: ReadDb, scope: Scope): Promise<System> {
  return {
    version: PRODUCT_VERSION,
    uptimeSeconds: Math.floor(process.uptime()),
    database: await getDatabaseState(db),
    positions: await listPositions(db, scope),
    unsettled: await countTail(db, null, scope),
    lastBackup: await findLastBackup(db),
    lastDrill: await findLastDrill(db),
    lastLedgerCheck: await findLastLedgerCheck(db),
    demonstration: await readDemonstration(db),
  }
}

/** Checks every ledger and keeps that it was done and what it found. */
export async function checkAndRemember(database: Database, actor: Actor): Promise<LedgerCheck> {
  const check = await readSnapshot(database, (db) => checkLedgers(db, WHOLE_COUNTRY))
  const subject = { wrong: check.wrong, provinces: check.provinces.length }
  await act(database, { actor, action: 'ledger.checked', province: null, subject }, async () => {})
  return check
}

/** The system's own numbers for whoever watches it. */
export async function systemGauges(database: Database): Promise<SystemGauge[]> {
  const { positions, unsettled, backup, drill, check } = await readSnapshot(database, async (db) => ({
    positions: await listPositions(db, WHOLE_COUNTRY),
    unsettled: await countTail(db, null, WHOLE_COUNTRY),
    backup: await findLastBackup(db),
    drill: await findLastDrill(db),
    check: await findLastLedgerCheck(db),
  }))
  const single = (name: string, help: string, value: number | undefined): SystemGauge => ({
    name,
    help,
    values: value === undefined ? [] : [{ value }],
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
  ]
}
