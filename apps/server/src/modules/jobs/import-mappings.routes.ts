import * as contract from '@rasad/contracts/import-mappings'
import { getImportMapping, saveImportMapping, SEVERAL_AGENCIES } from '@rasad/contracts/import-mappings'
import { placeOfList } from '@rasad/domain/imports/list-sender'
import { change, read, type Platform } from '../../platform/route.ts'
import { requireInScope } from '../../platform/scope.ts'
import { listMappings, nameMapping, removeMapping } from './import-mappings.queries.ts'
import { findMapping, saveMapping } from './imports.queries.ts'

/** The saved column names of agencies' lists, and of lists of several agencies. */
export function importMappingRoutes(platform: Platform): void {
  read(platform, contract.listImportMappings, async (db, { query }, { actor }) => ({
    mappings: await listMappings(db, query.province, actor.scope),
  }))
  read(platform, getImportMapping, async (db, { params }, { actor }) => {
    const { province, agency } = listOf(params)
    return { columns: await findMapping(db, province, agency, actor.scope) }
  })
  change(platform, saveImportMapping, async (tx, { params, body }, { actor }) => {
    const list = listOf(params)
    requireInScope(actor, placeOfList(list), 'import.mapping')
    await saveMapping(tx, list.province, list.agency, body.columns, actor.id)
    return body
  })
  change(platform, contract.nameImportMapping, (tx, { params, body }, { actor }) => {
    const list = listOf(params)
    requireInScope(actor, placeOfList(list), 'import.mapping')
    return nameMapping(tx, list, body.title, actor.scope)
  })
  change(platform, contract.removeImportMapping, async (tx, { params }, { actor }) => {
    const list = listOf(params)
    requireInScope(actor, placeOfList(list), 'import.mapping')
    await removeMapping(tx, list, actor.scope)
    return {}
  })
}

function listOf(params: { province: string; agency: string }): { province: string; agency: string | null } {
  const { province, agency } = params
  return { province, agency: agency === SEVERAL_AGENCIES ? null : agency }
}
