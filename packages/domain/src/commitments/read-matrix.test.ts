import { expect, test } from 'vitest'
import { indexAgencies } from '../organisations/agency-names.ts'
import { indexPlaces } from '../places/place-names.ts'
import { mismatchesOf } from './matrix.ts'
import { readMatrix } from './read-matrix.ts'

const names = {
  counties: indexPlaces([
    { code: '1502', name: 'بروجرد', alternatives: [] },
    { code: '1503', name: 'خرم آباد', alternatives: [] },
  ]),
  agencies: indexAgencies([
    { code: 'AGRI', name: 'سازمان جهاد کشاورزی استان', alternatives: ['جهاد کشاورزی'] },
    { code: 'SMT', name: 'سازمان صنعت، معدن و تجارت استان', alternatives: ['صمت'] },
  ]),
}
type Cells = (string | number | null)[][]
const numbered = (cells: Cells) => cells.map((row, index) => ({ number: index + 1, cells: row }))
const read = (cells: Cells) => readMatrix(numbered(cells), names)

const CELLS = [
  { agency: 'AGRI', county: '1502', sector: 'unspecified', value: 10 },
  { agency: 'AGRI', county: '1503', sector: 'unspecified', value: 20 },
  { agency: 'SMT', county: '1502', sector: 'unspecified', value: 5 },
  { agency: 'SMT', county: '1503', sector: 'unspecified', value: 0 },
]

const TABLE: Cells = [
  ['تعهد اشتغال سال ۱۴۰۴', null, null, null],
  ['دستگاه', 'بروجرد', 'خرم‌آباد', 'جمع'],
  ['جهاد كشاورزي', '۱۰', 20, 30],
  ['صمت', 5, 0, 5],
  ['جمع کل', 15, 20, 35],
]

test('a table with the counties across is read, its sums apart', () => {
  const reading = read(TABLE)

  expect(reading).toEqual({
    cells: CELLS,
    faults: [],
    stated: [
      { agency: 'AGRI', stated: 30, line: 3 },
      { agency: 'SMT', stated: 5, line: 4 },
      { county: '1502', stated: 15, line: 5 },
      { county: '1503', stated: 20, line: 5 },
      { stated: 35, line: 5 },
    ],
  })
  expect(mismatchesOf(reading!.cells, reading!.stated)).toEqual([])
})

test('a table with the agencies across, and a corner that names both, is the same commitment', () => {
  const reading = read([
    ['شهرستان / دستگاه', 'جهاد کشاورزی', 'صمت'],
    ['بروجرد', 10, 5],
    ['خرم آباد', 20, 0],
  ])

  expect(new Set(reading?.cells)).toEqual(new Set(CELLS))
})

test('a list with sectors is read row by row, whatever the order of its columns', () => {
  const reading = read([
    ['بخش اقتصادی', 'تعهد', 'شهرستان', 'دستگاه'],
    ['کشاورزی', 10, 'بروجرد', 'جهاد کشاورزی'],
    ['صنعت', '۵', '1502', 'SMT'],
    ['جمع', 15, 'بروجرد', 'جمع'],
  ])

  expect(reading).toEqual({
    cells: [
      { agency: 'AGRI', county: '1502', sector: 'agriculture', value: 10 },
      { agency: 'SMT', county: '1502', sector: 'industry', value: 5 },
    ],
    stated: [{ county: '1502', stated: 15, line: 4 }],
    faults: [],
  })
})

test('a whole that does not hold is named with its line, what it says and what its parts are', () => {
  const wrong = TABLE.map((row, index) => (index === 2 ? ['جهاد کشاورزی', 10, 20, 31] : row))
  const reading = read(wrong)!

  expect(mismatchesOf(reading.cells, reading.stated)).toEqual([
    { agency: 'AGRI', stated: 31, line: 3, sum: 30 },
  ])
})

test.each([
  ['an unknown agency', ['سازمان ناشناس', 1, 2], 'agency.unknown'],
  ['a negative value', ['صمت', -1, 2], 'value.invalid'],
  ['half a job', ['صمت', 1.5, 2], 'value.invalid'],
  ['more jobs than there are people', ['صمت', '9999999999999999999', 2], 'value.invalid'],
  ['words in place of a number', ['صمت', 'زیاد', 2], 'value.invalid'],
] as const)('%s is a fault with its line', (_name, row, reason) => {
  const reading = read([['دستگاه', 'بروجرد', 'خرم آباد'], [...row]])

  expect(reading?.faults).toMatchObject([{ line: 2, reason }])
})

test.each([
  [
    'agency',
    'سازمان ناشناخته',
    [
      ['شهرستان', 'AGRI', 'سازمان ناشناخته', 'جمع'],
      ['بروجرد', 10, 5, 10],
    ],
  ],
  [
    'agency',
    '',
    [
      ['شهرستان', 'AGRI', null],
      ['بروجرد', 10, 5],
    ],
  ],
  [
    'agency',
    '',
    [
      ['شهرستان', 'AGRI'],
      ['بروجرد', 10, '۵'],
    ],
  ],
  [
    'county',
    'تهران',
    [
      ['دستگاه', 'بروجرد', 'تهران'],
      ['AGRI', 10, 5],
    ],
  ],
] as [string, string, Cells][])(
  'numbers below an unknown %s are never left out: «%s»',
  (kind, heading, cells) => {
    expect(read(cells)?.faults).toEqual([{ line: 1, cell: heading, reason: `${kind}.unknown` }])
  },
)

test('numbers of rows, shares and remarks beside a table are no part of it', () => {
  const reading = read([
    ['ردیف', 'شهرستان', 'کد', 'AGRI', '٪', 'درصد', 'توضیحات', 'کسی'],
    [1, 'بروجرد', 7, 10, 100, 100, 12, 'متن'],
  ])

  expect(reading).toMatchObject({ faults: [], cells: [{ agency: 'AGRI', county: '1502', value: 10 }] })
})

test('a place that stands twice in a table is refused, and added up in a list', () => {
  const rows = read([
    ['شهرستان', 'AGRI'],
    ['بروجرد', 10],
    ['1502', 10],
  ])
  const columns = read([
    ['شهرستان', 'AGRI', 'جهاد کشاورزی'],
    ['بروجرد', 10, 5],
  ])
  const list = read([
    ['شهرستان', 'دستگاه', 'تعهد'],
    ['بروجرد', 'AGRI', 10],
    ['1502', 'AGRI', 10],
  ])

  expect(rows?.faults).toEqual([{ line: 3, cell: 'AGRI / 1502', reason: 'cell.repeated' }])
  expect(columns?.faults).toEqual([{ line: 2, cell: 'AGRI / 1502', reason: 'cell.repeated' }])
  expect(list).toMatchObject({ faults: [], cells: [{ value: 10 }, { value: 10 }] })
})

test('a sheet without a matrix says nothing', () => {
  expect(read([['این برگه راهنماست'], ['نام', 'نام خانوادگی']])).toBeUndefined()
})

test('a column of programmes divides the rows of a table and of a list alike', () => {
  const table = read([
    ['دستگاه', 'برنامه', 'بروجرد', 'خرم آباد', 'جمع'],
    ['جهاد کشاورزی', 'گلخانه‌ها', 10, 20, 30],
    ['جهاد کشاورزی', '', 1, 2, 3],
    ['جمع', 'گلخانه', 10, 20, 30],
    ['جمع', null, 11, 22, 33],
  ])!
  const list = read([
    ['شهرستان', 'دستگاه', 'برنامه', 'تعهد'],
    ['بروجرد', 'AGRI', 'greenhouses', 10],
    ['خرم آباد', 'AGRI', 'کشت گلخانه ای', 20],
    ['بروجرد', 'AGRI', null, 1],
    ['خرم آباد', 'AGRI', null, 2],
  ])!

  const cell = { agency: 'AGRI', sector: 'unspecified' }
  expect(table.cells).toEqual([
    { ...cell, county: '1502', programme: 'greenhouses', value: 10 },
    { ...cell, county: '1503', programme: 'greenhouses', value: 20 },
    { ...cell, county: '1502', programme: 'unspecified', value: 1 },
    { ...cell, county: '1503', programme: 'unspecified', value: 2 },
  ])
  expect(list.cells).toEqual(table.cells)
  expect(mismatchesOf(table.cells, table.stated)).toEqual([])
  expect(table.stated).toContainEqual({ agency: 'AGRI', programme: 'unspecified', stated: 3, line: 3 })
})

test('a programme that is not known is a fault with its line', () => {
  const reading = read([
    ['دستگاه', 'برنامه', 'بروجرد'],
    ['صمت', 'برنامهٔ ناشناس', 1],
  ])

  expect(reading).toMatchObject({
    cells: [],
    faults: [{ line: 2, cell: 'برنامهٔ ناشناس', reason: 'programme.unknown' }],
  })
})
