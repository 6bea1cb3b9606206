import {
  checkRunAgain,
  discardDryRun,
  getRunRow,
  importDryRun,
  mendRunRow,
} from '@rasad/contracts/import-runs'
import { getImportRun, startImport } from '@rasad/contracts/imports'
import { permissionsOf } from '@rasad/domain/access/roles'
import { expect, test } from 'vitest'
import { cellsOf, csvText, HEADER, listRow } from '../../../test/csv-lists.ts'
import { openWorld, type World } from '../../../test/world.ts'

const again = async (world: World, runId: string, body: object = {}) => {
  const next = await world.call(checkRunAgain, { params: { runId }, body })
  expect(next).toMatchObject({ dryRun: true, fromRunId: runId })
  const ended = await world.ended(next.runId)
  expect(ended.problem).toBeNull()
  return ended
}
const listOf = (world: World, header: readonly string[] = HEADER) =>
  csvText([
    header,
    ...[world.county(0), 'ناکجا', 'هیچ‌جا'].map((county) => cellsOf(listRow({ county, lastName: 'کریمی' }))),
  ])

test('a dry run is checked again with other columns, and what was mended in it stays mended by whoever did', async () => {
  await using world = await openWorld()
  const header = HEADER.map((name) => (name === 'جنسیت' ? 'ردهٔ الف' : name))
  const { runId, outcome } = await world.runImport(listOf(world, header), { dryRun: true })
  expect(outcome).toMatchObject({ accepted: 1, rejected: 2 })
  const place = { sheetNumber: 0, row: 3 }
  const values = { county: world.county(1) }
  const { row } = await world.call(mendRunRow, { params: { runId, ...place }, body: { version: 0, values } })

  const next = await again(world, runId, { columns: { 'ردهٔ الف': 'gender' } })

  expect(next.outcome).toMatchObject({ accepted: 2, rejected: 1, agency: 'AGRI' })
  expect(next.outcome!.sheets[0]!.unknownHeaders).toEqual([])
  expect(next.mended).toBe(1)
  const now = await world.call(getRunRow, { params: { runId: next.runId, ...place } })
  expect(now).toMatchObject({ verdict: 'accepted', mended: ['county'], version: 1, county: world.county(1) })
  expect(now.mendings).toEqual(row.mendings)
  expect(await world.call(getImportRun, { params: { runId } })).toMatchObject({
    keptUntil: null,
    mended: 0,
    checkingRunId: next.runId,
    importingRunId: null,
  })

  const params = { runId: next.runId, ...place }
  const back = await world.call(mendRunRow, { params, body: { version: 1, values: {} } })
  expect(back.row).toMatchObject({ verdict: 'rejected', version: 2 })
  const sent = await world.call(importDryRun, { params: { runId: next.runId }, body: {} })
  expect((await world.ended(sent.runId)).outcome).toMatchObject({ accepted: 1, rejected: 2 })
})

test('columns that were said once need not be said again, and another sender is asked for alone', async () => {
  await using world = await openWorld()
  const header = HEADER.map((name) => (name === 'شهرستان' ? 'ردهٔ ب' : name))
  const { runId } = await world.runImport(listOf(world, header), { dryRun: true })
  const named = await again(world, runId, { columns: { 'ردهٔ ب': 'county' } })

  const other = await again(world, named.runId, { agency: 'SMT' })
  const several = await again(world, other.runId, { agency: 'several' })

  expect(other).toMatchObject({ agency: 'SMT', outcome: { accepted: 1, rejected: 2 } })
  expect(several).toMatchObject({ agency: null, outcome: { reasons: { 'agency.missing': 3 } } })
})

test('a list whose headers nobody knew, and one that was set aside, are checked again without their files', async () => {
  await using world = await openWorld()
  const odd = HEADER.map((_, at) => `ستون ${'الفبپتثجچح'[at]}`)
  const refused = await world.runImport(listOf(world, odd), { dryRun: true })
  expect(refused.problem).toMatchObject({ code: 'import.not-a-job-list' })
  const columns = Object.fromEntries(
    odd.map((name, at) => [
      name,
      ['nationalId', 'firstName', 'lastName', 'gender', 'birthDate', 'county', 'sector', 'startDate'][at],
    ]),
  )

  const named = await again(world, refused.runId, { columns })
  expect(named.outcome).toMatchObject({ accepted: 1, rejected: 2 })
  await world.call(discardDryRun, { params: { runId: named.runId }, body: {} })
  expect((await again(world, named.runId)).outcome).toMatchObject({ accepted: 1, rejected: 2 })
})

test('while a list is checked again it is neither mended nor imported, and of two who ask one is refused', async () => {
  await using world = await openWorld()
  const { runId } = await world.runImport(listOf(world), { dryRun: true })
  const letGo = await world.holdRegistration()

  const asked = await Promise.all([0, 1].map(() => world.ask(checkRunAgain, { params: { runId }, body: {} })))
  expect(asked.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409])
  const values = { county: world.county(1) }
  const mending = { params: { runId, sheetNumber: 0, row: 3 }, body: { version: 0, values } }
  expect(await world.refuse(mendRunRow, mending)).toMatchObject({ code: 'import.run-not-free' })
  expect(await world.refuse(importDryRun, { params: { runId }, body: {} })).toMatchObject({
    code: 'import.run-not-free',
  })

  await letGo()
  const { runId: nextId } = asked.find(({ statusCode }) => statusCode === 200)!.json<{ runId: string }>()
  expect((await world.ended(nextId)).outcome).toMatchObject({ rejected: 2 })
  expect(await world.refuse(mendRunRow, mending)).toMatchObject({ code: 'import.run-not-kept' })
})

test('nobody checks a list again in the name of an agency that is not theirs', async () => {
  await using world = await openWorld()
  const { province } = world
  const list = listOf(world)
  await using theirs = await openWorld({
    province,
    actor: {
      id: 'user:smt',
      name: 'smt',
      scope: { level: 'agency', province, agency: 'SMT' },
      permissions: permissionsOf('agency-officer'),
      agency: 'SMT',
    },
    period: null,
  })
  const { province: at, period } = world
  const query = { province: at, period, agency: 'SMT', name: 'own.csv', dryRun: 'true' }
  const { runId } = await theirs.call(startImport, { query, body: Buffer.from(list) })
  await theirs.ended(runId)

  for (const agency of ['AGRI', 'several'])
    expect(await theirs.refuse(checkRunAgain, { params: { runId }, body: { agency } })).toMatchObject({
      code: 'not-allowed',
    })
})
