import { cutText, type SheetRow, type WorkbookLimits } from './workbook-shape.ts'
import { damaged } from './workbook-refusal.ts'

/** Characters that separate fields in the files that programs write. */
export const DELIMITERS = [',', ';', '\t', '|'] as const

/** Splits CSV text that comes in chunks of any size; `take` hands over the records that are complete. */
export type CsvTokenizer = { feed: (chunk: string) => void; end: () => void; take: () => SheetRow[] }

const LINE_FEED = 10
const RETURN = 13
const QUOTE = 34

// How programs keep Excel from making a number of a code: the formula ="0013542419".
const TEXT_FORMULA = /^="([^"]*)"$/

// Where the reading of a field stands between two chunks.
const AT_START = 0
const PLAIN = 1
const QUOTED = 2
const AFTER_QUOTE = 3

/**
 * RFC 4180 with what spreadsheets tolerate: quotes inside an unquoted field and text after a closing quote stay
 * as they are. A quote that is never closed is a damage, as it would swallow the rest of the file.
 */
export function createCsvTokenizer(
  delimiter: string,
  limits: Pick<WorkbookLimits, 'maxColumns' | 'maxCellCharacters'>,
): CsvTokenizer {
  const separator = delimiter.charCodeAt(0)
  const { maxColumns, maxCellCharacters } = limits
  let done: SheetRow[] = []
  let cells: SheetRow['cells'] = []
  let column = 0
  let filled = 0
  let line = 1
  let recordLine = 1
  let state = AT_START
  let held = ''
  let afterReturn = false

  const hold = (piece: string): void => {
    if (held.length <= maxCellCharacters) held += piece
  }

  const put = (written: string): void => {
    if (column < maxColumns) {
      const text = written.startsWith('="') ? (TEXT_FORMULA.exec(written)?.[1] ?? written) : written
      if (text === '') cells.push(null)
      else {
        cells.push(text.length > maxCellCharacters ? cutText(text, maxCellCharacters) : text)
        filled = column + 1
      }
    }
    column += 1
  }

  const endRecord = (): void => {
    if (filled > 0) {
      if (filled < cells.length) cells.length = filled
      done.push({ number: recordLine, cells, hidden: false })
    }
    cells = []
    column = 0
    filled = 0
    recordLine = line
  }

  const countLines = (text: string, from: number, to: number): void => {
    for (let at = from; at < to; at += 1) {
      const code = text.charCodeAt(at)
      if (code === RETURN || (code === LINE_FEED && !afterReturn)) line += 1
      afterReturn = code === RETURN
    }
  }

  /** Reads to the closing quote or the end of the chunk, and answers where it stopped. */
  const readQuoted = (text: string, from: number): number => {
    const quote = text.indexOf('"', from)
    const end = quote < 0 ? text.length : quote
    hold(text.slice(from, end))
    countLines(text, from, end)
    if (quote < 0) return end
    afterReturn = false
    state = AFTER_QUOTE
    return end + 1
  }

  const endField = (code: number): void => {
    if (code === separator) return
    if (code === RETURN || !afterReturn) line += 1
    afterReturn = code === RETURN
    endRecord()
  }

  const feed = (text: string): void => {
    let at = 0
    while (at < text.length) {
      if (state === QUOTED) {
        at = readQuoted(text, at)
        continue
      }
      let code = text.charCodeAt(at)
      if (state === AFTER_QUOTE && code === QUOTE) {
        hold('"')
        state = QUOTED
        at += 1
        continue
      }
      if (state === AT_START && code === QUOTE) {
        afterReturn = false
        state = QUOTED
        at += 1
        continue
      }
      const start = at
      while (code !== separator && code !== LINE_FEED && code !== RETURN && at < text.length) {
        at += 1
        code = text.charCodeAt(at)
      }
      if (at > start) afterReturn = false
      if (at === text.length) {
        hold(text.slice(start, at))
        state = PLAIN
        return
      }
      put(held === '' ? text.slice(start, at) : held + text.slice(start, at))
      held = ''
      state = AT_START
      if (code === separator) afterReturn = false
      endField(code)
      at += 1
    }
  }

  return {
    feed,
    end() {
      if (state === QUOTED) throw damaged(`line ${recordLine}`, 'unclosed-quote')
      if (held !== '' || column > 0) put(held)
      held = ''
      endRecord()
    },
    take() {
      const rows = done
      done = []
      return rows
    },
  }
}

/** The delimiter that splits the first records of a text most evenly; a comma when none does. */
export function findDelimiter(sample: string): string {
  let best = ','
  let bestScore = 0
  for (const delimiter of DELIMITERS) {
    const tokens = createCsvTokenizer(delimiter, { maxColumns: 4096, maxCellCharacters: 32 })
    tokens.feed(`${sample}\n`)
    const widths = new Map<number, number>()
    for (const { cells } of tokens.take().slice(0, 200))
      widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
    for (const [width, times] of widths) {
      const score = (width - 1) * times
      if (score > bestScore) {
        best = delimiter
        bestScore = score
      }
    }
  }
  return best
}
