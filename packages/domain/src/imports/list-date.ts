import { jalaliToIso, type JalaliDate } from '../calendar/jalali.ts'
import { readDate, type DateForm, type DateReading } from '../calendar/read-date.ts'
import { isBlank, plainCell, type Written } from '../persian/cell.ts'
import { foldText } from '../persian/text.ts'

/** How a date of a list was written; 'with-more' where a time, a weekday or a mark stood beside it. */
export type ListDateReading =
  | { date: JalaliDate; form: DateForm | 'with-more' }
  | Extract<DateReading, { refusal: string }>

const LONGEST = 60
const QUOTES = /^['’‘`"]+|['’‘`".]+$/gu
const CLOCK = String.raw`(?:ساعت\s*)?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:ق\.?\s?ظ|ب\.?\s?ظ|صبح|عصر|am|pm)?\.?`
const TIME_AFTER = new RegExp(`(?:\\s*[-–،,T]\\s*|\\s+)${CLOCK}$`, 'iu')
const TIME_BEFORE = new RegExp(`^${CLOCK}\\s*[-–،,]?\\s+`, 'iu')
const WEEKDAY = /^((?:یک|دو|سه|چهار|پنج)?[\s\u200c]?شنبه|جمعه)[\s،,:]*/u
const WEEKDAYS = ['یکشنبه', 'دوشنبه', 'سه‌شنبه', 'چهارشنبه', 'پنجشنبه', 'جمعه', 'شنبه'].map(foldText)
const YEAR_BEFORE_MONTH = /^(\d{4})\s*([\p{L}\p{M}\u200c]+)\s*(\d{1,2})$/u

/**
 * Reads a date as lists hold it: as `readDate` does, and with a time, a weekday, quotes or a word for the year beside it
 * (۱۴۰۴/۰۳/۰۲ ۱۰:۳۰، جمعه ۱۴۰۴/۰۳/۰۲، ۲ خرداد ماه سال ۱۴۰۴). A weekday that is not that day's refuses it.
 */
export function readListDate(value: Written | boolean): ListDateReading {
  if (typeof value === 'boolean') return { refusal: 'invalid' }
  const asWritten = readDate(value)
  if ('date' in asWritten || typeof value !== 'string' || value.length > LONGEST) return asWritten
  const text = plainCell(value)
  if (isBlank(text)) return asWritten
  const timeless = text.replace(QUOTES, '').trim().replace(TIME_AFTER, '').replace(TIME_BEFORE, '')
  const weekday = WEEKDAY.exec(timeless)?.[1]
  const bare = weekday === undefined ? timeless : timeless.replace(WEEKDAY, '')
  const reading = readDate(inUsualOrder(bare.trim()))
  if (!('date' in reading)) return asWritten
  const isThatDay = weekday === undefined || WEEKDAYS[dayOfWeek(reading.date)] === foldText(weekday)
  return isThatDay ? { date: reading.date, form: 'with-more' } : asWritten
}

function inUsualOrder(text: string): string {
  if (/^\d+([\\_،,])\d+\1\d+$/u.test(text)) return text.replaceAll(/[\\_،,]/gu, '/')
  const named = text
    .replace(/\s*سال\s*(?=\d{4}$)/u, ' ')
    .replaceAll(/(?<=\d)\s*[-/]\s*(?=\p{L})|(?<=\p{L})\s*[-/]\s*(?=\d)/gu, ' ')
  return named.replace(YEAR_BEFORE_MONTH, '$3 $2 $1')
}

function dayOfWeek(date: JalaliDate): number {
  return new Date(`${jalaliToIso(date)}T00:00:00Z`).getUTCDay()
}
