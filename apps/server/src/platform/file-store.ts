import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Problem } from './problem.ts'

/** Files by the SHA-256 of their content, each kept once. */
export type FileStore = {
  folder: string
  /** Keeps what the stream brings; refuses with `too-large` past the limit, leaving nothing behind. */
  keep: (content: Readable, limit: number) => Promise<{ sha256: string; bytes: number; path: string }>
  pathOf: (sha256: string) => string
}

/** A content-addressed store in a folder. */
export function openFileStore(folder: string): FileStore {
  const pathOf = (sha256: string) => path.join(folder, sha256.slice(0, 2), sha256)
  const keep: FileStore['keep'] = async (content, limit) => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const draft = path.join(folder, `incoming-${randomUUID()}`)
    const hash = createHash('sha256')
    let bytes = 0
    try {
      const measure = async function* (source: AsyncIterable<Buffer>) {
        for await (const chunk of source) {
          bytes += chunk.length
          if (bytes > limit) throw new Problem('too-large', { limit })
          hash.update(chunk)
          yield chunk
        }
      }
      await pipeline(content, measure, createWriteStream(draft, { mode: 0o600, flush: true }))
      const sha256 = hash.digest('hex')
      const at = pathOf(sha256)
      await mkdir(path.dirname(at), { recursive: true, mode: 0o700 })
      await rename(draft, at)
      return { sha256, bytes, path: at }
    } finally {
      await rm(draft, { force: true })
    }
  }
  return { folder, keep, pathOf }
}
