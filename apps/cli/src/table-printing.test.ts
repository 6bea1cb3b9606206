import fc from 'fast-check'
import { expect, test } from 'vitest'
import { displayWidth, tableLines } from './table-printing.ts'

const HALF_SPACE = '\u200c'

test('the half-space and the marks over letters take no place', () => {
  expect(displayWidth(`تأیید${HALF_SPACE}شده`)).toBe(8)
  expect(displayWidth('دورهٔ')).toBe(4)
  expect(displayWidth('AGRI 1503')).toBe(9)
})

test('numbers stand at the end of their column and the total under a rule of its own', () => {
  const lines = tableLines(
    [
      { header: 'شهرستان', align: 'start' },
      { header: 'تعهد', align: 'end' },
    ],
    [
      ['ازنا', '۷'],
      [`خرم${HALF_SPACE}آباد`, '۱٬۲۰۰'],
    ],
    ['جمع', '۱٬۲۰۷'],
  )

  expect(lines).toEqual([
    'شهرستان   تعهد',
    '───────  ─────',
    'ازنا         ۷',
    `خرم${HALF_SPACE}آباد  ۱٬۲۰۰`,
    '───────  ─────',
    'جمع      ۱٬۲۰۷',
  ])
})

test('a header of two lines stands above its column, code under name', () => {
  const columns = [
    { header: 'agency', align: 'start' as const },
    { header: 'Azna\n1507', align: 'end' as const },
  ]

  expect(tableLines(columns, [['AGRI', '3']])).toEqual([
    'agency  Azna',
    '        1507',
    '──────  ────',
    'AGRI       3',
  ])
})

test('the last column of numbers ends in one line, whatever stands in the cells', () => {
  const cell = fc.stringMatching(/^[a-zآ-ی0-9\u200c]{1,12}$/)
  const columns = [
    { header: 'a', align: 'start' as const },
    { header: 'b', align: 'end' as const },
  ]
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const widths = tableLines(columns, rows).map(displayWidth)
      expect(new Set(widths).size).toBe(1)
    }),
  )
})

const figures = [
  { header: 'County', align: 'start' as const },
  { header: 'Under review', align: 'end' as const },
]
const counties = [
  ['Khorramabad 1503', '1,200'],
  ['Azna 1507', '7'],
]

test.each([
  {
    room: 24,
    table: [
      'County             Under',
      '                  review',
      '────────────────  ──────',
      'Khorramabad 1503   1,200',
      'Azna 1507              7',
    ],
  },
  {
    room: 20,
    table: [
      'County         Under',
      '              review',
      '────────────  ──────',
      'Khorramabad    1,200',
      '1503',
      'Azna 1507          7',
    ],
  },
  {
    room: 12,
    table: [
      'County: Khorramabad 1503',
      'Under review: 1,200',
      '',
      'County: Azna 1507',
      'Under review: 7',
      '',
    ],
  },
])(
  'on a terminal of $room places a table breaks headers, then texts, then stands row by row',
  ({ room, table }) => {
    expect(tableLines(figures, counties, undefined, room)).toEqual(table)
  },
)
