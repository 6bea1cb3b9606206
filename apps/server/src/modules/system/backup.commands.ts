import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Actor } from '@rasad/domain/access/scope'
import { act } from '../../platform/act.ts'
import {
  listBackups,
  openDraft,
  publishDraft,
  removeBackup,
  removeDrafts,
} from '../../platform/backup/backup-folder.ts'
import { listApplied, listSequences, originOf } from '../../platform/backup/catalogue.ts'
import { countBytes, countRows, type BackedUpTable, type Manifest } from '../../platform/backup/manifest.ts'
import { checksumOf, readManifest, writeManifest } from '../../platform/backup/manifest-file.ts'
import { withSessionLock } from '../../platform/backup/session-lock.ts'
import { listStored, placeStored, storedAt } from '../../platform/backup/stored-files.ts'
import { dumpTable, inWholeSnapshot } from '../../platform/backup/table-dump.ts'
import type { OpenDatabase } from '../../platform/database.ts'
import { readOver } from '../../platform/db.ts'
import type { FileStore } from '../../platform/file-store.ts'
import { Problem } from '../../platform/problem.ts'
import { PRODUCT_VERSION } from '../../platform/product.ts'
import { listPositions } from '../ledger/positions.queries.ts'

/** What a backup is taken of. */
export type BackedUp = Pick<OpenDatabase, 'database' | 'owner'> & { files: FileStore; folder: string }

/** A backup that was made. */
export type Backup = {
  name: string
  folder: string
  tables: number
  rows: number
  files: number
  bytes: number
  provinces: Manifest['provinces']
  /** Stored files that are no longer what their name says; they are not in the backup. */
  damagedFiles: string[]
  /** Older backups that made room. */
  removed: string[]
}

type Circumstances = {
  actor: Actor
  now: number
  /** Told of every piece of the work; what it throws breaks the work off. */
  onProgress?: (progress: { phase: 'tables' | 'files'; progress: number }) => void
}
/** Where to, and how many of this database's backups stay; without a number all of them. */
export type BackupOrder = { to?: string | undefined; keep?: number | undefined }

/** Where backups lie when nobody names another folder. */
export function backupsOf({ folder }: Pick<BackedUp, 'folder'>): string {
  return path.join(folder, 'backups')
}

/** Writes everything the system holds into a folder of its own, while the system is used. */
export async function makeBackup(
  system: BackedUp,
  { to = backupsOf(system), keep }: BackupOrder,
  { actor, now, onProgress = () => {} }: Circumstances,
): Promise<Backup> {
  const made = await withSessionLock(system.owner, 'backup', async (client) => {
    const { origin, postgres } = await originOf(client)
    await removeDrafts(to, origin)
    const draft = await openDraft(to, origin)
    try {
      const dumped = await inWholeSnapshot(client, async (tables) => {
        const provinces = await listPositions(readOver(client), { level: 'national' })
        const total = tables.reduce((sum, { bytes }) => sum + bytes, 0) || 1
        const written: BackedUpTable[] = []
        let before = 0
        for (const table of tables) {
          let bytes = 0
          const tell = (more: number) => {
            bytes += more
            onProgress({ phase: 'tables', progress: (before + Math.min(bytes, table.bytes)) / total })
          }
          written.push(await dumpTable(client, table, draft, tell))
          before += table.bytes
        }
        const migrations = await listApplied(client)
        return { provinces, migrations, tables: written, sequences: await listSequences(client) }
      })
      const stored = await keepStored(system.files, draft, (progress) =>
        onProgress({ phase: 'files', progress }),
      )
      const createdAt = new Date(now).toISOString()
      const manifest = {
        format: 1,
        product: PRODUCT_VERSION,
        createdAt,
        postgres,
        origin,
        ...dumped,
        ...stored,
      } as const
      await writeManifest(draft, manifest)
      const about = {
        tables: manifest.tables.length,
        rows: countRows(manifest),
        files: manifest.files.length,
        bytes: countBytes(manifest),
      }
      const subject = (name: string) => ({ name, ...about })
      const order = { actor, action: 'backup.made', province: null, subject }
      const name = await act(system.database, order, () => publishDraft(draft, now))
      const removed = keep === undefined ? [] : await makeRoom(to, origin, keep)
      const { provinces, damagedFiles } = manifest
      return { name, folder: path.join(to, name), ...about, provinces, damagedFiles, removed }
    } finally {
      await rm(draft, { recursive: true, force: true })
    }
  })
  if (!made) throw new Problem('backup.running', {})
  return made
}

async function keepStored(
  { folder }: FileStore,
  draft: string,
  onProgress: (progress: number) => void,
): Promise<Pick<Manifest, 'files' | 'damagedFiles'>> {
  const stored = await listStored(folder)
  const into = path.join(draft, 'files')
  const files: Manifest['files'] = []
  const damagedFiles: string[] = []
  for (const [index, file] of stored.entries()) {
    await placeStored(folder, into, file.sha256, { mayLink: true })
    const kept = storedAt(into, file.sha256)
    if ((await checksumOf(kept)) === file.sha256) files.push(file)
    else {
      damagedFiles.push(file.sha256)
      await rm(kept)
    }
    onProgress((index + 1) / stored.length)
  }
  return { files, damagedFiles }
}

/** Removes the oldest backups of a database that are more than `keep`; those of others in the folder stay. */
async function makeRoom(to: string, origin: string, keep: number): Promise<string[]> {
  const own: string[] = []
  for (const name of await listBackups(to))
    if ((await readManifest(path.join(to, name)))?.origin === origin) own.push(name)
  const surplus = own.slice(0, Math.max(0, own.length - Math.max(keep, 1)))
  for (const name of surplus) await removeBackup(to, name, origin)
  return surplus
}
