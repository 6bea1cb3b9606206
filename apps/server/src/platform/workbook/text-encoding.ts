import { Buffer, isAscii, isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import { TextDecoder } from 'node:util'
import { damaged, WorkbookRefusal } from './workbook-refusal.ts'

/** The encodings in which tables arrive as text. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1256'

const CHUNK = 1024 ** 2

function incompleteTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
    if (byte < 0x80) return 0
  }
  return 0
}

// Persian in Windows-1256 stands in 0xC0–0xFF, but for these; continuation bytes of UTF-8 fill 0x80–0xBF evenly.
const PERSIAN_BELOW_C0 = new Set([0x81, 0x8d, 0x8e, 0x90, 0x98, 0x9d, 0xa0, 0xa1, 0xab, 0xba, 0xbb, 0xbf])
const LATIN_ABOVE_C0 = new Set([0xe0, 0xe2, 0xe7, 0xe8, 0xe9, 0xea, 0xeb, 0xee, 0xef, 0xf4, 0xf9, 0xfb, 0xfc])

function looksLikePersian(bytes: readonly number[]): boolean {
  let persian = 0
  let other = 0
  for (let byte = 0x80; byte < 0x100; byte += 1) {
    const seen = bytes[byte] ?? 0
    if (byte >= 0xc0 ? LATIN_ABOVE_C0.has(byte) : !PERSIAN_BELOW_C0.has(byte)) other += seen
    else persian += seen
  }
  return persian > other * 3
}

/** Finds the encoding of a text by reading it once; refuses NUL bytes, and what is neither UTF-8 nor Persian in Windows-1256. */
export async function findTextEncoding(path: string): Promise<TextEncoding> {
  const histogram: number[] = Array.from({ length: 256 }, () => 0)
  let first = true
  let utf8 = true
  let ascii = true
  let rest = Buffer.alloc(0)
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    if (first && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
    if (first && chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be'
    first = false
    if (chunk.includes(0))
      throw new WorkbookRefusal('workbook.not-a-workbook', { expected: 'csv', found: 'binary' })
    const bytes: Buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const tail = incompleteTail(bytes)
    const whole = bytes.subarray(0, bytes.length - tail)
    if (utf8 && !isUtf8(whole)) {
      if (!ascii) throw new WorkbookRefusal('workbook.encoding-unknown')
      utf8 = false
    }
    ascii &&= isAscii(whole)
    rest = Buffer.from(bytes.subarray(whole.length))
    if (!utf8) for (const byte of whole) histogram[byte] = (histogram[byte] ?? 0) + 1
  }
  if (utf8 && rest.length === 0) return 'utf-8'
  if (utf8 && !ascii) throw damaged('text', 'truncated')
  for (const byte of rest) histogram[byte] = (histogram[byte] ?? 0) + 1
  if (!looksLikePersian(histogram)) throw new WorkbookRefusal('workbook.encoding-unknown')
  return 'windows-1256'
}

/** The text of a file in chunks, without its byte order mark; `onBytes` hears how many bytes were read so far. */
export async function* readText(
  path: string,
  encoding: TextEncoding,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncIterable<string> {
  // StringDecoder is several times faster than TextDecoder for UTF-8, and as careful at the borders of chunks.
  const utf8 = encoding === 'utf-8' ? new StringDecoder('utf8') : undefined
  const other = utf8 === undefined ? new TextDecoder(encoding) : undefined
  let read = 0
  let first = true
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    read += chunk.length
    onBytes(read)
    const text = utf8?.write(chunk) ?? other?.decode(chunk, { stream: true }) ?? ''
    yield first && text.startsWith('\ufeff') ? text.slice(1) : text
    first = false
  }
  const last = utf8?.end() ?? other?.decode() ?? ''
  if (last !== '') yield last
}
