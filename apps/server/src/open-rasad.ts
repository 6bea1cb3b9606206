import { mkdirSync } from 'node:fs'
import { userInfo } from 'node:os'
import path from 'node:path'
import { PERMISSIONS } from '@rasad/domain/access/permissions'
import type { Actor } from '@rasad/domain/access/scope'
import { bringBackLaidAside } from './modules/demonstration/laid-aside.commands.ts'
import { loadReferenceOnce } from './modules/places/reference.commands.ts'
import { openDatabase, type DatabaseConfig, type OpenDatabase } from './platform/database.ts'
import { openFileStore, type FileStore } from './platform/file-store.ts'

/** An open Rasad: its database, migrated and with reference data, and its files. */
export type Rasad = OpenDatabase & { files: FileStore; folder: string }

/** Opens the data folder: starts or attaches to the database, migrates it and loads the product's reference data. */
export async function openRasad(config: DatabaseConfig): Promise<Rasad> {
  const folder = path.resolve(config.folder)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const opened = await openDatabase({ ...config, folder })
  await loadReferenceOnce(opened)
  await bringBackLaidAside(opened)
  return { ...opened, folder, files: openFileStore(path.join(folder, 'files')) }
}

/** Whoever runs a command on the machine itself: the local operator, by the name of their account. */
export function localOperator(): Actor {
  const { username } = userInfo()
  return {
    id: `operator:${username}`,
    name: username,
    scope: { level: 'national' },
    permissions: PERMISSIONS,
    agency: null,
  }
}
