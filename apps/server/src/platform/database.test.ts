import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { addressOf, asOwner, createTestDatabase } from '../../test/file-database.ts'
import { openDatabase } from './database.ts'
import { APP_ROLE } from './level-roles.ts'
import { EMBEDDED_OWNER } from './postgres.ts'

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'rasad-db-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test("an operator's own server is migrated and used, and the data folder stays empty", async () => {
  const folder = newFolder()
  const { name, drop } = await createTestDatabase('template0')
  onTestFinished(drop)

  const opened = await openDatabase({ folder, url: addressOf(name, EMBEDDED_OWNER) })
  const { rows } = await opened.pool.query('select current_user as name, current_database() as database')
  await opened.close()

  expect(opened.migrated.length).toBeGreaterThan(4)
  expect(rows).toEqual([{ name: APP_ROLE, database: name }])
  expect(readdirSync(folder)).toEqual([])
  const again = await openDatabase({
    folder,
    url: addressOf(name, APP_ROLE),
    ownerUrl: addressOf(name, EMBEDDED_OWNER),
  })
  await again.close()
  expect(again.migrated).toEqual([])
})

test('closing stops the embedded server, however the connections were used', async () => {
  const folder = newFolder()
  const pidFile = path.join(folder, 'postgres', 'postmaster.pid')

  for (const statement of [
    'select 1',
    'create temporary table much as select generate_series(1, 200000) as n',
  ]) {
    const opened = await openDatabase({ folder })
    await Promise.all(Array.from({ length: 10 }, () => opened.pool.query(statement)))
    expect(existsSync(pidFile)).toBe(true)
    await opened.close()
    expect(existsSync(pidFile)).toBe(false)
  }
})

test('numbers and dates cross as they are: no date shifts by a time zone, no integer loses digits', async () => {
  const { name, drop } = await createTestDatabase()
  onTestFinished(drop)
  const opened = await openDatabase({
    folder: newFolder(),
    url: addressOf(name, APP_ROLE),
    ownerUrl: addressOf(name, EMBEDDED_OWNER),
  })

  const { rows } = await opened.pool.query(
    `select date '2025-07-25' as day, 9007199254740991::bigint as largest`,
  )

  expect(rows).toEqual([{ day: '2025-07-25', largest: 9_007_199_254_740_991 }])
  await expect(opened.pool.query('select 9007199254740993::bigint as too_large')).rejects.toThrow(RangeError)
  await opened.close()
})

test('a connection that the server breaks is replaced, and the next question is answered', async () => {
  const { name, drop } = await createTestDatabase()
  onTestFinished(drop)
  const opened = await openDatabase({
    folder: newFolder(),
    url: addressOf(name, APP_ROLE),
    ownerUrl: addressOf(name, EMBEDDED_OWNER),
  })
  await opened.pool.query('select 1')

  await asOwner('postgres', (client) =>
    client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]),
  )

  await expect.poll(async () => (await opened.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await opened.close()
})
