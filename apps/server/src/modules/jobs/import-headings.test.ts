import { importDryRun, mendRunRow } from '@rasad/contracts/import-runs'
import { expect, test } from 'vitest'
import { cellsOf, csvText, HEADER, listRow } from '../../../test/csv-lists.ts'
import { openWorld } from '../../../test/world.ts'

const COUNTY = HEADER.indexOf('شهرستان')
const withoutCounty = (cells: string[]) => cells.filter((_cell, index) => index !== COUNTY)

test('people stand under the county of the heading above them: checked, mended and imported', async () => {
  await using world = await openWorld({ province: '15' })
  const person = (given: object = {}) => withoutCounty(cellsOf(listRow({ county: '', ...given })))
  const rows = [
    ['شهرستان ازنا'],
    person(),
    person({ startDate: '1404/13/01' }),
    ['فهرست شاغلین شهرستان خرم‌آباد (۱ نفر)'],
    person(),
    ['شهرستان ناکجا'],
    person(),
  ]
  const list = csvText([withoutCounty(HEADER), ...rows])

  const { runId, outcome } = await world.runImport(list, { dryRun: true })
  expect(outcome).toMatchObject({
    rows: 4,
    accepted: 2,
    reasons: { 'start-date.invalid': 1, 'county.missing': 1 },
    corrections: { 'county.from-heading': 2 },
  })
  expect(outcome!.counties).toEqual([
    { county: '1503', accepted: 1, rejected: 0, duplicate: 0, conflict: 0 },
    { county: '1507', accepted: 1, rejected: 1, duplicate: 0, conflict: 0 },
    { county: null, accepted: 0, rejected: 1, duplicate: 0, conflict: 0 },
  ])

  const params = { runId, sheetNumber: 0, row: 4 }
  const mended = await world.call(mendRunRow, {
    params,
    body: { version: 0, values: { startDate: '1404/05/01' } },
  })
  expect(mended.row).toMatchObject({ verdict: 'accepted', county: '1507', read: { county: '1507' } })

  const run = await world.call(importDryRun, { params: { runId }, body: {} })
  expect((await world.ended(run.runId)).outcome).toMatchObject({ accepted: 3, rejected: 1 })
  const { rows: counties } = await world.figures({ by: 'county' })
  expect(counties.map(({ county, registered }) => [county, registered])).toEqual([
    ['1503', 1],
    ['1507', 2],
  ])
})
