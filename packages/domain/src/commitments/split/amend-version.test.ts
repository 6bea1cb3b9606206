import { expect, test } from 'vitest'
import { amendVersion } from './amend-version.ts'

const cell = (agency: string, county: string, value: number) => ({
  agency,
  county,
  sector: 'unspecified',
  programme: 'unspecified',
  value,
})
const CELLS = [
  cell('AGRI', '1501', 30),
  cell('AGRI', '1502', 10),
  cell('SMT', '1501', 20),
  cell('SMT', '1502', 40),
]
const valueOf = ({ split }: ReturnType<typeof amendVersion>, agency: string, county: string) =>
  'cells' in split
    ? split.cells.find((found) => found.agency === agency && found.county === county)?.value
    : undefined

test('a value that is pinned in a version stays through an amendment, and one that is released follows the rest', () => {
  const version = { cells: CELLS, pins: [{ agency: 'AGRI', county: '1501', value: 30 }] }

  const kept = amendVersion(version, { total: 200 })
  const released = amendVersion(version, { total: 200, released: [{ agency: 'AGRI', county: '1501' }] })

  expect([valueOf(kept, 'AGRI', '1501'), kept.pins]).toEqual([30, version.pins])
  expect([valueOf(released, 'AGRI', '1501'), released.pins]).toEqual([60, []])
})

test('a place that is named anew is pinned once, whether or not its only sector was named before', () => {
  const pin = { agency: 'AGRI', county: '1501', sector: 'unspecified' as const, value: 30 }

  const amended = amendVersion(
    { cells: CELLS, pins: [pin] },
    { cells: [{ agency: 'AGRI', county: '1501', value: 35 }] },
  )

  expect(amended.pins).toEqual([{ agency: 'AGRI', county: '1501', value: 35 }])
  expect(valueOf(amended, 'AGRI', '1501')).toBe(35)
})

test('an agency that held nothing takes part once its whole is set', () => {
  const amended = amendVersion(
    { cells: CELLS, pins: [] },
    { total: 110, margins: { agency: new Map([['BEHZ', 10]]) } },
  )

  expect(amended.axes.agencies).toEqual(['AGRI', 'BEHZ', 'SMT'])
  expect((valueOf(amended, 'BEHZ', '1501') ?? 0) + (valueOf(amended, 'BEHZ', '1502') ?? 0)).toBe(10)
})
