import { claimJob, getJob, takeJobStep } from '@rasad/contracts/jobs'
import { permissionsOf } from '@rasad/domain/access/roles'
import { expect, test } from 'vitest'
import { csvOf, listRow } from '../../../test/csv-lists.ts'
import { newNationalId } from '../../../test/national-ids.ts'
import { openWorld } from '../../../test/world.ts'

test('a job tells what it did to the ledger, step by step, and which batch holds it', async () => {
  await using world = await openWorld()
  const { jobId } = await world.register()
  const batch = await world.settle()
  await world.step(jobId, 'confirm')

  const { postings } = await world.call(getJob, { params: { province: world.province, jobId } })

  expect(
    postings.map(({ cause, state, amount, month, batch: of }) => [cause, state, amount, month, of]),
  ).toEqual([
    ['registered', 'registered', 1, '1404-05', batch],
    ['confirmed', 'registered', -1, '1404-05', null],
    ['confirmed', 'agency-confirmed', 1, '1404-05', null],
  ])
})

test('a job tells the cases about its person with all claims, and the row of the file it came with', async () => {
  await using world = await openWorld()
  const { province, period } = world
  const nationalId = newNationalId()
  const { importId } = await world.importFile(csvOf([listRow({ county: world.county(0), nationalId })]))
  const claim = { agency: 'SMT', lastName: 'رضایی', county: world.county(1), startDate: '1404-05-04' }
  const { caseId, jobId } = await world.call(claimJob, { body: { province, period, nationalId, ...claim } })
  const byHand = await world.register()

  const job = await world.call(getJob, { params: { province, jobId } })

  expect(job.cases).toMatchObject([
    {
      caseId,
      state: 'open',
      claims: [
        { agency: 'AGRI', holdsJob: true },
        { agency: 'SMT', holdsJob: false },
      ],
    },
  ])
  expect(job.conflicts).toEqual([{ caseId, state: 'open' }])
  expect(job.source).toMatchObject({ importId, row: 2 })
  expect(byHand).toMatchObject({ source: null, cases: [] })
})

test('every step is told with why it may not be taken now', async () => {
  await using world = await openWorld()
  const { jobId, nextSteps, possibleSteps } = await world.register()

  expect(nextSteps).toContainEqual({ step: 'confirm', refusal: null })
  expect(nextSteps).toContainEqual({
    step: 'verify',
    refusal: { code: 'job.wrong-state', params: { state: 'registered', step: 'verify' } },
  })
  expect(possibleSteps).toEqual(['confirm', 'return', 'withdraw', 'mark-duplicate', 'correct'])
  for (const { step, refusal } of nextSteps.filter((each) => each.refusal !== null)) {
    const refused = await world.refuse(takeJobStep, {
      params: { province: world.province, jobId },
      body: { step, reason: 'دلیل' },
    })
    expect({ code: refused.code, params: refused.params }).toEqual(refusal)
  }
})

test('whoever may only read is told that no step is theirs', async () => {
  await using world = await openWorld()
  const { jobId } = await world.register()
  const { province } = world
  const permissions = permissionsOf('ministry')
  const actor = { id: 'user:m', name: 'm', scope: { level: 'national' }, permissions, agency: null } as const
  await using theirs = await openWorld({ province, actor, period: null })

  const job = await theirs.call(getJob, { params: { province, jobId } })

  expect(job.possibleSteps).toEqual([])
  expect(job.nextSteps).toContainEqual({
    step: 'confirm',
    refusal: { code: 'not-allowed', params: { permission: 'job.confirm' } },
  })
})
