import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import * as contract from '@rasad/contracts/imports'
import { readInScope } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { requireInScope } from '../../platform/scope.ts'
import { admit, change, read, type Platform } from '../../platform/route.ts'
import { writeStoredErrors } from './import-errors.commands.ts'
import type { ImportRuns } from './import-runs.commands.ts'
import { undoImport } from './import-undo.commands.ts'
import { findMapping, getImport, listImportRows, listImports, saveMapping } from './imports.queries.ts'

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function importRoutes(platform: Platform, runs: ImportRuns): void {
  platform.http.post(contract.startImport.path, async (request, reply) => {
    const { actor, input } = await admit(platform, contract.startImport, request)
    const { query } = input
    const order = { ...query, fileName: query.name }
    const { body } = request
    if (!(body instanceof Readable)) throw new Problem('import.no-file', {})
    const run = await runs.start(order, body, actor)
    return reply.status(202).send(contract.startImport.response.parse(run))
  })
  platform.http.get(contract.getImportRun.path, async (request, reply) => {
    const { actor, input } = await admit(platform, contract.getImportRun, request)
    return reply.send(contract.getImportRun.response.parse(runs.get(input.params.runId, actor)))
  })
  read(platform, contract.listImports, (db, { query }, { actor }) => listImports(db, query, actor.scope))
  read(platform, contract.getImport, (db, { params }, { actor }) =>
    getImport(db, params.province, params.importId, actor.scope),
  )
  read(platform, contract.listImportRows, (db, { params, query }, { actor }) =>
    listImportRows(db, params.province, params.importId, query, actor.scope),
  )
  platform.http.get(contract.getErrorWorkbook.path, async (request, reply) => {
    const { actor, input } = await admit(platform, contract.getErrorWorkbook, request)
    const { params } = input
    const out = path.join(tmpdir(), `rasad-errors-${randomUUID()}.xlsx`)
    await readInScope(platform.database, actor.scope, (db) =>
      writeStoredErrors(db, platform.files, { ...params, out }, actor.scope),
    )
    const content = createReadStream(out).on('close', () => void rm(out, { force: true }))
    return reply
      .type(EXCEL)
      .header('content-disposition', `attachment; filename="errors-${params.importId}.xlsx"`)
      .send(content)
  })
  change(platform, contract.undoImport, (tx, { params, body }, { actor }) =>
    undoImport(tx, params.province, params.importId, body.reason, { actor }),
  )
  read(platform, contract.getImportMapping, async (db, { params }, { actor }) => ({
    columns: await findMapping(db, params.province, params.agency, actor.scope),
  }))
  change(platform, contract.saveImportMapping, async (tx, { params, body }, { actor }) => {
    requireInScope(actor, params, 'import.mapping')
    await saveMapping(tx, params.province, params.agency, body.columns, actor.id)
    return body
  })
}
