import { getCommitment, setCommitment } from '@rasad/contracts/commitments'
import { getDifference } from '@rasad/contracts/figures'
import type { Actor } from '@rasad/domain/access/scope'
import { addPeriod, listPeriods } from '@rasad/contracts/periods'
import { expect, test } from 'vitest'
import { openWorld, statusesOf, type World } from '../../../test/world.ts'

const place = ({ province, period }: World) => ({ province, period })

/** The causes and amounts of every posting of a commitment, act by act. */
async function postingsOf({ rasad, province }: World) {
  const { rows } = await rasad.pool.query<{
    entry_id: string
    cause: string
    amount: number
    agency_id: string
    state: string
  }>(
    `select entry_id, cause, amount::integer, agency_id, state from posting where province_id = $1 and measure = 'commitment' order by seq`,
    [province],
  )
  return [...Map.groupBy(rows, ({ entry_id: entry }) => entry).values()].map((entry) =>
    entry.map(({ agency_id: agency, amount, cause, state }) => `${agency} ${amount} ${cause} ${state}`),
  )
}

test('an amendment is a new version that posts only the difference, and the old one stays readable', async () => {
  await using world = await openWorld()
  const at = (agency: string, value: number, county = 0) => ({ county: world.county(county), agency, value })
  await world.commit([at('AGRI', 10), at('SMT', 5)], { source: 'one.xlsx', reason: 'تقسیم نخست' })
  const first = await world.settle()
  const { version, total } = await world.commit([at('AGRI', 12), at('SMT', 5), at('LABOR', 1)], {
    source: 'two.xlsx',
  })
  await world.commit([at('AGRI', 12), at('LABOR', 1)])

  expect([version, total]).toEqual([2, 18])
  expect(await postingsOf(world)).toEqual([
    ['AGRI 10 re-split provincial', 'SMT 5 re-split provincial'],
    ['AGRI 2 re-split provincial', 'LABOR 1 re-split provincial'],
    ['SMT -5 re-split provincial'],
  ])
  expect(
    (await world.figures({ by: 'agency' })).rows.map(({ agency, committed }) => [agency, committed]),
  ).toEqual([
    ['AGRI', 12],
    ['LABOR', 1],
  ])
  expect(
    (await world.figures({ by: 'agency', asOf: String(first) })).rows.map(({ agency, committed }) => [
      agency,
      committed,
    ]),
  ).toEqual([
    ['AGRI', 10],
    ['SMT', 5],
  ])
  expect(await world.call(getCommitment, { query: { ...place(world), version: '1' } })).toMatchObject({
    version: 1,
    total: 15,
    source: 'one.xlsx',
    reason: 'تقسیم نخست',
    cells: [at('AGRI', 10), at('SMT', 5)],
  })
  expect(await world.call(getCommitment, { query: place(world) })).toMatchObject({ version: 3, total: 13 })
  const { causes, residue } = await world.call(getDifference, {
    query: { ...place(world), from: String(first) },
  })
  expect(causes).toMatchObject([{ cause: 're-split', committed: -2, registered: 0 }])
  expect(residue.committed).toBe(0)
  await world.check()
})

test('the provincial and the national baseline stand apart, each with its own versions', async () => {
  await using world = await openWorld()
  const cells = (value: number) => [{ county: world.county(0), agency: 'AGRI', value }]
  await world.commit(cells(10))
  await world.commit(cells(8), { baseline: 'national' })
  const { version } = await world.commit(cells(9), { baseline: 'national' })

  expect(version).toBe(2)
  expect(await world.figure()).toMatchObject({ committed: 10 })
  expect(await world.figure({ baseline: 'national' })).toMatchObject({ committed: 9 })
  expect((await world.figures({ by: 'county', baseline: 'national' })).rows).toMatchObject([{ committed: 9 }])
  await world.check()
})

test('cells of one place are one cell, and a cell without a promise is none', async () => {
  await using world = await openWorld()
  const cell = { county: world.county(0), agency: 'AGRI' }

  await world.commit([
    { ...cell, value: 3 },
    { ...cell, value: 4 },
    { ...cell, sector: 'industry', value: 2 },
    { ...cell, programme: 'greenhouses', value: 5 },
    { ...cell, programme: 'greenhouses', value: 1 },
    { ...cell, agency: 'SMT', value: 0 },
  ])

  const { cells, total } = await world.call(getCommitment, { query: place(world) })
  expect(cells).toEqual([
    { ...cell, sector: 'industry', programme: 'unspecified', value: 2 },
    { ...cell, sector: 'unspecified', programme: 'greenhouses', value: 6 },
    { ...cell, sector: 'unspecified', programme: 'unspecified', value: 7 },
  ])
  expect(total).toBe(15)
})

test('a matrix whose parts do not make its wholes is refused with each line that does not hold', async () => {
  await using world = await openWorld()
  const cells = [
    { county: world.county(0), agency: 'AGRI', value: 10 },
    { county: world.county(1), agency: 'SMT', value: 5 },
  ]
  const stated = [
    { agency: 'AGRI', stated: 10, line: 2 },
    { agency: 'SMT', stated: 6, line: 3 },
    { county: world.county(1), stated: 5, line: 4 },
    { stated: 16, line: 5 },
  ]

  const refusal = await world.refuse(setCommitment, {
    body: { ...place(world), source: 'a.csv', cells, stated },
  })

  expect(refusal).toMatchObject({ status: 422, code: 'commitment.does-not-add-up' })
  expect(refusal.params['mismatches']).toMatchObject([
    { line: 3, stated: 6, sum: 5 },
    { line: 5, stated: 16, sum: 15 },
  ])
  await world.call(setCommitment, {
    body: {
      ...place(world),
      source: 'a.csv',
      cells,
      stated: [
        { agency: 'SMT', stated: 5, line: 3 },
        { stated: 15, line: 5 },
      ],
    },
  })
  expect(await world.figure()).toMatchObject({ committed: 15 })
})

test('two versions set at once get two numbers, and the later one is what counts', async () => {
  await using world = await openWorld()
  const values = [11, 12, 13, 14]

  const versions = await Promise.all(
    values.map((value) => world.commit([{ county: world.county(0), agency: 'AGRI', value }])),
  )

  expect(new Set(versions.map(({ version }) => version))).toEqual(new Set([1, 2, 3, 4]))
  const newest = versions.find(({ version }) => version === 4)!
  expect(await world.figure()).toMatchObject({ committed: newest.total })
  await world.settle()
  await world.check()
})

test('a matrix is set in force without a letter only by whoever may notify', async () => {
  await using world = await openWorld()
  const { province } = world
  const drafting: Actor = {
    id: 'token:drafts',
    name: 'drafts',
    scope: { level: 'province', province },
    permissions: ['commitment.read', 'commitment.set', 'reference.read'],
    agency: null,
  }
  await using theirs = await openWorld({ province, actor: drafting, period: null })
  const body = {
    ...place(world),
    source: 'a.csv',
    cells: [{ county: world.county(0), agency: 'AGRI', value: 10 }],
  }

  expect(await theirs.refuse(setCommitment, { body })).toEqual({
    status: 403,
    code: 'not-allowed',
    params: { permission: 'commitment.notify' },
  })
})

test('a period need not be the Jalali year, has its own cut-off, and is opened once', async () => {
  await using world = await openWorld({ period: null })
  const body = {
    province: world.province,
    period: '1404-2',
    title: 'نیمهٔ دوم',
    from: '1404-07-01',
    to: '1405-06-31',
    cutoff: '1405-07-15',
  }

  expect(await world.call(addPeriod, { body })).toEqual({ ...body, version: 1, changed: null })
  await world.call(addPeriod, {
    body: { ...body, period: '1403', from: '1403-01-01', to: '1403-12-30', cutoff: undefined },
  })

  const { periods } = await world.call(listPeriods, { query: { province: world.province } })
  expect(periods.map(({ period, cutoff }) => [period, cutoff])).toEqual([
    ['1404-2', '1405-07-15'],
    ['1403', '1403-12-30'],
  ])
  const answers = await Promise.all(
    [1, 2, 3].map(() => world.ask(addPeriod, { body: { ...body, period: '1406' } })),
  )
  expect(statusesOf(answers)).toEqual([200, 409, 409])
})
