import { getJob, listJobs, registerJob, takeJobStep } from '@rasad/contracts/jobs'
import type { JobStep } from '@rasad/domain/jobs/job-life-cycle'
import { expect, test } from 'vitest'
import { newNationalId } from '../../../test/national-ids.ts'
import { openWorld, type World } from '../../../test/world.ts'

const NOTHING = {
  registered: 0,
  verified: 0,
  rejected: 0,
  underReview: 0,
  unreachable: 0,
  duplicate: 0,
  withdrawn: 0,
  beside: 0,
}

async function truths(world: World, query: Parameters<World['figure']>[0] = {}) {
  const { registered, verified, rejected, underReview, unreachable, duplicate, withdrawn, beside } =
    await world.figure(query)
  expect(registered).toBe(verified + rejected + underReview + unreachable)
  return { registered, verified, rejected, underReview, unreachable, duplicate, withdrawn, beside }
}

const WAYS: { way: JobStep[]; state: string; figure: Partial<typeof NOTHING> }[] = [
  { way: [], state: 'registered', figure: { registered: 1, underReview: 1 } },
  { way: ['confirm'], state: 'agency-confirmed', figure: { registered: 1, underReview: 1 } },
  { way: ['confirm', 'verify'], state: 'verified', figure: { registered: 1, verified: 1 } },
  { way: ['confirm', 'reject'], state: 'rejected', figure: { registered: 1, rejected: 1 } },
  { way: ['confirm', 'mark-unreachable'], state: 'unreachable', figure: { registered: 1, unreachable: 1 } },
  {
    way: ['confirm', 'mark-unreachable', 'verify'],
    state: 'verified',
    figure: { registered: 1, verified: 1 },
  },
  { way: ['return'], state: 'returned', figure: { registered: 1, underReview: 1 } },
  {
    way: ['return', 'resubmit', 'confirm', 'verify'],
    state: 'verified',
    figure: { registered: 1, verified: 1 },
  },
  { way: ['confirm', 'reject', 'appeal'], state: 'appealed', figure: { registered: 1, underReview: 1 } },
  {
    way: ['confirm', 'reject', 'appeal', 'verify'],
    state: 'verified',
    figure: { registered: 1, verified: 1 },
  },
  { way: ['withdraw'], state: 'withdrawn', figure: { withdrawn: 1 } },
  { way: ['confirm', 'verify', 'mark-duplicate'], state: 'duplicate', figure: { duplicate: 1 } },
]

const NAMED_WAYS = WAYS.map((each) => ({ ...each, after: each.way.join(', ') || 'registration' }))

test.each(NAMED_WAYS)(
  'after $after a job is $state and stands in that truth alone',
  async ({ way, state, figure }) => {
    await using world = await openWorld()
    let job = await world.register()

    for (const step of way) {
      job = await world.step(job.jobId, step, { reason: 'بررسی شد' })
      await truths(world)
    }

    expect(job.state).toBe(state)
    expect(job.steps.map(({ step }) => step)).toEqual(['register', ...way])
    expect(job.version).toBe(way.length + 1)
    expect(await truths(world)).toEqual({ ...NOTHING, ...figure })
    await world.settle()
    expect(await truths(world)).toEqual({ ...NOTHING, ...figure })
    await world.check()
  },
)

test("a rejection changes today's figure and leaves yesterday's answer alone", async () => {
  await using world = await openWorld()
  const { jobId } = await world.register({ startDate: '1404-07-10' })
  await world.step(jobId, 'confirm')
  await world.step(jobId, 'verify')
  const other = await world.register({ startDate: '1404-07-11' })
  await world.step(other.jobId, 'confirm')
  const before = await world.settle()
  const yesterday = await world.figures({ by: 'county,agency', asOf: String(before) })

  await world.step(other.jobId, 'reject', { reason: 'در محل نبود' })
  await world.settle()

  expect(await world.figure({ month: '1404-07' })).toMatchObject({
    registered: 2,
    verified: 1,
    rejected: 1,
    underReview: 0,
  })
  expect(await world.figure({ month: '1404-07', asOf: String(before) })).toMatchObject({
    verified: 1,
    rejected: 0,
    underReview: 1,
  })
  expect(await world.figures({ by: 'county,agency', asOf: String(before) })).toEqual(yesterday)
  await world.check()
})

test('a correction of county, agency, sector and start moves the job out of its old cell into the new one', async () => {
  await using world = await openWorld()
  const { jobId } = await world.register({
    county: world.county(0),
    agency: 'AGRI',
    sector: 'کشاورزی',
    startDate: '1404-05-03',
  })
  await world.step(jobId, 'confirm')
  const before = await world.settle()

  const corrections = {
    county: world.county(1),
    agency: 'SMT',
    sector: 'industry',
    startDate: '1404-06-20',
  } as const
  const job = await world.step(jobId, 'correct', { reason: 'محل کار جای دیگری است', corrections })

  const rowsOf = async (asOf?: string) =>
    (await world.figures({ by: 'county,agency,sector,month', ...(asOf && { asOf }) })).rows.map((row) => [
      row.county,
      row.agency,
      row.sector,
      row.month,
      row.registered,
    ])
  expect(await rowsOf()).toEqual([[world.county(1), 'SMT', 'industry', '1404-06', 1]])
  expect(await rowsOf(String(before))).toEqual([[world.county(0), 'AGRI', 'agriculture', '1404-05', 1]])
  expect(job).toMatchObject({
    state: 'agency-confirmed',
    county: world.county(1),
    agency: 'SMT',
    startDate: '1404-06-20',
  })
  expect(job.steps.at(-1)!.changes).toEqual({
    county: [world.county(0), world.county(1)],
    agency: ['AGRI', 'SMT'],
    sector: ['agriculture', 'industry'],
    startDate: ['1404-05-03', '1404-06-20'],
  })
  await world.check()
})

test('a correction that is none, or that leads out of the province, the agencies or the period, is refused', async () => {
  await using world = await openWorld()
  const { jobId } = await world.register({ county: world.county(0), startDate: '1404-05-03' })
  const correct = (corrections: object, reason: string | undefined = 'اشتباه ثبت') =>
    world.refuse(takeJobStep, {
      params: { province: world.province, jobId },
      body: { step: 'correct', reason, corrections },
    })

  expect(await correct({})).toMatchObject({ code: 'job.nothing-to-correct', status: 422 })
  expect(await correct({ county: world.county(0) })).toMatchObject({ code: 'job.nothing-to-correct' })
  expect(await correct({ county: '1503' })).toMatchObject({
    code: 'job.refused',
    params: { reasons: ['county.unknown'] },
  })
  expect(await correct({ agency: 'NOPE' })).toMatchObject({
    code: 'job.refused',
    params: { reasons: ['agency.unknown'] },
  })
  expect(await correct({ startDate: '1405-01-01' })).toMatchObject({
    params: { reasons: ['start-date.outside-period'] },
  })
  expect(await correct({ startDate: '1404-12-30' })).toMatchObject({ code: 'bad-input' })
  expect(
    (
      await world.refuse(takeJobStep, {
        params: { province: world.province, jobId },
        body: { step: 'correct', corrections: { agency: 'SMT' } },
      })
    ).code,
  ).toBe('job.reason-missing')
})

test('a step that begins elsewhere, wants a reason or was decided on an older state is refused', async () => {
  await using world = await openWorld()
  const { jobId } = await world.register()
  const refused = (body: object, id: number = jobId) =>
    world.refuse(takeJobStep, { params: { province: world.province, jobId: id }, body })

  expect(await refused({ step: 'verify' })).toEqual({
    status: 409,
    code: 'job.wrong-state',
    params: { state: 'registered', step: 'verify' },
  })
  expect(await refused({ step: 'withdraw' })).toEqual({
    status: 422,
    code: 'job.reason-missing',
    params: { step: 'withdraw' },
  })
  expect(await refused({ step: 'withdraw', reason: '   ' })).toMatchObject({ status: 400, code: 'bad-input' })
  await world.step(jobId, 'confirm', { version: 1 })
  expect(await refused({ step: 'verify', version: 1 })).toEqual({
    status: 409,
    code: 'job.changed-meanwhile',
    params: { version: 2 },
  })
  expect(await refused({ step: 'verify' }, jobId + 1_000_000)).toMatchObject({
    status: 404,
    code: 'not-found',
  })
  expect(await refused({ step: 'promote' })).toMatchObject({ status: 400, code: 'bad-input' })
})

test('only new direct jobs stand in the figure; retained, expanded, revived and indirect ones stand beside it', async () => {
  await using world = await openWorld()
  for (const kind of [
    {},
    { novelty: 'تثبیت' },
    { novelty: 'توسعه' },
    { novelty: 'احیا' },
    { directness: 'غیرمستقیم' },
  ])
    await world.register(kind)
  const { jobId } = await world.register({ novelty: 'تثبیت' })
  await world.step(jobId, 'confirm')
  await world.step(jobId, 'verify')

  expect(await truths(world)).toEqual({ ...NOTHING, registered: 1, underReview: 1, beside: 5 })
  await world.step(jobId, 'correct', { reason: 'شغل تازه است', corrections: { novelty: 'new' } })

  expect(await truths(world)).toEqual({ ...NOTHING, registered: 2, underReview: 1, verified: 1, beside: 4 })
  const byNovelty = await world.figures({ by: 'novelty,directness' })
  expect(
    byNovelty.rows.map(({ novelty, directness, registered, beside }) => [
      novelty,
      directness,
      registered,
      beside,
    ]),
  ).toEqual([
    ['expanded', 'direct', 0, 1],
    ['new', 'direct', 2, 0],
    ['new', 'indirect', 0, 1],
    ['retained', 'direct', 0, 1],
    ['revived', 'direct', 0, 1],
  ])
  await world.check()
})

test('a person is counted once a period: the same agency is refused, after a withdrawal the person may come again', async () => {
  await using world = await openWorld()
  const nationalId = newNationalId()
  const first = await world.register({ nationalId })
  const body = {
    province: world.province,
    period: world.period,
    nationalId,
    agency: 'AGRI',
    lastName: 'آزمون',
    county: world.county(0),
    startDate: '1404-05-03',
  }

  const agencyName = { nameFa: 'جهاد کشاورزی', nameEn: expect.stringMatching(/[a-z]/) }
  const holder = { jobId: first.jobId, agency: 'AGRI', agencyName }
  expect(await world.refuse(registerJob, { body })).toEqual({
    status: 409,
    code: 'job.person-already-counted',
    params: holder,
  })
  expect(await world.refuse(registerJob, { body: { ...body, agency: 'SMT' } })).toEqual({
    status: 409,
    code: 'job.claimed-elsewhere',
    params: holder,
  })
  await world.step(first.jobId, 'withdraw', { reason: 'انصراف' })
  const second = await world.register({ nationalId, agency: 'SMT' })

  expect(second.jobId).not.toBe(first.jobId)
  expect(await truths(world)).toEqual({ ...NOTHING, registered: 1, underReview: 1, withdrawn: 1 })
  await world.check()
})

test('an entry by hand is judged by the rules of a list: every reason is given, corrections are told, the ID is masked', async () => {
  await using world = await openWorld({ province: '15' })
  const body = {
    province: '15',
    period: '1404',
    agency: 'AGRI',
    nationalId: '1234567890',
    lastName: '',
    county: 'تهران',
    startDate: '1403/12/30',
    birthDate: '1395/01/01',
  }

  expect((await world.refuse(registerJob, { body })).params).toEqual({
    reasons: [
      'national-id.invalid',
      'last-name.missing',
      'start-date.outside-period',
      'age.below-minimum',
      'county.unknown',
    ],
  })
  const { job, corrections } = await world.call(registerJob, {
    body: {
      ...body,
      nationalId: '۹۰۸۷۴۰۶۴',
      lastName: 'كريمي',
      county: 'شهرستان خرم آباد',
      startDate: '۳ مرداد ۱۴۰۴',
      birthDate: '1370/01/01',
      serviceType: 'تسهیلات',
      amount: '۱۵۰ میلیون تومان',
    },
  })

  expect(corrections).toEqual(
    expect.arrayContaining(['national-id.padded', 'start-date.read', 'county.read']),
  )
  expect(job).toMatchObject({
    county: '1503',
    startDate: '1404-05-03',
    name: 'کریمی',
    nationalId: '009*****64',
  })
  expect(job.services).toMatchObject([{ type: 'finance', amountRial: '1500000000', agency: 'AGRI' }])
})

test('jobs are listed newest first, page by page, by state, county, agency and import', async () => {
  await using world = await openWorld()
  const jobs = []
  for (let n = 0; n < 7; n++)
    jobs.push(await world.register({ county: world.county(n % 2), agency: n < 3 ? 'AGRI' : 'SMT' }))
  await world.step(jobs[4]!.jobId, 'confirm')
  const query = { province: world.province, period: world.period }
  const newest = jobs.map(({ jobId }) => jobId).toReversed()

  const first = await world.call(listJobs, { query: { ...query, limit: '4' } })
  const second = await world.call(listJobs, { query: { ...query, limit: '4', after: String(first.next) } })

  expect([...first.jobs, ...second.jobs].map(({ jobId }) => jobId)).toEqual(newest)
  expect(second.next).toBeNull()
  const ids = async (filter: object) =>
    (await world.call(listJobs, { query: { ...query, ...filter } })).jobs.map(({ jobId }) => jobId)
  expect(await ids({ state: 'agency-confirmed,verified' })).toEqual([jobs[4]!.jobId])
  expect(await ids({ agency: 'AGRI', county: world.county(1) })).toEqual([jobs[1]!.jobId])
  expect(
    (await world.call(getJob, { params: { province: world.province, jobId: newest[0]! } })).possibleSteps,
  ).toContain('confirm')
  expect(
    await world.refuse(getJob, { params: { province: world.province, jobId: 9_999_999 } }),
  ).toMatchObject({ code: 'not-found', status: 404 })
})
