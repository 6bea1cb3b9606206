import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'

const WHOLE = /^rasad-(\d{8}T\d{6}Z)-(\d+)$/
const DRAFT = 'draft'

/** Whole backups of a folder, the oldest first; what is not whole does not have such a name. */
export async function listBackups(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return []
  const named = (await readdir(folder)).flatMap((name) => {
    const [, moment, n] = WHOLE.exec(name) ?? []
    return moment === undefined ? [] : [{ name, moment, n: Number(n) }]
  })
  return named
    .toSorted((one, other) => one.moment.localeCompare(other.moment, 'en') || one.n - other.n)
    .map(({ name }) => name)
}

/** Makes a folder to write a backup of a database into; its name says that it is not whole. */
export async function openDraft(folder: string, origin: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const draft = path.join(folder, `${DRAFT}-${origin}-${randomUUID()}`)
  await mkdir(draft, { mode: 0o700 })
  return draft
}

/** Removes what broken-off backups of a database left behind, and gives their number. */
export async function removeDrafts(folder: string, origin: string): Promise<number> {
  if (!existsSync(folder)) return 0
  const drafts = (await readdir(folder)).filter((name) => name.startsWith(`${DRAFT}-${origin}-`))
  for (const name of drafts) await rm(path.join(folder, name), { recursive: true, force: true })
  return drafts.length
}

/** Makes a finished draft a whole backup: on the disk first, then under its name, which it gives. */
export async function publishDraft(draft: string, now: number): Promise<string> {
  const folder = path.dirname(draft)
  await flushFolders(draft)
  const moment = new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const before = (await listBackups(folder)).findLast((name) => name.startsWith(`rasad-${moment}-`))
  const name = `rasad-${moment}-${Number(before?.split('-').at(-1) ?? 0) + 1}`
  await rename(draft, path.join(folder, name))
  await flushFolder(folder)
  return name
}

/** Removes a backup in a way that leaves nothing half that looks whole. */
export async function removeBackup(folder: string, name: string, origin: string): Promise<void> {
  const dying = path.join(folder, `${DRAFT}-${origin}-${randomUUID()}`)
  await rename(path.join(folder, name), dying)
  await rm(dying, { recursive: true, force: true })
}

/** Brings the entries of a folder and of all folders in it to the disk. */
async function flushFolders(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.isDirectory()) await flushFolders(path.join(folder, entry.name))
  await flushFolder(folder)
}

async function flushFolder(folder: string): Promise<void> {
  // Windows opens no folder for writing, and keeps its entries by itself.
  if (process.platform === 'win32') return
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
