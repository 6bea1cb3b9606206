import { beforeAll, expect, test } from 'vitest'
import { asOwner } from '../../../test/file-database.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { openRasad } from '../../app.ts'
import { bringBackLaidAside, withLaidAside } from './laid-aside.commands.ts'

let world: World
let whole: string[]

beforeAll(async () => {
  world = await openWorld()
  whole = await listRules()
})

/** Every index, constraint and setting of a table, as the database spells it. */
async function listRules(): Promise<string[]> {
  const { rows } = await world.rasad.pool.query<{ rule: string }>(`
    select concat_ws(' ', replace(pg_get_indexdef(indexrelid), ' ON ONLY ', ' ON '), indisvalid, indisclustered) as rule
    from pg_index join pg_class on pg_class.oid = indrelid where relnamespace = 'public'::regnamespace
    union all
    select concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid), convalidated) from pg_constraint
    where connamespace = 'public'::regnamespace and conparentid = 0
    union all
    select concat_ws(' ', relname, reloptions) from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
    order by 1`)
  return rows.map(({ rule }) => rule)
}

async function openAgain(): Promise<void> {
  const { folder, pool, owner } = world.rasad
  const again = await openRasad({
    folder,
    url: String(pool.options.connectionString),
    ownerUrl: String(owner.connectionString),
  })
  await again.close()
}

test('what a loading that is broken off has laid aside is back when the database is opened again, and not before it ends', async () => {
  const broken = withLaidAside(world.rasad, async () => {
    await openAgain()
    expect(await listRules()).not.toEqual(whole)
    throw new Error('broken off')
  })

  await expect(broken).rejects.toThrow('broken off')
  expect(whole.filter((rule) => rule.startsWith('CREATE UNIQUE INDEX job_is_one'))).toHaveLength(1)
  expect(await listRules()).not.toEqual(whole)
  await openAgain()
  expect(await listRules()).toEqual(whole)
})

test('a person who is counted twice in a period, and a job of nobody, fail the loading at its end', async () => {
  const [one, other] = [await world.register(), await world.register()]
  const [first, second] = [await personOf(one.jobId), await personOf(other.jobId)]

  for (const [person, rule] of [
    [first, /job_is_one_per_person_and_period/],
    ['-1', /job_belongs_to_a_person/],
  ] as const) {
    await expect(withLaidAside(world.rasad, () => setPerson(other.jobId, person))).rejects.toThrow(rule)
    await setPerson(other.jobId, second)
    await bringBackLaidAside(world.rasad)
    expect(await listRules()).toEqual(whole)
  }
})

async function personOf(jobId: number): Promise<string> {
  const { rows } = await world.rasad.pool.query<{ person: string }>(
    'select person_id::text as person from job where province_id = $1 and job_id = $2',
    [world.province, jobId],
  )
  return rows[0]!.person
}

/** No act of the program gives a job another person. */
async function setPerson(jobId: number, person: string): Promise<void> {
  const { pool } = world.rasad
  const { rows } = await pool.query<{ name: string }>('select current_database() as name')
  await asOwner(rows[0]!.name, (client) =>
    client.query('update job set person_id = $1 where province_id = $2 and job_id = $3', [
      person,
      world.province,
      jobId,
    ]),
  )
}
