import { expect, test } from 'vitest'
import { holdAt, letGo, NO_EDITS, setWhole } from './edits.ts'
import { sliceOf, withValues } from './matrix-slice.ts'
import { heldIn, marksOf, meaningOf } from './version-places.ts'

const AXES = { agencies: ['AGRI', 'SMT'], counties: ['1501', '1502'] }
const SECTORS = { hasSectors: true, hasProgrammes: false }
const CELLS = [
  { agency: 'AGRI', county: '1501', sector: 'agriculture', programme: 'unspecified', value: 7 },
  { agency: 'AGRI', county: '1501', sector: 'services', programme: 'unspecified', value: 2 },
  { agency: 'SMT', county: '1502', sector: 'industry', programme: 'unspecified', value: 5 },
]

test('a slice shows its sector, and without one all sectors together, with every sum', () => {
  const whole = sliceOf(CELLS, AXES.agencies, AXES.counties, {})
  const services = sliceOf(CELLS, AXES.agencies, AXES.counties, { sector: 'services' })

  expect([whole.rows, whole.ofRow, whole.ofColumn, whole.total]).toEqual([
    [
      [9, 0],
      [0, 5],
    ],
    [9, 5],
    [9, 5],
    14,
  ])
  expect(services.total).toBe(2)
})

test('the sums follow a value while it is typed', () => {
  const typed = withValues(sliceOf(CELLS, AXES.agencies, AXES.counties, {}), [
    { row: 0, column: 1, value: 30 },
  ])

  expect([typed.ofRow, typed.ofColumn, typed.total]).toEqual([[39, 5], [9, 35], 44])
})

test('a place in a slice is a cell, a whole, or a sum that cannot be set', () => {
  const at = (row: number, column: number, slice: object = {}) =>
    meaningOf({ row, column }, AXES, slice, SECTORS)

  expect(at(0, 1)).toEqual({ kind: 'cell', place: { agency: 'AGRI', county: '1502' } })
  expect(at(0, 2)).toEqual({ kind: 'whole', axis: 'agency', name: 'AGRI' })
  expect(at(2, 0)).toEqual({ kind: 'whole', axis: 'county', name: '1501' })
  expect(at(2, 2)).toEqual({ kind: 'total' })
  expect(at(2, 2, { sector: 'industry' })).toEqual({ kind: 'whole', axis: 'sector', name: 'industry' })
  expect(at(0, 2, { sector: 'industry' })).toEqual({ kind: 'fixed', why: 'sumOfSlice' })
  expect(at(0, 0, { programme: 'clusters' })).toEqual({ kind: 'fixed', why: 'chooseSector' })
})

test('a pin of a sector is told inside the pair, and gone once it is let go', () => {
  const pin = { agency: 'AGRI', county: '1501', sector: 'services' as const, value: 2 }
  const marked = (edits: typeof NO_EDITS, slice: object) =>
    marksOf(AXES, slice, SECTORS, heldIn([pin], edits), edits)[0]?.[0]

  expect(marked(NO_EDITS, {})).toBe('inner')
  expect(marked(NO_EDITS, { sector: 'services' })).toBe('pinned')
  expect(marked(letGo(NO_EDITS, pin, true), { sector: 'services' })).toBe('free')
  expect(marked(holdAt(letGo(NO_EDITS, pin, true), pin, 4), { sector: 'services' })).toBe('pinned')
})

test('a whole that is set can be set free', () => {
  const set = setWhole(NO_EDITS, 'county', '1501', 40)

  expect(set.margins.county).toEqual({ '1501': 40 })
  expect(setWhole(set, 'county', '1501', null).margins.county).toEqual({})
})
