import { Problem } from '@rasad/server/platform/problem'
import { expect, test } from 'vitest'
import { CODES_ALONE } from '@rasad/server/modules/places/names.queries'
import { problemSentence } from './problem-text.ts'

const mismatch = new Problem('commitment.does-not-add-up', {
  mismatches: [
    { agency: 'LABOR', line: 3, stated: 1201, sum: 1200 },
    { line: 9, stated: 10, sum: 11 },
  ],
})

test('a commitment that does not add up names every line that does not hold', () => {
  expect(problemSentence('fa', mismatch).split('\n').slice(1)).toEqual([
    '  سطر ۳، دستگاه LABOR: نوشته شده ۱٬۲۰۱، جمع خانه‌ها ۱٬۲۰۰',
    '  سطر ۹، جمع کل: نوشته شده ۱۰، جمع خانه‌ها ۱۱',
  ])
  expect(problemSentence('en', mismatch).split('\n').slice(1)).toEqual([
    '  line 3, agency LABOR: stated 1,201, the cells sum to 1,200',
    '  line 9, the total: stated 10, the cells sum to 11',
  ])
})

const names = { ...CODES_ALONE, agency: () => 'جهاد کشاورزی', county: () => 'خرم‌آباد' }

test.each([
  {
    code: 'split.pins-exceed-margin',
    of: 'agency',
    name: 'AGRI',
    fa: 'دستگاه جهاد کشاورزی AGRI: ۱۰ خواسته شده، اما خانه‌های ثابت آن ۱٬۱۰۰ می‌شود',
    en: 'its pins come to 1,100',
  },
  {
    code: 'split.no-room',
    of: 'county',
    name: '1503',
    fa: 'شهرستان خرم‌آباد 1503: ۱۰ خواسته شده؛ در کنار جمع‌ها و خانه‌های ثابت دیگر، نزدیک‌ترین مقدار ممکن ۱٬۱۰۰ است',
    en: 'county خرم‌آباد 1503: 10 is wanted; beside the other wholes and pins the nearest possible value is 1,100',
  },
  {
    code: 'split.pin-repeated',
    of: 'pair',
    name: 'AGRI/1503',
    fa: 'دستگاه جهاد کشاورزی AGRI در شهرستان خرم‌آباد 1503',
    en: 'is pinned to two values',
  },
  { code: 'split.name-unknown', of: 'sector', name: 'services', fa: 'بخش خدمات', en: 'sector services' },
  {
    code: 'split.margins-disagree',
    of: 'county',
    name: '*',
    fa: 'آنچه برای شهرستان‌ها خواسته شده روی هم ۱٬۱۰۰ می‌شود و جمع کل ۱۰ است',
    en: 'of the counties adds up to 1,100 and the total is 10',
  },
])(
  'a split that cannot hold ($code) says what was wanted of whom, and what is possible',
  ({ fa, en, ...whole }) => {
    const refusal = new Problem('commitment.cannot-hold', { ...whole, wanted: 10, possible: 1100 })

    expect(problemSentence('fa', refusal, names)).toContain(fa)
    expect(problemSentence('en', refusal, names)).toContain(en)
  },
)

test('a refused step is told with the words of state and step', () => {
  const refused = new Problem('job.wrong-state', { state: 'agency-confirmed', step: 'mark-duplicate' })

  expect(problemSentence('fa', refused)).toContain('گام «ثبت تکراری» از وضعیت «تأییدشدهٔ دستگاه»')
  expect(problemSentence('en', refused)).toContain('"mark duplicate" cannot be taken from "agency confirmed"')
})
