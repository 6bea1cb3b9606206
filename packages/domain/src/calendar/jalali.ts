import { d2g, g2d, j2d } from 'jalaali-js'

/** A day of the Jalali calendar, '1404-05-03': zero padded, years 1300..1500, orders as text. */
export type JalaliDate = string & { readonly __jalaliDate: true }
/** A month of the Jalali calendar as one number, 140405; orders as a number. */
export type JalaliMonth = number & { readonly __jalaliMonth: true }
/** A day of the Gregorian calendar, '2025-07-25'. */
export type IsoDate = string & { readonly __isoDate: true }

/** The first Jalali year that is known here. */
const FIRST_YEAR = 1300
/** The last Jalali year that is known here. */
const LAST_YEAR = 1500

const DAY_MS = 86_400_000
const DAY_NUMBER_OF_1970 = 2_440_588
const NEW_YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 2 }, (_, index) =>
  j2d(FIRST_YEAR + index, 1, 1),
)
const TWO_DIGITS = Array.from({ length: 32 }, (_, number) => String(number).padStart(2, '0'))

/** Whether Esfand of this year has thirty days. Throws RangeError outside 1300..1500. */
export function isLeapYear(year: number): boolean {
  return newYear(year + 1) - newYear(year) === 366
}

/** The number of days in a month, 29 to 31. Throws RangeError for a month that does not exist or a year outside 1300..1500. */
export function monthLength(year: number, month: number): number {
  if (!isMonthNumber(month)) throw new RangeError(`no such month: ${month}`)
  if (month === 12) return isLeapYear(year) ? 30 : 29
  newYear(year)
  return month <= 6 ? 31 : 30
}

/** The day with these numbers, or undefined when the calendar has no such day between 1300 and 1500. */
export function makeJalaliDate(year: number, month: number, day: number): JalaliDate | undefined {
  if (!isYear(year) || !isMonthNumber(month) || !Number.isInteger(day)) return undefined
  if (day < 1 || day > monthLength(year, month)) return undefined
  return written(year, month, day)
}

/** A day in its wire form, strictly 'YYYY-MM-DD' in Latin digits; undefined for anything else. */
export function parseJalaliDate(text: string): JalaliDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  return makeJalaliDate(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)))
}

/** The same day in the Gregorian calendar. */
export function jalaliToIso(date: JalaliDate): IsoDate {
  const { gy, gm, gd } = d2g(dayNumber(date))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Made here from a checked day.
  return `${gy}-${TWO_DIGITS[gm]}-${TWO_DIGITS[gd]}` as IsoDate
}

/** The same day in the Jalali calendar. Throws RangeError when the text is no Gregorian day or lies outside 1300..1500. */
export function isoToJalali(date: string): JalaliDate {
  const number = /^\d{4}-\d{2}-\d{2}$/.test(date)
    ? g2d(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8)))
    : Number.NaN
  const jalali = dateOfDayNumber(number)
  if (jalaliToIso(jalali) !== date) throw new RangeError('no such Gregorian date')
  return jalali
}

/** The day so many days later, or earlier when negative. Throws RangeError outside 1300..1500. */
export function addDays(date: JalaliDate, days: number): JalaliDate {
  return dateOfDayNumber(dayNumber(date) + days)
}

/** How many days `to` lies after `from`; negative when it lies before. */
export function daysBetween(from: JalaliDate, to: JalaliDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The day of a serial number of Excel's 1900 system (its fraction is the time of day); undefined outside 1300..1500. */
export function dateOfExcelSerial(serial: number): JalaliDate | undefined {
  const number = Math.floor(serial) + DAY_NUMBER_OF_1970 - 25_569
  return number >= newYear(FIRST_YEAR) && number < newYear(LAST_YEAR + 1)
    ? dateOfDayNumber(number)
    : undefined
}

/**
 * The day it is in Tehran at an instant in epoch milliseconds. Standard time is UTC+03:30. From 1387 to 1401 clocks
 * stood an hour ahead from the end of 1 Farvardin to the end of 30 Shahrivar, and that is followed; summer time
 * before 1387 had rules of its own and is not. Throws RangeError outside 1300..1500.
 */
export function jalaliDateAt(epochMs: number): JalaliDate {
  const date = dateOfDayNumber(tehranDayNumber(epochMs, 3.5))
  const year = Number(date.slice(0, 4))
  const dayOfYear = date.slice(5)
  const summer = year >= 1387 && year <= 1401 && dayOfYear >= '01-02' && dayOfYear < '06-30'
  return summer ? dateOfDayNumber(tehranDayNumber(epochMs, 4.5)) : date
}

/** Full Jalali years from birth to a day; someone born on 30 Esfand turns a year older on 1 Farvardin of common years. */
export function ageInYears(birth: JalaliDate, on: JalaliDate): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4))
  return on.slice(5) < birth.slice(5) ? years - 1 : years
}

/** The month a day lies in. */
export function monthOf(date: JalaliDate): JalaliMonth {
  return monthNumber(Number(date.slice(0, 4)), Number(date.slice(5, 7)))
}

/** A month in its wire form, strictly '1404-05' in Latin digits; undefined for anything else. */
export function parseMonth(text: string): JalaliMonth | undefined {
  if (!/^\d{4}-\d{2}$/.test(text)) return undefined
  const year = Number(text.slice(0, 4))
  const month = Number(text.slice(5))
  return isYear(year) && isMonthNumber(month) ? monthNumber(year, month) : undefined
}

/** A month in its wire form, '1404-05'. */
export function formatMonth(month: JalaliMonth): string {
  return `${Math.floor(month / 100)}-${TWO_DIGITS[month % 100]}`
}

/** Every month from the first to the last, both included; empty when the last comes before the first. */
export function monthsBetween(from: JalaliMonth, to: JalaliMonth): JalaliMonth[] {
  const first = monthCount(from)
  const length = Math.max(0, monthCount(to) - first + 1)
  return Array.from({ length }, (_, index) =>
    monthNumber(Math.floor((first + index) / 12), ((first + index) % 12) + 1),
  )
}

function monthCount(month: JalaliMonth): number {
  return Math.floor(month / 100) * 12 + (month % 100) - 1
}

function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR
}

function isMonthNumber(month: number): boolean {
  return Number.isInteger(month) && month >= 1 && month <= 12
}

function newYear(year: number): number {
  const number = NEW_YEARS[year - FIRST_YEAR]
  if (number === undefined) throw new RangeError(`outside ${FIRST_YEAR}..${LAST_YEAR}: ${year}`)
  return number
}

function dayNumber(date: JalaliDate): number {
  const month = Number(date.slice(5, 7))
  const daysBefore = month <= 7 ? (month - 1) * 31 : (month - 1) * 30 + 6
  return newYear(Number(date.slice(0, 4))) + daysBefore + Number(date.slice(8)) - 1
}

function dateOfDayNumber(number: number): JalaliDate {
  if (!Number.isInteger(number) || number < newYear(FIRST_YEAR) || number >= newYear(LAST_YEAR + 1)) {
    throw new RangeError(`outside ${FIRST_YEAR}..${LAST_YEAR}`)
  }
  const guess = FIRST_YEAR + Math.floor((number - newYear(FIRST_YEAR)) / 365.25)
  const year = number >= newYear(guess + 1) ? guess + 1 : guess
  const day = number - newYear(year)
  return day < 186
    ? written(year, Math.floor(day / 31) + 1, (day % 31) + 1)
    : written(year, Math.floor((day - 186) / 30) + 7, ((day - 186) % 30) + 1)
}

function tehranDayNumber(epochMs: number, hoursAhead: number): number {
  return Math.floor((epochMs + hoursAhead * 3_600_000) / DAY_MS) + DAY_NUMBER_OF_1970
}

function written(year: number, month: number, day: number): JalaliDate {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The one place where a day becomes its text.
  return `${year}-${TWO_DIGITS[month]}-${TWO_DIGITS[day]}` as JalaliDate
}

function monthNumber(year: number, month: number): JalaliMonth {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The one place where a month becomes its number.
  return (year * 100 + month) as JalaliMonth
}
