import { expect, test } from 'vitest'
import { readListDate } from './list-date.ts'

test.each([
  '۱۴۰۴/۰۳/۰۲ ۱۰:۳۰',
  '1404/03/02-10:30',
  '1404/03/02 10:30:15',
  '۱۰:۳۰ ۱۴۰۴/۰۳/۰۲',
  '۱۴۰۴/۳/۲ ساعت ۸:۰۰',
  '1404/3/2 12:00:00 ق.ظ',
  '1404-03-02T00:00:00',
  'جمعه ۱۴۰۴/۰۳/۰۲',
  'جمعه، ۲ خرداد ۱۴۰۴',
  '۲ خرداد ماه سال ۱۴۰۴',
  '02-خرداد-1404',
  '۲/خرداد/۱۴۰۴',
  '۱۴۰۴ خرداد ۲',
  '1404\\03\\02',
  '1404،03،02',
  '1404_03_02',
  "'1404/03/02",
  '1404/03/02.',
  '"۲ خرداد ۱۴۰۴"',
])('%j of a list is 2 Khordad 1404, and is noted', (text) => {
  expect(readListDate(text)).toEqual({ date: '1404-03-02', form: 'with-more' })
})

test('a date that is written plainly, or as a number, is read as everywhere', () => {
  expect(readListDate('۱۴۰۴.۰۳.۰۲')).toEqual({ date: '1404-03-02', form: 'plain' })
  expect(readListDate(45_800)).toEqual({ date: '1404-03-02', form: 'excel-serial' })
  expect(readListDate(' - ')).toEqual({ refusal: 'missing' })
})

test.each([
  'شنبه ۱۴۰۴/۰۳/۰۲',
  'از ۱۴۰۴/۰۳/۰۲',
  '۱۴۰۴/۰۳/۰۲ لغایت ۱۴۰۴/۱۲/۲۹',
  'خرداد ۱۴۰۴',
  'دوم خرداد ۱۴۰۴',
  '1404/03',
  '4/3/2',
  '404/03/02',
  '1404//03/02',
  '1404/12/30 10:00',
  '2025-05-23T00:00:00',
  '5/23/2025',
  '1404/05/03 و بعد',
  '10:30',
  'جمعه',
  true,
])('%j of a list is refused, never guessed', (text) => {
  expect(readListDate(text)).toEqual({ refusal: 'invalid' })
})
