import { createInflateRaw, crc32 } from 'node:zlib'
import type { Readable } from 'node:stream'
import { TextDecoder } from 'node:util'
import { type Entry, openPromise } from 'yauzl'
import type { WorkbookLimits } from './workbook-shape.ts'
import { asRefusal, damaged, WorkbookRefusal } from './workbook-refusal.ts'

/** One file inside a zip, as its directory describes it. */
export type ArchiveEntry = {
  name: string
  method: number
  checksum: number
  packedBytes: number
  unpackedBytes: number
  encrypted: boolean
}

type Purpose = 'content' | 'survey'

/** An opened zip whose entries are unpacked as streams, never past the limits. */
export type Archive = {
  /** By lower-cased path, as part names of workbooks ignore case. */
  entries: ReadonlyMap<string, ArchiveEntry>
  /** The unpacked bytes of an entry, its checksum verified at the end; a survey is no reading of it yet. */
  read: (name: string, purpose?: Purpose) => AsyncIterable<Buffer>
  /** The bytes of an entry as they are stored. */
  packed: (name: string) => Promise<Readable>
  /** Packed bytes that have been read at least once. */
  packedBytesRead: () => number
  close: () => void
}

// No workbook has so many parts; a directory of millions only costs time.
const MAX_ENTRIES = 20_000
// Deflate reaches 1:1032 on nothing but zeros; sheets of real programs stay below 1:100.
const MAX_RATIO = 200
const RATIO_COUNTS_FROM = 64 * 1024 ** 2
const STORED = 0
const DEFLATED = 8

function refuseOverlap(entries: readonly Entry[]): void {
  const inOrder = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  let free = 0
  for (const entry of inOrder) {
    if (entry.relativeOffsetOfLocalHeader < free) throw damaged('archive', 'overlap')
    free = entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameLength + entry.compressedSize
  }
}

/** Opens a zip by its directory; nothing is unpacked yet. */
export async function openArchive(path: string, limits: WorkbookLimits): Promise<Archive> {
  const zip = await openPromise(path, {
    autoClose: false,
    lazyEntries: true,
    decodeStrings: false,
    validateEntrySizes: false,
  }).catch((error: unknown) => {
    throw asRefusal(error, 'archive')
  })
  const directory = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileNameRaw.toString('utf8').replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
      if (name.endsWith('/')) continue
      if (directory.has(name)) throw damaged('archive', 'repeated-entry')
      directory.set(name, entry)
      if (directory.size > MAX_ENTRIES) throw damaged('archive', 'too-many-entries')
    }
    refuseOverlap([...directory.values()])
  } catch (error) {
    zip.close()
    throw asRefusal(error, 'archive')
  }

  const unpackedOf = new Map<string, number>()
  const packedOf = new Map<string, number>()
  let unpackedTotal = 0

  const count = (name: string, entry: Entry, bytes: number): void => {
    const before = unpackedOf.get(name) ?? 0
    if (bytes <= before) return
    unpackedOf.set(name, bytes)
    unpackedTotal += bytes - before
    const bomb = bytes > RATIO_COUNTS_FROM && bytes > MAX_RATIO * entry.compressedSize
    if (bomb || unpackedTotal > limits.maxUnpackedBytes) {
      throw new WorkbookRefusal('workbook.unpacks-too-large', { maximum: limits.maxUnpackedBytes })
    }
  }

  const find = (name: string): Entry => {
    const entry = directory.get(name.toLowerCase())
    if (entry === undefined) throw damaged(name, 'missing')
    return entry
  }

  const packed = async (name: string): Promise<Readable> =>
    zip.openReadStreamPromise(find(name), { decodeFileData: false })

  async function* read(name: string, purpose: Purpose = 'content'): AsyncIterable<Buffer> {
    const entry = find(name)
    if (entry.isEncrypted()) throw new WorkbookRefusal('workbook.encrypted')
    const { compressionMethod: method } = entry
    if (method !== STORED && method !== DEFLATED) throw damaged(name, 'compression')
    let source: Readable | undefined
    try {
      source = await packed(name)
      const inflate = method === DEFLATED ? createInflateRaw({ chunkSize: 256 * 1024 }) : undefined
      if (inflate !== undefined) source.once('error', (error) => inflate.destroy(error))
      const bytes: AsyncIterable<Buffer> = inflate === undefined ? source : source.pipe(inflate)
      let unpacked = 0
      let checksum = 0
      try {
        for await (const chunk of bytes) {
          unpacked += chunk.length
          count(name, entry, unpacked)
          const done = inflate?.bytesWritten ?? unpacked
          if (purpose === 'content') packedOf.set(name, Math.max(packedOf.get(name) ?? 0, done))
          checksum = crc32(chunk, checksum)
          yield chunk
        }
      } finally {
        inflate?.destroy()
      }
      if (checksum !== entry.crc32) throw damaged(name, 'checksum')
    } catch (error) {
      throw asRefusal(error, name)
    } finally {
      source?.destroy()
    }
  }

  const entries = new Map(
    [...directory].map(([name, entry]): [string, ArchiveEntry] => [
      name,
      {
        name: entry.fileNameRaw.toString('utf8').replaceAll('\\', '/').replace(/^\/+/, ''),
        method: entry.compressionMethod,
        checksum: entry.crc32,
        packedBytes: entry.compressedSize,
        unpackedBytes: entry.uncompressedSize,
        encrypted: entry.isEncrypted(),
      },
    ]),
  )
  return {
    entries,
    read,
    packed,
    packedBytesRead: () => [...packedOf.values()].reduce((sum, bytes) => sum + bytes, 0),
    close: () => zip.close(),
  }
}

/** The text of a part in chunks, by its byte order mark or as UTF-8; bytes that are no text are a damage. */
export async function* readParts(archive: Archive, name: string): AsyncIterable<string> {
  let decoder: TextDecoder | undefined
  try {
    for await (const bytes of archive.read(name)) {
      decoder ??= new TextDecoder(utf16Name(bytes) ?? 'utf-8', { fatal: true })
      yield decoder.decode(bytes, { stream: true })
    }
    const last = decoder?.decode() ?? ''
    if (last !== '') yield last
  } catch (error) {
    throw error instanceof TypeError ? damaged(name, 'encoding', error) : error
  }
}

/** What a part is encoded in by its byte order mark; undefined for UTF-8. */
export function utf16Name(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
}

// The small parts (relations, styles, list of sheets) stay far below; what is larger is not one of them.
const MAX_SMALL_PART = 64 * 1024 ** 2

/** The whole text of a small part. */
export async function readPart(archive: Archive, name: string): Promise<string> {
  let text = ''
  for await (const chunk of readParts(archive, name)) {
    text += chunk
    if (text.length > MAX_SMALL_PART)
      throw new WorkbookRefusal('workbook.unpacks-too-large', { maximum: MAX_SMALL_PART })
  }
  return text
}

/** Unpacks everything once and keeps nothing, so that a bomb is found before a library meets it. */
export async function measureArchive(archive: Archive): Promise<void> {
  for (const name of archive.entries.keys()) for await (const chunk of archive.read(name)) void chunk
}
