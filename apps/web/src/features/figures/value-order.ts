import type { Dimension } from '@rasad/domain/ledger/dimensions'
import { inOrderOfNames } from '@rasad/domain/persian/name-order'
import type { Language } from '../../shared/language.ts'

type Row = Readonly<Partial<Record<Dimension, string | undefined>>>

/** Rows cut by a place or an agency in the order of the names that are shown; other cuts keep the order they came in. */
export function inOrderOfValues<R extends Row>(
  language: Language,
  rows: readonly R[],
  by: Dimension,
  nameOf: (dimension: Dimension, value: string) => string,
): readonly R[] {
  if (by !== 'county' && by !== 'agency') return rows
  return inOrderOfNames(language, rows, (row) => nameOf(by, row[by] ?? ''))
}
