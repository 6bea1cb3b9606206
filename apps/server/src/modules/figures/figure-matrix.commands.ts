import type { FigureTable } from '@rasad/contracts/figures'
import type { FigureFileQuery } from '@rasad/contracts/papers'
import type { Scope } from '@rasad/domain/access/scope'
import { inOrderOfNames } from '@rasad/domain/persian/name-order'
import type { ReadDb } from '../../platform/db.ts'
import type { Names } from '../places/names.queries.ts'
import { answerFigures } from './figures.commands.ts'

/** What stands in each cell of a matrix (DOMAIN §8.3). */
export const MATRIX_PARTS = ['committed', 'registered', 'verified'] as const
export type MatrixPart = (typeof MATRIX_PARTS)[number]

/** A breakdown by county and agency as a matrix, its margins answered as questions of their own. */
export type FigureMatrix = {
  /** Codes, in the order of their names. */
  agencies: readonly string[]
  counties: readonly string[]
  /** One figure of a cell; of a margin where one side is null. Null where a commitment is not split that way. */
  valueOf: (agency: string | null, county: string | null, part: MatrixPart) => number | null
}

/** The matrix of a table, where it is one: the same question by county alone and by agency alone gives its margins. */
export async function readMatrix(
  db: ReadDb,
  { query, table, names }: { query: FigureFileQuery; table: FigureTable; names: Names },
  circumstances: { scope: Scope; now: number },
): Promise<FigureMatrix | null> {
  const isMatrix = table.by.length === 2 && table.by.includes('county') && table.by.includes('agency')
  if (!isMatrix) return null
  const counties = await answerFigures(db, { ...query, by: ['county'] }, circumstances)
  const agencies = await answerFigures(db, { ...query, by: ['agency'] }, circumstances)
  const rows = [...table.rows, ...counties.rows, ...agencies.rows]
  const known = new Map(rows.map((row) => [keyOf(row.agency ?? null, row.county ?? null), row]))
  const codes = (dimension: 'county' | 'agency') => {
    const all = new Set(table.rows.map((row) => row[dimension] ?? ''))
    return inOrderOfNames(query.language, [...all], names[dimension])
  }
  return {
    agencies: codes('agency'),
    counties: codes('county'),
    valueOf: (agency, county, part) => {
      if (table.total[part] === null) return null
      const row = agency === null && county === null ? table.total : known.get(keyOf(agency, county))
      return row?.[part] ?? 0
    },
  }
}

function keyOf(agency: string | null, county: string | null): string {
  return `${agency ?? ''}/${county ?? ''}`
}
