import { ageInYears, type JalaliDate } from '../calendar/jalali.ts'
import { readMobile } from '../persian/identifiers.ts'
import { splitFamilyFirst, splitFullName } from '../persian/names.ts'
import { headerKey, type Column } from './columns.ts'
import { remembering } from './remembering.ts'
import { readDateOf } from './row-dates.ts'
import { textOf, valueOf, type RowInHand } from './row-notes.ts'

/** Reads first and last name, from two columns or one; only the last name must be there. */
export function readName(row: RowInHand): { firstName: string; lastName: string } {
  const { columns } = row.mapping
  const first = nameOf(row, columns.firstName, 'firstName')
  const last = nameOf(row, columns.lastName, 'lastName')
  if (last !== '') return noticeFirstName(row, first, last)
  const full = nameOf(row, columns.fullName, 'fullName')
  if (full === '') {
    const column = columns.lastName === undefined && columns.fullName !== undefined ? 'fullName' : 'lastName'
    row.reasons.push({ code: 'last-name.missing', column })
    return { firstName: first, lastName: '' }
  }
  const header = row.mapping.headers[columns.fullName ?? -1] ?? ''
  const name = namesFamilyFirst(header) ? splitFamilyFirst(full) : splitFullName(full)
  row.corrections.push({ code: 'name.split', column: 'fullName' })
  return noticeFirstName(row, name.firstName, name.lastName)
}

/** Whether a header puts the family name first, as «نام خانوادگی و نام» does. */
const namesFamilyFirst = remembering((header) =>
  /(?:خانوادگی|فامیلی?|شهرت)و?نام(?!خانوادگی|فامیل)/u.test(headerKey(header)),
)

/** The number of a row that is written before the name: «۱- علی رضایی». */
const NUMBERED = /^\p{Nd}{1,5}\s*[-–.):]\s*/u

function nameOf(row: RowInHand, index: number | undefined, column: Column): string {
  const text = (textOf(row, index, column) ?? '').replace(NUMBERED, '')
  return /\p{L}/u.test(text) ? text : ''
}

function noticeFirstName(
  row: RowInHand,
  firstName: string,
  lastName: string,
): { firstName: string; lastName: string } {
  if (firstName === '') {
    const column = row.mapping.columns.firstName === undefined ? 'fullName' : 'firstName'
    row.warnings.push({ code: 'first-name.missing', column })
  }
  return { firstName, lastName }
}

/** Reads the birth date; the age is judged on the day the job starts. */
export function readBirthDate(row: RowInHand, startDate: JalaliDate | undefined): JalaliDate | null {
  const { date, refusal } = readDateOf(row, 'birthDate', 'birth-date.read')
  if (refusal === 'invalid') row.warnings.push({ code: 'birth-date.invalid', column: 'birthDate' })
  if (date === undefined) return null
  if (startDate !== undefined) judgeAge(row, ageInYears(date, startDate))
  return date
}

function judgeAge(row: RowInHand, age: number): void {
  const { minimumAge, usualMaximumAge = Infinity } = row.context
  if (age < minimumAge) row.reasons.push({ code: 'age.below-minimum', column: 'birthDate' })
  if (age > usualMaximumAge) row.warnings.push({ code: 'age.above-usual', column: 'birthDate' })
}

/** Reads the mobile number into eleven digits; one that is none is left out, with a warning. */
export function readMobileOf(row: RowInHand): string | null {
  const reading = readMobile(valueOf(row, row.mapping.columns.mobile))
  if ('mobile' in reading) {
    if (reading.padded) row.corrections.push({ code: 'mobile.padded', column: 'mobile' })
    return reading.mobile
  }
  if (reading.refusal === 'invalid') row.warnings.push({ code: 'mobile.invalid', column: 'mobile' })
  return null
}
