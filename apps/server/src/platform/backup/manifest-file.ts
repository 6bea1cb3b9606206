import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseJson } from '../json-text.ts'
import { Manifest } from './manifest.ts'
import { storedAt } from './stored-files.ts'

const MANIFEST = 'manifest.json'
const SEAL = `${MANIFEST}.sha256`

/** Writes what a backup says of itself, and the checksum of that, as `sha256sum -c` reads it. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 2)}\n`
  const write = { flag: 'wx', mode: 0o600, flush: true } as const
  await writeFile(path.join(folder, MANIFEST), text, write)
  await writeFile(path.join(folder, SEAL), sealOf(text), write)
}

/** What a backup says of itself; undefined where that is missing or was changed. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  const [text, seal] = await Promise.all([MANIFEST, SEAL].map((name) => readText(path.join(folder, name))))
  if (text === undefined || seal === undefined || seal !== sealOf(text)) return undefined
  const read = Manifest.safeParse(parseJson(text))
  return read.success ? read.data : undefined
}

/** A backup, with the names of the files in it that are missing or not what they were. */
export type Inspected = { manifest: Manifest | undefined; damaged: string[] }

/** Reads every byte of a backup and compares it with what the backup says of itself. */
export async function inspectBackup(
  folder: string,
  onProgress: (progress: number) => void = () => {},
): Promise<Inspected> {
  const manifest = await readManifest(folder)
  if (!manifest) return { manifest, damaged: [MANIFEST] }
  const expected = [
    ...manifest.tables.map(({ file, sha256, bytes }) => ({ file, sha256, bytes })),
    ...manifest.files.map(({ sha256, bytes }) => ({ file: storedAt('files', sha256), sha256, bytes })),
  ]
  const total = expected.reduce((sum, { bytes }) => sum + bytes, 0) || 1
  const damaged: string[] = []
  let done = 0
  for (const { file, sha256, bytes } of expected) {
    if ((await checksumOf(path.join(folder, file))) !== sha256) damaged.push(file)
    done += bytes
    onProgress(done / total)
  }
  return { manifest, damaged }
}

/** The SHA-256 of a file; undefined where it cannot be read. */
export async function checksumOf(file: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
    return hash.digest('hex')
  } catch {
    return undefined
  }
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    return undefined
  }
}

function sealOf(text: string): string {
  return `${createHash('sha256').update(text).digest('hex')}  ${MANIFEST}\n`
}
