import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Drill, DrillDifference } from '@rasad/contracts/system'
import type { Actor } from '@rasad/domain/access/scope'
import { act } from '../../platform/act.ts'
import { listBackups } from '../../platform/backup/backup-folder.ts'
import { countRows, type Manifest } from '../../platform/backup/manifest.ts'
import { inspectBackup } from '../../platform/backup/manifest-file.ts'
import { withSessionLock } from '../../platform/backup/session-lock.ts'
import { readSnapshot, type Database } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { listPositions } from '../ledger/positions.queries.ts'
import { backupsOf, type BackedUp } from './backup.commands.ts'
import { compareFigures } from './figure-comparison.commands.ts'
import { clearRestore, refill, rowsMissing, type RestorePhase } from './restore.commands.ts'
import { insertDrill } from './system.queries.ts'

type Circumstances = {
  actor: Actor
  now: number
  /** Told of every piece of the work; what it throws breaks the work off. */
  onProgress?: (progress: { phase: RestorePhase; progress: number }) => void
}
/** One backup by its folder, or the newest of a folder of backups. */
export type DrillOrder = { backup?: string | undefined; from?: string | undefined }
/** What was compared and what differed. */
type Finding = Pick<Drill, 'backupMadeAt' | 'tables' | 'rows' | 'cells' | 'checks'> & {
  differences: DrillDifference[]
}

const DIFFERENCES_KEPT = 100

/** Restores a backup beside the running system, checks its ledger, compares the two and keeps the result. */
export async function runDrill(
  system: BackedUp,
  { backup, from = backupsOf(system) }: DrillOrder,
  { actor, now, onProgress = () => {} }: Circumstances,
): Promise<Drill> {
  const drilled = await withSessionLock(system.owner, 'drill', async () => {
    const at = backup ?? (await newestOf(from))
    const work = path.join(system.folder, 'drill')
    await clearRestore(work)
    try {
      const { differences, ...finding } = await compare(system.database, at, work, onProgress)
      const drill = {
        ...finding,
        startedAt: new Date(now).toISOString(),
        backup: path.basename(at),
        wrong: differences.length,
        differences: differences.slice(0, DIFFERENCES_KEPT),
        runBy: actor.id,
      }
      const subject = { backup: drill.backup, wrong: drill.wrong }
      return await act(system.database, { actor, action: 'drill.run', province: null, subject }, (tx) =>
        insertDrill(tx, drill),
      )
    } finally {
      await clearRestore(work)
      await rm(work, { recursive: true, force: true })
    }
  })
  if (!drilled) throw new Problem('drill.running', {})
  return drilled
}

async function newestOf(folder: string): Promise<string> {
  const name = (await listBackups(folder)).at(-1)
  if (name === undefined) throw new Problem('backup.none', { folder })
  return path.join(folder, name)
}

async function compare(
  running: Database,
  backup: string,
  work: string,
  onProgress: NonNullable<Circumstances['onProgress']>,
): Promise<Finding> {
  if (!existsSync(backup)) throw new Problem('backup.none', { folder: backup })
  const { manifest, damaged } = await inspectBackup(backup, (progress) =>
    onProgress({ phase: 'verify', progress }),
  )
  const files = damaged.map((place) => ({ kind: 'file' as const, place, expected: null, found: null }))
  const nothing = { tables: 0, rows: 0, cells: 0, checks: 0, differences: files }
  if (!manifest || files.length > 0) return { backupMadeAt: manifest?.createdAt ?? null, ...nothing }
  return compareRestored(running, backup, manifest, work, onProgress)
}

async function compareRestored(
  running: Database,
  backup: string,
  manifest: Manifest,
  work: string,
  onProgress: NonNullable<Circumstances['onProgress']>,
): Promise<Finding> {
  const { opened, taken, check } = await refill({ backup }, manifest, work, onProgress)
  try {
    const missing = rowsMissing(manifest, taken)
    const rows = missing.map(({ table, expected, found }) => ({
      kind: 'rows' as const,
      place: table,
      expected,
      found,
    }))
    const restored = await readSnapshot(opened.database, (db) => listPositions(db, { level: 'national' }))
    const batches = differingBatches(manifest.provinces, restored)
    const { cells, differences } = await compareFigures(running, opened.database, manifest.provinces)
    const wrongChecks = check.provinces.flatMap(({ province, checks }) =>
      checks
        .filter(({ wrong }) => wrong > 0)
        .map(({ name, wrong }) => ({
          kind: 'check' as const,
          place: `${province} ${name}`,
          expected: 0,
          found: wrong,
        })),
    )
    return {
      backupMadeAt: manifest.createdAt,
      tables: manifest.tables.length,
      rows: countRows(manifest),
      cells,
      checks: check.provinces.flatMap(({ checks }) => checks).reduce((sum, { checked }) => sum + checked, 0),
      differences: [...rows, ...batches, ...wrongChecks, ...differences],
    }
  } finally {
    await opened.close()
  }
}

type Positions = Manifest['provinces']

function differingBatches(expected: Positions, found: Positions): DrillDifference[] {
  const provinces = [...new Set([...expected, ...found].map(({ province }) => province))].toSorted()
  const batchIn = (positions: Positions, wanted: string) =>
    positions.find(({ province }) => province === wanted)?.batch ?? null
  return provinces
    .map((place) => ({
      kind: 'batch' as const,
      place,
      expected: batchIn(expected, place),
      found: batchIn(found, place),
    }))
    .filter((compared) => compared.expected !== compared.found)
}
