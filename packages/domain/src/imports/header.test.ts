import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell } from './cell.ts'
import { applyOverride, findHeader } from './header.ts'
import { mappingOf } from './test-lists.ts'

const LETTERHEAD: Cell[][] = [
  ['بسمه تعالي', null, null, null],
  ['فهرست اشتغال ايجاد شده پنج ماهه نخست سال ۱۴۰۴', null, null, null],
  ['شماره نامه:', null, '۱۴۰۴/۵/۱۲-۸۸۷', null],
  [null, null, null, null],
]
const GROUPS = [
  'رديف',
  'مشخصات فردي',
  null,
  null,
  null,
  null,
  null,
  'محل اشتغال',
  null,
  'شغل',
  null,
  null,
  'ملاحظات',
]
const NAMES = [
  '',
  'نام',
  'نام خانوادگي',
  'كد ملي',
  'تاريخ تولد',
  'جنسيت',
  'موبايل',
  'شهرستان',
  'روستا/شهر',
  'بخش',
  'نوع اشتغال',
  'تاريخ شروع',
  '',
]
const PERSON = ['نام', 'نام خانوادگی', 'کد ملی']

test('a header in one row below nothing is found', () => {
  expect(mappingOf([['کد ملی', 'نام', 'نام خانوادگی', 'شهرستان']])).toEqual({
    headerRows: [0, 0],
    columns: { nationalId: 0, firstName: 1, lastName: 2, county: 3 },
    unknown: [],
    repeated: [],
    headers: ['کد ملی', 'نام', 'نام خانوادگی', 'شهرستان'],
  })
})

test('a header in two rows below a letterhead is found, the group names telling what the names mean', () => {
  const mapping = mappingOf([...LETTERHEAD, GROUPS, NAMES])

  expect(mapping.headerRows).toEqual([4, 5])
  expect(mapping.columns).toEqual({
    rowNumber: 0,
    firstName: 1,
    lastName: 2,
    nationalId: 3,
    birthDate: 4,
    gender: 5,
    mobile: 6,
    county: 7,
    place: 8,
    sector: 9,
    jobType: 10,
    startDate: 11,
    notes: 12,
  })
  expect(mapping.unknown).toEqual([])
})

test.each([
  ['تاریخ', 'شروع به کار', 'startDate'],
  ['تاریخ', 'تولد', 'birthDate'],
  ['تاریخ', 'تسهیلات', 'serviceDate'],
  ['شماره', 'مجوز', 'documentRef'],
  ['نام', 'کارفرما', 'employer'],
  ['کد', 'کارگاه', 'workshopCode'],
  ['نام', 'دستگاه اجرایی', 'agency'],
  ['شهرستان', 'محل اشتغال', 'county'],
  ['بخش', 'محل اشتغال', 'district'],
  ['بخش', 'شغل', 'sector'],
  ['نوع', 'اشتغال', 'jobType'],
  ['مبلغ (میلیون ریال)', 'تسهیلات', 'amount'],
] as const)('«%s» under «%s» is %s', (name, group, column) => {
  const mapping = mappingOf([
    ['مشخصات', null, null, group],
    [...PERSON, name],
  ])

  expect(mapping.columns[column]).toBe(3)
})

test('an amount under a group name keeps its unit', () => {
  const mapping = mappingOf([
    ['مشخصات', null, null, 'تسهیلات', null],
    [...PERSON, 'مبلغ (میلیون ریال)', 'تاریخ'],
  ])

  expect(mapping).toMatchObject({ columns: { amount: 3, serviceDate: 4 }, amountUnit: 'million-rial' })
})

test.each([
  ['کد ملی', 'کارفرما'],
  ['نام خانوادگی', 'مشخصات کارگاه'],
  ['شهرستان', 'محل سکونت'],
])('«%s» under «%s» is none of ours', (name, group) => {
  const mapping = mappingOf([
    ['مشخصات فردی', null, null, 'شغل', group],
    [...PERSON, 'تاریخ شروع', name],
  ])

  expect(mapping.unknown.map(({ index }) => index)).toEqual([4])
})

test('a unit in a second row belongs to the amount above it', () => {
  const mapping = mappingOf([
    [...PERSON, 'مبلغ تسهیلات'],
    [null, null, null, '(میلیون تومان)'],
  ])

  expect(mapping).toMatchObject({ headerRows: [0, 1], columns: { amount: 3 }, amountUnit: 'million-toman' })
})

test.each([
  ['رسته', ['خوداشتغالی', 'مزدبگیر'], 'jobType'],
  ['رسته', ['صنعت', 'خدمات'], 'sector'],
  ['رسته', ['0111', '4711'], 'isic'],
  ['رسته', ['پرورش گل', 'نانوایی'], undefined],
  ['بخش', ['كشاورزي', 'خدمات'], 'sector'],
  ['بخش', ['مرکزی', 'زز و ماهرو'], 'district'],
  ['بخش', [], 'sector'],
  ['نوع اشتغال', ['مشاغل خانگی', 'عضو تعاونی'], 'jobType'],
  ['نوع اشتغال', ['جدید', 'تثبیت'], 'novelty'],
  ['نوع اشتغال', ['مستقیم', 'غیر مستقیم'], 'directness'],
  ['محل اشتغال', ['شهری', 'روستایی'], 'settlement'],
  ['محل اشتغال', ['ازنا', 'چگنی'], 'county'],
  ['شهر/روستا', ['شهر', 'روستا'], 'settlement'],
  ['شهر/روستا', ['مؤمن‌آباد', ''], 'place'],
])('«%s» over %j is %s', (header, values, column) => {
  const mapping = mappingOf([[...PERSON, header], ...values.map((value) => ['علی', 'رضایی', '', value])])

  const meant = Object.entries(mapping.columns).find(([, index]) => index === 3)?.[0]

  expect(meant).toBe(column)
})

test('«محل اشتغال» beside a county column is a place, wherever it stands', () => {
  const mapping = mappingOf([
    ['محل اشتغال', ...PERSON, 'شهرستان'],
    ['نورآباد', 'علی', 'رضایی', '', 'دلفان'],
  ])

  expect(mapping.columns).toMatchObject({ place: 0, county: 4 })
})

test('of repeated columns the first stands, and the others and the unknown ones are noted', () => {
  const mapping = mappingOf([[...PERSON, 'شهرستان', 'سن', 'نام شهرستان']])

  expect(mapping.columns.county).toBe(3)
  expect(mapping.repeated).toEqual([{ index: 5, header: 'نام شهرستان', column: 'county' }])
  expect(mapping.unknown).toEqual([{ index: 4, header: 'سن' }])
})

test('a name column without a family name beside it holds the whole name', () => {
  expect(mappingOf([['نام متقاضی', 'کد ملی', 'شهرستان']]).columns).toEqual({
    fullName: 0,
    nationalId: 1,
    county: 2,
  })
})

test.each<{ what: string; rows: Cell[][] }>([
  { what: 'a sentence', rows: [['این فایل برای هر شهرستان یک برگه دارد']] },
  {
    what: 'a guide that explains the columns below each other',
    rows: [
      ['کد ملی', 'ده رقم'],
      ['نام', 'نام کوچک فرد'],
      ['شهرستان', 'محل کار فرد'],
    ],
  },
  { what: 'columns that name nobody', rows: [['شهرستان', 'بخش اقتصادی', 'تعهد', 'مبلغ']] },
  { what: 'two known columns', rows: [['کد ملی', 'نام', 'سن']] },
  { what: 'nothing', rows: [] },
])('$what is no header', ({ rows }) => {
  expect(findHeader(rows)).toBeUndefined()
})

test('a header below the fortieth row is not looked for', () => {
  const header = [...PERSON, 'شهرستان']
  const empty = Array.from({ length: 40 }, (): Cell[] => [null])

  expect(findHeader([...empty.slice(1), header])?.headerRows).toEqual([39, 39])
  expect(findHeader([...empty, header])).toBeUndefined()
})

test('a title that names a company above the header hides nobody', () => {
  const mapping = mappingOf([
    ['شرکت فولاد لرستان', null, null, 'فهرست شاغلین'],
    [...PERSON, 'شهرستان'],
  ])

  expect(mapping.columns).toEqual({ firstName: 0, lastName: 1, nationalId: 2, county: 3 })
})

test('a title above one column never takes the national ID away', () => {
  const mapping = mappingOf([
    ['فهرست', null, 'شرکت فولاد لرستان', null],
    [...PERSON, 'شهرستان'],
  ])

  expect(mapping.columns.nationalId).toBe(2)
})

test('a numbered first record below a column without a header is no part of the header', () => {
  const mapping = mappingOf([
    ['ردیف', ...PERSON, null],
    [1, null, null, null, 'کارگاه'],
  ])

  expect(mapping.headerRows).toEqual([0, 0])
})

test('the first record below a header is never taken for a part of it', () => {
  const mapping = mappingOf([
    [...PERSON, 'نام کارفرما', 'توضیحات'],
    ['علی', 'رضایی', '', 'کارگاه', 'شروع به کار'],
  ])

  expect(mapping.headerRows).toEqual([0, 0])
})

test('a person may decide what a header means, and which is to be left out', () => {
  const mapping = mappingOf([[...PERSON, 'شهرستان', 'شهرستان محل فعالیت', 'محل طرح', 'ملاحظات']])

  const decided = applyOverride(mapping, {
    'شهرستان محل فعاليت': 'county',
    محل‌طرح: 'village',
    ملاحظات: 'ignore',
    'ستونی که نیست': 'gender',
  })

  expect(decided.columns).toEqual({ firstName: 0, lastName: 1, nationalId: 2, county: 4, village: 5 })
  expect(decided.repeated).toEqual([{ index: 3, header: 'شهرستان', column: 'county' }])
  expect(decided.unknown).toEqual([])
})

test('an override that says nothing changes nothing', () => {
  const mapping = mappingOf([
    ['نوع شغل', ...PERSON, 'شیوه اشتغال', 'شهرستان', 'نام شهرستان', 'سن', 'مبلغ وام (ریال)'],
    ['مزدبگیر', 'علی', 'رضایی', '', 'مزدبگیر', 'دلفان', '', '', ''],
  ])

  expect(mapping).toMatchObject({ columns: { jobType: 4 }, repeated: [{ index: 0 }, { index: 6 }] })

  expect(applyOverride(mapping, {})).toEqual(mapping)
})

test('an amount that a person points to has the unit its header names', () => {
  const mapping = mappingOf([[...PERSON, 'مبلغ وام', 'مبلغ تسهیلات (میلیون تومان)']])

  const decided = applyOverride(mapping, { 'مبلغ تسهیلات (میلیون تومان)': 'amount' })

  expect(mapping).not.toHaveProperty('amountUnit')
  expect(decided).toMatchObject({ columns: { amount: 4 }, amountUnit: 'million-toman' })
})

test('two headers that read alike are told apart by their groups', () => {
  const mapping = mappingOf([
    ['مشخصات', null, null, 'شروع به کار', 'تولد'],
    [...PERSON, 'تاریخ', 'تاریخ'],
  ])

  expect(mapping.headers.slice(3)).toEqual(['شروع به کار / تاریخ', 'تولد / تاریخ'])
  expect(applyOverride(mapping, { 'تولد / تاریخ': 'serviceDate' }).columns).toMatchObject({
    startDate: 3,
    serviceDate: 4,
  })
})

test('any cells whatever give a header or none, and every column stands once', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...GROUPS, ...NAMES),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
  )

  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 15 }), { maxLength: 12 }), (rows) => {
      const mapping = findHeader(rows)
      const indexes = Object.values(mapping?.columns ?? {})
      expect(new Set(indexes).size).toBe(indexes.length)
    }),
  )
})
