import type { Dimension } from '@rasad/domain/ledger/dimensions'
import { DIMENSION_TEXT, kindText } from '@rasad/domain/ledger/dimension-text'
import { formattingOf } from '@rasad/domain/persian/formatting'
import type { Language } from './language.ts'
import { isNamed, withCode, type Names } from '@rasad/server/modules/places/names.queries'

export { DIMENSION_TEXT, kindText }

/** The value of a dimension as a person reads it: a name with its code, a month, a word. */
export function dimensionValue(
  language: Language,
  names: Names,
  dimension: Dimension,
  value: string,
): string {
  if (isNamed(dimension)) return withCode(names[dimension](value), value)
  return dimension === 'month' ? formattingOf(language).day(value) : kindText(language, value)
}
