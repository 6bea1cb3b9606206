import type { WholeRunRow } from '@rasad/contracts/import-runs'
import type { ImportSheet } from '@rasad/contracts/imports'
import { COLUMNS, type Column } from '@rasad/domain/imports/columns'
import { columnsOfReason } from '@rasad/domain/imports/reason-columns'
import { templateColumns } from '@rasad/domain/imports/template'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useLanguage } from '../../shared/language.ts'
import { agenciesQuery, countiesQuery, inOrder, nameOf } from '../../shared/places.ts'
import type { CellAsked } from './cell-field.tsx'
import type { CellValues } from './mending.ts'

type Cells = readonly { column: Column; text: string }[]

/** The texts of cells by their column. */
export function cellsOf(cells: Cells): CellValues {
  return Object.fromEntries(cells.map(({ column, text }) => [column, text]))
}

/** What is said against the cells of a row, by column; where one of two columns is meant, the one its sheet has. */
export function wrongIn(row: WholeRunRow, sheet: ImportSheet | undefined): ReadonlyMap<Column, string[]> {
  const has = new Set(sheet?.mapping.map(({ column }) => column))
  const wrong = new Map<Column, string[]>()
  for (const code of [...row.reasons, ...row.warnings]) {
    const meant = columnsOfReason(code)
    const column = meant.find((one) => has.has(one)) ?? meant[0]
    if (column !== undefined) wrong.set(column, [...(wrong.get(column) ?? []), code])
  }
  return wrong
}

/** The columns of a row that can be mended: those of its sheet, and what a job cannot do without. */
export function mendableColumns(sheet: ImportSheet | undefined): Column[] {
  const has = new Set<Column>(sheet?.mapping.map(({ column }) => column))
  const isNamed = has.has('fullName')
  const needed: Column[] = ['nationalId', ...(isNamed ? [] : ['lastName' as const]), 'county', 'startDate']
  for (const column of needed) has.add(column)
  return COLUMNS.filter((column) => has.has(column) && column !== 'rowNumber')
}

/** What each cell is asked for, in the words that the import understands. */
export function useAsked(province: string): (column: Column) => CellAsked {
  const language = useLanguage()
  const { counties } = useSuspenseQuery(countiesQuery(province)).data
  const { agencies } = useSuspenseQuery(agenciesQuery).data
  const template = new Map(templateColumns(language, true).map((one) => [one.column, one]))
  return (column) => {
    const { choices = null, prompt = '' } = template.get(column) ?? {}
    if (choices === 'counties')
      return { choices: inOrder(language, counties).map((one) => nameOf(language, one)), prompt }
    if (choices === 'agencies')
      return { choices: inOrder(language, agencies).map((one) => nameOf(language, one)), prompt }
    return { choices: column === 'education' ? null : choices, prompt }
  }
}
