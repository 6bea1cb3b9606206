import { cutText, type WorkbookLimits } from './workbook-shape.ts'
import { WorkbookRefusal } from './workbook-refusal.ts'
import { decodeCellText } from './xml-text.ts'
import { createXmlTokenizer } from './xml-tokens.ts'
import { type Archive, readParts } from './zip-archive.ts'

// What a workbook's own table of texts may take of the memory; every other part is streamed.
const MAX_SHARED_CHARACTERS = 256 * 1024 ** 2
const MAX_SHARED_STRINGS = 20_000_000

/** Collects the text of one string or cell: its runs joined, phonetic readings left out, never more than the limit. */
export type TextCollector = {
  start: () => void
  open: (name: string) => void
  text: (raw: string) => void
  close: (name: string) => void
  take: () => string
}

/** A collector for the contents of `si` and `is` elements. */
export function createTextCollector(maxCharacters: number): TextCollector {
  // An encoded character takes at most ten, as in `&#x10ffff;`.
  const maxRaw = maxCharacters * 10
  let raw = ''
  let inText = false
  let phonetic = 0
  return {
    start() {
      raw = ''
      inText = false
      phonetic = 0
    },
    open(name) {
      if (name === 'rPh') phonetic += 1
      else if (name === 't') inText = phonetic === 0
    },
    text(piece) {
      if (inText && raw.length < maxRaw) raw += piece
    },
    close(name) {
      if (name === 'rPh') phonetic -= 1
      else if (name === 't') inText = false
    },
    take: () => cutText(decodeCellText(raw), maxCharacters),
  }
}

/** The texts that the cells of an .xlsx refer to by number. */
export async function readSharedStrings(
  archive: Archive,
  part: string,
  limits: WorkbookLimits,
): Promise<string[]> {
  const strings: string[] = []
  const collector = createTextCollector(limits.maxCellCharacters)
  let inItem = false
  let characters = 0
  const keep = (text: string): void => {
    strings.push(text)
    characters += text.length
    if (characters > MAX_SHARED_CHARACTERS || strings.length > MAX_SHARED_STRINGS) {
      throw new WorkbookRefusal('workbook.unpacks-too-large', { maximum: MAX_SHARED_CHARACTERS })
    }
  }
  const tokens = createXmlTokenizer(part, {
    open(name, _, empty) {
      if (name !== 'si') {
        if (inItem && !empty) collector.open(name)
      } else if (empty) keep('')
      else {
        inItem = true
        collector.start()
      }
    },
    close(name) {
      if (name !== 'si') collector.close(name)
      else {
        inItem = false
        keep(collector.take())
      }
    },
    text(raw) {
      if (inItem) collector.text(raw)
    },
  })
  for await (const chunk of readParts(archive, part)) tokens.feed(chunk)
  tokens.end()
  return strings
}
