import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import { SEVERAL_AGENCIES } from '@rasad/contracts/import-mappings'
import type { ImportRun } from '@rasad/contracts/imports'
import type { Actor } from '@rasad/domain/access/scope'
import type { Column } from '@rasad/domain/imports/columns'
import { placeOfList } from '@rasad/domain/imports/list-sender'
import { inTransaction, type WriteTx } from '../../platform/db.ts'
import { writingAs } from '../../platform/level-roles.ts'
import { Problem } from '../../platform/problem.ts'
import type { Platform } from '../../platform/route.ts'
import { requireInScope } from '../../platform/scope.ts'
import { getPeriod } from '../commitments/periods.queries.ts'
import { clearKept } from './import-run-rows.queries.ts'
import { endRun, findOrder, getRun, insertRun, lockRun } from './import-runs.queries.ts'
import { LARGEST_LIST_BYTES } from './imports.commands.ts'

/** A list that is sent, and what is to be done with it. */
export type SentList = {
  province: string
  period: string
  /** The sender; null for a list of several agencies. */
  agency: string | null
  name: string
  dryRun: boolean
  mapping?: Readonly<Record<string, Column | 'ignore'>> | undefined
}

type Circumstances = { actor: Actor; now: number }

/** Keeps a list that is sent and puts its run into the queue. */
export async function startRun(
  { database, files }: Pick<Platform, 'database' | 'files'>,
  { name, mapping = {}, ...list }: SentList,
  content: Readable,
  { actor, now }: Circumstances,
): Promise<ImportRun> {
  requireInScope(actor, placeOfList(list), 'import.run')
  const { sha256, bytes } = await files.keep(content, LARGEST_LIST_BYTES)
  const run = {
    ...list,
    runId: randomUUID(),
    file: name,
    sha256,
    bytes,
    mapping,
    startedBy: actor.id,
    startedAt: new Date(now).toISOString(),
    fromRunId: null,
  }
  return inTransaction(database, `begin${writingAs(actor.scope)}`, async (tx) => {
    await getPeriod(tx, list.province, list.period, actor.scope)
    await insertRun(tx, run)
    return getRun(tx, run.runId, actor.scope)
  })
}

/** Puts the import of a kept dry run into the queue, with what was mended in it. */
export async function importKept(
  tx: WriteTx,
  runId: string,
  { actor, now }: Circumstances,
): Promise<ImportRun> {
  const { province } = await lockKeptRun(tx, runId, actor)
  const order = (await findOrder(tx, province, runId))!
  const startedAt = new Date(now).toISOString()
  const next = { runId: randomUUID(), dryRun: false, startedBy: actor.id, startedAt, fromRunId: runId }
  await insertRun(tx, { ...order, ...next })
  return getRun(tx, next.runId, actor.scope)
}

/** Puts a dry run into the queue once more, with other columns or for another sender; its rows go over to the new run. */
export async function checkAgain(
  tx: WriteTx,
  runId: string,
  { agency, columns }: { agency?: string | undefined; columns?: SentList['mapping'] },
  { actor, now }: Circumstances,
): Promise<ImportRun> {
  const { province } = await requireRun(tx, runId, actor)
  await lockRun(tx, province, runId)
  const run = await getRun(tx, runId, actor.scope)
  if (!run.dryRun || run.endedAt === null || (run.importingRunId ?? run.checkingRunId) !== null)
    throw new Problem('import.run-not-free', { runId })
  const order = (await findOrder(tx, province, runId))!
  const sender = agency === undefined ? run.agency : agency === SEVERAL_AGENCIES ? null : agency
  requireInScope(actor, placeOfList({ province, agency: sender }), 'import.run')
  const next = {
    runId: randomUUID(),
    agency: sender,
    mapping: { ...order.mapping, ...columns },
    startedBy: actor.id,
    startedAt: new Date(now).toISOString(),
    fromRunId: runId,
  }
  await insertRun(tx, { ...order, ...next })
  return getRun(tx, next.runId, actor.scope)
}

/** Ends a run that waits or is under way: nothing of it enters. */
export async function cancelRun(tx: WriteTx, runId: string, { actor }: Circumstances): Promise<ImportRun> {
  const run = await requireRun(tx, runId, actor)
  if (!(await endRun(tx, run, { phase: 'cancelled', problem: null })))
    throw new Problem('import.run-ended', { runId, phase: run.phase })
  return getRun(tx, runId, actor.scope)
}

/** Clears the kept rows of a dry run. */
export async function discardKept(tx: WriteTx, runId: string, { actor }: Circumstances): Promise<ImportRun> {
  const run = await lockKeptRun(tx, runId, actor)
  await clearKept(tx, run)
  return getRun(tx, runId, actor.scope)
}

/** A dry run whose rows are kept and that nobody imports, held until the end of the transaction. */
export async function lockKeptRun(tx: WriteTx, runId: string, actor: Actor): Promise<ImportRun> {
  const { province } = await requireRun(tx, runId, actor)
  await lockRun(tx, province, runId)
  const run = await getRun(tx, runId, actor.scope)
  if (run.importingRunId !== null) {
    const next = await getRun(tx, run.importingRunId, actor.scope)
    if (next.endedAt === null) throw new Problem('import.run-entering', { runId, by: next.startedBy })
  }
  if (run.checkingRunId !== null && run.keptUntil !== null)
    throw new Problem('import.run-not-free', { runId })
  if (run.keptUntil === null) throw new Problem('import.run-not-kept', { runId })
  return run
}

async function requireRun(tx: WriteTx, runId: string, actor: Actor): Promise<ImportRun> {
  const run = await getRun(tx, runId, actor.scope)
  requireInScope(actor, placeOfList(run), 'import.run')
  return run
}
