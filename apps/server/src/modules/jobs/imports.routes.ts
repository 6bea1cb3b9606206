import * as contract from '@rasad/contracts/imports'
import * as papers from '@rasad/contracts/papers'
import { senderOf } from '@rasad/domain/imports/list-sender'
import { readFile } from '../../platform/file-answer.ts'
import { change, read, type Platform } from '../../platform/route.ts'
import { writeStoredErrors } from './import-errors.commands.ts'
import { writeImportTemplate } from './import-template.commands.ts'
import { undoImport } from './import-undo.commands.ts'
import { getImport, listImportRows, listImports } from './imports.queries.ts'

export function importRoutes(platform: Platform): void {
  read(platform, contract.listImports, (db, { query }, { actor }) => listImports(db, query, actor.scope))
  read(platform, contract.getImport, (db, { params }, { actor }) =>
    getImport(db, params.province, params.importId, actor.scope),
  )
  read(platform, contract.listImportRows, (db, { params, query }, { actor }) =>
    listImportRows(db, params.province, params.importId, query, actor.scope),
  )
  readFile(platform, contract.getErrorWorkbook, async (db, { params }, { actor, out }) => {
    const { told } = await writeStoredErrors(db, platform.files, { ...params, out }, actor.scope)
    return { name: `errors-${params.importId}.xlsx`, told }
  })
  readFile(platform, papers.getImportedFile, async (db, { params }, { actor }) => {
    const { file, sha256, rows } = await getImport(db, params.province, params.importId, actor.scope)
    return { name: file, keptAt: platform.files.pathOf(sha256), told: { rows } }
  })
  readFile(platform, papers.getImportTemplate, (db, { query }, { actor, out }) =>
    writeImportTemplate(db, { ...query, agency: senderOf(actor, query.agency) }, { actor, out }),
  )
  change(platform, contract.undoImport, (tx, { params, body }, { actor }) =>
    undoImport(tx, params.province, params.importId, body.reason, { actor }),
  )
}
