import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOwner, openOwnRasad, ownFolder, type OwnRasad } from '../../../test/own-rasad.ts'
import { localOperator, startQueue } from '../../app.ts'
import { settleAll } from '../ledger/ledger.commands.ts'
import { makeBackup, type Backup } from './backup.commands.ts'
import { compareFigures } from './figure-comparison.commands.ts'
import { restoreBackup } from './restore.commands.ts'

const folder = ownFolder()
const actor = localOperator()
let own: OwnRasad
let backup: Backup

beforeAll(async () => {
  own = await openOwnRasad(path.join(folder.at, 'running'))
  await own.openPeriod('15')
  await own.openPeriod('06')
  await own.importList('15')
})

afterAll(async () => {
  await own[Symbol.asyncDispose]()
  folder[Symbol.dispose]()
})

test('a backup that is made while eight clerks register comes back whole, and its figures are those of its batches', async () => {
  const queue = await startQueue(own.rasad, undefined)
  const office = { open: true, registered: 0 }
  const clerk = async (province: string) => {
    while (office.open) {
      await own.register(province, office.registered)
      office.registered += 1
    }
  }
  const untilRegistered = async (enough: number) => {
    while (office.registered < enough) await own.importList('15')
  }
  const clerks = Array.from({ length: 8 }, (_, n) => clerk(n % 2 === 0 ? '15' : '06'))
  await untilRegistered(200)
  const before = office.registered

  backup = await makeBackup(own.rasad, {}, { actor, now: Date.now() })
  const during = office.registered - before
  await untilRegistered(before + during + 100)
  office.open = false
  await Promise.all(clerks)
  await queue.stop()
  await settleAll(own.rasad.database)

  const restored = await restoreBackup(
    { backup: backup.folder, folder: path.join(folder.at, 'restored') },
    { actor },
  )
  expect(during).toBeGreaterThan(0)
  expect(restored.check.wrong).toBe(0)
  expect(restored.check.provinces.map(({ province }) => province)).toEqual(['06', '15'])
  await using second = await openOwnRasad(restored.folder)
  const { cells, differences } = await compareFigures(
    own.rasad.database,
    second.rasad.database,
    backup.provinces,
  )
  expect(cells).toBeGreaterThan(12)
  expect(differences).toEqual([])
  const [{ jobs }] = (await asOwner(second.rasad, 'select count(*)::integer as jobs from job')) as [
    { jobs: number },
  ]
  expect(jobs).toBeGreaterThanOrEqual(before)
  expect(jobs).toBeLessThan(office.registered + 100)

  await second.register('15', 1)
  await second.importList('15')
  await settleAll(second.rasad.database)
  const check = await second.http.inject('/api/ledger/check')
  expect(check.json<{ wrong: number }>().wrong).toBe(0)
})

test('every row of every table is as it was', async () => {
  const quiet = await makeBackup(own.rasad, {}, { actor, now: Date.now() })
  const { folder: at } = await restoreBackup(
    { backup: quiet.folder, folder: path.join(folder.at, 'quiet') },
    { actor },
  )
  await using second = await openOwnRasad(at)

  const digests = (rasad: OwnRasad['rasad']) =>
    Promise.all(
      [
        'job',
        'posting',
        'person',
        'job_step',
        'job_import',
        'claim',
        'balance_report',
        'county',
        'settled_batch',
      ].map(
        async (table) =>
          `${table} ${JSON.stringify(await asOwner(rasad, `select count(*), md5(string_agg(row_text, '/' order by row_text)) from (select ${table}::text as row_text from ${table}) rows`))}`,
      ),
    )
  expect(await digests(second.rasad)).toEqual(await digests(own.rasad))
  const keys = `select conrelid::regclass::text, conname, pg_get_constraintdef(oid) as definition, convalidated from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2, 3`
  expect(await asOwner(second.rasad, keys)).toEqual(await asOwner(own.rasad, keys))
})

test('a backup tells what it holds, and its making stands in the audit', async () => {
  const [audited] = await asOwner<{ subject: { name: string; rows: number } }>(
    own.rasad,
    `select subject from audit where action = 'backup.made' order by audit_id limit 1`,
  )

  expect(audited?.subject).toMatchObject({ name: backup.name, rows: backup.rows })
  expect(backup).toMatchObject({ damagedFiles: [], removed: [] })
  expect(backup.files).toBeGreaterThan(0)
  expect(statSync(backup.folder).mode % 0o1000).toBe(0o700)
  expect(readdirSync(backup.folder)).toContain('manifest.json')
  const state = await own.http.inject('/api/system')
  expect(state.json()).toMatchObject({
    lastBackup: { madeBy: actor.id },
    database: { version: expect.stringMatching(/^18/) },
  })
})

const flip = (file: string) => {
  const bytes = readFileSync(file)
  const at = Math.floor(bytes.length / 2)
  bytes[at] = bytes[at]! ^ 1
  writeFileSync(file, bytes)
}

test('one flipped byte is found and named in whichever file it is, and nothing is restored', async () => {
  const files = readdirSync(backup.folder, { recursive: true })
    .map(String)
    .filter((name) => statSync(path.join(backup.folder, name)).isFile())
  expect(files.length).toBeGreaterThan(30)

  for (const file of files) {
    const at = path.join(backup.folder, file)
    const whole = readFileSync(at)
    flip(at)
    const target = path.join(folder.at, 'refused')
    const named = file.startsWith('manifest.json') ? 'manifest.json' : file
    await expect(restoreBackup({ backup: backup.folder, folder: target }, { actor })).rejects.toMatchObject({
      code: 'backup.damaged',
      params: { backup: backup.name, files: [named] },
    })
    expect(() => readdirSync(target)).toThrow('ENOENT')
    writeFileSync(at, whole)
  }
})

test('a folder that holds something is not restored into', async () => {
  const taken = path.join(folder.at, 'restored')
  const before = readdirSync(taken)

  await expect(restoreBackup({ backup: backup.folder, folder: taken }, { actor })).rejects.toMatchObject({
    code: 'restore.folder-not-empty',
  })
  expect(readdirSync(taken)).toEqual(before)
})

test('a stored file that is no longer what its name says is left out and named', async () => {
  const stored = path.join(own.rasad.folder, 'files')
  const sha256 = 'ab'.repeat(32)
  const at = own.rasad.files.pathOf(sha256)
  mkdirSync(path.dirname(at), { recursive: true })
  writeFileSync(at, 'not that')

  const made = await makeBackup(own.rasad, {}, { actor, now: Date.now() })

  expect(made.damagedFiles).toEqual([sha256])
  expect(readdirSync(path.join(made.folder, 'files'), { recursive: true })).not.toContain(`ab/${sha256}`)
  expect(readdirSync(stored)).toContain('ab')
})

test('the oldest make room once there are more than are kept', async () => {
  const to = path.join(folder.at, 'kept')
  const names: string[] = []
  for (let n = 0; n < 4; n += 1)
    names.push((await makeBackup(own.rasad, { to, keep: 2 }, { actor, now: 1_700_000_000_000 + n })).name)

  expect(names).toEqual([1, 2, 3, 4].map((n) => `rasad-20231114T221320Z-${n}`))
  expect(readdirSync(to).toSorted()).toEqual(names.slice(2))
})
