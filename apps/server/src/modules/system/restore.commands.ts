import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { LedgerCheck } from '@rasad/contracts/ledger'
import type { Actor } from '@rasad/domain/access/scope'
import { act } from '../../platform/act.ts'
import { countRows, type Manifest } from '../../platform/backup/manifest.ts'
import { inspectBackup } from '../../platform/backup/manifest-file.ts'
import { placeStored } from '../../platform/backup/stored-files.ts'
import { listFilledTables, loadTables } from '../../platform/backup/table-load.ts'
import { openDatabase, type OpenDatabase } from '../../platform/database.ts'
import { readSnapshot } from '../../platform/db.ts'
import { migrate, selectMigrations } from '../../platform/migrate.ts'
import { openEmbeddedPostgres } from '../../platform/postgres.ts'
import { Problem } from '../../platform/problem.ts'
import { endEverySession } from '../access/account.queries.ts'
import { checkLedgers } from '../ledger/ledger.commands.ts'
import { loadReferenceOnce } from '../places/reference.commands.ts'

/** Which backup into which data folder; with `url` its database is filled, and only the stored files go to the folder. */
export type RestoreOrder = {
  backup: string
  folder: string
  url?: string | undefined
  ownerUrl?: string | undefined
}
export type RestorePhase = 'verify' | 'load' | 'check' | 'files'
type OnProgress = (progress: { phase: RestorePhase; progress: number }) => void

/** What a restore brought back. */
export type Restored = {
  backup: string
  createdAt: string
  folder: string
  rows: number
  files: number
  provinces: Manifest['provinces']
  /** Migrations newer than the backup. */
  migrated: string[]
  check: LedgerCheck
}

/** A database that was filled from a backup and is open. */
export type Refilled = {
  opened: OpenDatabase
  /** Rows that each table took. */
  taken: Map<string, number>
  migrated: string[]
  check: LedgerCheck
}

/** Where a restore works until it is whole: a data folder without a database in its place cannot be taken for one. */
const UNFINISHED = 'restoring'

/** Brings a backup back into an empty data folder, verified first and checked last. */
export async function restoreBackup(
  order: RestoreOrder,
  { actor, onProgress = () => {} }: { actor: Actor; onProgress?: OnProgress },
): Promise<Restored> {
  const { manifest, damaged } = await inspectBackup(order.backup, (progress) =>
    onProgress({ phase: 'verify', progress }),
  )
  const backup = path.basename(order.backup)
  if (!manifest || damaged.length > 0) throw new Problem('backup.damaged', { backup, files: damaged })
  await refuseFilledFolder(order.folder)
  const work = path.join(order.folder, UNFINISHED)
  await clearRestore(work)
  try {
    await bringFiles(order.backup, work, manifest, onProgress)
    const { opened, taken, migrated, check } = await refill(order, manifest, work, onProgress)
    try {
      const missing = rowsMissing(manifest, taken)
      if (missing.length > 0)
        throw new Problem('backup.damaged', { backup, files: missing.map(({ file }) => file) })
      const subject = { backup, createdAt: manifest.createdAt, wrong: check.wrong }
      await act(
        opened.database,
        { actor, action: 'backup.restored', province: null, subject },
        endEverySession,
      )
    } finally {
      await opened.close()
    }
    // The database comes last: from then on the folder is whole.
    for (const part of ['files', 'postgres'])
      if (existsSync(path.join(work, part)))
        await rename(path.join(work, part), path.join(order.folder, part))
    const { createdAt, provinces, files } = manifest
    const brought = { rows: countRows(manifest), files: files.length, provinces, migrated, check }
    return { backup, createdAt, folder: order.folder, ...brought }
  } finally {
    await clearRestore(work)
  }
}

/** Fills an empty database as the backup's program had it, brings it up to date and checks its ledger. */
export async function refill(
  { backup, url, ownerUrl }: Omit<RestoreOrder, 'folder'>,
  manifest: Manifest,
  work: string,
  onProgress: OnProgress,
): Promise<Refilled> {
  const migrations = selectMigrations(manifest.migrations)
  if (url !== undefined) {
    const tables = await listFilledTables({ connectionString: ownerUrl ?? url })
    if (tables.length > 0) throw new Problem('restore.database-not-empty', { tables })
  }
  const opened = await openDatabase({ folder: work, url, ownerUrl }, migrations)
  let whole = false
  try {
    const taken = await loadTables(opened.owner, backup, manifest, (progress) =>
      onProgress({ phase: 'load', progress }),
    )
    const migrated = await migrate(opened.owner)
    await loadReferenceOnce(opened)
    onProgress({ phase: 'check', progress: 0 })
    const check = await readSnapshot(opened.database, (db) => checkLedgers(db, { level: 'national' }))
    whole = true
    return { opened, taken, migrated, check }
  } finally {
    if (!whole) await opened.close()
  }
}

async function bringFiles(
  backup: string,
  folder: string,
  { files }: Manifest,
  onProgress: OnProgress,
): Promise<void> {
  for (const [index, { sha256 }] of files.entries()) {
    await placeStored(path.join(backup, 'files'), path.join(folder, 'files'), sha256, { mayLink: false })
    onProgress({ phase: 'files', progress: (index + 1) / files.length })
  }
}

/** Removes what a broken-off restore left behind, its database server included. */
export async function clearRestore(work: string): Promise<void> {
  const cluster = path.join(work, 'postgres')
  if (existsSync(path.join(cluster, 'postmaster.pid'))) {
    const left = await openEmbeddedPostgres(cluster)
    await left.leave()
  }
  await rm(work, { recursive: true, force: true })
}

/** The tables that took another number of rows than the backup says they had. */
export function rowsMissing(
  { tables }: Manifest,
  taken: ReadonlyMap<string, number>,
): { table: string; file: string; expected: number; found: number }[] {
  return tables.flatMap(({ schema, name, file, rows }) => {
    const table = `${schema}.${name}`
    const found = taken.get(table) ?? 0
    return found === rows ? [] : [{ table, file, expected: rows, found }]
  })
}

async function refuseFilledFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const found = (await readdir(folder)).filter((name) => name !== UNFINISHED && name !== 'lost+found')
  if (found.length > 0) throw new Problem('restore.folder-not-empty', { folder, found: found.slice(0, 5) })
}
