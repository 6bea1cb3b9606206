import { getJob, registerJob, takeJobStep } from '@rasad/contracts/jobs'
import { expect, test } from 'vitest'
import { csvOf, listRow } from '../../../test/csv-lists.ts'
import { newNationalId } from '../../../test/national-ids.ts'
import { openWorld, statusesOf } from '../../../test/world.ts'

const ROUNDS = 12

test('of two officers who act on one job at once one succeeds and one is refused, and nothing is lost', async () => {
  await using world = await openWorld()
  let verified = 0
  let rejected = 0

  for (let round = 0; round < ROUNDS; round++) {
    const { jobId } = await world.register()
    await world.step(jobId, 'confirm')
    const act = (body: object) =>
      world.ask(takeJobStep, { params: { province: world.province, jobId }, body })
    const answers = await Promise.all([act({ step: 'verify' }), act({ step: 'reject', reason: 'سند ناقص' })])

    expect(statusesOf(answers)).toEqual([200, 409])
    const lost = answers.find(({ statusCode }) => statusCode === 409)!
    expect(lost.json()).toMatchObject({ code: 'job.wrong-state' })
    const job = await world.call(getJob, { params: { province: world.province, jobId } })
    expect(job.steps).toHaveLength(3)
    expect(job.version).toBe(3)
    if (job.state === 'verified') verified += 1
    else rejected += 1
  }

  expect(await world.figure()).toMatchObject({ registered: ROUNDS, verified, rejected, underReview: 0 })
  await world.settle()
  await world.check()
})

test('of two officers who saw the same version one is told that the job has changed meanwhile', async () => {
  await using world = await openWorld()

  for (let round = 0; round < ROUNDS; round++) {
    const { jobId, version } = await world.register()
    const correct = (agency: string) =>
      world.ask(takeJobStep, {
        params: { province: world.province, jobId },
        body: { step: 'correct', version, reason: 'دستگاه دیگر', corrections: { agency } },
      })
    const answers = await Promise.all([correct('SMT'), correct('LABOR')])

    expect(statusesOf(answers)).toEqual([200, 409])
    expect(answers.find(({ statusCode }) => statusCode === 409)!.json()).toMatchObject({
      code: 'job.changed-meanwhile',
      params: { version: version + 1 },
    })
  }

  await world.check()
})

test('of two agencies that register one person at once one gets the job and the other is told who holds it', async () => {
  await using world = await openWorld()

  for (let round = 0; round < ROUNDS; round++) {
    const nationalId = newNationalId()
    const register = (agency: string) =>
      world.ask(registerJob, {
        body: {
          province: world.province,
          period: world.period,
          nationalId,
          agency,
          lastName: 'آزمون',
          county: world.county(0),
          startDate: '1404-05-03',
        },
      })
    const answers = await Promise.all([register('AGRI'), register('SMT')])

    expect(statusesOf(answers)).toEqual([200, 409])
    expect(answers.find(({ statusCode }) => statusCode === 409)!.json()).toMatchObject({
      code: 'job.claimed-elsewhere',
    })
  }

  expect(await world.figure()).toMatchObject({ registered: ROUNDS })
  await world.check()
})

test('two imports of the same file at once add up to one import', async () => {
  await using world = await openWorld()
  const rows = Array.from({ length: 300 }, (_, n) => listRow({ county: world.county(n % 4) }))

  const outcomes = await Promise.all([
    world.importFile(csvOf(rows)),
    world.importFile(csvOf(rows)),
    world.importFile(csvOf(rows)),
  ])

  expect(outcomes.map(({ accepted }) => accepted).toSorted((a, b) => a - b)).toEqual([0, 0, 300])
  expect(outcomes.map(({ duplicate }) => duplicate).toSorted((a, b) => a - b)).toEqual([0, 300, 300])
  expect(new Set(outcomes.map(({ importId }) => importId)).size).toBe(3)
  expect(await world.figure()).toMatchObject({ registered: 300 })
  await world.check()
})
