import {
  getRunRow,
  importDryRun,
  listImportMendings,
  listRunRows,
  mendRunRow,
} from '@rasad/contracts/import-runs'
import { getPassport } from '@rasad/contracts/figures'
import { listJobs } from '@rasad/contracts/jobs'
import type { MendedCells } from '@rasad/domain/imports/mended-row'
import { expect, test } from 'vitest'
import { cellsOf, csvOf, csvText, HEADER, listRow } from '../../../test/csv-lists.ts'
import { newNationalId } from '../../../test/national-ids.ts'
import { openWorld, type World } from '../../../test/world.ts'

const check = (world: World, rows: Parameters<typeof csvOf>[0], agency = 'AGRI') =>
  world.runImport(csvOf(rows), { dryRun: true, agency })
const rowsOf = (world: World, runId: string, query: object = {}) =>
  world.call(listRunRows, { params: { runId }, query })
const mend = (world: World, runId: string, row: number, values: MendedCells, version = 0) =>
  world.call(mendRunRow, {
    params: { runId, sheetNumber: 0, row },
    body: { version, values },
  })
const importKept = async (world: World, runId: string) => {
  const run = await world.call(importDryRun, { params: { runId }, body: {} })
  const ended = await world.ended(run.runId)
  expect(ended.problem).toBeNull()
  return ended
}

test('a row is mended in place, judged again, counted anew and imported as it was mended', async () => {
  await using world = await openWorld()
  const [county, other] = [world.county(0), world.county(1)]
  const { runId, outcome } = await check(world, [
    listRow({ county }),
    listRow({ county: 'ناکجا', startDate: '1404/13/05', lastName: 'گمشده' }),
    listRow({ county: other, startDate: '1404/14/01' }),
  ])
  expect(outcome).toMatchObject({ accepted: 1, rejected: 2, reasons: { 'county.unknown': 1 } })
  expect(outcome!.counties).toEqual([
    { county, accepted: 1, rejected: 0, duplicate: 0, conflict: 0 },
    { county: other, accepted: 0, rejected: 1, duplicate: 0, conflict: 0 },
    { county: null, accepted: 0, rejected: 1, duplicate: 0, conflict: 0 },
  ])

  const half = await mend(world, runId, 3, { county: other })
  expect(half.row).toMatchObject({
    verdict: 'rejected',
    reasons: ['start-date.invalid'],
    version: 1,
    read: null,
  })
  const whole = await mend(world, runId, 3, { county: other, startDate: '۱۴۰۴/۵/۷' }, 1)

  expect(whole.row).toMatchObject({
    verdict: 'accepted',
    reasons: [],
    mended: ['county', 'startDate'],
    version: 2,
  })
  expect(whole.row.read).toMatchObject({ county: other, startDate: '1404-05-07' })
  expect(whole.row.original).toContainEqual({ column: 'county', text: 'ناکجا' })
  expect(whole.row.mendings.map(({ version }) => version)).toEqual([2, 1])
  expect(whole.run).toMatchObject({ mended: 1, outcome: { accepted: 2, rejected: 1 } })
  expect(whole.run.outcome!.reasons).toEqual({ 'start-date.invalid': 1 })
  expect(whole.run.outcome!.counties).toEqual([
    { county, accepted: 1, rejected: 0, duplicate: 0, conflict: 0 },
    { county: other, accepted: 1, rejected: 1, duplicate: 0, conflict: 0 },
  ])
  expect(whole.run.outcome!.sheets[0]).toMatchObject({ accepted: 2, rejected: 1 })
  expect(await world.figure()).toMatchObject({ registered: 0 })

  const done = await importKept(world, runId)
  expect(done).toMatchObject({ fromRunId: runId, dryRun: false, outcome: { accepted: 2, rejected: 1 } })
  const { reasons, counties } = whole.run.outcome!
  expect(done.outcome).toMatchObject({ reasons, counties })
  const { province, period } = world
  const { jobs } = await world.call(listJobs, { query: { province, period, county: other } })
  expect(jobs).toHaveLength(1)
  expect(jobs[0]).toMatchObject({ startDate: '1404-05-07' })
  const passport = await world.call(getPassport, {
    query: { province, period, county: other, truth: 'registered' },
  })
  expect(JSON.stringify(passport)).toContain('"row":3')
})

test('what was mended stands in the record of the import, with who and when, and without what identifies', async () => {
  await using world = await openWorld()
  const nationalId = newNationalId()
  const { runId } = await check(world, [listRow({ county: 'ناکجا', nationalId: '123' })])
  await mend(world, runId, 2, { county: world.county(0) })
  await mend(world, runId, 2, { county: world.county(0), nationalId }, 1)
  const { outcome } = await importKept(world, runId)
  expect(outcome!.accepted).toBe(1)

  const params = { province: world.province, importId: outcome!.importId! }
  const { mendings, count } = await world.call(listImportMendings, { params })

  expect(count).toBe(2)
  expect(mendings).toMatchObject([
    { sheet: expect.any(String), row: 2, column: 'county', before: 'ناکجا', after: world.county(0) },
    { row: 2, column: 'nationalId', before: '***', by: expect.stringMatching(/^operator:/) },
  ])
  expect(mendings[1]!.after).toBe(`${nationalId.slice(0, 3)}*****${nationalId.slice(-2)}`)
  expect(mendings[0]!.at < mendings[1]!.at).toBe(true)
  expect(await rowsOf(world, runId)).toEqual({ rows: [], count: 0, next: null })
})

test('the rows of one person are judged together: the first that stands does, whichever is mended', async () => {
  await using world = await openWorld()
  const county = world.county(0)
  const [one, two] = [newNationalId(), newNationalId()]
  const { runId, outcome } = await check(world, [
    listRow({ county, nationalId: one }),
    listRow({ county, nationalId: one }),
    listRow({ county, nationalId: two }),
  ])
  expect(outcome).toMatchObject({ accepted: 2, duplicate: 1 })

  // The first is somebody else's now: the second stands for the person, and the third comes after the first.
  const moved = await mend(world, runId, 2, { nationalId: two })

  expect(moved.row).toMatchObject({ verdict: 'accepted' })
  expect(moved.others.map(({ row, verdict, reasons }) => [row, verdict, reasons])).toEqual([
    [3, 'accepted', []],
    [4, 'duplicate', ['duplicate.in-file']],
  ])
  expect(moved.run.outcome).toMatchObject({ accepted: 2, duplicate: 1, rejected: 0 })

  const back = await mend(world, runId, 2, {}, 1)
  expect(back.row).toMatchObject({ verdict: 'accepted', mended: [], version: 2 })
  expect(back.others.map(({ row, verdict }) => [row, verdict])).toEqual([
    [3, 'duplicate'],
    [4, 'accepted'],
  ])
  expect(back.run.outcome).toEqual(outcome)
  expect(back.run.mended).toBe(0)
  expect((await importKept(world, runId)).outcome).toMatchObject({ accepted: 2, duplicate: 1 })
})

test('a mended row is held against the register: the same agency has the person, or another one claims them', async () => {
  await using world = await openWorld()
  const county = world.county(0)
  const [own, foreign] = [newNationalId(), newNationalId()]
  const ours = await world.register({ nationalId: own, agency: 'AGRI' })
  const theirs = await world.register({ nationalId: foreign, agency: 'SMT' })
  const { runId } = await check(world, [
    listRow({ county, nationalId: '1' }),
    listRow({ county, nationalId: '2' }),
  ])

  expect((await mend(world, runId, 2, { nationalId: own })).row).toMatchObject({
    verdict: 'duplicate',
    reasons: ['duplicate.in-register'],
    jobId: ours.jobId,
  })
  const claimed = await mend(world, runId, 3, { nationalId: foreign })
  expect(claimed.row).toMatchObject({ verdict: 'conflict', reasons: ['claim.conflict'], jobId: theirs.jobId })
  expect(claimed.run.outcome).toMatchObject({ accepted: 0, rejected: 0, duplicate: 1, conflict: 1 })
  expect((await importKept(world, runId)).outcome).toMatchObject({ duplicate: 1, conflict: 1 })
})

test('a row that there was nothing to say about is read from the file and can be mended too', async () => {
  await using world = await openWorld()
  const [county, other] = [world.county(0), world.county(1)]
  const { runId } = await check(world, [listRow({ county, lastName: 'رضایی' }), listRow({ county })])
  expect(await rowsOf(world, runId)).toMatchObject({ count: 0 })

  const params = { runId, sheetNumber: 0, row: 2 }
  expect(await world.call(getRunRow, { params })).toMatchObject({ verdict: 'accepted', version: 0, county })
  const { run } = await mend(world, runId, 2, { county: other, lastName: '' })

  expect(run.outcome).toMatchObject({ accepted: 1, rejected: 1, reasons: { 'last-name.missing': 1 } })
  expect(await rowsOf(world, runId, { mended: 'true', county: other })).toMatchObject({
    rows: [{ row: 2, verdict: 'rejected', mended: ['lastName', 'county'] }],
  })
})

test('a column that the sheet does not have is given row by row', async () => {
  await using world = await openWorld()
  const at = HEADER.indexOf('شهرستان')
  const rows = [HEADER, cellsOf(listRow({ county: world.county(0) }))].map((cells) => cells.toSpliced(at, 1))
  const { runId, outcome } = await world.runImport(csvText(rows), { dryRun: true })
  expect(outcome!.reasons).toEqual({ 'county.missing': 1 })

  const { row } = await mend(world, runId, 2, { county: world.county(1) })

  expect(row).toMatchObject({ verdict: 'accepted', county: world.county(1) })
  expect((await importKept(world, runId)).outcome).toMatchObject({ accepted: 1 })
})

test('nothing is left of a row whose every cell is emptied: that is refused', async () => {
  await using world = await openWorld()
  const { runId } = await check(world, [listRow({ county: world.county(0) })])
  const columns = [
    'nationalId',
    'firstName',
    'lastName',
    'gender',
    'birthDate',
    'county',
    'sector',
    'startDate',
  ]
  const values = Object.fromEntries(columns.map((column) => [column, '']))

  const order = { params: { runId, sheetNumber: 0, row: 2 }, body: { version: 0, values } }
  expect(await world.refuse(mendRunRow, order)).toMatchObject({ code: 'bad-input' })
})

test('of two who mend a row at once one succeeds, and the other sees that it has changed', async () => {
  await using world = await openWorld()
  const { runId } = await check(world, [listRow({ county: 'ناکجا' })])
  const order = (county: string) => ({
    params: { runId, sheetNumber: 0, row: 2 },
    body: { version: 0, values: { county } },
  })

  const answers = await Promise.all([0, 1].map((n) => world.ask(mendRunRow, order(world.county(n)))))

  expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect(answers.find(({ statusCode }) => statusCode === 409)!.json()).toMatchObject({
    code: 'import.row-mended-meanwhile',
    params: { row: 2, version: 1 },
  })
})

test('the next wrong row is found while rows leave the filter', async () => {
  await using world = await openWorld()
  const county = world.county(0)
  const { runId } = await check(
    world,
    Array.from({ length: 5 }, () => listRow({ county: 'ناکجا' })),
  )
  const ask = (after?: string) =>
    rowsOf(world, runId, { verdict: 'rejected', limit: '2', ...(after && { after }) })

  const first = await ask()
  expect(first.rows.map(({ row }) => row)).toEqual([2, 3])
  await mend(world, runId, 2, { county })
  const second = await ask(first.next!)
  expect(second.rows.map(({ row }) => row)).toEqual([4, 5])
  expect((await ask(second.next!)).rows.map(({ row }) => row)).toEqual([6])
  expect(second.count).toBe(4)
})
