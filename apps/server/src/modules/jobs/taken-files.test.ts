import { searchAudit } from '@rasad/contracts/audit'
import { getErrorWorkbook } from '@rasad/contracts/imports'
import { getImportedFile, getJobCsv, getJobWorkbook } from '@rasad/contracts/papers'
import { expect, test } from 'vitest'
import { csvOf, listRow } from '../../../test/csv-lists.ts'
import { actorOf, openActing } from '../../../test/scoped-world.ts'
import { openWorld, type World } from '../../../test/world.ts'

const rowsOf = async ({ call, province }: World) => {
  const { rows } = await call(searchAudit, { query: { province, limit: '500' } })
  return rows
    .filter(({ action }) => action.endsWith('-taken') && action !== 'job.step-taken')
    .map(({ actor, action, subject }) => ({ actor, action, subject }))
    .toReversed()
}

test('taking a list of jobs says who took it, by which filter and how many rows, and never whom they looked for', async () => {
  const acting = openActing()
  await using world = await openWorld({ actor: acting.actor })
  const { province, period, county } = world
  for (const lastName of ['رضایی', 'کریمی']) await world.register({ lastName, county: county(0) })
  await world.register({ county: county(1) })
  const place = { province, period }
  const governor = actorOf('county-governor', { level: 'county', province, county: county(0) })

  await acting.as(governor, () => world.ask(getJobCsv, { query: { ...place, state: 'registered' } }))
  await acting.as(governor, () => world.ask(getJobWorkbook, { query: { ...place, q: 'رضا' } }))
  await world.ask(getJobCsv, { query: { ...place, q: '0012345679' } })

  const actor = 'user:county-governor'
  const action = 'job.list-taken'
  expect(await rowsOf(world)).toEqual([
    { actor, action, subject: { period, state: ['registered'], rows: 2 } },
    { actor, action, subject: { period, rows: 1, searched: true } },
    { actor: acting.actor.id, action, subject: { period, rows: 0, searched: true } },
  ])
})

test('taking the list that was sent, or its errors, says which one and how many rows', async () => {
  const acting = openActing()
  await using world = await openWorld({ actor: acting.actor })
  const { province, county } = world
  const list = csvOf([listRow({ county: county(0) }), listRow({ county: 'ناکجا' })])
  const importId = (await world.importFile(list)).importId!
  const params = { province, importId }
  const officer = actorOf('agency-officer', { level: 'agency', province, agency: 'AGRI' })

  const file = await acting.as(officer, () => world.ask(getImportedFile, { params }))
  const errors = await acting.as(officer, () => world.ask(getErrorWorkbook, { params }))

  expect([file.statusCode, errors.statusCode]).toEqual([200, 200])
  const subject = (rows: number) => ({ province, importId, rows })
  expect(await rowsOf(world)).toEqual([
    { actor: 'user:agency-officer', action: 'import.file-taken', subject: subject(2) },
    { actor: 'user:agency-officer', action: 'import.errors-taken', subject: subject(1) },
  ])
})

test('whoever asks for what they may not have gets no file, and no row says that they did', async () => {
  const acting = openActing()
  await using world = await openWorld({ actor: acting.actor })
  const { province, county } = world
  const importId = (await world.importFile(csvOf([listRow({ county: county(0) })]))).importId!
  const stranger = actorOf('agency-officer', { level: 'agency', province, agency: 'SMT' })

  const refused = await acting.as(stranger, () =>
    world.ask(getImportedFile, { params: { province, importId } }),
  )

  expect(refused.statusCode).toBe(404)
  expect(await rowsOf(world)).toEqual([])
})

test('without its audit row no file is handed over', async () => {
  const acting = openActing()
  await using world = await openWorld({ actor: acting.actor })
  const nameless = { ...acting.actor, id: '\u0000' }

  const answer = await acting.as(nameless, () =>
    world.ask(getJobCsv, { query: { province: world.province, period: world.period } }),
  )

  expect(answer.statusCode).toBe(500)
  expect(answer.headers['content-type']).toMatch(/problem/)
})

test('asking for the list of another province gives nothing of it, and the row stays in the own one', async () => {
  const acting = openActing()
  await using world = await openWorld({ actor: acting.actor })
  await using elsewhere = await openWorld()
  await elsewhere.register()
  const { province, period } = world
  const governor = actorOf('governor', { level: 'province', province })

  const answer = await acting.as(governor, () =>
    world.ask(getJobCsv, { query: { province: elsewhere.province, period } }),
  )

  expect(answer.body.trim().split('\n')).toHaveLength(1)
  expect(await rowsOf(world)).toMatchObject([{ subject: { rows: 0 } }])
  expect(await rowsOf(elsewhere)).toEqual([])
})
