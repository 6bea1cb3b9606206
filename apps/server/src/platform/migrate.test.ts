import { expect, onTestFinished, test } from 'vitest'
import { asOwner, createTestDatabase, ownerOf } from '../../test/file-database.ts'
import { listMigrations, migrate } from './migrate.ts'

const step = (name: string, sql: string, checksum = `sum of ${sql}`) => ({ name, sql, checksum })
const ONE = step('0001-one.sql', 'create table one (n integer)')
const TWO = step('0002-two.sql', 'create table two (n integer)')

async function emptyDatabase(): Promise<string> {
  const { name, drop } = await createTestDatabase('template0')
  onTestFinished(drop)
  return name
}

async function tablesOf(name: string): Promise<string[]> {
  return asOwner(name, async (client) => {
    const { rows } = await client.query<{ relname: string }>(
      `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
    )
    return rows.map(({ relname }) => relname)
  })
}

test('migrations are applied once, in the order of their names, and a later one is added to them', async () => {
  const owner = ownerOf(await emptyDatabase())

  expect(await migrate(owner, [ONE])).toEqual([ONE.name])
  expect(await migrate(owner, [ONE])).toEqual([])
  expect(await migrate(owner, [ONE, TWO])).toEqual([TWO.name])
})

test('a history that was changed, or is newer than the program, is refused and nothing is applied', async () => {
  const name = await emptyDatabase()
  const owner = ownerOf(name)
  await migrate(owner, [ONE])

  await expect(migrate(owner, [step(ONE.name, 'create table other (n integer)'), TWO])).rejects.toMatchObject(
    { code: 'database.altered', params: { migration: '0001-one.sql' } },
  )
  await expect(migrate(owner, [TWO])).rejects.toMatchObject({
    code: 'database.newer',
    params: { migration: '0001-one.sql' },
  })

  expect(await tablesOf(name)).toEqual(['one', 'schema_migration'])
})

test('a migration that fails leaves nothing of itself and names itself', async () => {
  const name = await emptyDatabase()
  const broken = step('0002-broken.sql', 'create table half (n integer); select nothing')

  await expect(migrate(ownerOf(name), [ONE, broken])).rejects.toThrow('Migration 0002-broken.sql failed')

  expect(await tablesOf(name)).toEqual(['one', 'schema_migration'])
  expect(await migrate(ownerOf(name), [ONE, TWO])).toEqual([TWO.name])
})

test('of several migrators at once each migration is applied by one', async () => {
  const owner = ownerOf(await emptyDatabase())

  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(owner)))

  expect(applied.flat().toSorted()).toEqual(listMigrations().map(({ name }) => name))
})
