import { cancelImportRun, discardDryRun, importDryRun, listRunRows } from '@rasad/contracts/import-runs'
import { getImportRun, listImports, startImport } from '@rasad/contracts/imports'
import { addPeriod } from '@rasad/contracts/periods'
import { addUser, lockUser } from '@rasad/contracts/users'
import { permissionsOf } from '@rasad/domain/access/roles'
import type { Actor } from '@rasad/domain/access/scope'
import { expect, test, vi } from 'vitest'
import { csvOf, listRow } from '../../../test/csv-lists.ts'
import { openTestRasad } from '../../../test/file-database.ts'
import { asOwner } from '../../../test/own-rasad.ts'
import { askHttp, openWorld, type World } from '../../../test/world.ts'
import { buildHttp, startImportQueue, localOperator } from '../../app.ts'
import { clearOverdue } from './import-run-executing.commands.ts'

const WAITING = { timeout: 30_000, interval: 50 }
const look = (world: World, runId: string) => world.call(getImportRun, { params: { runId } })
/** A run that has begun and waits for the registration of its province. */
const blockedRun = async (world: World) => {
  await world.holdRegistration()
  const query = { province: world.province, period: world.period, agency: 'AGRI', name: 'list.csv' }
  const body = Buffer.from(csvOf([listRow({ county: world.county(0) })]))
  return (await world.call(startImport, { query, body })).runId
}
const importsOf = async ({ call, province, period }: World) =>
  (await call(listImports, { query: { province, period } })).imports

test('a run that is cancelled enters nothing, though it was being read', async () => {
  await using world = await openWorld()
  const runId = await blockedRun(world)
  await vi.waitUntil(async () => (await look(world, runId)).phase === 'reading', WAITING)

  expect(await world.call(cancelImportRun, { params: { runId }, body: {} })).toMatchObject({
    phase: 'cancelled',
    problem: null,
  })
  for (const release of world.held) await release()
  // What had begun finds out at its end that it is not wanted any more.
  const next = await world.runImport(csvOf([listRow({ county: world.county(1) })]))

  expect(next.phase).toBe('done')
  expect((await look(world, runId)).phase).toBe('cancelled')
  expect(await importsOf(world)).toHaveLength(1)
  expect(await world.figure()).toMatchObject({ registered: 1 })
})

test('a run whose connections are cut is done again, and has entered once', async () => {
  await using world = await openWorld()
  const runId = await blockedRun(world)
  await vi.waitUntil(async () => (await look(world, runId)).phase === 'reading', WAITING)

  const cut = () =>
    asOwner<{ pid: number }>(
      world.rasad,
      // Whose connection is ended is found first: a condition may be asked in any order.
      `with waiting as materialized (
         select pid from pg_locks where locktype = 'advisory' and not granted
           and classid = hashtext('registration')::oid and objid = hashtext('${world.province}')::oid
           and database = (select oid from pg_database where datname = current_database()))
       select pid from waiting where pg_terminate_backend(pid)`,
    )
  await vi.waitUntil(async () => (await cut()).length > 0, WAITING)
  for (const release of world.held) await release()

  expect(await world.ended(runId)).toMatchObject({ phase: 'done', outcome: { accepted: 1 } })
  expect(await importsOf(world)).toHaveLength(1)
})

test('two servers on one database do a run once, and a dry run is imported once however often it is asked for', async () => {
  await using world = await openWorld()
  const { runId } = await world.runImport(csvOf([listRow({ county: world.county(0) })]), { dryRun: true })
  const second = await startImportQueue(world.rasad, { known: () => localOperator() })
  const order = { params: { runId }, body: {} }

  const answers = await Promise.all(Array.from({ length: 4 }, () => world.ask(importDryRun, order)))
  const asked = answers.filter(({ statusCode }) => statusCode === 200)
  expect(asked).toHaveLength(1)
  await world.ended(asked[0]!.json<{ runId: string }>().runId)
  await second.stop()

  expect(await importsOf(world)).toHaveLength(1)
  expect(await look(world, runId)).toMatchObject({
    keptUntil: null,
    importingRunId: asked[0]!.json<{ runId: string }>().runId,
  })
})

test('a dry run that is being imported takes no changes, and is kept when that comes to nothing', async () => {
  await using world = await openWorld()
  const { runId } = await world.runImport(csvOf([listRow({ county: world.county(0) })]), { dryRun: true })
  await world.holdRegistration()
  const order = { params: { runId }, body: {} }
  const next = await world.call(importDryRun, order)

  expect(await world.refuse(discardDryRun, order)).toMatchObject({
    code: 'import.run-entering',
    params: { runId },
  })
  await world.call(cancelImportRun, { params: { runId: next.runId }, body: {} })
  expect(await look(world, runId)).toMatchObject({
    importingRunId: null,
    keptUntil: expect.any(String),
  })
  expect(await world.call(discardDryRun, order)).toMatchObject({ keptUntil: null })
})

test('the rows of a dry run are cleared when they have been kept long enough', async () => {
  await using world = await openWorld()
  const { runId, keptUntil } = await world.runImport(csvOf([listRow({ county: 'ناکجا' })]), { dryRun: true })
  const day = 24 * 3_600_000
  expect(Date.parse(keptUntil!)).toBeGreaterThan(Date.now() + 13 * day)

  expect(await clearOverdue(world.rasad, Date.now() + 13 * day)).toBe(0)
  expect(await clearOverdue(world.rasad, Date.now() + 15 * day)).toBe(1)

  expect(await look(world, runId)).toMatchObject({ phase: 'done', keptUntil: null, outcome: { rejected: 1 } })
  expect((await world.call(listRunRows, { params: { runId } })).rows).toEqual([])
  const left = await asOwner(
    world.rasad,
    `select run_id from import_run_row where run_id = '${runId}' union all
     select run_id from import_run_person where run_id = '${runId}'`,
  )
  expect(left).toEqual([])
})

test('an import is done under the rights that whoever asked for it has when it is done', async () => {
  const { rasad, close } = await openTestRasad()
  // The first start of the queue makes its tables; nobody does anything after its end.
  await (await startImportQueue(rasad)).stop()
  const [province, period] = ['15', '1404']
  const operator = buildHttp(rasad, { actor: localOperator() })
  const officer = (userName: string): Actor => ({
    id: `user:${userName}`,
    name: userName,
    scope: { level: 'agency', province, agency: 'AGRI' },
    permissions: permissionsOf('agency-officer'),
    agency: 'AGRI',
  })
  const body = { province, period, from: '1404-01-01', to: '1404-12-29' }
  expect((await askHttp(operator, addPeriod, { body })).statusCode).toBe(200)
  const runs: string[] = []
  for (const userName of ['staying', 'leaving']) {
    const user = { userName, name: 'کارشناس', role: 'agency-officer', province, agency: 'AGRI' }
    expect((await askHttp(operator, addUser, { body: user })).statusCode).toBe(200)
    const http = buildHttp(rasad, { actor: officer(userName) })
    const query = { province, period, agency: 'AGRI', name: 'a.csv' }
    const list = Buffer.from(csvOf([listRow({ county: '1503' })]))
    const sent = await askHttp(http, startImport, { query, body: list })
    runs.push(sent.json<{ runId: string }>().runId)
    await http.close()
  }
  expect(
    (await askHttp(operator, lockUser, { params: { userName: 'leaving' }, body: { reason: 'رفت' } }))
      .statusCode,
  ).toBe(200)

  const queue = await startImportQueue(rasad)
  const ended = () =>
    Promise.all(
      runs.map(async (runId) =>
        (await askHttp(operator, getImportRun, { params: { runId } })).json<{ phase: string }>(),
      ),
    )
  await vi.waitUntil(async () => (await ended()).every(({ phase }) => !/waiting|ing$/.test(phase)), WAITING)

  expect(await ended()).toMatchObject([
    { phase: 'done', problem: null, startedBy: 'user:staying' },
    { phase: 'refused', problem: { code: 'not-allowed', params: { permission: 'import.run' } } },
  ])
  await queue.stop()
  await operator.close()
  await close()
})
