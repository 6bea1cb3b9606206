import { verifyIranianNationalId } from '@persian-tools/persian-tools'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type IdCorrection, isNationalId, maskNationalId, readNationalId } from './identifiers.ts'

test.each(['0013542419', '0018465986', '0077611616', '1583250689'])('%s is a national ID', (id) => {
  expect(isNationalId(id)).toBe(true)
  expect(readNationalId(id)).toEqual({ id, corrections: [], suspicious: false })
})

test.each<[string | number, string, IdCorrection[]]>([
  ['۱۵۸۳۲۵۰۶۸۹', '1583250689', []],
  ['١٥٨٣٢٥٠٦٨٩', '1583250689', []],
  [' 1583250689\u00a0', '1583250689', []],
  [1583250689, '1583250689', []],
  [75183498, '0075183498', ['national-id.padded']],
  ['75183498', '0075183498', ['national-id.padded']],
  ['۷۵۱۸۳۴۹۸', '0075183498', ['national-id.padded']],
  [617891028, '0617891028', ['national-id.padded']],
  [' 088-743595-5 ', '0887435955', ['national-id.cleaned']],
  ['\u200e9330129668', '9330129668', ['national-id.cleaned']],
  ['9330129668\u202c', '9330129668', ['national-id.cleaned']],
  ['933 012 966 8', '9330129668', ['national-id.cleaned']],
  ['933.012.9668', '9330129668', ['national-id.cleaned']],
  ['933/012966/8', '9330129668', ['national-id.cleaned']],
  ['‘9330129668', '9330129668', ['national-id.cleaned']],
  ['"9330129668"', '9330129668', ['national-id.cleaned']],
  ['9,330,129,668', '9330129668', ['national-id.cleaned']],
  ['9330129668*', '9330129668', ['national-id.cleaned']],
  ['9.330129668E+09', '9330129668', ['national-id.cleaned']],
  ['7.5183498e7', '0075183498', ['national-id.cleaned', 'national-id.padded']],
  ['9330129668.0', '9330129668', ['national-id.cleaned']],
  ['75183498.0', '0075183498', ['national-id.cleaned', 'national-id.padded']],
  ['88-743595-5', '0887435955', ['national-id.cleaned', 'national-id.padded']],
])('%j is read as %s with %j', (value, id, corrections) => {
  expect(readNationalId(value)).toEqual({ id, corrections, suspicious: false })
})

test.each(['0123456789', '9876543210', '1234567891'])('%s passes and is suspicious', (id) => {
  expect(readNationalId(id)).toEqual({ id, corrections: [], suspicious: true })
})

test('0123456789 loses its zero in a spreadsheet and stays suspicious', () => {
  expect(isNationalId('0123456789')).toBe(true)
  expect(readNationalId(123456789)).toEqual({
    id: '0123456789',
    corrections: ['national-id.padded'],
    suspicious: true,
  })
})

test.each([
  '1234567890',
  '1583250688',
  '0000000000',
  '1111111111',
  '2222222222',
  '3333333333',
  '4444444444',
  '5555555555',
  '6666666666',
  '7777777777',
  '8888888888',
  '9999999999',
  '1300000007',
  '1280000008',
  '7518349',
  7518349,
  '15832506891',
  15832506891,
  '015832506890',
  '158325O689',
  '1583250689a',
  'ندارد',
  '+1583250689',
  '1583250689.5',
  '7.5183498E+08',
  '1.58E+09',
  '158*****89',
  1583250689.5,
  -1583250689,
  0,
  '0',
  1e21,
  Number.NaN,
])('%j is no national ID', (value) => {
  expect(readNationalId(value)).toEqual({ refusal: 'invalid' })
})

test.each([undefined, null, '', '  ', '\u200e', '-', '—', ' -- ', '…'])('%j says no national ID', (value) => {
  expect(readNationalId(value)).toEqual({ refusal: 'missing' })
})

test('six zeros in the middle refuse an ID whose check digit is right', () => {
  const ids = Array.from({ length: 10 }, (_, check) => `123000000${check}`)

  expect(
    ids.filter((id) => verifyIranianNationalId(id.replace(/0{6}/, '000001'), { checkPrefix: false })).length,
  ).toBe(1)
  expect(ids.filter(isNationalId)).toEqual([])
})

test('another implementation agrees on every ten digits', () => {
  const tenDigits = fc.string({
    unit: fc.constantFrom(...'0123456789'.split('')),
    minLength: 10,
    maxLength: 10,
  })
  const nearlyRight = fc
    .tuple(tenDigits, fc.nat({ max: 10 }))
    .map(([digits, change]) => withCheckDigit(digits, change === 0 ? 1 : 0))
  let valid = 0
  fc.assert(
    fc.property(fc.oneof(tenDigits, nearlyRight), (id) => {
      const expected = verifyIranianNationalId(id, { checkPrefix: false })
      if (expected) valid += 1
      expect(isNationalId(id)).toBe(expected)
    }),
    { numRuns: 3000 },
  )

  expect(valid).toBeGreaterThan(500)
})

test('a valid ID reads back to itself from every spelling', () => {
  const validId = fc
    .string({ unit: fc.constantFrom(...'0123456789'.split('')), minLength: 10, maxLength: 10 })
    .map((digits) => withCheckDigit(digits, 0))
    .filter(isNationalId)
  fc.assert(
    fc.property(validId, fc.constantFrom('۰۱۲۳۴۵۶۷۸۹', '٠١٢٣٤٥٦٧٨٩', '0123456789'), (id, digits) => {
      const spelled = id.replace(/\d/g, (digit) => digits.charAt(Number(digit)))
      expect(readNationalId(spelled)).toMatchObject({ id, corrections: [] })
      expect(
        readNationalId(`${spelled.slice(0, 3)}-${spelled.slice(3, 9)}-${spelled.slice(9)}`),
      ).toMatchObject({
        id,
        corrections: ['national-id.cleaned'],
      })
      if (Number(id) >= 10_000_000) expect(readNationalId(Number(id))).toMatchObject({ id })
    }),
  )
})

test('reading never fails, and what it reads is a national ID', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.integer()), (value) => {
      const reading = readNationalId(value)
      if ('id' in reading) expect(isNationalId(reading.id)).toBe(true)
    }),
  )
})

test.each([
  ['1234567890', '123*****90'],
  ['14002207985', '140******85'],
  ['12345', '*****'],
  ['', ''],
])('%j is shown to others as %j', (id, masked) => {
  expect(maskNationalId(id)).toBe(masked)
})

function withCheckDigit(digits: string, change: number): string {
  const sum = digits
    .slice(0, 9)
    .split('')
    .reduce((total, digit, index) => total + Number(digit) * (10 - index), 0)
  const check = sum % 11 < 2 ? sum % 11 : 11 - (sum % 11)
  return digits.slice(0, 9) + String((check + change) % 10)
}
