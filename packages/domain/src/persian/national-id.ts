import { isBlank, plainCell, type Written } from './cell.ts'

/** The ten digits that name one person in Iran, leading zeros kept. */
export type NationalId = string & { readonly __nationalId: true }
/** What was repaired in a national ID; a permanent code. */
export type IdCorrection = 'national-id.padded' | 'national-id.cleaned'
/** A national ID that holds, what was repaired in it, and whether it is a row of digits people invent. */
export type NationalIdReading =
  | { id: NationalId; corrections: readonly IdCorrection[]; suspicious: boolean }
  | { refusal: 'missing' | 'invalid' }

const NOTHING: readonly IdCorrection[] = []
const PADDED: readonly IdCorrection[] = ['national-id.padded']
const CLEANED: readonly IdCorrection[] = ['national-id.cleaned']
const BOTH: readonly IdCorrection[] = ['national-id.cleaned', 'national-id.padded']
const SEPARATORS = /[\s\-\u2010-\u2015\u2212./\\_'’‘`"“”«»,،٬;؛:*#\u0640]/g
const SCIENTIFIC = /^(\d)[.٫](\d{6,9})e\+?0*(\d)$/i

/**
 * Reads a national ID of a list. Spreadsheets drop leading zeros, so eight and nine digits are padded; marks and
 * separators are taken out; both are told. Letters, another length, or a wrong check digit refuse it.
 */
export function readNationalId(value: Written): NationalIdReading {
  if (value === null || value === undefined) return { refusal: 'missing' }
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) && value >= 0
      ? readDigits(String(value), false)
      : { refusal: 'invalid' }
  }
  if (isNationalId(value)) return { id: value, corrections: NOTHING, suspicious: isSequence(value) }

  const text = plainCell(value)
  if (isBlank(text)) return { refusal: 'missing' }
  const digits = inFull(text).replace(SEPARATORS, '')
  if (!/^\d+$/.test(digits)) return { refusal: 'invalid' }
  return readDigits(digits, value.trim().length !== digits.length)
}

/** A number as it was before a spreadsheet wrote it short: 1583250689.0 and 1.583250689E+09, but not a rounded 1.58E+09. */
function inFull(text: string): string {
  const [, first = '', rest = '', power] = SCIENTIFIC.exec(text) ?? []
  return rest !== '' && rest.length === Number(power) ? first + rest : text.replace(/^(\d+)\.0+$/, '$1')
}

/** Whether these are ten Latin digits with a right check digit that can belong to a person (DOMAIN §6). */
export function isNationalId(text: string): text is NationalId {
  if (text.length !== 10) return false
  let sum = 0
  let differs = false
  let middle = 0
  for (let index = 0; index < 10; index++) {
    const digit = text.charCodeAt(index) - 0x30
    if (digit < 0 || digit > 9) return false
    if (text.charCodeAt(index) !== text.charCodeAt(0)) differs = true
    if (index >= 3 && index <= 8) middle += digit
    if (index < 9) sum += digit * (10 - index)
  }
  const rest = sum % 11
  const check = text.charCodeAt(9) - 0x30
  return differs && middle > 0 && check === (rest < 2 ? rest : 11 - rest)
}

/** A national ID as others may see it: '123*****90'; anything shorter than ten characters is hidden whole. */
export function maskNationalId(id: string): string {
  if (id.length < 10) return '*'.repeat(id.length)
  return id.slice(0, 3) + '*'.repeat(id.length - 5) + id.slice(-2)
}

function readDigits(digits: string, cleaned: boolean): NationalIdReading {
  if (digits.length < 8 || digits.length > 10) return { refusal: 'invalid' }
  const id = digits.padStart(10, '0')
  if (!isNationalId(id)) return { refusal: 'invalid' }
  const padded = digits.length < 10
  const corrections = padded ? (cleaned ? BOTH : PADDED) : cleaned ? CLEANED : NOTHING
  return { id, corrections, suspicious: isSequence(id) }
}

// The first nine digits count up or down, as in 0123456789 and 1234567891, which both pass the check digit.
function isSequence(id: string): boolean {
  const step = (id.charCodeAt(1) - id.charCodeAt(0) + 10) % 10
  if (step !== 1 && step !== 9) return false
  for (let index = 2; index < 9; index++) {
    if ((id.charCodeAt(index) - id.charCodeAt(index - 1) + 10) % 10 !== step) return false
  }
  return true
}
