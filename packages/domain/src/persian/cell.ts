import { toLatinDigits } from './digits.ts'

/** What one cell of a list holds before it is read. */
export type Written = string | number | null | undefined

const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
const BLANK = /^[\s\-\u2010-\u2015\u2212\u2026_./\\\u0640]*$/

/** A cell as text without what cannot be seen: Latin digits, no direction marks or joiners, no spaces around it. */
export function plainCell(value: string | number): string {
  return toLatinDigits(String(value)).replace(INVISIBLE, '').trim()
}

/** Whether a plain text says nothing: empty, or only the dashes, dots and slashes that fill an empty cell. */
export function isBlank(text: string): boolean {
  return BLANK.test(text)
}
