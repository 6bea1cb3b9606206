import * as contract from '@rasad/contracts/import-mappings'
import { change, read, type Platform } from '../../platform/route.ts'
import { requireInScope } from '../../platform/scope.ts'
import { listMappings, nameMapping, removeMapping } from './import-mappings.queries.ts'

/** The saved column names of agencies' lists. */
export function importMappingRoutes(platform: Platform): void {
  read(platform, contract.listImportMappings, async (db, { query }, { actor }) => ({
    mappings: await listMappings(db, query.province, actor.scope),
  }))
  change(platform, contract.nameImportMapping, (tx, { params, body }, { actor }) => {
    requireInScope(actor, params, 'import.mapping')
    return nameMapping(tx, params, body.title, actor.scope)
  })
  change(platform, contract.removeImportMapping, async (tx, { params }, { actor }) => {
    requireInScope(actor, params, 'import.mapping')
    await removeMapping(tx, params, actor.scope)
    return {}
  })
}
