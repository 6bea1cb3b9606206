import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { ImportRun } from '@rasad/contracts/imports'
import { isInScope, type Actor, type AdministrativePlace } from '@rasad/domain/access/scope'
import { placeOfList } from '@rasad/domain/imports/list-sender'
import { logEvent } from '../../platform/logger.ts'
import { asProblem, Problem } from '../../platform/problem.ts'
import type { Platform } from '../../platform/route.ts'
import { requireInScope } from '../../platform/scope.ts'
import type { JudgedRows } from './import-rows.commands.ts'
import { importJobList, LARGEST_LIST_BYTES, type ImportOrder } from './imports.commands.ts'

/** Imports under way and those that ended lately; an import that is not here has either entered whole or not at all. */
export type ImportRuns = {
  start: (order: Omit<ImportOrder, 'path' | 'kept'>, content: Readable, actor: Actor) => Promise<ImportRun>
  /** Outside the scope a run is not found. */
  get: (runId: string, reader: Actor) => ImportRun
  find: (runId: string, reader: Actor) => ImportRun | undefined
  /** The runs of a province that lie in the reader's scope, the newest first. */
  list: (province: string, reader: Actor) => ImportRun[]
  /** What became of the rows of a run that has ended. */
  rowsOf: (runId: string, reader: Actor) => JudgedRows
}

/** The rows of so many runs are kept. */
const KEPT_ROW_LISTS = 20

const KEPT_RUNS = 200

export function openImportRuns(
  platform: Pick<Platform, 'database' | 'pool' | 'files' | 'clock'>,
): ImportRuns {
  const runs = new Map<string, { run: ImportRun; place: AdministrativePlace }>()
  const rows = new Map<string, JudgedRows>()
  const keep = (run: ImportRun, place: AdministrativePlace) => {
    runs.set(run.runId, { run, place })
    for (const runId of oldest(runs, KEPT_RUNS)) runs.delete(runId)
  }
  const keepRows = (runId: string, judged: JudgedRows) => {
    rows.set(runId, judged)
    for (const old of oldest(rows, KEPT_ROW_LISTS)) rows.delete(old)
  }
  const start: ImportRuns['start'] = async (order, content, actor) => {
    const place = placeOfList(order)
    requireInScope(actor, place, 'import.run')
    const kept = await platform.files.keep(content, LARGEST_LIST_BYTES)
    const run: ImportRun = {
      runId: randomUUID(),
      province: order.province,
      period: order.period,
      agency: order.agency,
      file: order.fileName,
      dryRun: order.dryRun,
      startedBy: actor.id,
      startedAt: new Date(platform.clock()).toISOString(),
      phase: 'reading',
      progress: 0,
      rowsRead: 0,
      outcome: null,
      problem: null,
    }
    keep(run, place)
    const onProgress = (progress: Pick<ImportRun, 'phase' | 'progress' | 'rowsRead'>) =>
      Object.assign(run, progress)
    const onRows = (judged: JudgedRows) => keepRows(run.runId, judged)
    importJobList(platform, { ...order, kept, onRows }, { actor, now: platform.clock(), onProgress }).then(
      (outcome) => Object.assign(run, { phase: 'done', progress: 1, outcome }),
      (error: unknown) => Object.assign(run, endOf(asProblem(error))),
    )
    return { ...run }
  }
  const find: ImportRuns['find'] = (runId, reader) => {
    const known = runs.get(runId)
    return known && isInScope(reader.scope, known.place) ? known.run : undefined
  }
  const get: ImportRuns['get'] = (runId, reader) => {
    const run = find(runId, reader)
    if (!run) throw new Problem('not-found', { kind: 'import-run', id: runId })
    return run
  }
  const list: ImportRuns['list'] = (province, reader) =>
    [...runs.values()]
      .filter(({ place }) => place.province === province && isInScope(reader.scope, place))
      .map(({ run }) => run)
      .toReversed()
  const rowsOf: ImportRuns['rowsOf'] = (runId, reader) =>
    rows.get(get(runId, reader).runId) ?? { preview: [], rows: [] }
  return { start, get, find, list, rowsOf }
}

/** The names of what has been kept longest, beyond a number. */
function oldest(kept: ReadonlyMap<string, unknown>, most: number): string[] {
  return [...kept.keys()].slice(0, Math.max(0, kept.size - most))
}

function endOf(error: unknown): Pick<ImportRun, 'phase' | 'problem'> {
  if (error instanceof Problem)
    return { phase: 'refused', problem: { code: error.code, params: { ...error.params } } }
  const requestId = randomUUID()
  const cause = error instanceof Error ? error : new Error('unknown')
  logEvent('fault', { requestId, path: '/imports', error: cause.name, stack: cause.stack ?? '' })
  return { phase: 'failed', problem: { code: 'fault', params: { requestId } } }
}
