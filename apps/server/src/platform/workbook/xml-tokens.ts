import { damaged } from './workbook-refusal.ts'
import { decodeXml, escapeXml } from './xml-text.ts'

/** Receives a document piece by piece; names come without their namespace prefix, `raw` is the text as it stands. */
export type XmlSink = {
  open: (name: string, raw: string, empty: boolean) => void
  close: (name: string, raw: string) => void
  /** Still encoded; one text may come in several pieces. */
  text: (raw: string) => void
}

/** Takes a document in chunks of any size. */
export type XmlTokenizer = { feed: (chunk: string) => void; end: () => void }

// Longer than any tag a spreadsheet program writes; keeps an endless tag from filling the memory.
const MAX_TOKEN = 1024 ** 2

const EXCLAMATION = 33
const QUOTE = 34
const APOSTROPHE = 39
const SLASH = 47
const GREATER = 62
const QUESTION = 63

function tagEnd(source: string, from: number): number {
  for (let at = from; at < source.length; at += 1) {
    const code = source.charCodeAt(at)
    if (code === GREATER) return at + 1
    if (code === QUOTE || code === APOSTROPHE) {
      at = source.indexOf(code === QUOTE ? '"' : "'", at + 1)
      if (at < 0) return -1
    }
  }
  return -1
}

function after(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from)
  return at < 0 ? -1 : at + mark.length
}

function localName(source: string, from: number, end: number): string {
  let start = from
  let at = from
  for (; at < end; at += 1) {
    const code = source.charCodeAt(at)
    if (code === 58) start = at + 1
    else if (code <= 32 || code === SLASH || code === GREATER) break
  }
  return source.slice(start, at)
}

/** Splits XML into tags and text without ever expanding a document type; `part` names the file in refusals. */
export function createXmlTokenizer(part: string, sink: XmlSink): XmlTokenizer {
  let pending = ''
  let depth = 0

  const skipSpecial = (source: string, at: number): number => {
    if (source.charCodeAt(at + 1) === QUESTION) return after(source, '?>', at)
    if (source.startsWith('<!--', at)) return after(source, '-->', at + 4)
    if (source.length - at < 9) return -1
    if (source.startsWith('<![CDATA[', at)) {
      const end = after(source, ']]>', at)
      if (end > 0) sink.text(escapeXml(source.slice(at + 9, end - 3)))
      return end
    }
    throw damaged(part, 'doctype')
  }

  const readTag = (source: string, at: number): number => {
    const end = tagEnd(source, at + 1)
    if (end < 0) return -1
    if (source.charCodeAt(at + 1) === SLASH) {
      depth -= 1
      if (depth < 0) throw damaged(part, 'xml')
      sink.close(localName(source, at + 2, end), source.slice(at, end))
      return end
    }
    const empty = source.charCodeAt(end - 2) === SLASH
    if (!empty) depth += 1
    sink.open(localName(source, at + 1, end), source.slice(at, end), empty)
    return end
  }

  return {
    feed(chunk) {
      const source = pending === '' ? chunk : pending + chunk
      pending = ''
      let at = 0
      for (;;) {
        const start = source.indexOf('<', at)
        if (start !== at && at < source.length) sink.text(source.slice(at, start < 0 ? undefined : start))
        if (start < 0) return
        const second = source.charCodeAt(start + 1)
        const special = second === EXCLAMATION || second === QUESTION || Number.isNaN(second)
        const end = Number.isNaN(second) ? -1 : special ? skipSpecial(source, start) : readTag(source, start)
        if (end < 0) {
          pending = source.slice(start)
          if (pending.length > MAX_TOKEN) throw damaged(part, 'xml')
          return
        }
        at = end
      }
    },
    end() {
      if (pending !== '' || depth !== 0) throw damaged(part, 'xml')
    },
  }
}

/** The decoded value of an attribute in a raw tag, by its full name. */
export function attribute(raw: string, name: string): string | undefined {
  const plain = raw.indexOf(` ${name}="`)
  if (plain > 0) {
    const from = plain + name.length + 3
    return decodeXml(raw.slice(from, raw.indexOf('"', from)))
  }
  if (!/['\n\r\t]| =/.test(raw)) return undefined
  return attributes(raw).get(name)
}

/** All attributes of a raw tag by full name, decoded. */
export function attributes(raw: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', double, single] of raw.matchAll(
    /\s([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    found.set(name, decodeXml(double ?? single ?? ''))
  }
  return found
}

/** The value of a prefixed attribute such as `r:id`, whatever prefix the writer chose. */
export function prefixedAttribute(raw: string, local: string): string | undefined {
  for (const [name, value] of attributes(raw)) if (name.endsWith(`:${local}`)) return value
  return undefined
}

/** Whether an XML Schema boolean is set. */
export function isSet(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
