import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faultOfRemark, LONGEST_REMARK, tidyRemark } from './remark.ts'

test.each([
  ['  ۳۰۰ نفر در انتظار بیمه\n', '۳۰۰ نفر در انتظار بیمه'],
  ['ثبت‌نام كارورزي\r\nتا ٢٠ مهر', 'ثبت‌نام كارورزي\nتا ٢٠ مهر'],
  ['الف\u202eب\u2069\u0000\ufeff', 'الفب'],
  ['یک\n\n\n\nدو', 'یک\n\nدو'],
  ['ستون\tدو', 'ستون دو'],
  [' \u2028 ', ''],
])('%j is kept as %j', (typed, kept) => {
  expect(tidyRemark(typed)).toBe(kept)
})

test('what is kept once is kept the same again, and holds its letters and half-spaces', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
      const kept = tidyRemark(typed)
      expect(tidyRemark(kept)).toBe(kept)
    }),
  )
  expect(tidyRemark('می‌شود \u200fك ي')).toBe('می‌شود \u200fك ي')
})

test.each([
  ['ب'.repeat(LONGEST_REMARK), undefined],
  ['😀'.repeat(LONGEST_REMARK), undefined],
  ['ب'.repeat(LONGEST_REMARK + 1), 'too-long'],
  ['خانم با کد ملی ۰۰۱۳۵۴۲۴۱۹ تأیید نشد', 'names-a-person'],
  ['تماس: 09123456789', 'names-a-person'],
  ['۱٬۲۰۰ میلیارد ریال تا 1404/10/30', undefined],
  ['شمارهٔ نامه 1234567890', undefined],
  ['شناسهٔ 00135424190', undefined],
  ['', undefined],
])('%j: %s', (text, fault) => {
  expect(faultOfRemark(text)).toBe(fault)
})
