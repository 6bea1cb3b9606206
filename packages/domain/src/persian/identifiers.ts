import { isBlank, plainCell, type Written } from './cell.ts'

export {
  type IdCorrection,
  isNationalId,
  maskNationalId,
  type NationalId,
  readNationalId,
} from './national-id.ts'

const SEPARATORS = /[\s\-\u2010-\u2015\u2212./\\_'’()]/g
const LEGAL_WEIGHTS = [29, 27, 23, 19, 17]
const POSTAL_CODE = /^[13-9]{4}[1346-9]\d{5}$/

/** Whether these are the eleven Latin digits of a legal person with a right check digit (شناسه ملی, DOMAIN §6). */
export function isLegalEntityId(text: string): boolean {
  if (!/^\d{11}$/.test(text) || /^0+$/.test(text.slice(3, 9))) return false
  const shift = Number(text[9]) + 2
  let sum = 0
  for (let index = 0; index < 10; index++)
    sum += (shift + Number(text[index])) * (LEGAL_WEIGHTS[index % 5] ?? 0)
  return (sum % 11) % 10 === Number(text[10])
}

/** Whether this is an Iranian Sheba, 'IR' and 24 Latin digits, with right check digits (ISO 7064, mod 97). */
export function isIban(text: string): boolean {
  if (!/^IR\d{24}$/.test(text)) return false
  const rearranged = `${text.slice(4)}1827${text.slice(2, 4)}`
  let rest = 0
  for (const digit of rearranged) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}

/** Reads a Sheba in any digits, with or without spaces and the leading IR; it is kept as 'IR' and 24 digits. */
export function readIban(value: Written): { iban: string } | { refusal: 'missing' | 'invalid' } {
  const text = plainCell(value ?? '')
  if (isBlank(text)) return { refusal: 'missing' }
  const iban = `IR${text.replace(SEPARATORS, '').replace(/^ir/i, '')}`
  return isIban(iban) ? { iban } : { refusal: 'invalid' }
}

/** Reads a mobile number into '09#########'; a zero that a spreadsheet dropped is put back and told as `padded`. */
export function readMobile(
  value: Written,
): { mobile: string; padded: boolean } | { refusal: 'missing' | 'invalid' } {
  const text = plainCell(value ?? '')
  if (isBlank(text)) return { refusal: 'missing' }
  const match = /^(\+98|0098|98)?(0?)(9\d{9})$/.exec(text.replace(SEPARATORS, ''))
  if (match === null) return { refusal: 'invalid' }
  const [, country, zero, rest] = match
  return { mobile: `0${rest}`, padded: country === undefined && zero === '' }
}

/**
 * What can be said of a postal code: there is no check digit, so a code that breaks the usual pattern (no 0 or 2 in
 * the first five digits, no 5 as the fifth) or repeats one digit is only 'doubtful'. Ten digits or it is 'invalid'.
 */
export function checkPostalCode(text: string): 'ok' | 'doubtful' | 'invalid' {
  const code = plainCell(text).replace(SEPARATORS, '')
  if (!/^\d{10}$/.test(code)) return 'invalid'
  return POSTAL_CODE.test(code) && !/^(\d)\1+$/.test(code) ? 'ok' : 'doubtful'
}

/** Reads a workshop code of the Social Security Organisation, ten characters; eight or nine digits are padded and told. */
export function readWorkshopCode(
  value: Written,
): { workshopCode: string; padded: boolean } | { refusal: 'missing' | 'invalid' } {
  const text = plainCell(value ?? '')
  if (isBlank(text)) return { refusal: 'missing' }
  const code = text
    .replace(/^(\d+)\.0+$/, '$1')
    .replace(SEPARATORS, '')
    .toUpperCase()
  if (/^\d{8,9}$/.test(code)) return { workshopCode: code.padStart(10, '0'), padded: true }
  return /^[0-9A-Z]{10}$/.test(code) && /\d/.test(code)
    ? { workshopCode: code, padded: false }
    : { refusal: 'invalid' }
}
