import * as contract from '@rasad/contracts/ledger'
import { change, read, type Platform } from '../../platform/route.ts'
import { checkLedgers, rebuildLedgers } from './ledger.commands.ts'
import { listDays } from './ledger-days.queries.ts'
import { listBatches } from './ledger.queries.ts'

export function ledgerRoutes(platform: Platform): void {
  read(platform, contract.checkLedger, (db, { query }) => checkLedgers(db, query.province))
  change(platform, contract.rebuildLedger, (tx, { body }) => rebuildLedgers(tx, body.province))
  read(platform, contract.listBatches, async (db, { query }) => ({
    batches: await listBatches(db, query.province, query),
  }))
  read(platform, contract.listDays, async (db, { query }) => ({ days: await listDays(db, query) }))
}
