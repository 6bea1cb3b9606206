import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { ImportRun } from '@rasad/contracts/imports'
import type { Actor } from '@rasad/domain/access/scope'
import { logEvent } from '../../platform/logger.ts'
import { asProblem, Problem } from '../../platform/problem.ts'
import type { Platform } from '../../platform/route.ts'
import { importJobList, LARGEST_LIST_BYTES, type ImportOrder } from './imports.commands.ts'

/** Imports under way and those that ended lately; an import that is not here has either entered whole or not at all. */
export type ImportRuns = {
  start: (order: Omit<ImportOrder, 'path' | 'kept'>, content: Readable, actor: Actor) => Promise<ImportRun>
  get: (runId: string) => ImportRun
}

const KEPT_RUNS = 200

export function openImportRuns(
  platform: Pick<Platform, 'database' | 'pool' | 'files' | 'clock'>,
): ImportRuns {
  const runs = new Map<string, ImportRun>()
  const keep = (run: ImportRun) => {
    runs.set(run.runId, run)
    for (const runId of [...runs.keys()].slice(0, Math.max(0, runs.size - KEPT_RUNS))) runs.delete(runId)
  }
  const start: ImportRuns['start'] = async (order, content, actor) => {
    const kept = await platform.files.keep(content, LARGEST_LIST_BYTES)
    const run: ImportRun = {
      runId: randomUUID(),
      phase: 'reading',
      progress: 0,
      rowsRead: 0,
      outcome: null,
      problem: null,
    }
    keep(run)
    const onProgress = (progress: Pick<ImportRun, 'phase' | 'progress' | 'rowsRead'>) =>
      Object.assign(run, progress)
    importJobList(platform, { ...order, kept }, { actor, now: platform.clock(), onProgress }).then(
      (outcome) => Object.assign(run, { phase: 'done', progress: 1, outcome }),
      (error: unknown) => Object.assign(run, endOf(asProblem(error))),
    )
    return { ...run }
  }
  const get: ImportRuns['get'] = (runId) => {
    const run = runs.get(runId)
    if (!run) throw new Problem('not-found', { kind: 'import-run', id: runId })
    return run
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
