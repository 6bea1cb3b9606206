import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable, type Writable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { createDeflateRaw, crc32 } from 'node:zlib'
import type { Archive, ArchiveEntry } from './zip-archive.ts'

/** Writes a zip entry by entry; nothing is kept but the directory. */
export type ZipWriter = {
  /** Packs text that comes in pieces. */
  write: (name: string, text: AsyncIterable<string> | Iterable<string>) => Promise<void>
  /** Takes an entry over from another zip as it is stored there. */
  copy: (archive: Archive, entry: ArchiveEntry) => Promise<void>
  finish: () => Promise<void>
}

type Written = {
  name: Buffer
  method: number
  checksum: number
  packed: number
  unpacked: number
  offset: number
  flags: number
}

const UTF8_NAMES = 0x0800
const SIZES_FOLLOW = 0x0008
const VERSION = 20
// The earliest date that the format has, 1980-01-01: the same table gives the same bytes.
const NO_DATE = 0x00210000
const MAX_BYTES = 0xffffffff

function header(signature: number, entry: Written, directory: boolean): Buffer {
  const extra = directory ? 16 : 0
  const bytes = Buffer.alloc(30 + extra)
  bytes.writeUInt32LE(signature, 0)
  let at = 4
  if (directory) at = bytes.writeUInt16LE(VERSION, at)
  at = bytes.writeUInt16LE(VERSION, at)
  at = bytes.writeUInt16LE(entry.flags, at)
  at = bytes.writeUInt16LE(entry.method, at)
  at = bytes.writeUInt32LE(NO_DATE, at)
  at = bytes.writeUInt32LE(entry.checksum, at)
  at = bytes.writeUInt32LE(entry.packed, at)
  at = bytes.writeUInt32LE(entry.unpacked, at)
  bytes.writeUInt16LE(entry.name.length, at)
  if (directory) bytes.writeUInt32LE(entry.offset, 42)
  return bytes
}

function create(out: Writable): ZipWriter {
  const entries: Written[] = []
  let offset = 0

  const put = async (bytes: Buffer): Promise<void> => {
    offset += bytes.length
    if (offset > MAX_BYTES) throw new RangeError('the workbook is larger than a zip can be')
    if (out.destroyed) throw out.errored ?? new Error('the output was closed early')
    if (out.write(bytes)) return
    await new Promise<void>((resolve, reject) => {
      const settle = (): void => {
        for (const event of ['drain', 'error', 'close']) out.off(event, settle)
        if (out.destroyed) reject(out.errored ?? new Error('the output was closed early'))
        else resolve()
      }
      for (const event of ['drain', 'error', 'close']) out.once(event, settle)
    })
  }

  const start = async (name: string, entry: Omit<Written, 'name' | 'offset'>): Promise<Written> => {
    const written = { ...entry, name: Buffer.from(name), offset }
    entries.push(written)
    await put(header(0x04034b50, written, false))
    await put(written.name)
    return written
  }

  return {
    async write(name, text) {
      const entry = await start(name, {
        method: 8,
        checksum: 0,
        packed: 0,
        unpacked: 0,
        flags: UTF8_NAMES | SIZES_FOLLOW,
      })
      async function* bytes(): AsyncIterable<Buffer> {
        for await (const piece of text) {
          const chunk = Buffer.from(piece)
          entry.checksum = crc32(chunk, entry.checksum)
          entry.unpacked += chunk.length
          yield chunk
        }
      }
      await pipeline(
        Readable.from(bytes()),
        createDeflateRaw({ level: 4 }),
        async (packed: AsyncIterable<Buffer>) => {
          for await (const chunk of packed) {
            entry.packed += chunk.length
            await put(chunk)
          }
        },
      )
      if (entry.unpacked > MAX_BYTES) throw new RangeError('the sheet is larger than a zip can hold')
      const sizes = Buffer.alloc(16)
      sizes.writeUInt32LE(0x08074b50, 0)
      sizes.writeUInt32LE(entry.checksum, 4)
      sizes.writeUInt32LE(entry.packed, 8)
      sizes.writeUInt32LE(entry.unpacked, 12)
      await put(sizes)
    },
    async copy(archive, entry) {
      const { method, checksum, packedBytes: packed, unpackedBytes: unpacked } = entry
      await start(entry.name, { method, checksum, packed, unpacked, flags: UTF8_NAMES })
      for await (const chunk of await archive.packed(entry.name)) await put(chunk as Buffer)
    },
    async finish() {
      const directoryAt = offset
      for (const entry of entries) {
        await put(header(0x02014b50, entry, true))
        await put(entry.name)
      }
      const end = Buffer.alloc(22)
      end.writeUInt32LE(0x06054b50, 0)
      end.writeUInt16LE(entries.length, 8)
      end.writeUInt16LE(entries.length, 10)
      end.writeUInt32LE(offset - directoryAt, 12)
      end.writeUInt32LE(directoryAt, 16)
      await put(end)
    },
  }
}

/** Writes a zip to a stream, or to a path where it appears only when it is whole. */
export async function writeZip(
  out: string | Writable,
  fill: (zip: ZipWriter) => Promise<void>,
): Promise<void> {
  const partial = typeof out === 'string' ? `${out}.partial` : ''
  const stream = typeof out === 'string' ? createWriteStream(partial) : out
  const failed = new Promise<never>((_, reject) => stream.once('error', reject))
  const zip = create(stream)
  try {
    await Promise.race([fill(zip).then(() => zip.finish()), failed])
    stream.end()
    await finished(stream)
    if (typeof out === 'string') await rename(partial, out)
  } catch (error) {
    stream.destroy()
    if (typeof out === 'string') await rm(partial, { force: true })
    throw error
  }
}
