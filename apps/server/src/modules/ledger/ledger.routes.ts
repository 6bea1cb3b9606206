import * as contract from '@rasad/contracts/ledger'
import { admit, change, read, send, type Platform } from '../../platform/route.ts'
import { checkAndRemember } from '../system/system.commands.ts'
import { checkLedgers, rebuildLedgers } from './ledger.commands.ts'
import { listDays } from './ledger-days.queries.ts'
import { listBatches } from './ledger.queries.ts'

export function ledgerRoutes(platform: Platform): void {
  read(platform, contract.checkLedger, (db, { query }, { actor }) =>
    checkLedgers(db, actor.scope, query.province),
  )
  platform.http.post(contract.runLedgerCheck.path, async (request, reply) => {
    const { actor, input } = await admit(platform, contract.runLedgerCheck, request)
    const found = await checkAndRemember(platform.database, actor, input.body.province)
    return send(reply, contract.runLedgerCheck, found)
  })
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
