import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { ImportRun } from '@rasad/contracts/imports'
import { isInScope, type Actor, type AdministrativePlace } from '@rasad/domain/access/scope'
import { logEvent } from '../../platform/logger.ts'
import { asProblem, Problem } from '../../platform/problem.ts'
import type { Platform } from '../../platform/route.ts'
import { requireInScope } from '../../platform/scope.ts'
import { importJobList, LARGEST_LIST_BYTES, type ImportOrder } from './imports.commands.ts'

/** Imports under way and those that ended lately; an import that is not here has either entered whole or not at all. */
export type ImportRuns = {
  start: (order: Omit<ImportOrder, 'path' | 'kept'>, content: Readable, actor: Actor) => Promise<ImportRun>
  /** Outside the scope a run is not found. */
  get: (runId: string, reader: Actor) => ImportRun
}

const KEPT_RUNS = 200

export function openImportRuns(
  platform: Pick<Platform, 'database' | 'pool' | 'files' | 'clock'>,
): ImportRuns {
  const runs = new Map<string, { run: ImportRun; place: AdministrativePlace }>()
  const keep = (run: ImportRun, place: AdministrativePlace) => {
    runs.set(run.runId, { run, place })
    for (const runId of [...runs.keys()].slice(0, Math.max(0, runs.size - KEPT_RUNS))) runs.delete(runId)
  }
  const start: ImportRuns['start'] = async (order, content, actor) => {
    const place = { province: order.province, agency: order.agency }
    requireInScope(actor, place, 'import.run')
    const kept = await platform.files.keep(content, LARGEST_LIST_BYTES)
    const run: ImportRun = {
      runId: randomUUID(),
      phase: 'reading',
      progress: 0,
      rowsRead: 0,
      outcome: null,
      problem: null,
    }
    keep(run, place)
    const onProgress = (progress: Pick<ImportRun, 'phase' | 'progress' | 'rowsRead'>) =>
      Object.assign(run, progress)
    importJobList(platform, { ...order, kept }, { actor, now: platform.clock(), onProgress }).then(
      (outcome) => Object.assign(run, { phase: 'done', progress: 1, outcome }),
      (error: unknown) => Object.assign(run, endOf(asProblem(error))),
    )
    return { ...run }
  }
  const get: ImportRuns['get'] = (runId, reader) => {
    const known = runs.get(runId)
    if (!known || !isInScope(reader.scope, known.place))
      throw new Problem('not-found', { kind: 'import-run', id: runId })
    return known.run
  }
  return { start, get }
}

function endOf(error: unknown): Pick<ImportRun, 'phase' | 'problem'> {
  if (error instanceof Problem)
    return { phase: 'refused', problem: { code: error.code, params: { ...error.params } } }
  const requestId = randomUUID()
  const cause = error instanceof Error ? error : new Error('unknown')
  logEvent('fault', { requestId, path: '/imports', error: cause.name, stack: cause.stack ?? '' })
  return { phase: 'failed', problem: { code: 'fault', params: { requestId } } }
}
