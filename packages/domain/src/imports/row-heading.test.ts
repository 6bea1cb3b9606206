import { expect, test } from 'vitest'
import type { Cell } from './cell.ts'
import { countyOfHeading } from './county-words.ts'
import { followHeadings, underHeading } from './row-heading.ts'
import { readRow, type ImportContext } from './read-row.ts'
import { CONTEXT, mappingOf } from './test-lists.ts'

const HEADER = ['ردیف', 'کد ملی', 'نام', 'نام خانوادگی', 'تاریخ شروع']
const PERSON = ['1', '0013542419', 'مریم', 'ملک‌زاده', '1404/03/16']

test.each<[string, string | undefined]>([
  ['شهرستان ازنا', '1507'],
  ['شهرستان: خرم آباد', '1503'],
  ['الف) شهرستان ازنا (۲ نفر)', '1507'],
  ['فهرست شاغلین شهرستان پلدختر در سال ۱۴۰۴', '1508'],
  ['۱-ازنا', '1507'],
  ['ازنا ۱۴۰۴', '1507'],
  ['خرم آباد-تسهیلات', '1503'],
  ['دوره چگنی', '1510'],
  ['لیست الشتر', '1509'],
  ['مومن آباد', undefined],
  ['لیست دوره', undefined],
  ['شهرستان‌های ازنا و پلدختر', undefined],
  ['ازنا-پلدختر', undefined],
  ['نماینده ازنا', undefined],
  ['کمیته امداد', undefined],
  ['1507', '1507'],
  ['۱۵۰۷', '1507'],
  ['۱۴۰۴', undefined],
  ['۳', undefined],
])('the heading or sheet «%s» stands for the county %s', (text, code) => {
  expect(countyOfHeading(CONTEXT, text)).toBe(code)
})

/** The county or the reasons of each person below a header, under what stands above and between. */
function countiesOf(rows: Cell[][], { above = [] as Cell[][], context = CONTEXT } = {}): unknown[] {
  const mapping = mappingOf([HEADER])
  const follower = followHeadings(mapping, context)
  for (const cells of above) follower.above(cells)
  return rows.flatMap((cells) => {
    const row = follower.below<{ cells: Cell[]; heading?: string }>({ cells })
    if (row === undefined) return []
    const read = readRow(row.cells, mapping, underHeading(context, row.heading))
    if (read.kind !== 'row') return [read.kind]
    return [read.job?.county ?? read.reasons.map((reason) => reason.code).join()]
  })
}

test('people stand under the county that is written in a row above them', () => {
  expect(
    countiesOf([
      PERSON,
      ['شهرستان ازنا'],
      PERSON,
      PERSON,
      ['جمع شهرستان ازنا: ۲ نفر'],
      [null, null, 'شهرستان خرم‌آباد (۱ نفر)'],
      PERSON,
      ['پلدختر', null, null, null, 1],
      PERSON,
    ]),
  ).toEqual(['county.missing', '1507', '1507', 'total', '1503', '1508'])
})

test.each(['شهرستان ناکجا', 'مدیریت جهاد کشاورزی شهرستان پلدختر', 'شهرستان‌های ازنا و پلدختر', 'اازنا'])(
  'nobody below «%s» counts for the county before it',
  (heading) => {
    expect(countiesOf([['شهرستان ازنا'], PERSON, [heading], PERSON])).toEqual(['1507', 'county.missing'])
  },
)

test.each([
  'مدیریت جهاد کشاورزی شهرستان ازنا',
  'اسامی زیر پس از بازدید کارشناسان شهرستان به فهرست افزوده شد',
])('below «%s» people of the same county go on', (remark) => {
  const named: ImportContext = { ...CONTEXT, sheetCounty: '1507' }

  expect(countiesOf([['شهرستان ازنا'], PERSON, [remark], PERSON])).toEqual(['1507', '1507'])
  expect(countiesOf([PERSON, [remark], PERSON], { context: named })).toEqual(['1507', '1507'])
})

test('a remark between people and a person named like a county are no headings', () => {
  expect(
    countiesOf([['شهرستان ازنا'], ['مردان'], PERSON, ['2', null, null, 'پلدختر', null], PERSON]),
  ).toEqual(['blank', '1507', 'national-id.missing,start-date.missing', '1507'])
})

test('a letterhead names the county of a list, a sheet goes before it and a heading between people before both', () => {
  const above = [['اداره کل خرم‌آباد'], ['فهرست شاغلین شهرستان ازنا']]
  const named: ImportContext = { ...CONTEXT, sheetCounty: '1508' }

  expect(countiesOf([PERSON], { above })).toEqual(['1507'])
  expect(countiesOf([PERSON, ['شهرستان خرم آباد'], PERSON], { above, context: named })).toEqual([
    '1508',
    '1503',
  ])
  expect(countiesOf([['شهرستان ناکجا'], PERSON], { context: named })).toEqual(['county.missing'])
})

test('a sheet with a county column has no headings: a blank county stays missing', () => {
  const mapping = mappingOf([[...HEADER, 'شهرستان']])
  const { above, below } = followHeadings(mapping, CONTEXT)
  above(['شهرستان ازنا'])
  const rows = [['شهرستان پلدختر'], PERSON].map((cells) => ({ cells }))

  expect(rows.map((row) => below(row))).toEqual(rows)
})

test('the correction says that the county was taken from a heading', () => {
  const read = readRow(PERSON, mappingOf([HEADER]), underHeading(CONTEXT, 'شهرستان ازنا'))

  expect(read).toMatchObject({ corrections: [{ code: 'county.from-heading', column: 'county' }] })
})
