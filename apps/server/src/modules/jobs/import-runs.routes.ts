import { Readable } from 'node:stream'
import type { AnswerOf, InputOf } from '@rasad/contracts/define-route'
import * as contract from '@rasad/contracts/import-runs'
import { getImportRun, startImport } from '@rasad/contracts/imports'
import { senderOf } from '@rasad/domain/imports/list-sender'
import { act } from '../../platform/act.ts'
import { actInBulk } from '../../platform/bulk.ts'
import { readInScope, type WriteTx } from '../../platform/db.ts'
import { readFile } from '../../platform/file-answer.ts'
import { Problem } from '../../platform/problem.ts'
import { admit, auditOf, read, send, type Circumstances, type Platform } from '../../platform/route.ts'
import { writeRunErrors } from './import-errors.commands.ts'
import { listImportMendings } from './import-mendings.queries.ts'
import { mendRunRow, readRunRow, revealRunRow } from './import-run-mending.commands.ts'
import { pageOfRun } from './import-run-page.commands.ts'
import { cancelRun, checkAgain, discardKept, importKept, startRun } from './import-runs.commands.ts'
import { getRun, listPreview, listRuns } from './import-runs.queries.ts'

type ChangeOfRun =
  | typeof contract.importDryRun
  | typeof contract.checkRunAgain
  | typeof contract.cancelImportRun
  | typeof contract.discardDryRun

/** The routes of runs: lists that are sent, how far they are, and what is done to the rows of a dry run. */
export function importRunRoutes(platform: Platform): void {
  const { database, files, clock, pool } = platform
  platform.http.post(startImport.path, async (request, reply) => {
    const { actor, input } = await admit(platform, startImport, request)
    const { body } = request
    if (!(body instanceof Readable)) throw new Problem('import.no-file', {})
    const list = { ...input.query, agency: senderOf(actor, input.query.agency) }
    const run = await startRun(platform, list, body, { actor, now: clock() })
    return send(reply.status(202), startImport, run)
  })
  read(platform, getImportRun, (db, { params }, { actor }) => getRun(db, params.runId, actor.scope))
  read(platform, contract.listImportRuns, async (db, { query }, { actor }) => ({
    runs: await listRuns(db, query, actor.scope),
  }))
  read(platform, contract.getRunPreview, async (db, { params }, { actor }) => ({
    rows: await listPreview(db, await getRun(db, params.runId, actor.scope)),
  }))
  read(platform, contract.listRunRows, (db, { params, query }, { actor }) =>
    pageOfRun(db, params.runId, query, actor.scope),
  )
  read(platform, contract.getRunRow, (db, { params: { runId, ...place } }, circumstances) =>
    readRunRow(db, runId, place, { ...circumstances, files }),
  )
  readFile(platform, contract.getRunErrors, async (db, { params }, { actor, out }) => {
    const { told } = await writeRunErrors(db, files, { ...params, out }, actor.scope)
    return { name: `errors-${params.runId}.xlsx`, told }
  })
  read(platform, contract.listImportMendings, (db, { params, query }, { actor }) =>
    listImportMendings(db, params, query, actor.scope),
  )

  platform.http.post(contract.revealRunRow.path, async (request, reply) => {
    const { actor, input } = await admit(platform, contract.revealRunRow, request)
    const { runId, ...place } = input.params
    const audit = {
      actor,
      ...auditOf(contract.revealRunRow, input),
      province: await provinceOf(runId, actor),
    }
    const revealed = await act(database, audit, (tx) =>
      revealRunRow(tx, runId, place, { actor, now: clock(), files }),
    )
    return send(reply, contract.revealRunRow, revealed)
  })
  platform.http.post(contract.mendRunRow.path, async (request, reply) => {
    const { actor, input } = await admit(platform, contract.mendRunRow, request)
    const { runId, ...place } = input.params
    const { version, values } = input.body
    const audit = { actor, ...auditOf(contract.mendRunRow, input), province: await provinceOf(runId, actor) }
    const result = await actInBulk(pool, audit, (tx, copyInto) =>
      mendRunRow({ tx, copyInto }, { runId, place, version }, values, { actor, now: clock(), files }),
    )
    return send(reply, contract.mendRunRow, result)
  })
  changeRun(contract.importDryRun, importKept)
  changeRun(contract.checkRunAgain, (tx, runId, { body, ...circumstances }) =>
    checkAgain(tx, runId, body, circumstances),
  )
  changeRun(contract.cancelImportRun, cancelRun)
  changeRun(contract.discardDryRun, discardKept)

  /** As `change`, in the province of the run. */
  function changeRun<R extends ChangeOfRun>(
    route: R,
    command: (
      tx: WriteTx,
      runId: string,
      circumstances: Circumstances & Pick<InputOf<R>, 'body'>,
    ) => Promise<AnswerOf<R>>,
  ): void {
    platform.http.post(route.path, async (request, reply) => {
      const { actor, input } = await admit<R>(platform, route, request)
      const { params, body } = input as InputOf<R> & InputOf<ChangeOfRun>
      const { runId } = params
      const audit = { actor, ...auditOf(route, input), province: await provinceOf(runId, actor) }
      const result = await act(database, audit, (tx) => command(tx, runId, { actor, now: clock(), body }))
      return send(reply, route, result)
    })
  }

  async function provinceOf(runId: string, { scope }: Circumstances['actor']): Promise<string> {
    return (await readInScope(database, scope, (db) => getRun(db, runId, scope))).province
  }
}
