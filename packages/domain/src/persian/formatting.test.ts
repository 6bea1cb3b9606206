import { expect, test } from 'vitest'
import { formattingOf } from './formatting.ts'

test('no figure is a dash and never a zero', () => {
  for (const language of ['fa', 'en'] as const) {
    const { count, percent } = formattingOf(language)
    expect([count(null), percent(null)]).toEqual(['–', '–'])
    expect(count(0)).not.toBe('–')
  }
})

test('Persian figures have Persian digits and signs', () => {
  const { count, percent, day, moment } = formattingOf('fa')

  expect(count(59_370)).toBe('۵۹٬۳۷۰')
  expect(percent(129.6)).toBe('۱۲۹٫۶٪')
  expect(day('1404-05-03')).toBe('۱۴۰۴/۰۵/۰۳')
  expect(moment('2025-10-07T20:45:00Z')).toBe('۱۴۰۴/۰۷/۱۶ ساعت ۰۰:۱۵')
})

test('an English moment keeps the Jalali day beside the Gregorian one, both as it was in Tehran', () => {
  const { count, percent, moment } = formattingOf('en')

  expect(count(59_370)).toBe('59,370')
  expect(percent(129.6)).toBe('129.6%')
  expect(moment('2025-10-07T20:45:00Z')).toBe('1404-07-16 00:15 (2025-10-08)')
})
