import { COLUMNS } from './columns.ts'
import type { ColumnMapping } from './header.ts'
import type { WarningNote } from './row-notes.ts'

/** Warns of how a row stood in the file: hidden from sight, or with values that a formula computed. */
export function warnOfSource(
  source: { hidden: boolean; formulas?: readonly number[] },
  mapping: ColumnMapping,
): WarningNote[] {
  const hidden: WarningNote[] = source.hidden ? [{ code: 'row.hidden', column: null }] : []
  if (source.formulas === undefined) return hidden
  const computed = new Set(source.formulas)
  const columns = COLUMNS.filter((column) => computed.has(mapping.columns[column] ?? -1))
  return [...hidden, ...columns.map((column) => ({ code: 'cell.formula', column }) as const)]
}
