import { PART_TEXT } from '@rasad/domain/figures/figure-text'
import { DIMENSION_TEXT } from '@rasad/domain/ledger/dimension-text'
import { formattingOf } from '@rasad/domain/persian/formatting'
import type { FigureMatrix } from './figure-matrix.commands.ts'
import { MATRIX_PARTS } from './figure-matrix.commands.ts'
import type { FigureSheet } from './figure-sheet.commands.ts'
import { SHEET_TEXT } from './figure-sheet-text.ts'

/** A matrix as it is set on paper, every figure written out; the last of `heads` and of `groups` are the sums. */
export type CrossTable = {
  corner: string
  figure: string
  heads: string[]
  groups: { name: string; lines: string[][] }[]
}

/** So many columns of figures of five digits stand beside each other on A4 landscape. */
const MOST_ACROSS = 18

/** The matrix as a cross table, counties across or else agencies; null where neither fits or more was asked for. */
export function crossTableOf({
  language,
  matrix,
  names,
  hasMoreColumns,
}: Pick<FigureSheet, 'language' | 'matrix' | 'names' | 'hasMoreColumns'>): CrossTable | null {
  if (matrix === null || hasMoreColumns) return null
  const across = sideAcross(matrix)
  if (across === null) return null
  const down = across === 'counties' ? 'agencies' : 'counties'
  const text = SHEET_TEXT[language]
  const { count } = formattingOf(language)
  const nameOf = { counties: names.county, agencies: names.agency }
  const cell = (row: string | null, column: string | null, part: (typeof MATRIX_PARTS)[number]) => {
    const value =
      across === 'counties' ? matrix.valueOf(row, column, part) : matrix.valueOf(column, row, part)
    return value === null ? '–' : count(value)
  }
  return {
    corner: DIMENSION_TEXT[language][down === 'agencies' ? 'agency' : 'county'],
    figure: text.figure,
    heads: [...matrix[across].map(nameOf[across]), text.total],
    groups: [...matrix[down], null].map((row) => ({
      name: row === null ? text.total : nameOf[down](row),
      lines: MATRIX_PARTS.map((part) => [
        PART_TEXT[language][part],
        ...[...matrix[across], null].map((column) => cell(row, column, part)),
      ]),
    })),
  }
}

function sideAcross({ counties, agencies }: FigureMatrix): 'counties' | 'agencies' | null {
  if (counties.length === 0) return null
  if (counties.length <= MOST_ACROSS) return 'counties'
  return agencies.length <= MOST_ACROSS ? 'agencies' : null
}
