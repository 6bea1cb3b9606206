import { getDifference, getFigures } from '@rasad/contracts/figures'
import { listBatches } from '@rasad/contracts/ledger'
import { addPeriod } from '@rasad/contracts/periods'
import { registerJob } from '@rasad/contracts/jobs'
import { addDays, jalaliDateAt } from '@rasad/domain/calendar/jalali'
import { expect, test } from 'vitest'
import { csvOf, listRow } from '../../../test/csv-lists.ts'
import { newNationalId } from '../../../test/national-ids.ts'
import { openWorld, type World } from '../../../test/world.ts'

const at = (text: string) => ({ clock: () => Date.parse(text) })

async function verified(world: World, job: Parameters<World['register']>[0] = {}): Promise<number> {
  const { jobId } = await world.register(job)
  await world.step(jobId, 'confirm')
  await world.step(jobId, 'verify')
  return jobId
}

test('percentages are computed last from whole numbers, and are none without a commitment', async () => {
  await using world = await openWorld()
  await verified(world)
  await verified(world)
  await world.register()

  expect(await world.figure()).toMatchObject({
    committed: 0,
    registeredOfCommitted: null,
    verifiedOfCommitted: null,
    verifiedOfRegistered: 66.7,
  })
  await world.commit([{ county: world.county(0), agency: 'AGRI', value: 7 }])

  expect(await world.figure()).toMatchObject({
    committed: 7,
    registeredOfCommitted: 42.9,
    verifiedOfCommitted: 28.6,
    verifiedOfRegistered: 66.7,
  })
  expect(await world.figure({ gender: 'female' })).toMatchObject({
    committed: null,
    registeredOfCommitted: null,
    proRataTarget: null,
    gap: null,
  })
})

test('more than was promised is more than a hundred per cent: 35 of 27 are 129.6', async () => {
  await using world = await openWorld()
  await world.importFile(csvOf(Array.from({ length: 35 }, () => listRow({ county: world.county(0) }))))
  await world.commit([{ county: world.county(0), agency: 'AGRI', value: 27 }])

  expect(await world.figure()).toMatchObject({ registered: 35, committed: 27, registeredOfCommitted: 129.6 })
})

test.each([
  ['the day before the period', '2025-03-20T12:00:00Z', 0],
  ['its first day', '2025-03-21T12:00:00Z', 1],
  ['the last minute of 31 Shahrivar in Tehran', '2025-09-22T20:29:00Z', 186],
  ['the first minute of 1 Mehr in Tehran', '2025-09-22T20:31:00Z', 187],
  ['its last day', '2026-03-20T12:00:00Z', 365],
  ['long after it', '2026-11-01T12:00:00Z', 365],
])('on %s the pro-rata target is in proportion to the days that have passed', async (_day, now, target) => {
  await using world = await openWorld(at(now))
  await world.commit([{ county: world.county(0), agency: 'AGRI', value: 365 }])

  expect(await world.figure()).toMatchObject({ committed: 365, proRataTarget: target, gap: 0 - target })
})

test('for a range of months the target is that of the last of them, and the commitment stays that of the period', async () => {
  await using world = await openWorld(at('2026-11-01T12:00:00Z'))
  await world.commit([{ county: world.county(0), agency: 'AGRI', value: 365 }])
  await verified(world, { startDate: '1404-01-20' })
  await verified(world, { startDate: '1404-03-01' })

  expect(await world.figure({ month: '1404-01..1404-02' })).toMatchObject({
    committed: 365,
    verified: 1,
    proRataTarget: 62,
    gap: -61,
  })
  expect(await world.figure({ month: '1404-03' })).toMatchObject({ verified: 1, proRataTarget: 93 })
})

test('rows stand in the order of their codes, add up to the total, and leave out what is empty', async () => {
  await using world = await openWorld()
  for (const n of [3, 1, 2, 1])
    await verified(world, { county: world.county(n), agency: n === 2 ? 'SMT' : 'AGRI' })
  await world.commit([{ county: world.county(0), agency: 'LABOR', value: 5 }])

  const { rows, total, by } = await world.figures({ by: 'agency,county' })

  expect(by).toEqual(['agency', 'county'])
  expect(
    rows.map(({ agency, county, committed, verified: count }) => [agency, county, committed, count]),
  ).toEqual([
    ['AGRI', world.county(1), 0, 2],
    ['AGRI', world.county(3), 0, 1],
    ['LABOR', world.county(0), 5, 0],
    ['SMT', world.county(2), 0, 1],
  ])
  expect(total).toMatchObject({ committed: 5, verified: 4, registered: 4 })
  expect(
    (await world.figures({ by: 'agency', county: `${world.county(1)},${world.county(2)}` })).rows.map(
      ({ agency, verified: count }) => [agency, count],
    ),
  ).toEqual([
    ['AGRI', 2],
    ['SMT', 1],
  ])
})

test('where a commitment is not split, its rows say nothing of it and the total does', async () => {
  await using world = await openWorld()
  await world.commit([{ county: world.county(0), agency: 'AGRI', value: 5 }])
  await world.register({ startDate: '1404-05-03', gender: 'زن' })

  for (const by of [
    'month',
    'gender',
    'job-type,county',
    'education',
    'settlement',
    'directness',
    'activity-line',
  ]) {
    const { rows, total } = await world.figures({ by })
    expect([by, rows.length, rows[0]!.committed, total.committed]).toEqual([by, 1, null, 5])
  }
})

test('the past can be asked by batch, by instant and by Jalali day, each with the same answer', async () => {
  await using world = await openWorld()
  await world.register()
  await world.settle()
  await world.register()
  await world.settle()
  await world.register()
  const { batches } = await world.call(listBatches, { query: { province: world.province } })

  for (const { batch, settledAt } of batches) {
    const byBatch = await world.figures({ by: 'county', asOf: String(batch) })
    const byInstant = await world.figures({ by: 'county', asOf: settledAt })
    expect(byInstant).toMatchObject({ batch, rows: byBatch.rows, unsettled: 0 })
    expect(byBatch).toMatchObject({ batch, asOf: settledAt, total: { registered: batch } })
  }
  expect(await world.figures()).toMatchObject({ batch: 2, unsettled: 1, total: { registered: 3 } })
  expect(await world.figure({ asOf: '0' })).toMatchObject({ registered: 0 })
  expect(await world.figures({ asOf: '1400/01/01' })).toMatchObject({ batch: 0, total: { registered: 0 } })
  const before = new Date(Date.parse(batches[1]!.settledAt) - 1).toISOString()
  expect(await world.figures({ asOf: before })).toMatchObject({ batch: 0, total: { registered: 0 } })
})

test('a Jalali day means its end in Tehran, the day that is not over means now, and a moment to come is refused', async () => {
  const start = Date.now()
  await using world = await openWorld({ clock: () => start })
  await world.register()
  await using tomorrow = await openWorld({ clock: () => start + 24 * 3_600_000, period: null })
  const today = jalaliDateAt(start)
  const asOf = (day: string) => ({ province: world.province, period: world.period, asOf: day })

  expect(await world.call(getFigures, { query: asOf(today) })).toMatchObject({
    asOf: new Date(start).toISOString(),
    unsettled: 1,
    total: { registered: 1 },
  })
  await world.settle()
  expect(await tomorrow.call(getFigures, { query: asOf(today.replaceAll('-', '/')) })).toMatchObject({
    batch: 1,
    total: { registered: 1 },
  })
  expect(await world.refuse(getFigures, { query: asOf(addDays(today, 1)) })).toEqual({
    status: 422,
    code: 'figure.moment-in-future',
    params: { moment: addDays(today, 1) },
  })
})

test.each([
  '1404-07-31',
  '1404/12/30',
  '1404-05',
  '1404/5',
  '2025-08-22',
  '2025-08-22T12:00',
  'yesterday 1',
  '-1',
  '99999999999999999999',
])('%s is no moment, and is not taken for some day of another calendar', async (asOf) => {
  await using world = await openWorld()
  const query = { province: world.province, period: world.period, asOf }

  expect(await world.refuse(getFigures, { query })).toMatchObject({ code: 'bad-input' })
})

test('a difference names what each cause moved, and of a moment behind its end it says so', async () => {
  await using world = await openWorld()
  const jobId = await verified(world, { county: world.county(0) })
  const from = await world.settle()
  await world.step(jobId, 'correct', { reason: 'اصلاح', corrections: { county: world.county(1) } })
  await world.register({ county: world.county(1) })
  const gone = await world.register({ county: world.county(1) })
  await world.step(gone.jobId, 'withdraw', { reason: 'انصراف' })
  await world.commit([{ county: world.county(1), agency: 'AGRI', value: 9 }])
  const to = await world.settle()
  const ask = (words: object) =>
    world.call(getDifference, {
      query: { province: world.province, period: world.period, from: String(from), ...words },
    })

  const { causes, before, after } = await ask({ county: world.county(1), to: String(to) })

  const moved = Object.fromEntries(
    causes.map(({ cause, registered, verified: count, withdrawn, committed }) => [
      cause,
      [registered, count, withdrawn, committed],
    ]),
  )
  expect(moved).toEqual({
    moved: [1, 1, 0, 0],
    registered: [2, 0, 0, 0],
    withdrawn: [-1, 0, 1, 0],
    're-split': [0, 0, 0, 9],
  })
  expect([before.registered, after.registered, after.committed]).toEqual([0, 2, 9])
  expect((await ask({ to: String(to), county: world.county(0) })).causes).toMatchObject([
    { cause: 'moved', registered: -1, verified: -1 },
  ])
  const backwards = {
    query: { province: world.province, period: world.period, from: String(to), to: String(from) },
  }
  expect(await world.refuse(getDifference, backwards)).toMatchObject({ code: 'bad-input' })
})

test('the country is the sum of its provinces, now and as of a moment, and periods do not mix', async () => {
  const period = '1404-N'
  await using one = await openWorld({ period })
  await using other = await openWorld({ period })
  await one.call(addPeriod, {
    body: { province: one.province, period: '1404-M', from: '1404-01-01', to: '1404-12-29' },
  })
  const body = {
    province: one.province,
    period: '1404-M',
    agency: 'AGRI',
    nationalId: newNationalId(),
    lastName: 'آزمون',
    county: one.county(0),
    startDate: '1404-05-03',
  }
  await one.call(registerJob, { body })
  await verified(one)
  await other.register()
  await one.settle()
  const moment = new Date().toISOString()
  await other.register()
  const ask = (query: object) => one.call(getFigures, { query: { period, by: 'province', ...query } })

  expect(
    (await ask({})).rows.map(({ province, registered, verified: count }) => [province, registered, count]),
  ).toEqual([
    [one.province, 1, 1],
    [other.province, 2, 0],
  ])
  expect(await ask({ asOf: moment })).toMatchObject({
    batch: null,
    province: null,
    total: { registered: 2, verified: 1 },
  })
})
