import { displayWidth, type PrintedColumn } from './table-columns.ts'
import { GAP, widthsWithin, wrapped } from './table-widths.ts'

export { displayWidth, type PrintedColumn }

/**
 * The lines of a table; its total, where there is one, stands under a rule of its own. Where the terminal has less room
 * than the columns need, each row stands by itself, a line a column.
 */
export function tableLines(
  columns: readonly PrintedColumn[],
  rows: readonly (readonly string[])[],
  total?: readonly string[],
  room = terminalWidth(),
): string[] {
  const widths = widthsWithin(room, columns, total ? [...rows, total] : rows)
  if (!widths) return (total ? [...rows, total] : rows).flatMap((row) => [...rowFacts(columns, row), ''])
  const linesOf = (row: readonly string[]) => {
    const cells = widths.map((width, index) => wrapped(row[index] ?? '', width))
    const height = Math.max(...cells.map(({ length }) => length))
    return Array.from({ length: height }, (_line, at) =>
      columns
        .map(({ align }, index) => pad(cells[index]?.[at] ?? '', widths[index] ?? 0, align))
        .join(GAP)
        .trimEnd(),
    )
  }
  const rule = widths.map((width) => '─'.repeat(width)).join(GAP)
  return [
    ...linesOf(columns.map(({ header }) => header)),
    rule,
    ...rows.flatMap(linesOf),
    ...(total ? [rule, ...linesOf(total)] : []),
  ]
}

/** Names and values under each other: `name: value`. */
export function factLines(facts: readonly (readonly [name: string, value: string])[]): string[] {
  return facts.map(([name, value]) => `${name}: ${value}`)
}

function rowFacts(columns: readonly PrintedColumn[], row: readonly string[]): string[] {
  const facts = columns.map(({ header }, index) => [header.replaceAll('\n', ' '), row[index] ?? ''] as const)
  return facts.flatMap(([name, value]) => {
    if (value === '') return []
    return name === '' ? [value] : factLines([[name, value]])
  })
}

/** How many places a line of the terminal has; without end where nobody looks at one. */
function terminalWidth(): number {
  return process.stdout.isTTY ? process.stdout.columns : Infinity
}

function pad(text: string, width: number, align: PrintedColumn['align']): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return align === 'end' ? space + text : text + space
}
