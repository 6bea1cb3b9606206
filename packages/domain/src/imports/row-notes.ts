import { cleanText } from '../persian/text.ts'
import { isBlankCell, isErrorValue, type Cell } from './cell.ts'
import type { Column } from './columns.ts'
import type { ColumnMapping } from './header.ts'
import type { ImportContext } from './job-row.ts'
import type { Correction, RejectionReason, RowWarning } from './verdict.ts'

/** Why a row is refused, and in which column; `candidates` are the codes that were probably meant. */
export type ReasonNote = { code: RejectionReason; column: Column | null; candidates?: readonly string[] }
/** What was mended in a row, and in which column. */
export type CorrectionNote = { code: Correction; column: Column }
/** What a person should look at in a row, and in which column. */
export type WarningNote = { code: RowWarning; column: Column | null }

/** A row while it is read: its cells, what they are judged by, and what there is to say about them. */
export type RowInHand = {
  cells: readonly Cell[]
  mapping: ColumnMapping
  context: ImportContext
  reasons: ReasonNote[]
  corrections: CorrectionNote[]
  warnings: WarningNote[]
}

function cellOf(row: RowInHand, index: number | undefined): Cell {
  return index === undefined ? null : (row.cells[index] ?? null)
}

/** The cell of a column as the readers of dates, codes and numbers take it. */
export function valueOf(row: RowInHand, index: number | undefined): string | number | null {
  const cell = cellOf(row, index)
  return typeof cell === 'boolean' ? String(cell) : cell
}

/** The text of a column as it is kept, or null where it says nothing; what was repaired in it is noted. */
export function textOf(row: RowInHand, index: number | undefined, column: Column): string | null {
  const cell = cellOf(row, index)
  if (cell === null || cell === '') return null
  if (typeof cell !== 'string') return String(cell)
  if (isErrorValue(cell)) {
    row.warnings.push({ code: 'cell.error', column })
    return null
  }
  const { text, corrections } = cleanText(cell)
  if (isBlankCell(text)) return null
  for (const code of corrections) row.corrections.push({ code, column })
  return text
}

/** The kind that a column names; undefined where it says nothing, 'unknown' where its words are not understood. */
export function kindOf<Kind extends string>(
  row: RowInHand,
  index: number | undefined,
  read: (text: string) => Kind | undefined,
): Kind | 'unknown' | undefined {
  const cell = cellOf(row, index)
  if (cell === null || cell === '') return undefined
  return read(String(cell)) ?? (isBlankCell(cell) ? undefined : 'unknown')
}
