/** A column of a printed table: numbers stand at the end of theirs. */
export type PrintedColumn = { header: string; align: 'start' | 'end' }

const UNSEEN = /[\p{Mn}\p{Me}\p{Cf}]/gu
const GAP = '  '

/** How many places of a terminal a text takes: marks and the half-space take none. */
export function displayWidth(text: string): number {
  return Array.from(text.replace(UNSEEN, '')).length
}

/** The lines of a table; its total, where there is one, stands under a rule of its own. */
export function tableLines(
  columns: readonly PrintedColumn[],
  rows: readonly (readonly string[])[],
  total?: readonly string[],
): string[] {
  const headers = columns.map(({ header }) => header)
  const all = [headers, ...rows, ...(total ? [total] : [])]
  const widths = columns.map((_column, index) =>
    Math.max(...all.map((row) => displayWidth(row[index] ?? ''))),
  )
  const line = (cells: readonly string[]) =>
    columns
      .map(({ align }, index) => pad(cells[index] ?? '', widths[index] ?? 0, align))
      .join(GAP)
      .trimEnd()
  const rule = widths.map((width) => '─'.repeat(width)).join(GAP)
  return [line(headers), rule, ...rows.map(line), ...(total ? [rule, line(total)] : [])]
}

/** Names and values under each other: `name: value`. */
export function factLines(facts: readonly (readonly [name: string, value: string])[]): string[] {
  return facts.map(([name, value]) => `${name}: ${value}`)
}

function pad(text: string, width: number, align: PrintedColumn['align']): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return align === 'end' ? space + text : text + space
}
