import { isNationalId } from '../persian/national-id.ts'
import { toLatinDigits } from '../persian/digits.ts'

/** The most characters of a remark: what still fits beside a row of figures on paper. */
export const LONGEST_REMARK = 500

/** Why a remark cannot be taken. */
export type RemarkFault = 'too-long' | 'names-a-person'

const UNSEEN = /[[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]--[\n]]/gv
const MOBILE = /(?<!\d)09\d{9}(?!\d)/
const TEN_DIGITS = /(?<!\d)\d{10}(?!\d)/g

/** A remark as it is kept: letters and digits as they were typed, without what nobody sees and what turns lines round. */
export function tidyRemark(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(UNSEEN, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** How long a remark is, in characters as its writer counts them. */
export function lengthOfRemark(text: string): number {
  return [...text].length
}

/** Why a remark cannot be taken; it goes with the figures to whoever reads them, so it names nobody (DOMAIN §5). */
export function faultOfRemark(text: string): RemarkFault | undefined {
  if (lengthOfRemark(text) > LONGEST_REMARK) return 'too-long'
  const digits = toLatinDigits(text)
  const isPerson = MOBILE.test(digits) || [...digits.matchAll(TEN_DIGITS)].some(([id]) => isNationalId(id))
  return isPerson ? 'names-a-person' : undefined
}
