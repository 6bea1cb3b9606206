import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { ImportMending } from '@rasad/contracts/import-runs'
import type { Actor } from '@rasad/domain/access/scope'
import { mayDo } from '@rasad/domain/access/scope'
import { COLUMNS } from '@rasad/domain/imports/columns'
import type { MendedCells } from '@rasad/domain/imports/mended-row'
import { inTransaction, readInScope, readSnapshot, type WriteTx } from '../../platform/db.ts'
import { writingAs } from '../../platform/level-roles.ts'
import { logEvent } from '../../platform/logger.ts'
import { asProblem, Problem } from '../../platform/problem.ts'
import type { Platform } from '../../platform/route.ts'
import { insertImportMendings, listMendings, takeMendingsOver } from './import-mendings.queries.ts'
import { maskedText, previewOf } from './import-rows.commands.ts'
import { readKept } from './import-run-keeping.commands.ts'
import * as rowQueries from './import-run-rows.queries.ts'
import * as runQueries from './import-runs.queries.ts'
import { importJobList, loadListContext, type ImportOrder, type JudgedList } from './imports.commands.ts'
import { placeKey } from './job-list.commands.ts'

/** So long the rows of a dry run are kept. */
const KEPT_DAYS = 14
const DAY_MS = 24 * 3_600_000
const TOLD_EVERY_MS = 400
const ROWS_A_STATEMENT = 5000

export type RunPlace = { province: string; runId: string }
type Holding = Pick<Platform, 'database' | 'pool' | 'files'>

/** How a run is done. */
export type Executing = {
  /** Who somebody is now; undefined when they are nobody any more. */
  actorOf: (actorId: string) => Promise<Actor | undefined>
  /** Throws when the run has to be broken off, to be done anew later. */
  goOn: () => void
  /** Whether what failed is worth another attempt. */
  isPassing: (error: unknown) => boolean
}

/**
 * Does a run that waits, under the rights that whoever asked for it has now. It ends in the act in which its import
 * stands, so that it enters once, however often it is begun; a dry one keeps its rows.
 */
export async function executeRun(platform: Holding, place: RunPlace, executing: Executing): Promise<void> {
  const { database } = platform
  const run = await readSnapshot(database, (db) => runQueries.findOrder(db, place.province, place.runId))
  if (!run || !['waiting', 'reading', 'entering'].includes(run.phase)) return
  const actor = await executing.actorOf(run.startedBy)
  const work =
    actor && mayDo(actor, 'import.run')
      ? doRun(platform, run, actor, executing)
      : Promise.reject(new Problem('not-allowed', { permission: 'import.run' }))
  await work.then(
    () => undefined,
    (error: unknown) => endFailed(platform, run, error, executing),
  )
}

async function doRun(
  platform: Holding,
  run: runQueries.RunOrder,
  actor: Actor,
  { goOn }: Executing,
): Promise<void> {
  const { province, period, agency, dryRun, mapping, sha256, bytes } = run
  const { database, files } = platform
  const now = Date.parse(run.startedAt)
  const kept = { sha256, bytes, path: files.pathOf(sha256) }
  const order: ImportOrder = { province, period, agency, dryRun, mapping, kept, fileName: run.file }
  const teller = await tellProgress(platform, run, goOn)
  let judged: JudgedList | undefined
  const onJudged = async (tx: WriteTx, list: JudgedList) => {
    judged = list
    if (!dryRun) await finishImport(tx, run, list)
  }
  const before = run.fromRunId === null ? [] : await listMended(platform, run, run.fromRunId)
  const mendings = { mendings: new Map(before.map((row) => [placeKey(row), row.mended])) }
  try {
    const { onProgress } = teller
    await importJobList(platform, { ...order, ...mendings, onJudged }, { actor, now, onProgress })
  } finally {
    await teller.end()
  }
  if (!dryRun) return
  const list = judged!
  const context = await readInScope(database, actor.scope, (db) =>
    loadListContext(db, { ...order, ...mendings }, { actor, now }),
  )
  const found = await readKept({ path: kept.path, name: run.file }, list, context, before)
  goOn()
  await inTransaction(database, `begin${writingAs(actor.scope)}`, async (tx) => {
    const keptUntil = new Date(Date.now() + KEPT_DAYS * DAY_MS).toISOString()
    await runQueries.finishRun(tx, run, { ...endOf(list), keptUntil })
    for (const part of portions(found.rows)) await rowQueries.setKeptRows(tx, run, part)
    for (const part of portions(found.people)) await rowQueries.setPeople(tx, run, part)
    if (run.fromRunId === null) return
    const checkedBefore = { province, runId: run.fromRunId }
    await takeMendingsOver(tx, run, checkedBefore)
    await rowQueries.clearKept(tx, checkedBefore)
  })
}

function endOf({ reading, noted, outcome }: JudgedList) {
  const preview = previewOf(reading.sheets, reading.first, noted)
  return { outcome, preview, sheets: reading.sheets, keptUntil: null }
}

function* portions<T>(rows: readonly T[]): Generator<T[]> {
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT)
    yield rows.slice(from, from + ROWS_A_STATEMENT)
}

/** Ends an import with its run, and with the dry run that it was. */
async function finishImport(tx: WriteTx, run: runQueries.RunOrder, list: JudgedList): Promise<void> {
  await runQueries.finishRun(tx, run, endOf(list))
  const { province, fromRunId } = run
  const { importId } = list.outcome
  if (fromRunId === null || importId === null) return
  const dry = { province, runId: fromRunId }
  await insertImportMendings(tx, { province, importId }, await cellsMended(tx, dry))
  await rowQueries.clearKept(tx, dry)
}

async function listMended({ database }: Holding, { province }: RunPlace, runId: string) {
  return readSnapshot(database, (db) => rowQueries.listMended(db, { province, runId }))
}

/** What was mended cell by cell, each by whoever put it as it stands. */
async function cellsMended(tx: WriteTx, dry: RunPlace): Promise<ImportMending[]> {
  const sheets = await runQueries.getSheets(tx, dry.province, dry.runId)
  const rows = await rowQueries.listMended(tx, dry)
  const sources = new Map(
    (await rowQueries.listKept(tx, dry, rows)).map((row) => [placeKey(row), row.source]),
  )
  const acts = Map.groupBy(await listMendings(tx, dry), placeKey)
  return rows.flatMap(({ sheetNumber, row, mended }) => {
    const key = placeKey({ sheetNumber, row })
    const { name, mapping } = sheets[sheetNumber]!
    return COLUMNS.flatMap((column) => {
      const after = mended[column]
      if (after === undefined) return []
      const index = mapping!.columns[column]
      const before = index === undefined ? '' : String(sources.get(key)?.cells[index] ?? '')
      const { by, at } = lastToSay(acts.get(key) ?? [], column, after)
      const texts = { before: maskedText(column, before), after: maskedText(column, after) }
      return [{ sheet: name, row, column, ...texts, by, at }]
    })
  })
}

type Act = { mended: MendedCells; by: string; at: string }

function lastToSay(acts: readonly Act[], column: keyof MendedCells, text: string): Act {
  const begin = acts.findLastIndex((act) => act.mended[column] !== text) + 1
  return acts[begin]!
}

/** Tells now and then how far a run is, and finds out whether it is still wanted. */
async function tellProgress({ database }: Holding, run: RunPlace, goOn: () => void) {
  let isWanted = await runQueries.setProgress(database, run, {
    phase: 'reading',
    progress: 0,
    rowsRead: 0,
  })
  let toldAt = Date.now()
  let telling: Promise<unknown> = Promise.resolve()
  let isTelling = false
  const onProgress = (progress: { phase: 'reading' | 'entering'; progress: number; rowsRead: number }) => {
    goOn()
    if (!isWanted) throw new Problem('import.run-ended', { runId: run.runId, phase: 'cancelled' })
    if (isTelling || Date.now() - toldAt < TOLD_EVERY_MS) return
    toldAt = Date.now()
    isTelling = true
    telling = runQueries.setProgress(database, run, progress).then(
      (wanted) => {
        isWanted = wanted
        isTelling = false
      },
      () => {
        isTelling = false
      },
    )
  }
  return {
    onProgress,
    end: async () => {
      await telling
    },
  }
}

async function endFailed(
  { database }: Holding,
  run: RunPlace,
  cause: unknown,
  { isPassing }: Executing,
): Promise<void> {
  const error = asProblem(cause)
  if (isPassing(error)) throw error
  if (error instanceof Problem) {
    const problem = { code: error.code, params: { ...error.params } }
    await runQueries.endRun(database, run, { phase: 'refused', problem })
    return
  }
  const requestId = randomUUID()
  const { name, stack = '' } = error instanceof Error ? error : new Error('unknown')
  logEvent('fault', { requestId, path: '/imports', error: name, stack })
  await runQueries.endRun(database, run, {
    phase: 'failed',
    problem: { code: 'fault', params: { requestId } },
  })
}

/** Clears the rows of dry runs that were kept long enough. */
export async function clearOverdue({ database }: Pick<Platform, 'database'>, now: number): Promise<number> {
  const overdue = await readSnapshot(database, (db) =>
    runQueries.listOverdue(db, new Date(now).toISOString()),
  )
  for (const run of overdue) {
    await inTransaction(database, 'begin', (tx) => rowQueries.clearKept(tx, run))
    await setImmediate()
  }
  return overdue.length
}
