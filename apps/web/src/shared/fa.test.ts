import { rials } from '@rasad/domain/persian/money'
import { expect, test } from 'vitest'
import { formattingOf } from './fa.ts'

const fa = formattingOf('fa')
const en = formattingOf('en')

test('no figure is a dash and zero is a zero, in both languages', () => {
  for (const write of [fa.count, fa.percent, fa.signed, en.count, en.percent, en.signed])
    expect(write(null)).toBe('–')
  expect([fa.count(0), fa.signed(0), en.count(0)]).toEqual(['۰', '۰', '0'])
})

test('numbers stand in groups of three, and a sign stays at the left of its digits', () => {
  expect(fa.count(45_794)).toBe('۴۵٬۷۹۴')
  expect(en.count(45_794)).toBe('45,794')
  expect(fa.signed(-1289)).toBe('\u200e\u2212۱٬۲۸۹')
  expect(en.signed(12)).toBe('+12')
})

test('a share is written with one decimal', () => {
  expect(fa.percent(129.6)).toBe('۱۲۹٫۶٪')
  expect(en.percent(0)).toBe('0.0%')
})

test('money is whole rials or tomans with the unit', () => {
  expect(fa.money(rials(1_260n), 'toman')).toBe('۱۲۶ تومان')
  expect(en.money(rials(1_260n), 'rial')).toBe('1,260 rial')
  expect(fa.money(null, 'rial')).toBe('–')
})

test('days and months are Jalali in both languages', () => {
  expect(fa.day('1404-05-03')).toBe('۱۴۰۴/۰۵/۰۳')
  expect(fa.dayInWords('1404-05-03')).toBe('۳ مرداد ۱۴۰۴')
  expect(en.dayInWords('1404-05')).toBe('Mordad 1404')
})

test('an instant is told as the clock stood in Tehran', () => {
  expect(fa.moment('2025-07-25T20:45:00Z')).toBe('۱۴۰۴/۰۵/۰۴، ساعت ۰۰:۱۵')
})
