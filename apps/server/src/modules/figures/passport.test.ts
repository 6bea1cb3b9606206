import { getPassport, PASSPORT_TRUTHS, type Passport } from '@rasad/contracts/figures'
import { expect, test } from 'vitest'
import { csvOf, listRow } from '../../../test/csv-lists.ts'
import { openWorld, type World } from '../../../test/world.ts'

function passport(
  world: World,
  words: { asOf?: string; county?: string; truth?: Passport['truth']; limit?: string } = {},
) {
  return world.call(getPassport, { query: { province: world.province, period: world.period, ...words } })
}

test('every truth of a figure is the sum of its cells and of its postings', async () => {
  await using world = await openWorld()
  const jobs = []
  for (let n = 0; n < 6; n++)
    jobs.push(
      await world.register({
        county: world.county(n % 2),
        startDate: `1404-0${n + 1}-10`,
        ...(n === 5 && { novelty: 'تثبیت' }),
      }),
    )
  for (const { jobId } of jobs.slice(0, 4)) await world.step(jobId, 'confirm')
  await world.step(jobs[0]!.jobId, 'verify')
  await world.step(jobs[1]!.jobId, 'reject', { reason: 'سند' })
  await world.step(jobs[2]!.jobId, 'mark-unreachable')
  await world.step(jobs[3]!.jobId, 'correct', { reason: 'اصلاح', corrections: { county: world.county(2) } })
  await world.step(jobs[4]!.jobId, 'withdraw', { reason: 'انصراف' })
  await world.commit([
    { county: world.county(0), agency: 'AGRI', value: 40 },
    { county: world.county(1), agency: 'SMT', value: 2 },
  ])
  const batch = await world.settle()

  for (const truth of PASSPORT_TRUTHS) {
    for (const moment of [{}, { asOf: String(batch) }]) {
      const told = await passport(world, { truth, limit: '1000', ...moment })
      expect([truth, told.value]).toEqual([truth, told.figure[truth]])
      expect([truth, told.postings.reduce((sum, { amount }) => sum + amount, 0)]).toEqual([truth, told.value])
      expect(told.cells.reduce((sum, { value }) => sum + value, 0)).toBe(told.value)
      expect(told.postings).toHaveLength(told.postingCount)
    }
  }
  expect((await passport(world, { truth: 'underReview' })).cells).toEqual([
    { county: world.county(2), agency: 'AGRI', sector: 'unspecified', month: '1404-04', value: 1 },
  ])
  expect((await passport(world, { truth: 'committed' })).cells).toEqual([
    { county: world.county(0), agency: 'AGRI', sector: 'unspecified', month: null, value: 40 },
    { county: world.county(1), agency: 'SMT', sector: 'unspecified', month: null, value: 2 },
  ])
})

test('a posting leads to its step, its actor, its record with a masked ID, and the row of the file it came from', async () => {
  await using world = await openWorld()
  const rows = [
    listRow({ county: world.county(0), nationalId: '0090874064' }),
    listRow({ county: world.county(1) }),
  ]
  const { importId, sha256 } = await world.importFile(csvOf(rows, [['اداره کل'], []]), {
    name: 'لیست مرداد.csv',
  })

  const told = await passport(world, { county: world.county(0) })

  expect(told).toMatchObject({ value: 1, postingCount: 1, batch: 1, unsettled: 0 })
  expect(told.postings[0]).toMatchObject({
    batch: 1,
    cause: 'registered',
    state: 'registered',
    amount: 1,
    action: 'import.run',
    actor: expect.stringMatching(/^operator:/) as string,
    step: 'register',
    record: { nationalId: '009*****64', name: 'زهرا رضایی', state: 'registered', startDate: '1404-05-03' },
    source: { importId, file: 'لیست مرداد.csv', sha256, row: 4 },
  })
  expect(JSON.stringify(told)).not.toContain('0090874064')
})

test('the newest postings come first, at most as many as were asked for, and all are counted', async () => {
  await using world = await openWorld()
  for (let n = 0; n < 5; n++) await world.register()

  const told = await passport(world, { limit: '2' })

  expect(told.postingCount).toBe(5)
  expect(told.postings.map(({ seq }) => seq)).toEqual(
    told.postings.map(({ seq }) => seq).toSorted((a, b) => b - a),
  )
  expect(told.postings).toHaveLength(2)
})

test('the commitment version of a passport is the one its figure was summed from', async () => {
  await using world = await openWorld()
  const cell = { county: world.county(0), agency: 'AGRI' }
  await world.commit([{ ...cell, value: 10 }], { source: 'one.csv' })
  const first = await world.settle()
  await world.commit([{ ...cell, value: 25 }], { source: 'two.csv' })

  const told = async (words: object = {}) => {
    const { commitment, value } = await passport(world, { truth: 'committed', ...words })
    return [commitment?.version ?? null, commitment?.source ?? null, value]
  }
  expect(await told()).toEqual([2, 'two.csv', 25])
  expect(await told({ asOf: String(first) })).toEqual([1, 'one.csv', 10])
  expect(await told({ asOf: new Date().toISOString() })).toEqual([1, 'one.csv', 10])
  expect(await told({ asOf: '0' })).toEqual([null, null, 0])
  const second = await world.settle()
  expect(await told({ asOf: String(second) })).toEqual([2, 'two.csv', 25])
})
