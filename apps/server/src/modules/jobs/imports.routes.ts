import { Readable } from 'node:stream'
import * as runContract from '@rasad/contracts/import-runs'
import * as contract from '@rasad/contracts/imports'
import * as papers from '@rasad/contracts/papers'
import { senderOf } from '@rasad/domain/imports/list-sender'
import { readFile } from '../../platform/file-answer.ts'
import { Problem } from '../../platform/problem.ts'
import { admit, change, read, type Platform } from '../../platform/route.ts'
import { writeStoredErrors } from './import-errors.commands.ts'
import { pageOfRows } from './import-rows.commands.ts'
import type { ImportRuns } from './import-runs.commands.ts'
import { writeImportTemplate } from './import-template.commands.ts'
import { undoImport } from './import-undo.commands.ts'
import { getImport, listImportRows, listImports } from './imports.queries.ts'

export function importRoutes(platform: Platform, runs: ImportRuns): void {
  platform.http.post(contract.startImport.path, async (request, reply) => {
    const { actor, input } = await admit(platform, contract.startImport, request)
    const { mapping, agency, ...rest } = input.query
    const order = {
      ...rest,
      agency: senderOf(actor, agency),
      fileName: rest.name,
      ...(mapping && { mapping }),
    }
    const { body } = request
    if (!(body instanceof Readable)) throw new Problem('import.no-file', {})
    const run = await runs.start(order, body, actor)
    return reply.status(202).send(contract.startImport.response.parse(run))
  })
  platform.http.get(contract.getImportRun.path, async (request, reply) => {
    const { actor, input } = await admit(platform, contract.getImportRun, request)
    return reply.send(contract.getImportRun.response.parse(runs.get(input.params.runId, actor)))
  })
  platform.http.get(runContract.listImportRuns.path, async (request, reply) => {
    const { actor, input } = await admit(platform, runContract.listImportRuns, request)
    const listed = { runs: runs.list(input.query.province, actor) }
    return reply.send(runContract.listImportRuns.response.parse(listed))
  })
  platform.http.get(runContract.listRunRows.path, async (request, reply) => {
    const { actor, input } = await admit(platform, runContract.listRunRows, request)
    const { rows } = runs.rowsOf(input.params.runId, actor)
    return reply.send(runContract.listRunRows.response.parse(pageOfRows(rows, input.query)))
  })
  platform.http.get(runContract.getRunPreview.path, async (request, reply) => {
    const { actor, input } = await admit(platform, runContract.getRunPreview, request)
    const { preview } = runs.rowsOf(input.params.runId, actor)
    return reply.send(runContract.getRunPreview.response.parse({ rows: preview }))
  })
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
