import { utils, write, type WorkSheet } from '@e965/xlsx'
import { getRunRow, importDryRun, mendRunRow } from '@rasad/contracts/import-runs'
import { expect, test } from 'vitest'
import { cellsOf, HEADER, listRow } from '../../../test/csv-lists.ts'
import { openWorld, type World } from '../../../test/world.ts'

const COUNTY = HEADER.indexOf('شهرستان')

/** Four people of one county that is written once, the last of them without an ID of their own, and one of another county. */
function mergedSheet(world: World): WorkSheet {
  const [here, there] = [world.county(0), world.county(1)]
  const rows = [here, '', '', '', there].map((county) => cellsOf(listRow({ county })))
  rows[3]![0] = ''
  const sheet = utils.aoa_to_sheet([HEADER, ...rows.map((row) => row.map((cell) => cell || null))])
  const merge = (column: number, first: number, last: number) => ({
    s: { c: column, r: first },
    e: { c: column, r: last },
  })
  sheet['!merges'] = [merge(COUNTY, 1, 4), merge(0, 3, 4)]
  return sheet
}

function fileOf(sheet: WorkSheet, bookType: 'xlsx' | 'biff8' | 'ods'): Buffer {
  return write({ SheetNames: ['فهرست'], Sheets: { فهرست: sheet } }, { type: 'buffer', bookType }) as Buffer
}

test('a county that is merged over its rows is read for each of them, in every format, and nobody’s ID for another', async () => {
  await using world = await openWorld()
  const sheet = mergedSheet(world)

  for (const [type, name] of [
    ['biff8', 'list.xls'],
    ['ods', 'list.ods'],
    ['xlsx', 'list.xlsx'],
  ] as const) {
    const outcome = await world.importFile(fileOf(sheet, type), { name, dryRun: type !== 'xlsx' })

    expect([type, outcome]).toMatchObject([
      type,
      {
        rows: 5,
        accepted: 4,
        reasons: { 'national-id.missing': 1 },
        corrections: { 'cell.from-merge': 2 },
        warnings: { 'cell.merged': 1 },
      },
    ])
    expect(outcome.reasons).toEqual({ 'national-id.missing': 1 })
  }
  const { rows } = await world.figures({ by: 'county' })
  expect(rows.map(({ registered }) => registered)).toEqual([3, 1])
})

test('a merged value stands in the row as it was checked, and can be mended there', async () => {
  await using world = await openWorld()
  const { runId } = await world.runImport(fileOf(mergedSheet(world), 'xlsx'), {
    name: 'list.xlsx',
    dryRun: true,
  })
  const params = { runId, sheetNumber: 0, row: 3 }

  const row = await world.call(getRunRow, { params })
  expect(row.cells).toContainEqual({ column: 'county', text: world.county(0) })
  expect(row.corrections).toEqual(['cell.from-merge'])

  const mended = await world.call(mendRunRow, { params, body: { version: 0, values: { county: '' } } })
  expect(mended.row).toMatchObject({ verdict: 'rejected', reasons: ['county.missing'], corrections: [] })
  const again = { version: 1, values: { county: world.county(2) } }
  const whole = await world.call(mendRunRow, { params, body: again })
  expect(whole.row).toMatchObject({ verdict: 'accepted', read: { county: world.county(2) } })

  const run = await world.call(importDryRun, { params: { runId }, body: {} })
  expect((await world.ended(run.runId)).outcome).toMatchObject({ accepted: 4, rejected: 1 })
  const { rows } = await world.figures({ by: 'county' })
  expect(rows.map(({ registered }) => registered)).toEqual([2, 1, 1])
})
