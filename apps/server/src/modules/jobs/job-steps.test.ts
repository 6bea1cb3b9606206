import { takeJobSteps } from '@rasad/contracts/bulk-steps'
import { expect, test } from 'vitest'
import { csvOf, listRow } from '../../../test/csv-lists.ts'
import { openWorld, type World } from '../../../test/world.ts'

const take = (
  { call, province }: World,
  step: string,
  jobs: { jobId: number; version: number }[],
  more: object = {},
) => call(takeJobSteps, { params: { province }, body: { step, jobs, ...more } as never })

async function auditsOf({
  rasad,
  province,
}: World): Promise<{ action: string; subject: Record<string, unknown> }[]> {
  const { rows } = await rasad.pool.query<{ action: string; subject: Record<string, unknown> }>(
    `select action, subject from audit where province_id = $1 and action like 'job.step%' order by audit_id`,
    [province],
  )
  return rows
}

test('of many jobs each is taken or refused by itself, and each that is taken has its audit row', async () => {
  await using world = await openWorld()
  const [fine, moved, stale] = [await world.register(), await world.register(), await world.register()]
  await world.step(moved.jobId, 'confirm')
  const before = (await auditsOf(world)).length

  const answer = await take(world, 'confirm', [
    { jobId: stale.jobId, version: 7 },
    { jobId: 999_999, version: 1 },
    { jobId: moved.jobId, version: 2 },
    { jobId: fine.jobId, version: fine.version },
  ])

  expect(answer).toEqual({
    taken: 1,
    jobs: [
      { jobId: stale.jobId, refusal: { code: 'job.changed-meanwhile', params: { version: 1 } } },
      { jobId: 999_999, refusal: { code: 'not-found', params: expect.any(Object) as object } },
      {
        jobId: moved.jobId,
        refusal: { code: 'job.wrong-state', params: { state: 'agency-confirmed', step: 'confirm' } },
      },
      { jobId: fine.jobId, refusal: null },
    ],
  })
  expect((await auditsOf(world)).slice(before)).toEqual([
    { action: 'job.step-taken', subject: { province: world.province, jobId: fine.jobId, step: 'confirm' } },
    { action: 'job.steps-taken', subject: { province: world.province, step: 'confirm' } },
  ])
  expect(await world.figure()).toMatchObject({ registered: 3, underReview: 3 })
  await world.settle()
  await world.check()
})

test('a step that wants a reason is refused for each without one, and taken with it', async () => {
  await using world = await openWorld()
  const jobs = [await world.register(), await world.register()].map(({ jobId, version }) => ({
    jobId,
    version,
  }))

  const silent = await take(world, 'return', jobs)
  const spoken = await take(world, 'return', jobs, { reason: 'نشانی ناقص' })

  expect([silent.taken, spoken.taken]).toEqual([0, 2])
  expect(silent.jobs.map(({ refusal }) => refusal?.code)).toEqual([
    'job.reason-missing',
    'job.reason-missing',
  ])
})

test('two officers with the same jobs in another order: each job is moved once, and the other is told', async () => {
  await using world = await openWorld()
  const jobs: { jobId: number; version: number }[] = []
  for (let n = 0; n < 12; n += 1) {
    const { jobId, version } = await world.register()
    jobs.push({ jobId, version })
  }

  const [one, other] = await Promise.all([
    take(world, 'confirm', jobs),
    take(world, 'confirm', jobs.toReversed()),
  ])

  expect(one.taken + other.taken).toBe(jobs.length)
  const refused = [...one.jobs, ...other.jobs].filter(({ refusal }) => refusal !== null)
  expect(new Set(refused.map(({ refusal }) => refusal!.code))).toEqual(new Set(['job.changed-meanwhile']))
  expect(new Set(refused.map(({ jobId }) => jobId)).size).toBe(jobs.length)
  await world.settle()
  await world.check()
})

test('five hundred jobs are moved in one request', async () => {
  await using world = await openWorld()
  const rows = Array.from({ length: 500 }, () => listRow({ county: world.county(0) }))
  await world.importFile(csvOf(rows))
  const { rows: stored } = await world.rasad.pool.query<{ job_id: number }>(
    'select job_id from job where province_id = $1',
    [world.province],
  )
  const jobs = stored.map(({ job_id: jobId }) => ({ jobId, version: 1 }))

  expect((await take(world, 'confirm', jobs)).taken).toBe(500)
  const all = [...jobs, { jobId: 1, version: 1 }]
  expect(
    await world.refuse(takeJobSteps, {
      params: { province: world.province },
      body: { step: 'confirm', jobs: all },
    }),
  ).toMatchObject({ code: 'bad-input' })
})
