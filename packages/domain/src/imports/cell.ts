import { isBlank, plainCell } from '../persian/cell.ts'

/** What one cell of a sheet holds, whatever kind of file it came from. */
export type Cell = string | number | boolean | null

const ERRORS: ReadonlySet<string> = new Set([
  '#N/A',
  '#REF!',
  '#VALUE!',
  '#NAME?',
  '#DIV/0!',
  '#NUM!',
  '#NULL!',
])

/** Whether a cell says nothing: empty, spaces, or only the dashes and dots people put where nothing is known. */
export function isBlankCell(cell: Cell | undefined): boolean {
  if (cell === null || cell === undefined || cell === '') return true
  return typeof cell === 'string' && !/[\p{L}\p{N}]/u.test(cell) && isBlank(plainCell(cell))
}

/** Whether a cell holds an error of the spreadsheet (#N/A, #REF! …) in place of a value. */
export function isErrorValue(cell: Cell | undefined): boolean {
  return typeof cell === 'string' && cell.startsWith('#') && ERRORS.has(cell)
}
