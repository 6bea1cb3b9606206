import { cleanText } from '../persian/text.ts'
import type { Cell } from './cell.ts'
import { headerKey, type Column } from './columns.ts'
import { findHeader, type ColumnMapping } from './header.ts'
import { HEADER_WORDS } from './header-words.ts'

/**
 * Finds a header whose words are not recognised but were named by the sender («ستون یک» is the national ID): each named
 * word is read as one we know, and the header keeps the sender's own.
 */
export function findNamedHeader(
  rows: readonly (readonly Cell[])[],
  named: Readonly<Record<string, Column | 'ignore'>>,
): ColumnMapping | undefined {
  const columns = new Map(
    Object.entries(named).map(([header, column]) => [headerKey(header), column] as const),
  )
  const columnOf = (cell: Cell | undefined): Column | undefined => {
    const column = typeof cell === 'string' ? columns.get(headerKey(cell)) : undefined
    return column === 'ignore' ? undefined : column
  }
  const known = rows.map((row) =>
    row.map((cell): Cell => {
      const column = columnOf(cell)
      return column === undefined ? cell : (HEADER_WORDS[column][0] ?? cell)
    }),
  )
  const found = findHeader(known)
  if (!found) return undefined
  const own = rows[found.headerRows[1]] ?? []
  const headers = found.headers.map((header, index) =>
    columnOf(own[index]) === undefined ? header : cleanText(String(own[index])).text,
  )
  return { ...found, headers }
}
