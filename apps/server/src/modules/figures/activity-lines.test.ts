import { countJobs } from '@rasad/contracts/job-filter'
import { claimJob, decideConflict, getJob, takeJobStep } from '@rasad/contracts/jobs'
import { getDifference, getPassport } from '@rasad/contracts/figures'
import { undoImport } from '@rasad/contracts/imports'
import { takeJobSteps } from '@rasad/contracts/bulk-steps'
import { getFigureCsv } from '@rasad/contracts/papers'
import type { Truths } from '@rasad/domain/figures/figure'
import { jobsOfTruth } from '@rasad/domain/figures/jobs-of-figure'
import { expect, test } from 'vitest'
import { csvText } from '../../../test/csv-lists.ts'
import { newNationalId } from '../../../test/national-ids.ts'
import { openWorld, type World } from '../../../test/world.ts'

const place = ({ province, period }: World) => ({ province, period })

/** Registered, verified and withdrawn jobs by line. */
async function lines(world: World, query: object = {}) {
  const { rows } = await world.figures({ by: 'activityLine', ...query })
  return rows.map(({ activityLine, registered, verified, withdrawn }) => [
    activityLine,
    registered,
    verified,
    withdrawn,
  ])
}

function listOf(world: World, codes: readonly string[]): string {
  const row = (code: string) => [newNationalId(), 'آزمون', world.county(0), '1404/05/03', code]
  return csvText([['کد ملی', 'نام خانوادگی', 'شهرستان', 'تاریخ شروع به کار', 'کد آیسیک'], ...codes.map(row)])
}

test('jobs of a list are counted by the division of their activity, and the lines add up to the total', async () => {
  await using world = await openWorld()
  await world.importFile(listOf(world, ['0111', 'A0141', '10', '4711', '', '0401']))
  await world.commit([{ county: world.county(0), agency: 'AGRI', value: 9 }])

  expect(await lines(world)).toEqual([
    ['01', 2, 0, 0],
    ['10', 1, 0, 0],
    ['47', 1, 0, 0],
    ['unspecified', 2, 0, 0],
  ])
  const { rows, total } = await world.figures({ by: 'activityLine' })
  expect([total.registered, total.committed, rows[0]!.committed]).toEqual([6, 9, null])
  await world.settle()
  await world.check()
})

test('a step, a bulk step and an import taken back move a job within its own line', async () => {
  await using world = await openWorld()
  const job = await world.register({ isic: '5610' })
  await world.step(job.jobId, 'confirm')
  await world.step(job.jobId, 'verify')
  const other = await world.register({ isic: '5610' })
  const { importId } = await world.importFile(listOf(world, ['0111', '4711']))
  await world.call(takeJobSteps, {
    params: { province: world.province },
    body: { step: 'withdraw', reason: 'خطا', jobs: [{ jobId: other.jobId, version: other.version }] },
  })
  await world.call(undoImport, {
    params: { province: world.province, importId: importId! },
    body: { reason: 'خطا' },
  })

  expect(await lines(world)).toEqual([
    ['01', 0, 0, 1],
    ['47', 0, 0, 1],
    ['56', 1, 1, 1],
  ])
  await world.settle()
  await world.check()
})

test('the list of jobs holds exactly the jobs behind each figure of a line', async () => {
  await using world = await openWorld()
  const codes = ['5610', '4711', undefined]
  for (const isic of codes) {
    await world.register({ ...(isic !== undefined && { isic }), novelty: 'تثبیت' })
    await world.register({ ...(isic !== undefined && { isic }), directness: 'غیرمستقیم' })
    await world.register({ ...(isic !== undefined && { isic }) })
    const { jobId } = await world.register({ ...(isic !== undefined && { isic }) })
    await world.step(jobId, 'confirm')
    await world.step(jobId, 'verify')
  }
  const { jobId } = await world.register({ isic: '5610' })
  await world.step(jobId, 'withdraw', { reason: 'انصراف' })
  const { rows } = await world.figures({ by: 'activityLine' })
  const listed = async (activityLine: string, truth: keyof Truths) => {
    const { states, ...counted } = jobsOfTruth(truth)!
    const query = { ...place(world), ...counted, activityLine, state: states.join(',') }
    return (await world.call(countJobs, { query })).count
  }

  expect(rows.map(({ activityLine }) => activityLine)).toEqual(['47', '56', 'unspecified'])
  for (const truth of ['registered', 'verified', 'underReview', 'rejected', 'withdrawn'] as const)
    for (const row of rows)
      expect([truth, await listed(row.activityLine!, truth)]).toEqual([truth, row[truth]])
  expect(await listed('47,unspecified', 'registered')).toBe(4)
})

test('an activity that was wrong moves the job to its line today, and leaves yesterday as it was', async () => {
  await using world = await openWorld()
  const { jobId } = await world.register({ isic: '0111' })
  await world.settle()
  const yesterday = await world.figures({ by: 'activityLine' })
  await world.step(jobId, 'correct', { reason: 'پروانه', corrections: { isic: '4711' } })
  await world.settle()

  expect(await lines(world)).toEqual([['47', 1, 0, 0]])
  expect(await lines(world, { asOf: String(yesterday.batch) })).toEqual([['01', 1, 0, 0]])
  const { isic, activityLine, steps } = await world.call(getJob, {
    params: { province: world.province, jobId },
  })
  expect({ isic, activityLine, changes: steps.at(-1)?.changes }).toEqual({
    isic: '4711',
    activityLine: '47',
    changes: { isic: ['0111', '4711'] },
  })
  const { causes, residue } = await world.call(getDifference, {
    query: { ...place(world), activityLine: '47', from: String(yesterday.batch) },
  })
  expect(causes).toMatchObject([{ cause: 'moved', registered: 1 }])
  expect(residue.registered).toBe(0)
  await world.check()
})

test('an activity that ISIC does not know is refused, and the job stays in its line', async () => {
  await using world = await openWorld()
  const { jobId } = await world.register({ isic: '0111' })
  const params = { province: world.province, jobId }
  const correct = (isic: string) =>
    world.refuse(takeJobStep, { params, body: { step: 'correct', reason: 'خطا', corrections: { isic } } })

  expect((await correct('0499')).code).toBe('not-found')
  expect((await correct('کشاورزی')).code).toBe('bad-input')
  expect(await lines(world)).toEqual([['01', 1, 0, 0]])
})

test('a decided claim takes the job into the line it claimed, and the claim that lost stands as a duplicate in its own', async () => {
  await using world = await openWorld()
  const nationalId = newNationalId()
  const { jobId } = await world.register({ nationalId, agency: 'AGRI', isic: '0111' })
  const body = { ...place(world), nationalId, lastName: 'آزمون', county: world.county(1), agency: 'SMT' }
  const { caseId, claims } = await world.call(claimJob, {
    body: { ...body, startDate: '1404-05-03', isic: '1071' },
  })
  const claimId = claims.find(({ holdsJob }) => !holdsJob)!.claimId
  await world.call(decideConflict, {
    params: { province: world.province, caseId },
    body: { claimId, reason: 'سند بیمه' },
  })

  const { rows } = await world.figures({ by: 'activityLine' })
  expect(
    rows.map(({ activityLine, registered, duplicate }) => [activityLine, registered, duplicate]),
  ).toEqual([
    ['01', 0, 1],
    ['10', 1, 0],
  ])
  const job = await world.call(getJob, { params: { province: world.province, jobId } })
  expect([job.isic, job.activityLine]).toEqual(['1071', '10'])
  await world.settle()
  await world.check()
})

test('figures are restricted to lines, down to the postings behind them; a line that does not exist is refused', async () => {
  await using world = await openWorld()
  const { jobId } = await world.register({ isic: '0111' })
  await world.register({ isic: '4711' })
  await world.register()

  expect(await world.figure({ activityLine: '01,unspecified' })).toMatchObject({
    registered: 2,
    committed: null,
  })
  const passport = await world.call(getPassport, { query: { ...place(world), activityLine: '01' } })
  expect([passport.value, passport.postings.map(({ record }) => record?.jobId)]).toEqual([1, [jobId]])
  const refused = await world.refuse(getPassport, { query: { ...place(world), activityLine: '04' } })
  expect(refused.code).toBe('bad-input')
})

test.each([
  ['fa', 'رسته فعالیت', '01,زراعت و دامپروری، شکار و فعالیت‌های خدماتی وابسته,', 'unspecified,رسته نامشخص,'],
  [
    'en',
    'Activity line',
    '01,"Crop and animal production, hunting and related service activities"',
    'unspecified,line not known,',
  ],
] as const)(
  'a file in %s names the lines by their titles and codes',
  async (language, head, named, unknown) => {
    await using world = await openWorld()
    await world.register({ isic: '0111' })
    await world.register()
    const response = await world.ask(getFigureCsv, {
      query: { ...place(world), by: 'activityLine', language },
    })

    const [header = '', ...rows] = response.body.split('\r\n')
    expect(header).toContain(head)
    expect(rows[0]).toContain(named)
    expect(rows[1]).toContain(unknown)
  },
)
