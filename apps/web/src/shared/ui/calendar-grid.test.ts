import { parseJalaliDate } from '@rasad/domain/calendar/jalali'
import { expect, test } from 'vitest'
import { addMonths, dayAfterKey, weeksOf } from './calendar-grid.ts'

const day = (text: string) => parseJalaliDate(text)!
const press = (key: string, shiftKey = false) => ({ key, shiftKey })

test('a month stands in weeks from Saturday to Friday', () => {
  const weeks = weeksOf(1404, 1)

  expect(weeks[0]).toEqual([null, null, null, null, null, null, '1404-01-01'])
  expect(weeks.every((week) => week.length === 7)).toBe(true)
  expect(weeks.flat().filter((cell) => cell !== null)).toHaveLength(31)
})

test('the last day of a long month stays the last day of a shorter one', () => {
  expect(addMonths(day('1404-06-31'), 6)).toBe('1404-12-29')
  expect(addMonths(day('1403-12-30'), 12)).toBe('1404-12-29')
})

test('in Persian the arrow to the left leads to the next day', () => {
  expect(dayAfterKey(day('1404-01-31'), press('ArrowLeft'), 'rtl')).toBe('1404-02-01')
  expect(dayAfterKey(day('1404-01-31'), press('ArrowLeft'), 'ltr')).toBe('1404-01-30')
})

test('Home and End lead to Saturday and Friday, Page keys by month and year', () => {
  expect(dayAfterKey(day('1404-01-05'), press('Home'), 'rtl')).toBe('1404-01-02')
  expect(dayAfterKey(day('1404-01-05'), press('End'), 'rtl')).toBe('1404-01-08')
  expect(dayAfterKey(day('1404-01-05'), press('PageUp', true), 'rtl')).toBe('1403-01-05')
  expect(dayAfterKey(day('1404-01-05'), press('Enter'), 'rtl')).toBeNull()
})
