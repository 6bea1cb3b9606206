import { findPlace } from '../places/place-names.ts'
import { readNationalId, type NationalId } from '../persian/identifiers.ts'
import type { Cell } from './cell.ts'
import type { ColumnMapping } from './header.ts'
import type { ImportContext } from './job-row.ts'

/** The county that a row names, in its column, by the heading above it or by its sheet; undefined when it names none of the province. */
export function countyOfRow(
  cells: readonly Cell[],
  { columns }: ColumnMapping,
  { counties, headingCounty, sheetCounty }: Pick<ImportContext, 'counties' | 'headingCounty' | 'sheetCounty'>,
): string | undefined {
  const above = headingCounty ?? sheetCounty
  if (columns.county === undefined && above !== undefined) return above
  const found = findPlace(counties, plain(cells[columns.county ?? -1]))
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
