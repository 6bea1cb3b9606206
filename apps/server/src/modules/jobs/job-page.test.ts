import { countJobs, JOB_ORDERS, listRegistrars } from '@rasad/contracts/job-filter'
import { claimJob, listJobs } from '@rasad/contracts/jobs'
import { jalaliDateAt } from '@rasad/domain/calendar/jalali'
import { toPersianDigits } from '@rasad/domain/persian/digits'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvOf, listRow } from '../../../test/csv-lists.ts'
import { newNationalId } from '../../../test/national-ids.ts'
import { openWorld, type World } from '../../../test/world.ts'

type Filter = Record<string, string>
const place = ({ province, period }: World) => ({ province, period })

async function list(world: World, { order, ...filter }: Filter): Promise<string[]> {
  const ordered = { ...place(world), ...filter, ...(order !== undefined && { order }) }
  const { jobs } = await world.call(listJobs, { query: ordered })
  const counted = await world.call(countJobs, { query: { ...place(world), ...filter } })
  expect(counted).toEqual({ count: jobs.length, exact: true })
  return jobs.map(({ name }) => name)
}

test('a job is found by the words of its names in any order, however they are written', async () => {
  await using world = await openWorld()
  await world.register({ firstName: 'سید محمد', lastName: 'ملک‌زاده', employer: 'کارگاه پرديس' })
  await world.register({ firstName: 'مریم', lastName: 'کریمی' })
  const malek = ['سید محمد ملک‌زاده']

  for (const q of ['ملک زاده', 'ملكزاده', 'زاده محمد', 'پردیس', 'محم مل', 'سيد'])
    expect([q, await list(world, { q })]).toEqual([q, malek])
  expect(await list(world, { q: 'کري' })).toEqual(['مریم کریمی'])
  expect(await list(world, { q: 'مریم ملک' })).toEqual([])
  expect(await list(world, { q: 'ریمی' })).toEqual([])
  expect(await list(world, { q: ' ' })).toHaveLength(2)
})

test('a job is found by a national ID, whole, by its beginning, in Persian digits or without its zeros', async () => {
  await using world = await openWorld()
  await world.register({ nationalId: '0012345679', lastName: 'صفری' })
  await world.register({ nationalId: newNationalId(), lastName: 'دیگر' })

  for (const q of ['0012345679', '۰۰۱۲۳۴۵۶۷۹', '12345679', '00123', 'صفری ۰۰۱۲'])
    expect([q, await list(world, { q })]).toEqual([q, ['صفری']])
  expect(await list(world, { q: '345679' })).toEqual([])
  expect(await list(world, { q: 'دیگر 0012345679' })).toEqual([])
})

test('what a list brings is found as what is entered by hand, and under the name the province knew first', async () => {
  await using world = await openWorld()
  const nationalId = newNationalId()
  const { jobId } = await world.register({ nationalId, firstName: 'زهرا', lastName: 'پیشین' })
  await world.step(jobId, 'withdraw', { reason: 'انصراف' })
  const rows = [
    listRow({ county: world.county(0), firstName: 'نرگس', lastName: 'رضايي' }),
    listRow({ county: world.county(0), nationalId, firstName: 'زهرا', lastName: 'تازه' }),
  ]
  const { importId } = await world.importFile(csvOf(rows))

  expect(await list(world, { q: 'رضایی نرگس' })).toEqual(['نرگس رضایی'])
  expect(await list(world, { q: 'تازه' })).toEqual(['زهرا پیشین'])
  expect(await list(world, { q: 'پیشین', state: 'registered' })).toEqual(['زهرا پیشین'])
  expect(await list(world, { importId: String(importId), order: 'name' })).toEqual([
    'زهرا پیشین',
    'نرگس رضایی',
  ])
})

test('nobody is found in another province or period', async () => {
  await using here = await openWorld()
  await using there = await openWorld()
  await there.register({ lastName: 'فرامرزی' })

  expect(await list(here, { q: 'فرامرزی' })).toEqual([])
})

test('the list is narrowed down by everything that the screen shows', async () => {
  await using world = await openWorld({ clock: () => Date.parse('2025-10-07T20:40:00Z') })
  const one = await world.register({
    lastName: 'الف',
    gender: 'زن',
    sector: 'کشاورزی',
    jobType: 'مزدبگیر',
    startDate: '1404-02-10',
    county: world.county(1),
    settlement: 'روستایی',
    education: 'کارشناسی',
    isic: '0111',
  })
  await world.register({ lastName: 'ب', gender: 'مرد', sector: 'صنعت', novelty: 'تثبیت', agency: 'SMT' })
  const day = jalaliDateAt(Date.now())

  const narrow: Filter[] = [
    { gender: 'female' },
    { sector: 'agriculture,services' },
    { jobType: 'wage' },
    { novelty: 'new,revived' },
    { settlement: 'rural' },
    { education: 'graduate' },
    { activityLine: '01,47' },
    { month: '1404-01..1404-02' },
    { startFrom: '1404-02-10', startTo: '1404-02-10' },
    { startTo: '۱۴۰۴-۰۲-۱۱' },
    { county: world.county(1) },
    { agency: 'AGRI' },
    { registeredBy: one.registeredBy, month: '1404-02', directness: 'direct' },
  ]
  for (const filter of narrow) expect([filter, await list(world, filter)]).toEqual([filter, ['الف']])
  expect(await list(world, { registeredBy: 'user:nobody' })).toEqual([])
  expect(await list(world, { registeredFrom: day, registeredTo: day })).toHaveLength(2)
  expect(await list(world, { registeredTo: '1404-01-01' })).toEqual([])
  expect(await world.call(listRegistrars, { query: place(world) })).toEqual({
    registrars: [{ id: one.registeredBy, jobs: 2 }],
  })
})

test('contested jobs are listed by themselves', async () => {
  await using world = await openWorld()
  const nationalId = newNationalId()
  const { lastName } = { lastName: 'مورد اختلاف' }
  await world.register({ nationalId, lastName })
  await world.register()
  await world.call(claimJob, {
    body: {
      ...place(world),
      agency: 'SMT',
      nationalId,
      lastName,
      county: world.county(0),
      startDate: '1404-05-03',
    },
  })

  expect(await list(world, { conflict: 'open' })).toEqual([lastName])
})

test('in every order the pages give each job once, in that order, whatever their size', async () => {
  await using world = await openWorld()
  const names = ['گودرزی', 'پارسا', 'یوسفی', 'کریمی', 'چگنی', 'کریمی', 'آذری']
  for (const [index, lastName] of names.entries()) {
    const { jobId } = await world.register({
      lastName,
      county: world.county(index % 3),
      startDate: `1404-0${1 + (index % 4)}-10`,
    })
    if (index % 2 === 0) await world.step(jobId, 'confirm')
  }
  const ask = (query: Filter) => world.call(listJobs, { query: { ...place(world), ...query } })
  const whole = new Map<string, { jobId: number; name: string; startDate: string; county: string }[]>()
  for (const order of JOB_ORDERS) whole.set(order, (await ask({ order })).jobs)

  const paged = async (order: string, limit: number): Promise<number[]> => {
    const seen: number[] = []
    let after: string | null = null
    do {
      const page = await ask({ order, limit: String(limit), ...(after !== null && { after }) })
      seen.push(...page.jobs.map(({ jobId }) => jobId))
      after = page.next
    } while (after !== null)
    return seen
  }
  const choices = [fc.constantFrom(...JOB_ORDERS), fc.integer({ min: 1, max: 8 })] as const
  await fc.assert(
    fc.asyncProperty(...choices, async (order, limit) => {
      expect(await paged(order, limit)).toEqual(whole.get(order)!.map(({ jobId }) => jobId))
    }),
    { numRuns: 15 },
  )

  const ids = whole.get('newest')!.map(({ jobId }) => jobId)
  expect(whole.get('oldest')!.map(({ jobId }) => jobId)).toEqual(ids.toReversed())
  expect(whole.get('name')!.map(({ name }) => name)).toEqual([
    'آذری',
    'پارسا',
    'چگنی',
    'کریمی',
    'کریمی',
    'گودرزی',
    'یوسفی',
  ])
  const starts = whole.get('start-date')!.map(({ startDate }) => startDate)
  expect(starts).toEqual(starts.toSorted().toReversed())
  const counties = whole.get('county')!.map(({ county }) => county)
  expect(counties).toEqual(counties.toSorted())
})

test('a filter that says the number in Persian digits is the same filter', async () => {
  await using world = await openWorld()
  await world.register({ startDate: '1404-03-10', lastName: 'خرداد' })

  expect(await list(world, { month: toPersianDigits('1404-03') })).toEqual(['خرداد'])
})

test('a job that moves on while somebody turns the pages takes no other with it', async () => {
  await using world = await openWorld()
  const jobs = []
  for (const lastName of ['الف', 'ب', 'پ', 'ت'])
    jobs.push(await world.register({ lastName, startDate: '1404-03-10' }))
  const ask = (query: Filter) => world.call(listJobs, { query: { ...place(world), limit: '2', ...query } })
  const numbers = (page: { jobs: readonly { jobId: number }[] }) => page.jobs.map(({ jobId }) => jobId)
  const turned = async (order: string, move: (jobId: number) => Promise<unknown>) => {
    const first = await ask({ order })
    await move(numbers(first)[1]!)
    return [...numbers(first), ...numbers(await ask({ order, after: first.next! }))].toSorted((a, b) => a - b)
  }
  const all = jobs.map(({ jobId }) => jobId)

  expect(await turned('county', (jobId) => world.step(jobId, 'withdraw', { reason: 'اشتباه' }))).toEqual(all)
  const earlier = { corrections: { startDate: '1404-01-05' }, reason: 'سند' }
  expect(await turned('start-date', (jobId) => world.step(jobId, 'correct', earlier))).toEqual(all)
})
