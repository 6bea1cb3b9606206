import { parseMonth } from '@rasad/domain/calendar/jalali'
import { expect, test } from 'vitest'
import { monthAfterKey } from './month-grid.ts'

const month = parseMonth('1404-11')!

test.each([
  ['ArrowLeft', 140412],
  ['ArrowRight', 140410],
  ['ArrowDown', 140502],
  ['ArrowUp', 140408],
  ['Home', 140401],
  ['End', 140412],
  ['PageDown', 140511],
  ['PageUp', 140311],
  ['Enter', null],
])('in Persian %s leads from Bahman 1404 to %s', (key, next) => {
  expect(monthAfterKey(month, key, 'rtl')).toBe(next)
})

test('in English the arrow to the right leads to the next month', () => {
  expect(monthAfterKey(month, 'ArrowRight', 'ltr')).toBe(140412)
})
