import { expect, test } from 'vitest'
import type { ColumnMapping } from './header.ts'
import { mendRow } from './mended-row.ts'

const MAPPING: ColumnMapping = {
  headerRows: [0, 0],
  columns: { nationalId: 0, county: 2 },
  unknown: [{ index: 3, header: 'ردهٔ الف' }],
  repeated: [],
  headers: ['کد ملی', '', 'شهرستان', 'ردهٔ الف'],
}
const row = { number: 7, hidden: false, cells: ['001', null, 'ناکجا'], formulas: [0, 2] }

test('a row without mendings is the row itself', () => {
  expect(mendRow(row, MAPPING, undefined)).toEqual({ row, mapping: MAPPING })
})

test('what is put in place of a cell stands there, is no formula, and the file is left as it is', () => {
  const { row: mended, mapping } = mendRow(row, MAPPING, { county: '1503', nationalId: '' })

  expect(mended).toEqual({ ...row, cells: [null, null, '1503'], formulas: [] })
  expect(mapping).toEqual(MAPPING)
  expect(row.cells).toEqual(['001', null, 'ناکجا'])
})

test('a column that the sheet does not have stands behind all of its headers', () => {
  const { row: mended, mapping } = mendRow(row, MAPPING, { lastName: 'رضایی', sector: 'صنعت' })

  expect(mended.cells).toEqual(['001', null, 'ناکجا', null, 'رضایی', 'صنعت'])
  expect(mapping.columns).toEqual({ nationalId: 0, county: 2, lastName: 4, sector: 5 })
})
