import { displayWidth, type PrintedColumn } from './table-columns.ts'

/** What stands between two columns. */
export const GAP = '  '

/**
 * How wide each column is so that the table has room: first its header breaks between words, then its texts do, the
 * widest first; numbers never. Undefined where even that is too wide.
 */
export function widthsWithin(
  room: number,
  columns: readonly PrintedColumn[],
  rows: readonly (readonly string[])[],
): number[] | undefined {
  const cellsOf = (index: number) => rows.map((row) => row[index] ?? '')
  const natural = columns.map(({ header }, index) => widest([...header.split('\n'), ...cellsOf(index)]))
  if (total(natural) <= room) return natural
  const widths = columns.map(({ header }, index) => widest([...wordsOf([header]), ...cellsOf(index)]))
  const least = columns.map(({ header, align }, index) =>
    align === 'end' ? (widths[index] ?? 0) : widest(wordsOf([header, ...cellsOf(index)])),
  )
  while (total(widths) > room) {
    const slack = widths.map((width, index) => (width > (least[index] ?? 0) ? width : 0))
    const at = slack.indexOf(Math.max(...slack))
    if (!slack[at]) return undefined
    widths[at] = slack[at] - 1
  }
  return widths
}

/** A text in lines of at most so many places, broken between words; a text that has room stays as it is. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  for (const line of text.split('\n')) {
    if (displayWidth(line) <= width) lines.push(line)
    else lines.push(...brokenLine(line, width))
  }
  return lines
}

function brokenLine(line: string, width: number): string[] {
  const lines: string[] = []
  for (const word of line.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && displayWidth(`${last} ${word}`) <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function wordsOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.split(/[ \n]/))
}

function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, displayWidth(text)), 0)
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + GAP.length * Math.max(0, widths.length - 1)
}
