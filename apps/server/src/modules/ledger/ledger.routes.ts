import * as contract from '@rasad/contracts/ledger'
import { change, read, type Platform } from '../../platform/route.ts'
import { checkLedgers, rebuildLedgers } from './ledger.commands.ts'
import { listDays } from './ledger-days.queries.ts'
import { listBatches } from './ledger.queries.ts'

export function ledgerRoutes(platform: Platform): void {
  read(platform, contract.checkLedger, (db, { query }, { actor }) =>
    checkLedgers(db, actor.scope, query.province),
  )
  change(platform, contract.rebuildLedger, (tx, { body }, { actor }) =>
    rebuildLedgers(tx, body.province, { actor }),
  )
  read(platform, contract.listBatches, async (db, { query }, { actor }) => ({
    batches: await listBatches(db, query.province, query, actor.scope),
  }))
  read(platform, contract.listDays, async (db, { query }, { actor }) => ({
    days: await listDays(db, query, actor.scope),
  }))
}
