import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, type JalaliDate, jalaliToIso, makeJalaliDate } from './jalali.ts'
import { type DateForm, readDate } from './read-date.ts'

const MONTHS = 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'.split(' ')

test.each<[string | number, string, DateForm]>([
  ['1404/05/03', '1404-05-03', 'plain'],
  ['1404-05-03', '1404-05-03', 'plain'],
  ['۱۴۰۴/۵/۳', '1404-05-03', 'plain'],
  ['١٤٠٤/٠٥/٠٣', '1404-05-03', 'plain'],
  ['1404.5.3', '1404-05-03', 'plain'],
  ['۱۴۰۴٫۰۶٫۳۱', '1404-06-31', 'plain'],
  ['1404 / 05 / 03', '1404-05-03', 'plain'],
  ['\u200f۱۴۰۴/۰۵/۰۳\u200e', '1404-05-03', 'plain'],
  ['\u2067 1404/5/3 \u2069', '1404-05-03', 'plain'],
  ['\u202b1404/05/03\u202c', '1404-05-03', 'plain'],
  ['\u00a01404/05/03\u200c', '1404-05-03', 'plain'],
  ['1403/12/30', '1403-12-30', 'plain'],
  ['14040503', '1404-05-03', 'compact'],
  ['۱۴۰۴۰۵۰۳', '1404-05-03', 'compact'],
  [14040503, '1404-05-03', 'compact'],
  ['04/05/03', '1404-05-03', 'short-year'],
  ['04-5-3', '1404-05-03', 'short-year'],
  ['00/01/01', '1400-01-01', 'short-year'],
  ['20/01/01', '1420-01-01', 'short-year'],
  ['21/01/01', '1321-01-01', 'short-year'],
  ['99/12/30', '1399-12-30', 'short-year'],
  ['03/05/1404', '1404-05-03', 'day-first'],
  ['۳/۵/۱۴۰۴', '1404-05-03', 'day-first'],
  ['31.06.1404', '1404-06-31', 'day-first'],
  ['۳ مرداد ۱۴۰۴', '1404-05-03', 'month-name'],
  ['۳ امرداد ۱۴۰۴', '1404-05-03', 'month-name'],
  ['۳ مرداد ماه ۱۴۰۴', '1404-05-03', 'month-name'],
  ['۳ مردادماه ۱۴۰۴', '1404-05-03', 'month-name'],
  ['۳ مرداد\u200cماه ۱۴۰۴', '1404-05-03', 'month-name'],
  ['۳مرداد۱۴۰۴', '1404-05-03', 'month-name'],
  ['03 فروردين 1404', '1404-01-03', 'month-name'],
  ['۳ ابان ۱۴۰۴', '1404-08-03', 'month-name'],
  ['۱ دي ماه ۱۴۰۴', '1404-10-01', 'month-name'],
  ['۱۰ مهرماه ۱۴۰۴', '1404-07-10', 'month-name'],
  [45_863, '1404-05-03', 'excel-serial'],
  [45_863.75, '1404-05-03', 'excel-serial'],
  ['45863', '1404-05-03', 'excel-serial'],
  ['۴۵۸۶۳', '1404-05-03', 'excel-serial'],
  [7_751, '1300-01-01', 'excel-serial'],
])('%j is %s, written as %s', (value, date, form) => {
  expect(readDate(value)).toEqual({ date, form })
})

test.each([
  '1404/12/30',
  '1404/07/31',
  '1404/13/02',
  '1404/00/10',
  '1404/05/00',
  '1404-12-30',
  '۳۰ اسفند ۱۴۰۴',
  '04/12/30',
  '31/07/1404',
  '14041230',
  14041230,
  '2025-07-25',
  '25/07/2025',
  '2025/07/25',
  '20250725',
  20250725,
  '1299/12/29',
  '1501/01/01',
  '1404/5',
  '1404/05/03/',
  '1404/05-03',
  '1404/05/031',
  '1404/005/03',
  '4/5/3',
  '1404',
  1404,
  '140405',
  '7750',
  '99999',
  99_999,
  0,
  -1,
  '-1404/05/03',
  14040503.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '1404 05 03',
  '1 4 مرداد 1404',
  '۳ مردادی ۱۴۰۴',
  '۳ ماه ۱۴۰۴',
  '۳ constructor ۱۴۰۴',
  '۳ مرداد ۰۴',
  'سوم مرداد ۱۴۰۴',
  'مرداد ۱۴۰۴',
  'نامشخص',
  '1404/05/03 و بعد',
  '1404/0۵/O3',
  '=1404/05/03',
])('%j is refused, never guessed', (value) => {
  expect(readDate(value)).toEqual({ refusal: 'invalid' })
})

test.each([undefined, null, '', '   ', '\u200f\u200c', '\u00a0', '-', '—', ' / / '])(
  '%j is no date at all',
  (value) => {
    expect(readDate(value)).toEqual({ refusal: 'missing' })
  },
)

const FIRST = makeJalaliDate(1300, 1, 1) as JalaliDate
const LAST = makeJalaliDate(1500, 12, 29) as JalaliDate
const anyDate = fc.integer({ min: 0, max: daysBetween(FIRST, LAST) }).map((days) => addDays(FIRST, days))
const anyDigits = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.charAt(Number(digit))),
  (text: string) => text.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit))),
)
const anyEdge = fc.constantFrom('', ' ', '\u200e', '\u200f', '\u2066', '\u202a', '\u00a0', '\u200c')

function spellings(date: JalaliDate): [string | number, DateForm][] {
  const [year = '', month = '', dayOfMonth = ''] = date.split('-')
  const name = MONTHS[Number(month) - 1] ?? ''
  const serial = (Date.parse(jalaliToIso(date)) - Date.parse('1899-12-30')) / 86_400_000
  const shortYear = Number(year) >= 1321 && Number(year) <= 1420
  return [
    ...['/', '-', '.', '٫'].map((mark): [string, DateForm] => [
      [year, month, dayOfMonth].join(mark),
      'plain',
    ]),
    [`${year}/${Number(month)}/${Number(dayOfMonth)}`, 'plain'],
    [`${dayOfMonth}/${month}/${year}`, 'day-first'],
    [`${Number(dayOfMonth)}-${Number(month)}-${year}`, 'day-first'],
    [year + month + dayOfMonth, 'compact'],
    [Number(year + month + dayOfMonth), 'compact'],
    [`${Number(dayOfMonth)} ${name} ${year}`, 'month-name'],
    [`${dayOfMonth}${name.replaceAll('ی', 'ي')}\u200cماه ${year}`, 'month-name'],
    [serial, 'excel-serial'],
    [serial + 0.99, 'excel-serial'],
    ...(serial >= 10_000 ? [[String(serial), 'excel-serial'] as [string, DateForm]] : []),
    ...(shortYear ? [[`${year.slice(2)}/${month}/${dayOfMonth}`, 'short-year'] as [string, DateForm]] : []),
  ]
}

test('a date reads back to itself from every accepted spelling, in any digits', () => {
  fc.assert(
    fc.property(anyDate, anyDigits, anyEdge, anyEdge, (date, digits, before, after) => {
      for (const [spelling, form] of spellings(date)) {
        const written = typeof spelling === 'number' ? spelling : before + digits(spelling) + after
        expect(readDate(written)).toEqual({ date, form })
      }
    }),
  )
})

test('reading never fails, and what it reads is a day of the calendar', () => {
  const dateLike = fc.string({
    unit: fc.constantFrom(...'0123456789۱۲۳٤٥٦/-.٫ \u200c\u200fمردادتیر'.split('')),
    maxLength: 14,
  })
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), dateLike, fc.double(), fc.integer()), (value) => {
      const reading = readDate(value)
      if (!('date' in reading)) return
      const [year, month, dayOfMonth] = reading.date.split('-').map(Number)
      expect(makeJalaliDate(year ?? 0, month ?? 0, dayOfMonth ?? 0)).toBe(reading.date)
    }),
    { numRuns: 1000 },
  )
})
