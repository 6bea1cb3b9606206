import { isShebaValid, verifyIranianLegalId } from '@persian-tools/persian-tools'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  checkPostalCode,
  isIban,
  isLegalEntityId,
  readIban,
  readMobile,
  readWorkshopCode,
} from './identifiers.ts'

const LEGAL_IDS = ['14002207985', '14002467723', '10100260838', '14000261665', '10380284790']
const IBANS = ['IR580540105180021273113007', 'IR820540102680020817909002']

function digitsOf(length: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...'0123456789'.split('')), minLength: length, maxLength: length })
}

test.each(LEGAL_IDS)('%s is the ID of a legal person', (id) => {
  expect(isLegalEntityId(id)).toBe(true)
})

test.each(['14002207986', '1400220798', '140022079855', '00000000000', '14000000009', '۱۴۰۰۲۲۰۷۹۸۵', ''])(
  '%j is no ID of a legal person',
  (id) => {
    expect(isLegalEntityId(id)).toBe(false)
  },
)

test('of the eleven digits one check digit is right, and another implementation agrees', () => {
  fc.assert(
    fc.property(
      digitsOf(10).filter((digits) => !/^...0{6}/.test(digits)),
      (digits) => {
        const ids = Array.from({ length: 10 }, (_, check) => `${digits}${check}`)
        expect(ids.filter(isLegalEntityId)).toHaveLength(1)
        expect(ids.map(isLegalEntityId)).toEqual(ids.map((id) => verifyIranianLegalId(id)))
      },
    ),
  )
})

test.each(IBANS)('%s is a Sheba in every spelling', (iban) => {
  const spaced = iban.replace(/(.{4})/g, '$1 ')
  const persian = iban.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.charAt(Number(digit)))

  expect(isIban(iban)).toBe(true)
  for (const spelling of [iban, spaced, persian, iban.slice(2), iban.toLowerCase(), `\u200f${persian} `]) {
    expect(readIban(spelling)).toEqual({ iban })
  }
})

test('changing any digit of a Sheba breaks it, and another implementation agrees', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...IBANS),
      fc.integer({ min: 2, max: 25 }),
      digitsOf(1),
      (iban, at, digit) => {
        const changed = iban.slice(0, at) + digit + iban.slice(at + 1)
        expect(isIban(changed)).toBe(changed === iban)
        expect(isIban(changed)).toBe(isShebaValid(changed))
      },
    ),
  )
})

test.each(['IR58054010518002127311300', 'DE580540105180021273113007', '5', 'ندارد', 123])(
  '%j is no Sheba',
  (value) => {
    expect(readIban(value)).toEqual({ refusal: 'invalid' })
  },
)

test.each<[string | number, boolean]>([
  ['09161700819', false],
  ['۰۹۱۶۱۷۰۰۸۱۹', false],
  ['0916-170-0819', false],
  ['\u200e0916 170 0819 ', false],
  ['(0916) 1700819', false],
  ['+989161700819', false],
  ['+98 916 170 0819', false],
  ['+98(0)9161700819', false],
  ['00989161700819', false],
  ['989161700819', false],
  ['9161700819', true],
  [9161700819, true],
])('%j is the mobile 09161700819, zero put back: %s', (value, padded) => {
  expect(readMobile(value)).toEqual({ mobile: '09161700819', padded })
})

test.each([
  '0916170081',
  '091617008190',
  '06633201234',
  '0916170081a',
  916170081,
  'ندارد',
  '09161700819.0',
  '+1 916 170 0819',
])('%j is no mobile', (value) => {
  expect(readMobile(value)).toEqual({ refusal: 'invalid' })
})

test.each<[string, 'ok' | 'doubtful' | 'invalid']>([
  ['6813934567', 'ok'],
  ['۶۸۱۳۹-۳۴۵۶۷', 'ok'],
  ['6813734500', 'ok'],
  ['6813534567', 'doubtful'],
  ['6803934567', 'doubtful'],
  ['6812934567', 'doubtful'],
  ['1111111111', 'doubtful'],
  ['681393456', 'invalid'],
  ['68139345678', 'invalid'],
  ['', 'invalid'],
])('the postal code %j is %s', (code, verdict) => {
  expect(checkPostalCode(code)).toBe(verdict)
})

test.each<[string | number, string, boolean]>([
  ['1234567890', '1234567890', false],
  ['۱۲۳۴۵۶۷۸۹۰', '1234567890', false],
  ['1234-567890', '1234567890', false],
  [123456789, '0123456789', true],
  ['12345678', '0012345678', true],
  ['123456789a', '123456789A', false],
])('%j is the workshop code %s, padded: %s', (value, workshopCode, padded) => {
  expect(readWorkshopCode(value)).toEqual({ workshopCode, padded })
})

test.each(['1234567', '12345678901', 'ABCDEFGHIJ', 'کارگاه ۱'])('%j is no workshop code', (value) => {
  expect(readWorkshopCode(value)).toEqual({ refusal: 'invalid' })
})

test.each([undefined, null, '', ' ', '-', '\u200e'])('%j says nothing', (value) => {
  expect([readIban(value), readMobile(value), readWorkshopCode(value)]).toEqual([
    { refusal: 'missing' },
    { refusal: 'missing' },
    { refusal: 'missing' },
  ])
})

test('no text of any kind makes a reader fail', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.double()), (value) => {
      const readings = [readIban(value), readMobile(value), readWorkshopCode(value)]
      expect(readings).toHaveLength(3)
    }),
  )
})
