import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  ageInYears,
  dateOfExcelSerial,
  daysBetween,
  formatMonth,
  isLeapYear,
  isoToJalali,
  jalaliDateAt,
  type JalaliDate,
  jalaliToIso,
  makeJalaliDate,
  monthLength,
  monthOf,
  monthsBetween,
  parseJalaliDate,
  parseMonth,
} from './jalali.ts'

const DAY_MS = 86_400_000

function day(text: string): JalaliDate {
  const date = parseJalaliDate(text)
  if (date === undefined) throw new Error(text)
  return date
}

function icu(timeZone: string): (epochMs: number) => string {
  const format = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return (epochMs) => format.format(epochMs).replace(/^(\d+)\/(\d+)\/(\d+).*$/, '$3-$1-$2')
}

const anyDate = fc
  .integer({ min: 0, max: daysBetween(day('1300-01-01'), day('1500-12-29')) })
  .map((days) => addDays(day('1300-01-01'), days))

test('every day from 1300 to 1500 is the day that ICU says, both ways', () => {
  const persian = icu('UTC')
  const different: unknown[] = []
  const first = Date.UTC(1921, 2, 21)
  const last = Date.UTC(2122, 2, 20)

  for (let epochMs = first; epochMs <= last; epochMs += DAY_MS) {
    const iso = new Date(epochMs).toISOString().slice(0, 10)
    const expected = persian(epochMs)
    const date = addDays(day('1300-01-01'), (epochMs - first) / DAY_MS)
    if (date !== expected || jalaliToIso(date) !== iso || isoToJalali(iso) !== expected)
      different.push({ iso, date })
  }

  expect(different).toEqual([])
  expect(persian(first - DAY_MS)).toBe('1299-12-29')
  expect(persian(last + DAY_MS)).toBe('1501-01-01')
})

test('1403 is a leap year and 1404 is not', () => {
  const leapYears = Array.from({ length: 25 }, (_, index) => 1390 + index).filter(isLeapYear)

  expect(leapYears).toEqual([1391, 1395, 1399, 1403, 1408, 1412])
  expect(monthLength(1403, 12)).toBe(30)
  expect(monthLength(1404, 12)).toBe(29)
})

test('half the months have 31 days, the next five 30', () => {
  const lengths = Array.from({ length: 12 }, (_, index) => monthLength(1404, index + 1))

  expect(lengths).toEqual([31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 29])
})

test.each([
  [1404, 12, 30],
  [1404, 7, 31],
  [1404, 13, 2],
  [1404, 0, 10],
  [1404, 1, 0],
  [1404, 1, 32],
  [1299, 12, 29],
  [1501, 1, 1],
  [1404.5, 1, 1],
  [1404, 1.5, 1],
  [1404, 1, 1.5],
  [Number.NaN, 1, 1],
])('there is no day %d/%d/%d', (year, month, dayOfMonth) => {
  expect(makeJalaliDate(year, month, dayOfMonth)).toBeUndefined()
})

test.each(['1404/05/03', '1404-5-3', '1404-05-03 ', '۱۴۰۴-۰۵-۰۳', '1404-12-30', '', '1404-05-03\n'])(
  'the wire form refuses %j',
  (text) => {
    expect(parseJalaliDate(text)).toBeUndefined()
  },
)

test.each(['1921-03-20', '2122-03-21', '2025-02-30', '2025-7-25', '', 'today', '0000-00-00'])(
  'no Jalali day belongs to %j',
  (text) => {
    expect(() => isoToJalali(text)).toThrow(RangeError)
  },
)

test('the calendar ends with 1500 and begins with 1300', () => {
  expect(jalaliToIso(day('1300-01-01'))).toBe('1921-03-21')
  expect(jalaliToIso(day('1500-12-29'))).toBe('2122-03-20')
  expect(() => addDays(day('1500-12-29'), 1)).toThrow(RangeError)
  expect(() => addDays(day('1300-01-01'), -1)).toThrow(RangeError)
  expect(() => addDays(day('1404-01-01'), 0.5)).toThrow(RangeError)
  expect(() => isLeapYear(1501)).toThrow(RangeError)
  expect(() => monthLength(1299, 1)).toThrow(RangeError)
  expect(() => monthLength(1404, 13)).toThrow(RangeError)
  expect(isLeapYear(1500)).toBe(false)
})

test('moving on by the days between two dates reaches the second', () => {
  fc.assert(
    fc.property(anyDate, anyDate, (from, to) => {
      expect(addDays(from, daysBetween(from, to))).toBe(to)
      expect(Math.sign(daysBetween(from, to))).toBe(from < to ? 1 : from > to ? -1 : 0)
    }),
  )
})

test.each([
  ['2025-07-24T20:29:59.999Z', '1404-05-02'],
  ['2025-07-24T20:30:00Z', '1404-05-03'],
  ['2022-07-24T19:29:59.999Z', '1401-05-02'],
  ['2022-07-24T19:30:00Z', '1401-05-03'],
  ['2023-07-24T19:30:00Z', '1402-05-02'],
])('at %s it is %s in Tehran', (instant, date) => {
  expect(jalaliDateAt(Date.parse(instant))).toBe(date)
})

test('since 1385 the day in Tehran is the one ICU says, before and after either midnight', () => {
  const inTehran = icu('Asia/Tehran')
  const different: unknown[] = []

  for (let midnight = Date.UTC(2006, 2, 22); midnight < Date.UTC(2032, 0, 1); midnight += DAY_MS) {
    for (const hour of [-4.5, -3.5]) {
      for (const moment of [midnight + hour * 3_600_000 - 1, midnight + hour * 3_600_000]) {
        if (jalaliDateAt(moment) !== inTehran(moment)) different.push(new Date(moment).toISOString())
      }
    }
  }

  expect(different).toEqual([])
})

test.each([
  ['1389-05-03', '1404-05-02', 14],
  ['1389-05-03', '1404-05-03', 15],
  ['1389-05-03', '1404-05-04', 15],
  ['1389-05-03', '1404-04-31', 14],
  ['1387-12-30', '1402-12-29', 14],
  ['1387-12-30', '1403-01-01', 15],
  ['1404-01-01', '1404-01-01', 0],
])('who was born on %s is on %s %d years old', (birth, on, years) => {
  expect(ageInYears(day(birth), day(on))).toBe(years)
})

test('a month is read, written and listed in order across a new year', () => {
  const from = parseMonth('1403-11')
  const to = parseMonth('1404-02')
  if (from === undefined || to === undefined) throw new Error('months')

  expect(monthsBetween(from, to)).toEqual([140311, 140312, 140401, 140402])
  expect(monthsBetween(from, to).map(formatMonth)).toEqual(['1403-11', '1403-12', '1404-01', '1404-02'])
  expect(monthsBetween(from, from)).toEqual([140311])
  expect(monthsBetween(to, from)).toEqual([])
})

test.each(['1404-13', '1404-00', '1299-01', '1501-01', '1404-5', '140405', '1404/05', '۱۴۰۴-۰۵'])(
  'the wire form of a month refuses %j',
  (text) => {
    expect(parseMonth(text)).toBeUndefined()
  },
)

test('the month of a day is the beginning of its text', () => {
  fc.assert(
    fc.property(anyDate, (date) => {
      expect(formatMonth(monthOf(date))).toBe(date.slice(0, 7))
      expect(parseMonth(date.slice(0, 7))).toBe(monthOf(date))
    }),
  )
})

test.each([
  [45_862, '1404-05-02'],
  [45_863, '1404-05-03'],
  [45_863.999, '1404-05-03'],
  [7_750, undefined],
  [7_751, '1300-01-01'],
  [81_164, '1500-12-29'],
  [81_165, undefined],
  [0, undefined],
  [Number.NaN, undefined],
  [Number.POSITIVE_INFINITY, undefined],
])('the Excel serial %d is %s', (serial, date) => {
  expect(dateOfExcelSerial(serial)).toBe(date)
})
