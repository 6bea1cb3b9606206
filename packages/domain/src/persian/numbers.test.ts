import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumber } from './numbers.ts'

function decimal(text: string): { units: bigint; scale: number } {
  const [whole = '', fraction = ''] = text.split('.')
  return { units: BigInt(whole + fraction), scale: fraction.length }
}

test.each<[string | number, string]>([
  ['۵ هزار و ۳۹۷', '5397'],
  ['2 هزار و ۱۳۸', '2138'],
  ['یک میلیون و ۵۵ هزار و ۴۱۰', '1055410'],
  ['۵ هزار ۳۹۷', '5397'],
  ['۵هزار و۳۹۷', '5397'],
  ['۵ هزار', '5000'],
  ['هزار و دویست', '1200'],
  ['یکهزار و ۴۰۴', '1404'],
  ['دو ميليون و هزار', '2001000'],
  ['صد و بیست و سه', '123'],
  ['بیست‌و‌یک', '21'],
  ['نهصد و نود و نه هزار و نهصد و نود و نه', '999999'],
  ['نوزده', '19'],
  ['صفر', '0'],
  ['۲ هزار و ۶۸۸ میلیارد', '2688000000000'],
  ['۱۰ هزار میلیارد', '10000000000000'],
  ['هزار میلیارد', '1000000000000'],
  ['۱۵۰۰ هزار', '1500000'],
  ['۲/۵ میلیارد', '2500000000'],
  ['۱٫۲۵ میلیون', '1250000'],
  ['۱۲۶ میلیارد', '126000000000'],
  ['1,234,567', '1234567'],
  ['۱٬۲۳۴٬۵۶۷', '1234567'],
  ['۱،۲۳۴', '1234'],
  ['۱٬۲۳۴٫۵', '1234.5'],
  ['129.5', '129.5'],
  ['۱۲۹٫۵', '129.5'],
  ['۱۲۹/۵', '129.5'],
  ['٦٤/١', '64.1'],
  ['۰/۷۵', '0.75'],
  ['12/34', '12.34'],
  ['40.10', '40.1'],
  ['\u206664/1\u2069', '64.1'],
  ['-12.5', '-12.5'],
  ['−۱۲', '-12'],
  ['007', '7'],
  [0.1, '0.1'],
  [129.5, '129.5'],
  [-3, '-3'],
  [10_000_000_000_000_000, '10000000000000000'],
])('%j is %s', (value, expected) => {
  expect(readNumber(value)).toEqual({ value: decimal(expected), percent: false })
})

test.each(['۳۵٪', '35%', '٪۳۵', '۳۵ درصد', '%35'])('%j is thirty-five per cent', (value) => {
  expect(readNumber(value)).toEqual({ value: { units: 35n, scale: 0 }, percent: true })
})

test.each([
  ['5/129', '5.129', '129.5', false],
  ['۵/۱۲۹', '5.129', '129.5', false],
  ['7/79 درصد', '7.79', '79.7', true],
  ['2/48', '2.48', '48.2', false],
  ['۵/۱۲ میلیون', '5120000', '12500000', false],
])('%j may stand the wrong way round: %s or %s', (value, asWritten, reversed, percent) => {
  expect(readNumber(value)).toEqual({
    doubtful: 'reversed-decimal',
    asWritten: decimal(asWritten),
    reversed: decimal(reversed),
    percent,
  })
})

test.each([
  '1,5',
  '12,34,567',
  '1,234,56',
  '1,234٬567',
  '1.2.3',
  '1/2/3',
  '5.',
  '.5',
  '5-',
  '1e5',
  '۵ ۳',
  '۵ و ۳',
  '۵ و هزار',
  '۵ هزار و ۲۰۰۰',
  '۵ هزار و ۳ میلیون هزار',
  'هزار هزار',
  'میلیارد',
  'بیست و بیست',
  'ده و پنج',
  '۵ هزار و',
  'و ۵',
  '۵ و و ۳',
  '۱۰ و صفر',
  'حدود ۵',
  'ندارد',
  '۵ نفر',
  '%',
  'درصد',
  1e21,
  1e-7,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '1'.repeat(101),
])('%j is refused', (value) => {
  expect(readNumber(value)).toEqual({ refusal: 'invalid' })
})

test.each([undefined, null, '', ' ', '-', '—'])('%j is no number', (value) => {
  expect(readNumber(value)).toEqual({ refusal: 'missing' })
})

const WORDS = ['هزار', 'میلیون', 'میلیارد']

test('any whole number reads back from digits, groups and phrases', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999n }), (number) => {
      const groups = String(number)
        .replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
        .split(',')
      const phrase = groups
        .map((group, index) => ({ group, word: WORDS[groups.length - 2 - index] ?? '' }))
        .filter(({ group }) => Number(group) > 0)
        .map(({ group, word }) => `${Number(group)} ${word}`)
        .join(' و ')
      for (const text of [String(number), groups.join('٬'), phrase === '' ? 'صفر' : phrase]) {
        expect(readNumber(text)).toEqual({ value: { units: number, scale: 0 }, percent: false })
      }
    }),
  )
})

test('a decimal is read exactly, whatever sign parts it', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 999_999 }),
      fc.nat({ max: 9 }),
      fc.constantFrom('.', '٫', '/'),
      (whole, tenth, mark) => {
        const units = BigInt(whole) * 10n + BigInt(tenth)
        expect(readNumber(`${whole}${mark}${tenth}`)).toEqual({
          value: tenth === 0 ? { units: units / 10n, scale: 0 } : { units, scale: 1 },
          percent: false,
        })
      },
    ),
  )
})

test('reading never fails', () => {
  const numberLike = fc.string({
    unit: fc.constantFrom(...'0159۳/.,٬٫%٪- '.split(''), ' هزار ', ' و ', 'صد', ' میلیون'),
    maxLength: 12,
  })
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), numberLike, fc.double()), (value) => {
      expect(readNumber(value)).toBeTypeOf('object')
    }),
    { numRuns: 1000 },
  )
})
