import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FileRoute, InputOf } from '@rasad/contracts/define-route'
import type { Actor } from '@rasad/domain/access/scope'
import { readAndAudit } from './act.ts'
import { readInScope, type Database, type ReadDb } from './db.ts'
import { admit, auditOfTaking, type Circumstances, type Platform } from './route.ts'

/** A file to answer with: its name, where it stands if not where it was to be written, and what the audit tells of it. */
export type FileAnswer = { name: string; keptAt?: string; told?: Record<string, string | number | boolean> }

type FileWriting<R extends FileRoute> = (
  db: ReadDb,
  input: InputOf<R>,
  circumstances: Circumstances & { out: string },
) => Promise<FileAnswer>

/**
 * Serves a route that answers with a file, written from one read-only snapshot to a passing place on the disk and sent
 * from there: a refusal is still a problem, the whole is never in memory, and a slow reader holds no connection. A file with
 * people in it leaves an audit row before its first byte.
 */
export function readFile<R extends FileRoute>(platform: Platform, contract: R, write: FileWriting<R>): void {
  platform.http.get(contract.path, async (request, reply) => {
    const { actor, input } = await admit(platform, contract, request)
    const out = path.join(tmpdir(), `rasad-paper-${randomUUID()}`)
    let isSending = false
    try {
      const circumstances = { actor, now: platform.clock(), out }
      const writeIt = (db: ReadDb) => write(db, input, circumstances)
      const asked = { contract, input, actor }
      const { name, keptAt = out } = await readForFile(platform.database, asked, writeIt)
      const { size } = await stat(keptAt)
      const content = createReadStream(keptAt).on('close', () => void rm(out, { force: true }))
      isSending = true
      return await reply
        .header('content-type', contract.file)
        .header('content-length', size)
        .header('content-disposition', attachmentNamed(name, path.posix.basename(contract.path)))
        .header('cache-control', 'no-store')
        .header('x-content-type-options', 'nosniff')
        .send(content)
    } finally {
      if (!isSending) await rm(out, { force: true })
    }
  })
}

/** Reads for a file from one snapshot; of one with people in it is kept who took it, by which question and how much. */
export function readForFile<T extends Pick<FileAnswer, 'told'>>(
  database: Database,
  { contract, input, actor }: { contract: FileRoute; input: InputOf<FileRoute>; actor: Actor },
  write: (db: ReadDb) => Promise<T>,
): Promise<T> {
  const { taken } = contract
  if (taken === undefined) return readInScope(database, actor.scope, write)
  const { subject, ...about } = auditOfTaking(taken, input)
  const order = { actor, ...about, subject: ({ told }: T) => ({ ...subject, ...told }) }
  return readAndAudit(database, order, write)
}

/** The header that names a download (RFC 6266): the name encoded, and for old programs one in plain ASCII. */
export function attachmentNamed(name: string, plain: string): string {
  const clean = name.replace(/[\p{Cc}\p{Cf}\p{Cs}"*/:<>?\\|]/gu, (mark) => (mark === '\u200c' ? mark : '_'))
  const encoded = encodeURIComponent(clean).replace(
    /['()*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
