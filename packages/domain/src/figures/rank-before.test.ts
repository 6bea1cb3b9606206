import { expect, test } from 'vitest'
import { parseJalaliDate } from '../calendar/jalali.ts'
import { endOfMonthBefore, periodBefore, placesUp } from './rank-before.ts'

test.each([
  ['1404-07-01', '1404-06-31'],
  ['1404-07-30', '1404-06-31'],
  ['1404-01-15', '1403-12-30'],
  ['1405-01-15', '1404-12-29'],
])('the month before %s ends on %s', (day, end) => {
  expect(endOfMonthBefore(parseJalaliDate(day)!)).toBe(end)
})

test('the period before is the last that is over when a period begins, whatever years they cover', () => {
  const [later, asked, before, longAgo] = [
    { name: 'later', from: '1405-01-01', to: '1405-12-29' },
    { name: 'asked', from: '1404-02-01', to: '1405-01-31' },
    { name: 'before', from: '1402-02-01', to: '1403-01-31' },
    { name: 'long ago', from: '1401-01-01', to: '1401-12-29' },
  ] as const
  const overlapping = { name: 'overlapping', from: '1403-06-01', to: '1404-02-01' }
  const periods = [later, asked, overlapping, before, longAgo]

  expect(periodBefore(periods, asked)?.name).toBe('before')
  expect(periodBefore(periods, longAgo)).toBeUndefined()
})

test.each([
  [1, 3, 2],
  [5, 3, -2],
  [4, 4, 0],
  ['small', 4, null],
  [4, null, null],
])('with rank %s after rank %s one went up %s places', (now, before, places) => {
  expect(placesUp(now, before)).toBe(places)
})
