import * as contract from '@rasad/contracts/remarks'
import { change, read, type Platform } from '../../platform/route.ts'
import { listStandingRemarks, readRemarkHistory, writeRemark } from './remarks.commands.ts'

export function remarkRoutes(platform: Platform): void {
  read(platform, contract.listRemarks, async (db, { query }, { actor, now }) => ({
    remarks: await listStandingRemarks(db, query, { scope: actor.scope, now }),
  }))
  read(platform, contract.getRemarkHistory, (db, { query }, { actor }) =>
    readRemarkHistory(db, query, actor.scope),
  )
  change(platform, contract.writeRemark, (tx, { body }, { actor }) => writeRemark(tx, body, { actor }))
}
