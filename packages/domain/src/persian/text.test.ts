import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { toLatinDigits, toPersianDigits } from './digits.ts'
import { cleanText, foldText, type TextCorrection } from './text.ts'

const ZWNJ = '\u200c'

test.each<[string, string, TextCorrection[]]>([
  ['علی رضایی', 'علی رضایی', []],
  ['علي رضايى', 'علی رضایی', ['text.letters-folded']],
  ['كاظم', 'کاظم', ['text.letters-folded']],
  ['ﻋﻠﯽ', 'علی', ['text.letters-folded']],
  ['ﷲ', 'الله', ['text.letters-folded']],
  ['  علی   رضایی ', 'علی رضایی', []],
  ['علی\u00a0رضایی', 'علی رضایی', []],
  ['علی\u2003\t\r\nرضایی', 'علی رضایی', []],
  ['علی\u0000رضایی\u001b', 'علیرضایی', ['text.control-removed']],
  ['\u200fعلی\u200e', 'علی', ['text.control-removed']],
  ['\u202eعلی\u202c', 'علی', ['text.control-removed']],
  ['\ufeffعلی', 'علی', ['text.control-removed']],
  ['علی\ud800', 'علی', ['text.control-removed']],
  ['عـــلی', 'علی', []],
  [`خوشه${ZWNJ}های`, `خوشه${ZWNJ}های`, []],
  [`${ZWNJ}خوشه${ZWNJ}${ZWNJ}های${ZWNJ}`, `خوشه${ZWNJ}های`, []],
  [`خوشه ${ZWNJ} های`, 'خوشه های', []],
  ['پلاک ۱۲ و 7 و ٣', 'پلاک ۱۲ و 7 و ٣', []],
  ['مسئول قائم‌مقام آسیة', 'مسئول قائم‌مقام آسیة', []],
  ['خانهٔ ۵٪ (½) 😀', 'خانهٔ ۵٪ (½) 😀', []],
  ['\u200f كار\u0007 ', 'کار', ['text.letters-folded', 'text.control-removed']],
  ['', '', []],
  ['   ', '', []],
])('%j is kept as %j', (typed, kept, corrections) => {
  expect(cleanText(typed)).toEqual({ text: kept, corrections })
})

test('a text is cut to three hundred characters, counted as characters', () => {
  expect(cleanText('م'.repeat(300))).toEqual({ text: 'م'.repeat(300), corrections: [] })
  expect(cleanText('م'.repeat(301))).toEqual({ text: 'م'.repeat(300), corrections: ['text.shortened'] })
  expect(cleanText('😀'.repeat(300))).toEqual({ text: '😀'.repeat(300), corrections: [] })
  expect(cleanText('😀'.repeat(10_000))).toEqual({ text: '😀'.repeat(300), corrections: ['text.shortened'] })
  expect(cleanText(`${'م'.repeat(299)} علی`)).toEqual({
    text: 'م'.repeat(299),
    corrections: ['text.shortened'],
  })
  expect(cleanText(`${' '.repeat(400)}م${' '.repeat(400)}`)).toEqual({ text: 'م', corrections: [] })
})

const anyTyped = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      ...'یيىکكآأاؤئء هةۀ۱1٣aİ-_. \u200c\u200f\u0640\u064b\ufdfa\ufe70\u00a0\t\u0000\ud83d'.split(''),
    ),
  }),
)

test('cleaning twice changes and notes nothing more', () => {
  fc.assert(
    fc.property(anyTyped, (typed) => {
      const { text } = cleanText(typed)
      expect(cleanText(text)).toEqual({ text, corrections: [] })
      expect(text).not.toMatch(
        /[يىك\u0640\p{Cc}\u200e\u200f\u202a-\u202e]|^[ \u200c]|[ \u200c]$|[ \u200c]{2}/u,
      )
      expect(text.isWellFormed()).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['خوشه‌های', 'خوشههای', 'خوشه های', 'خوشه\u00a0هاي'],
  ['قائم‌شهر', 'قایم شهر', 'قائمشهر', 'قايم‌شهر'],
  ['بویین زهرا', 'بوئین‌زهرا', 'بويين زهرا', 'بوئین زهرا'],
  ['آبادان', 'ابادان', 'أبادان', 'ا\u0653بادان', '\u200fآبادان'],
  ['مؤنث', 'مونث', 'مُؤنّث', 'مو\u0654نث'],
  ['خانهٔ', 'خانه', 'خانة', 'خانۀ'],
  [
    'کمیتهٔ امداد',
    'كميته امداد',
    'کمیته‌امداد',
    'کمیته (امداد)',
    '«کمیته امداد»',
    'کمیته-امداد',
    'کمیته_امداد',
  ],
  ['جزء', 'جز'],
  ['ماده ۱۲', 'ماده 12', 'ماده ١٢'],
  ['ISIC', 'isic', 'I.S.I.C.'],
  ['عـلـی', 'علی', 'ﻋﻠﯽ'],
])('%s has one key in every spelling', (...spellings) => {
  const keys = new Set(spellings.map(foldText))

  expect(keys.size).toBe(1)
})

test.each([
  ['دورود', 'درود'],
  ['مهر', 'مهران'],
  ['۱۲', '۲۱'],
  ['پارس', 'بارس'],
  ['گرگان', 'کرکان'],
])('%s and %s stay different', (one, other) => {
  expect(foldText(one)).not.toBe(foldText(other))
})

test('a key is its own key, and cleaning first does not change it', () => {
  fc.assert(
    fc.property(anyTyped, (typed) => {
      const key = foldText(typed)
      expect(foldText(key)).toBe(key)
      expect(foldText(cleanText(typed).text)).toBe(key)
    }),
    { numRuns: 1000 },
  )
})

test('digits turn into the other kinds and back', () => {
  expect(toLatinDigits('۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩ 0123456789')).toBe('0123456789 0123456789 0123456789')
  expect(toPersianDigits('0123456789 ٠١٢٣٤٥٦٧٨٩ کد')).toBe('۰۱۲۳۴۵۶۷۸۹ ۰۱۲۳۴۵۶۷۸۹ کد')
  expect(toLatinDigits('کد ABC')).toBe('کد ABC')
})
