import { expect, test } from 'vitest'
import { mendRow } from './mended-row.ts'
import { noteMerged, takeMerged, type CoveredCell } from './merged-cells.ts'
import type { Cell } from './cell.ts'
import { readRow } from './read-row.ts'
import { CONTEXT, mappingOf } from './test-lists.ts'

const HEADER = ['ردیف', 'کد ملی', 'نام', 'نام خانوادگی', 'شهرستان', 'تاریخ شروع', 'مبلغ وام (تومان)', 'جنسیت']
const MAPPING = mappingOf([HEADER])
const HEADER_ROW = 5
const PERSON = ['2', '0013542419', 'مریم', 'ملک‌زاده', null, null, null, null]
const ABOVE: Record<number, Cell> = { 4: 'ازنا', 5: '1404/03/16', 6: 5_000_000, 7: 'زن' }

function covering(values: Record<number, Cell>, from = 6): CoveredCell[] {
  return Object.entries(values).map(([column, value]) => ({ column: Number(column), value, from }))
}

function reading(cells: Cell[], covered: CoveredCell[]) {
  const row = takeMerged({ cells, covered }, MAPPING, HEADER_ROW)
  const read = readRow(row.cells, MAPPING, CONTEXT)
  return { row, read, notes: noteMerged(row, MAPPING) }
}

test('a row below a merged county, start date and gender has them too, and each is noted', () => {
  const { read, notes } = reading(PERSON, covering({ 4: 'ازنا', 5: '1404/03/16', 7: 'زن' }))

  expect(read).toMatchObject({ job: { county: '1507', startDate: '1404-03-16', gender: 'female' } })
  expect(notes).toEqual({
    corrections: [
      { code: 'cell.from-merge', column: 'gender' },
      { code: 'cell.from-merge', column: 'county' },
      { code: 'cell.from-merge', column: 'startDate' },
    ],
    warnings: [],
  })
})

test('an amount that is written once for several people stays with the first, and the others say so', () => {
  const { read, notes } = reading(PERSON, covering(ABOVE))

  expect(read).toMatchObject({ job: { county: '1507', amountRial: null } })
  expect(notes.warnings).toEqual([{ code: 'cell.merged', column: 'amount' }])
})

test.each([
  ['nationalId', 1, '0018465986', 'national-id.missing'],
  ['lastName', 3, 'کریمی', 'last-name.missing'],
] as const)('nobody gets the %s of the person above', (column, index, value, reason) => {
  const cells = PERSON.with(index, null)

  const { read, notes } = reading(cells, covering({ ...ABOVE, [index]: value }))

  expect(read).toMatchObject({ job: null, reasons: [{ code: reason, column }] })
  expect(notes.warnings).toContainEqual({ code: 'cell.merged', column })
})

test.each<[string, Cell[]]>([
  ['a row that only has its number', ['3']],
  ['a sum', [null, null, 'جمع', 12]],
  ['a remark', [null, null, null, null, null, null, null, null, 'این فهرست تا پایان مرداد است']],
])('%s within a merged county is nobody’s still', (_what, cells) => {
  const { row, read, notes } = reading(cells, covering(ABOVE))

  expect(row.cells).toEqual(cells)
  expect(['blank', 'total', 'remark']).toContain(read.kind)
  expect(notes).toEqual({ corrections: [], warnings: [] })
})

test('a header that is merged over the rows below it says nothing about them', () => {
  const { row } = reading(PERSON, covering({ 4: 'شهرستان', 5: 'تاریخ شروع' }, HEADER_ROW))

  expect(row).toEqual({ cells: PERSON, covered: [] })
})

test('what is put in place of a merged value stands there, empty too, and is no longer noted as merged', () => {
  const row = takeMerged({ cells: PERSON, covered: covering(ABOVE) }, MAPPING, HEADER_ROW)

  const { row: mended } = mendRow(row, MAPPING, { county: '', startDate: '1404/04/01', amount: '12 تومان' })

  expect(readRow(mended.cells, MAPPING, CONTEXT)).toMatchObject({
    reasons: [{ code: 'county.missing' }],
  })
  expect(noteMerged(mended, MAPPING)).toEqual({
    corrections: [{ code: 'cell.from-merge', column: 'gender' }],
    warnings: [],
  })
})
