import { foldText } from '../persian/text.ts'
import { isBlank, plainCell, type Written } from '../persian/cell.ts'
import { dateOfExcelSerial, type JalaliDate, makeJalaliDate } from './jalali.ts'

/** How a date was written; every form but 'plain' is worth telling the sender. */
export type DateForm = 'plain' | 'compact' | 'short-year' | 'day-first' | 'month-name' | 'excel-serial'

/** A date that was read with certainty, or why there is none. */
export type DateReading = { date: JalaliDate; form: DateForm } | { refusal: 'missing' | 'invalid' }

const NUMERIC = /^(\d{1,4})\s*([/\-.٫])\s*(\d{1,2})\s*\2\s*(\d{1,4})$/
const NAMED = /^(\d{1,2})([\p{L}\p{M}\s\u200c]+)(\d{4})$/u
const MONTHS = new Map(
  'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'
    .split(' ')
    .map((name, index) => [foldText(name), index + 1] as const),
)

/**
 * Reads a Jalali date as people and spreadsheets write it, in any of three kinds of digits. Two-digit years stand
 * first, 00 to 20 meaning 1400 to 1420 and the others 1321 to 1399. What is not certain is refused, never guessed.
 */
export function readDate(value: Written): DateReading {
  if (value === null || value === undefined) return { refusal: 'missing' }
  if (typeof value === 'number') return readNumeral(value)
  const canonical = readCanonical(value)
  if (canonical !== undefined) return { date: canonical, form: 'plain' }

  const text = plainCell(value)
  if (isBlank(text)) return { refusal: 'missing' }
  if (/^(?:\d{5}|\d{8})$/.test(text)) return readNumeral(Number(text))
  return readParts(text) ?? readNamed(text) ?? { refusal: 'invalid' }
}

function reading(date: JalaliDate | undefined, form: DateForm): DateReading {
  return date === undefined ? { refusal: 'invalid' } : { date, form }
}

function readNumeral(value: number): DateReading {
  if (Number.isInteger(value) && value >= 10_000_000 && value <= 99_999_999) {
    const year = Math.floor(value / 10_000)
    return reading(makeJalaliDate(year, Math.floor(value / 100) % 100, value % 100), 'compact')
  }
  return reading(dateOfExcelSerial(value), 'excel-serial')
}

function readParts(text: string): DateReading | undefined {
  const match = NUMERIC.exec(text)
  if (match === null) return undefined
  const [, first = '', , second = '', third = ''] = match
  const month = Number(second)
  if (first.length === 4 && third.length <= 2) {
    return reading(makeJalaliDate(Number(first), month, Number(third)), 'plain')
  }
  if (first.length <= 2 && third.length === 4) {
    return reading(makeJalaliDate(Number(third), month, Number(first)), 'day-first')
  }
  if (first.length !== 2 || third.length > 2) return undefined
  const year = Number(first) + (Number(first) <= 20 ? 1400 : 1300)
  return reading(makeJalaliDate(year, month, Number(third)), 'short-year')
}

function readNamed(text: string): DateReading | undefined {
  const match = NAMED.exec(text)
  if (match === null) return undefined
  const [, day = '', name = '', year = ''] = match
  const month = MONTHS.get(
    foldText(name)
      .replace(/ماه$/, '')
      .replace(/^امرداد$/, 'مرداد'),
  )
  return month === undefined
    ? undefined
    : reading(makeJalaliDate(Number(year), month, Number(day)), 'month-name')
}

// Ten characters with the year first are nearly all of an import, so they are read without a pattern.
function readCanonical(text: string): JalaliDate | undefined {
  if (text.length !== 10) return undefined
  const separator = text.charCodeAt(4)
  if (separator !== text.charCodeAt(7)) return undefined
  if (separator !== 0x2f && separator !== 0x2d && separator !== 0x2e && separator !== 0x066b) return undefined
  const year = pair(text, 0) * 100 + pair(text, 2)
  return makeJalaliDate(year, pair(text, 5), pair(text, 8))
}

function pair(text: string, at: number): number {
  return digit(text.charCodeAt(at)) * 10 + digit(text.charCodeAt(at + 1))
}

function digit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  if (code >= 0x06f0 && code <= 0x06f9) return code - 0x06f0
  if (code >= 0x0660 && code <= 0x0669) return code - 0x0660
  return Number.NaN
}
