import { readNationalId, type NationalId } from '../persian/identifiers.ts'
import type { Cell } from './cell.ts'
import { findCounty, type CountyNames } from './county-words.ts'
import type { ColumnMapping } from './header.ts'
import type { ImportContext } from './job-row.ts'

/** The county that a row names, in its column, by the heading above it or by its sheet; undefined when it names none of the province. */
export function countyOfRow(
  cells: readonly Cell[],
  { columns }: ColumnMapping,
  rules: CountyNames & Pick<ImportContext, 'headingCounty' | 'sheetCounty'>,
): string | undefined {
  const above = rules.headingCounty ?? rules.sheetCounty
  if (columns.county === undefined && above !== undefined) return above
  const found = findCounty(rules, plain(cells[columns.county ?? -1]))
  return 'code' in found ? found.code : undefined
}

/** Whom a row names; undefined where its national ID is none. */
export function personOfRow(cells: readonly Cell[], { columns }: ColumnMapping): NationalId | undefined {
  const reading = readNationalId(plain(cells[columns.nationalId ?? -1]))
  return 'refusal' in reading ? undefined : reading.id
}

function plain(cell: Cell | undefined): string | number | null {
  return typeof cell === 'boolean' ? String(cell) : (cell ?? null)
}
