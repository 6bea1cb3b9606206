import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { getSystem } from '@rasad/contracts/system'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOwner, openOwnRasad, ownFolder, type OwnRasad } from '../../../test/own-rasad.ts'
import { localOperator } from '../../app.ts'
import { readManifest, writeManifest } from '../../platform/backup/manifest-file.ts'
import { settleAll } from '../ledger/ledger.commands.ts'
import { makeBackup, type Backup } from './backup.commands.ts'
import { runDrill } from './drill.commands.ts'

const folder = ownFolder()
const actor = localOperator()
let own: OwnRasad
let backup: Backup

beforeAll(async () => {
  own = await openOwnRasad(path.join(folder.at, 'data'))
  await own.openPeriod('15')
  await own.importList('15')
  for (let n = 0; n < 12; n += 1) await own.register('15', n)
  await settleAll(own.rasad.database)
  backup = await makeBackup(own.rasad, {}, { actor, now: Date.now() })
})

afterAll(async () => {
  await own[Symbol.asyncDispose]()
  folder[Symbol.dispose]()
})

const drill = (order = {}) => runDrill(own.rasad, order, { actor, now: Date.now() })
const system = async () => getSystem.response.parse((await own.http.inject('/api/system')).json())

test('a drill finds a good backup equal to the system that has gone on since, and is told by it', async () => {
  for (let n = 0; n < 5; n += 1) await own.register('15', n)
  await settleAll(own.rasad.database)
  expect((await system()).lastDrill).toBeNull()

  const found = await drill()

  expect(found).toMatchObject({
    backup: backup.name,
    wrong: 0,
    differences: [],
    rows: backup.rows,
    runBy: actor.id,
  })
  expect(found.cells).toBeGreaterThan(6)
  expect(found.checks).toBeGreaterThan(30)
  expect((await system()).lastDrill).toEqual(found)
  expect(existsSync(path.join(own.rasad.folder, 'drill'))).toBe(false)
})

test('history that was changed behind the back of the running system is found, with its place', async () => {
  const change = (by: string) =>
    asOwner(
      own.rasad,
      `update balance_report_delta set amount = amount ${by} where batch = 1 and province_id = '15' and state = 'registered'`,
    )
  await change('+ 3')

  const found = await drill({ backup: backup.folder })
  await change('- 3')

  expect(found.wrong).toBe(2)
  expect(found.differences).toEqual([
    {
      kind: 'figure',
      place: '15 1404 1501 AGRI provincial registered',
      expected: expect.any(Number),
      found: expect.any(Number),
    },
    {
      kind: 'figure',
      place: '15 1404 1501 AGRI provincial underReview',
      expected: expect.any(Number),
      found: expect.any(Number),
    },
  ])
  const [{ expected, found: restored } = { expected: 0, found: 0 }] = found.differences
  expect(Number(expected) - Number(restored)).toBe(3)
  expect((await system()).lastDrill?.wrong).toBe(2)
})

test('a backup that came in damaged is named as it is, and the drill is kept', async () => {
  const file = path.join(backup.folder, 'public.job.copy.gz')
  const whole = readFileSync(file)
  writeFileSync(file, whole.subarray(0, -1))

  const found = await drill()
  writeFileSync(file, whole)

  expect(found.differences).toEqual([
    { kind: 'file', place: 'public.job.copy.gz', expected: null, found: null },
  ])
  expect((await system()).lastDrill).toEqual(found)
})

test('a manifest that claims other rows and batches than the backup holds is found', async () => {
  const manifest = (await readManifest(backup.folder))!
  const claim = async (content: typeof manifest) => {
    for (const name of ['manifest.json', 'manifest.json.sha256']) rmSync(path.join(backup.folder, name))
    await writeManifest(backup.folder, content)
  }
  await claim({
    ...manifest,
    tables: manifest.tables.map((table) =>
      table.name === 'person' ? { ...table, rows: table.rows + 1 } : table,
    ),
    provinces: manifest.provinces.map(({ province, batch }) => ({ province, batch: batch + 1 })),
  })

  const found = await drill()
  await claim(manifest)

  expect(found.differences).toContainEqual({ kind: 'rows', place: 'public.person', expected: 14, found: 13 })
  expect(found.differences).toContainEqual({ kind: 'batch', place: '15', expected: 3, found: 2 })
})

test('a ledger that is wrong in the backup is found by the check of the drill', async () => {
  await asOwner(own.rasad, `update balance_month set amount = amount + 1 where batch = 0`)
  const bad = await makeBackup(own.rasad, { to: path.join(folder.at, 'bad') }, { actor, now: Date.now() })
  await asOwner(own.rasad, `update balance_month set amount = amount - 1 where batch = 0`)

  const found = await drill({ backup: bad.folder })

  expect(found.differences).toEqual([
    { kind: 'check', place: '15 balance-month', expected: 0, found: expect.any(Number) },
  ])
})

test('what a drill found can be added to and never changed', async () => {
  await expect(own.rasad.pool.query('update drill set wrong = 0')).rejects.toMatchObject({ code: '42501' })
  await expect(own.rasad.pool.query('delete from drill')).rejects.toMatchObject({ code: '42501' })
})
