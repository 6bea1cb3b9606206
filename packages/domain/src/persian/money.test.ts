import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatMoney, type MoneyUnit, readMoney, rials, tomanToRial } from './money.ts'

test.each<[string | number, MoneyUnit | undefined, bigint]>([
  ['۱۲۶ میلیارد تومان', undefined, 1_260_000_000_000n],
  ['۱۰ همت', undefined, 100_000_000_000_000n],
  ['۱۵۰/۰۰۰/۰۰۰ ریال', undefined, 150_000_000n],
  ['150.000.250 تومان', undefined, 1_500_002_500n],
  ['۲/۵ همت', undefined, 25_000_000_000_000n],
  ['۲ هزار و ۶۸۸ میلیارد ریال', undefined, 2_688_000_000_000n],
  ['۱۰ هزار میلیارد تومان', undefined, 100_000_000_000_000n],
  ['۵۰۰ ميليون ريال', undefined, 500_000_000n],
  ['۵۰۰میلیون‌تومان', undefined, 5_000_000_000n],
  ['1,500,000 ریال', undefined, 1_500_000n],
  ['۱٬۵۰۰ ﷼', undefined, 1_500n],
  ['۱۲ میلیون و ۵۰۰ هزار تومان', undefined, 125_000_000n],
  ['۱۵۰', 'million-toman', 1_500_000_000n],
  [150, 'million-toman', 1_500_000_000n],
  ['۱۵۰/۵', 'million-toman', 1_505_000_000n],
  ['۱۵۰', 'rial', 150n],
  ['۱۵۰', 'toman', 1_500n],
  ['۱۵۰', 'thousand-rial', 150_000n],
  ['۱۵۰', 'thousand-toman', 1_500_000n],
  ['۱۵۰', 'million-rial', 150_000_000n],
  ['۱۵۰', 'billion-rial', 150_000_000_000n],
  ['۱۵۰', 'billion-toman', 1_500_000_000_000n],
  ['۳', 'thousand-billion-rial', 3_000_000_000_000n],
  ['۳', 'hemat', 30_000_000_000_000n],
  ['۱۵۰ میلیون', 'toman', 1_500_000_000n],
  ['۱۵۰ میلیون ریال', 'million-toman', 150_000_000n],
  ['۰', 'rial', 0n],
])('%j in a column of %s is %d rial', (value, unit, expected) => {
  expect(readMoney(value, unit)).toEqual({ rial: expected })
})

test.each<[string | number, MoneyUnit | undefined]>([
  ['۱۵۰', undefined],
  [150, undefined],
  ['۱۵۰ میلیارد', undefined],
  ['۱۵۰ میلیارد', 'million-toman'],
  ['۵ هزار و ۳۹۷', 'million-rial'],
])('%j in a column of %s has no certain unit', (value, unit) => {
  expect(readMoney(value, unit)).toEqual({ refusal: 'unit-missing' })
})

test.each([
  '-۵ تومان',
  '۰/۵ ریال',
  '۱۲٫۳۴ تومان',
  '۵ درصد',
  'تومان',
  'میلیارد تومان',
  '۵ دلار',
  '۱۵۰/۲۵۰/۳۰۰ ریال',
  '۱۰ همت و ۵ تومان',
])('%j is no amount', (value) => {
  expect(readMoney(value, 'rial')).toEqual({ refusal: 'invalid' })
})

test.each([undefined, null, '', ' ', '-'])('%j says no amount', (value) => {
  expect(readMoney(value, 'rial')).toEqual({ refusal: 'missing' })
})

test('an amount that may stand the wrong way round is not taken', () => {
  expect(readMoney('5/129 میلیارد تومان')).toEqual({ doubtful: 'reversed-decimal' })
  expect(readMoney('2/48', 'billion-toman')).toEqual({ doubtful: 'reversed-decimal' })
})

test.each<[bigint, 'rial' | 'toman', string]>([
  [1_260n, 'rial', '۱٬۲۶۰ ریال'],
  [1_260n, 'toman', '۱۲۶ تومان'],
  [125n, 'toman', '۱۲٫۵ تومان'],
  [0n, 'toman', '۰ تومان'],
  [-1_260_000n, 'rial', '−۱٬۲۶۰٬۰۰۰ ریال'],
  [100_000_000_000_000n, 'toman', '۱۰٬۰۰۰٬۰۰۰٬۰۰۰٬۰۰۰ تومان'],
])('%d rial in %s is shown as %j', (amount, unit, shown) => {
  expect(formatMoney(rials(amount), unit)).toBe(shown)
})

test('what is shown reads back to the same amount', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.constantFrom('rial', 'toman'), (amount, unit) => {
      expect(readMoney(formatMoney(rials(amount), unit))).toEqual({ rial: amount })
      expect(tomanToRial(amount)).toBe(amount * 10n)
    }),
  )
})
