import { Readable } from 'node:stream'
import * as runContract from '@rasad/contracts/import-runs'
import * as contract from '@rasad/contracts/imports'
import * as papers from '@rasad/contracts/papers'
import { readFile } from '../../platform/file-answer.ts'
import { Problem } from '../../platform/problem.ts'
import { change, parseInput, read, type Platform } from '../../platform/route.ts'
import { writeStoredErrors } from './import-errors.commands.ts'
import { pageOfRows } from './import-rows.commands.ts'
import type { ImportRuns } from './import-runs.commands.ts'
import { writeImportTemplate } from './import-template.commands.ts'
import { undoImport } from './import-undo.commands.ts'
import { findMapping, getImport, listImportRows, listImports, saveMapping } from './imports.queries.ts'

export function importRoutes(platform: Platform, runs: ImportRuns): void {
  platform.http.post(contract.startImport.path, async (request, reply) => {
    const { query } = parseInput(contract.startImport, request)
    const { mapping, ...rest } = query
    const order = { ...rest, fileName: query.name, ...(mapping && { mapping }) }
    const { body } = request
    if (!(body instanceof Readable)) throw new Problem('import.no-file', {})
    const run = await runs.start(order, body, await platform.actorOf(request))
    return reply.status(202).send(contract.startImport.response.parse(run))
  })
  platform.http.get(contract.getImportRun.path, async (request, reply) => {
    const { params } = parseInput(contract.getImportRun, request)
    return reply.send(
      contract.getImportRun.response.parse(runs.get(params.runId, await platform.actorOf(request))),
    )
  })
  platform.http.get(runContract.listImportRuns.path, async (request, reply) => {
    const { query } = parseInput(runContract.listImportRuns, request)
    const listed = { runs: runs.list(query.province, await platform.actorOf(request)) }
    return reply.send(runContract.listImportRuns.response.parse(listed))
  })
  platform.http.get(runContract.listRunRows.path, async (request, reply) => {
    const { params, query } = parseInput(runContract.listRunRows, request)
    const { rows } = runs.rowsOf(params.runId, await platform.actorOf(request))
    return reply.send(runContract.listRunRows.response.parse(pageOfRows(rows, query)))
  })
  platform.http.get(runContract.getRunPreview.path, async (request, reply) => {
    const { params } = parseInput(runContract.getRunPreview, request)
    const { preview } = runs.rowsOf(params.runId, await platform.actorOf(request))
    return reply.send(runContract.getRunPreview.response.parse({ rows: preview }))
  })
  read(platform, contract.listImports, (db, { query }) => listImports(db, query))
  read(platform, contract.getImport, (db, { params }) => getImport(db, params.province, params.importId))
  read(platform, contract.listImportRows, (db, { params, query }) =>
    listImportRows(db, params.province, params.importId, query),
  )
  readFile(platform, contract.getErrorWorkbook, async (db, { params }, { out }) => {
    await writeStoredErrors(db, platform.files, { ...params, out })
    return { name: `errors-${params.importId}.xlsx` }
  })
  readFile(platform, papers.getImportedFile, async (db, { params }) => {
    const { file, sha256 } = await getImport(db, params.province, params.importId)
    return { name: file, keptAt: platform.files.pathOf(sha256) }
  })
  readFile(platform, papers.getImportTemplate, (db, { query }, { out }) =>
    writeImportTemplate(db, query, { out }),
  )
  change(platform, contract.undoImport, (tx, { params, body }, { actor }) =>
    undoImport(tx, params.province, params.importId, body.reason, { actor }),
  )
  read(platform, contract.getImportMapping, async (db, { params }) => ({
    columns: await findMapping(db, params.province, params.agency),
  }))
  change(platform, contract.saveImportMapping, async (tx, { params, body }, { actor }) => {
    await saveMapping(tx, params.province, params.agency, body.columns, actor.id)
    return body
  })
}
