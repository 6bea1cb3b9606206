import { constants, existsSync } from 'node:fs'
import { copyFile, link, mkdir, open, readdir, stat } from 'node:fs/promises'
import path from 'node:path'

/** Where a folder of stored files keeps the one of a checksum. */
export function storedAt(folder: string, sha256: string): string {
  return path.join(folder, sha256.slice(0, 2), sha256)
}

/** Everything that a folder of stored files keeps; what is still coming in has another name and is left out. */
export async function listStored(folder: string): Promise<{ sha256: string; bytes: number }[]> {
  if (!existsSync(folder)) return []
  const names = await readdir(folder, { recursive: true })
  const stored = names.map((name) => path.basename(name)).filter((name) => /^[0-9a-f]{64}$/.test(name))
  return Promise.all(
    stored.toSorted().map(async (sha256) => ({ sha256, bytes: (await stat(storedAt(folder, sha256))).size })),
  )
}

/** Puts a stored file into another folder: as a second name of the same bytes where that may be and can be, else as a copy. */
export async function placeStored(
  from: string,
  to: string,
  sha256: string,
  { mayLink }: { mayLink: boolean },
): Promise<void> {
  const source = storedAt(from, sha256)
  const target = storedAt(to, sha256)
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
  if (mayLink && (await linked(source, target))) return
  await copyFile(source, target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE)
  const handle = await open(target, 'r+')
  try {
    await handle.chmod(0o600)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Another file system, or one without links: then a copy has to do. */
const UNLINKABLE = new Set(['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'])

async function linked(source: string, target: string): Promise<boolean> {
  try {
    await link(source, target)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && UNLINKABLE.has(String(error.code))) return false
    throw error
  }
}
