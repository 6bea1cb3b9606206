import {
  claimJob,
  decideConflict,
  getConflict,
  getJob,
  listConflicts,
  takeJobStep,
} from '@rasad/contracts/jobs'
import { undoImport } from '@rasad/contracts/imports'
import { listCounties } from '@rasad/contracts/places'
import { expect, test } from 'vitest'
import { csvOf, listRow } from '../../../test/csv-lists.ts'
import { newNationalId } from '../../../test/national-ids.ts'
import { actorOf } from '../../../test/scoped-world.ts'
import { openWorld, statusesOf, type World } from '../../../test/world.ts'

/** A job of AGRI in the first county that `agencies` claim, each in a county of its own from the second on. */
async function contested(world: World, ...agencies: string[]) {
  const nationalId = newNationalId()
  const job = await world.register({
    nationalId,
    agency: 'AGRI',
    county: world.county(0),
    startDate: '1404-05-03',
  })
  let caseId = 0
  for (const [index, agency] of agencies.entries()) {
    const body = {
      province: world.province,
      period: world.period,
      nationalId,
      agency,
      lastName: 'آزمون',
      county: world.county(index + 1),
      startDate: '1404-06-05',
    }
    caseId = (await world.call(claimJob, { body })).caseId
  }
  return {
    nationalId,
    job,
    caseId,
    case: () => world.call(getConflict, { params: { province: world.province, caseId } }),
  }
}

function decide(world: World, caseId: number, claimId: number) {
  return world.call(decideConflict, {
    params: { province: world.province, caseId },
    body: { claimId, reason: 'سند بیمه' },
  })
}

async function standing(world: World) {
  const { rows } = await world.figures({ by: 'agency,county' })
  return rows.map(({ agency, county, registered, duplicate }) => [agency, county, registered, duplicate])
}

test('each side of a case is told the name of the other, which its own lists do not have', async () => {
  await using world = await openWorld()
  const { province } = world
  const { caseId } = await contested(world, 'SMT')
  const scope = { level: 'agency', province, agency: 'AGRI', county: world.county(0) } as const
  await using theirs = await openWorld({ province, actor: actorOf('agency-officer', scope), period: null })
  const { counties } = await world.call(listCounties, { query: { province } })
  const elsewhere = counties.find(({ code }) => code === world.county(1))

  const { claims } = await theirs.call(getConflict, { params: { province, caseId } })

  expect(claims.map(({ agency, agencyName }) => [agency, agencyName.nameFa])).toEqual([
    ['AGRI', 'جهاد کشاورزی'],
    ['SMT', 'صمت'],
  ])
  expect(claims[1]).toMatchObject({ county: world.county(1), countyName: { nameFa: elsewhere?.nameFa } })
})

test("a second agency's claim opens one case with both claims, and the person is counted once", async () => {
  await using world = await openWorld()

  const { job, case: read } = await contested(world, 'SMT')

  expect(await read()).toMatchObject({
    state: 'open',
    jobId: job.jobId,
    ownerClaim: null,
    claims: [
      { agency: 'AGRI', holdsJob: true, county: world.county(0) },
      { agency: 'SMT', holdsJob: false, county: world.county(1) },
    ],
  })
  expect(await standing(world)).toEqual([['AGRI', world.county(0), 1, 0]])
  await world.check()
})

test('a claim that is sent twice is one claim with one service', async () => {
  await using world = await openWorld()
  const { job, caseId, nationalId } = await contested(world, 'SMT')
  const { province, period } = world
  const county = world.county(1)
  const claim = {
    province,
    period,
    nationalId,
    agency: 'SMT',
    lastName: 'آزمون',
    county,
    startDate: '1404-06-05',
  }

  expect((await world.call(claimJob, { body: claim })).caseId).toBe(caseId)

  const services = async () =>
    (await world.call(getJob, { params: { province, jobId: job.jobId } })).services.length
  expect(await services()).toBe(2)
  await world.call(claimJob, { body: { ...claim, amount: '۵ میلیون تومان' } })
  expect(await services()).toBe(3)
})

test('a decision for the holder leaves the job where it is and the other claim stands as a duplicate', async () => {
  await using world = await openWorld()
  const { job, caseId, case: read } = await contested(world, 'SMT')
  const [holder] = (await read()).claims

  const decided = await decide(world, caseId, holder!.claimId)

  expect(decided).toMatchObject({ state: 'decided', ownerClaim: holder!.claimId, reason: 'سند بیمه' })
  expect(await standing(world)).toEqual([
    ['AGRI', world.county(0), 1, 0],
    ['SMT', world.county(1), 0, 1],
  ])
  expect(
    (await world.call(getJob, { params: { province: world.province, jobId: job.jobId } })).steps.at(-1),
  ).toMatchObject({ step: 'decide-conflict' })
  await world.check()
})

test("a decision for the challenger moves the job to the challenger's agency, county and month", async () => {
  await using world = await openWorld()
  const { job, caseId, case: read } = await contested(world, 'SMT')
  await world.step(job.jobId, 'confirm')
  await world.step(job.jobId, 'verify')
  const before = await world.settle()

  await decide(world, caseId, (await read()).claims[1]!.claimId)

  expect(await standing(world)).toEqual([
    ['AGRI', world.county(0), 0, 1],
    ['SMT', world.county(1), 1, 0],
  ])
  expect(await world.figure({ agency: 'SMT', month: '1404-06' })).toMatchObject({ verified: 1 })
  expect(await world.figure({ asOf: String(before) })).toMatchObject({ registered: 1, duplicate: 0 })
  expect(await world.call(getJob, { params: { province: world.province, jobId: job.jobId } })).toMatchObject({
    agency: 'SMT',
    county: world.county(1),
    startDate: '1404-06-05',
    state: 'verified',
  })
  await world.check()
})

test('of three claimants one is counted and two are duplicates', async () => {
  await using world = await openWorld()
  const { caseId, case: read } = await contested(world, 'SMT', 'LABOR')
  const { claims } = await read()
  expect(claims.map(({ agency }) => agency)).toEqual(['AGRI', 'SMT', 'LABOR'])

  await decide(world, caseId, claims[2]!.claimId)

  expect(await standing(world)).toEqual([
    ['AGRI', world.county(0), 0, 1],
    ['LABOR', world.county(2), 1, 0],
    ['SMT', world.county(1), 0, 1],
  ])
  await world.check()
})

test('a job that was corrected while its case was open moves from where it stands, and the lost claim stands where it was made', async () => {
  await using world = await openWorld()
  const { job, caseId, case: read } = await contested(world, 'SMT')
  await world.step(job.jobId, 'correct', { reason: 'شهرستان دیگر', corrections: { county: world.county(3) } })

  await decide(world, caseId, (await read()).claims[1]!.claimId)

  expect(await standing(world)).toEqual([
    ['AGRI', world.county(0), 0, 1],
    ['SMT', world.county(1), 1, 0],
  ])
  expect(await world.figure({ county: world.county(3) })).toMatchObject({ registered: 0, duplicate: 0 })
  await world.check()
})

test('a case is decided once, for one of its claims, and only while the job counts', async () => {
  await using world = await openWorld()
  const { job, caseId, case: read } = await contested(world, 'SMT')
  const { claims } = await read()
  const refused = (body: object, id: number = caseId) =>
    world.refuse(decideConflict, { params: { province: world.province, caseId: id }, body })
  const reason = 'سند بیمه'

  expect(await refused({ claimId: 9_999_999, reason })).toMatchObject({
    status: 404,
    code: 'not-found',
    params: { kind: 'claim' },
  })
  expect(await refused({ claimId: claims[0]!.claimId, reason }, 9_999_999)).toMatchObject({
    status: 404,
    params: { kind: 'conflict' },
  })
  expect(await refused({ claimId: claims[0]!.claimId })).toMatchObject({ status: 400, code: 'bad-input' })
  await world.step(job.jobId, 'withdraw', { reason: 'انصراف' })
  expect(await refused({ claimId: claims[0]!.claimId, reason })).toEqual({
    status: 409,
    code: 'conflict.job-not-counted',
    params: { caseId },
  })

  const other = await contested(world, 'SMT')
  await decide(world, other.caseId, (await other.case()).claims[0]!.claimId)
  expect(await refused({ claimId: (await other.case()).claims[1]!.claimId, reason }, other.caseId)).toEqual({
    status: 409,
    code: 'conflict.already-decided',
    params: { caseId: other.caseId },
  })
  await world.check()
})

test('two decisions at once: one names the owner, the other is refused', async () => {
  await using world = await openWorld()

  for (let round = 0; round < 6; round++) {
    const { caseId, case: read } = await contested(world, 'SMT')
    const { claims } = await read()
    const answers = await Promise.all(
      claims.map(({ claimId }) =>
        world.ask(decideConflict, {
          params: { province: world.province, caseId },
          body: { claimId, reason: 'سند' },
        }),
      ),
    )

    expect(statusesOf(answers)).toEqual([200, 409])
  }

  expect(await world.figure()).toMatchObject({ registered: 6, duplicate: 6 })
  await world.check()
})

test('nobody claims a person whom no other agency holds', async () => {
  await using world = await openWorld()
  const nationalId = newNationalId()
  const body = {
    province: world.province,
    period: world.period,
    nationalId,
    agency: 'AGRI',
    lastName: 'آزمون',
    county: world.county(0),
    startDate: '1404-05-03',
  }

  expect(await world.refuse(claimJob, { body })).toMatchObject({ status: 409, code: 'job.nobody-else-holds' })
  await world.register({ nationalId })
  expect(await world.refuse(claimJob, { body })).toMatchObject({ status: 409, code: 'job.nobody-else-holds' })
  expect(await world.refuse(claimJob, { body: { ...body, nationalId: '1111111111' } })).toMatchObject({
    status: 422,
    code: 'job.refused',
  })
})

test("an import that names another agency's person opens a case, adds nothing to the figure, and joins a case that is open", async () => {
  await using world = await openWorld()
  const rows = Array.from({ length: 5 }, (_, n) => listRow({ county: world.county(n % 2) }))
  await world.importFile(csvOf(rows), { agency: 'AGRI' })

  const second = await world.importFile(csvOf([...rows.slice(0, 3), listRow({ county: world.county(0) })]), {
    agency: 'SMT',
  })
  const third = await world.importFile(csvOf(rows.slice(0, 1)), { agency: 'LABOR' })
  const again = await world.importFile(csvOf(rows.slice(0, 3)), { agency: 'SMT' })

  expect(second).toMatchObject({ accepted: 1, conflict: 3, reasons: { 'claim.conflict': 3 } })
  expect(third).toMatchObject({ accepted: 0, conflict: 1 })
  expect(again).toMatchObject({ accepted: 0, conflict: 3 })
  const { conflicts } = await world.call(listConflicts, {
    query: { province: world.province, period: world.period },
  })
  const claimants = conflicts.map(({ claims }) => claims.map(({ agency }) => agency).join(' '))
  expect(claimants.toSorted()).toEqual(['AGRI SMT', 'AGRI SMT', 'AGRI SMT LABOR'])
  expect(await world.figure()).toMatchObject({ registered: 6, duplicate: 0 })
  await world.check()
})

test('the cases of an agency are those it claims in, and both states are counted whatever is listed', async () => {
  await using world = await openWorld()
  await contested(world, 'SMT')
  await contested(world, 'SMT', 'LABOR')
  const third = await contested(world, 'LABOR')
  await decide(world, third.caseId, (await third.case()).claims[0]!.claimId)
  const list = async (words: object) => {
    const query = { province: world.province, period: world.period, limit: '1', ...words }
    const { conflicts, counts } = await world.call(listConflicts, { query })
    return { listed: conflicts.length, ...counts }
  }

  expect(await list({})).toEqual({ listed: 1, open: 2, decided: 1 })
  expect(await list({ agency: 'LABOR' })).toEqual({ listed: 1, open: 1, decided: 1 })
  expect(await list({ agency: 'SMT', state: 'decided' })).toEqual({ listed: 0, open: 2, decided: 0 })
  expect(await list({ agency: 'ROADS' })).toEqual({ listed: 0, open: 0, decided: 0 })
})

test('a claim that lost is a duplicate when its agency sends the person again', async () => {
  await using world = await openWorld()
  const rows = [listRow({ county: world.county(0) })]
  await world.importFile(csvOf(rows), { agency: 'AGRI' })
  await world.importFile(csvOf(rows), { agency: 'SMT' })
  const { conflicts } = await world.call(listConflicts, {
    query: { province: world.province, period: world.period },
  })
  await decide(world, conflicts[0]!.caseId, conflicts[0]!.claims[0]!.claimId)

  const again = await world.importFile(csvOf(rows), { agency: 'SMT' })

  expect(again).toMatchObject({
    accepted: 0,
    conflict: 0,
    duplicate: 1,
    reasons: { 'duplicate.claim-decided': 1 },
  })
  expect(await world.figure()).toMatchObject({ registered: 1, duplicate: 1 })
  await world.check()
})

test('an import whose claim was decided has moved on and is not taken back', async () => {
  await using world = await openWorld()
  const rows = [listRow({ county: world.county(0) })]
  await world.importFile(csvOf(rows), { agency: 'AGRI' })
  const claiming = await world.importFile(csvOf(rows), { agency: 'SMT' })
  const { conflicts } = await world.call(listConflicts, {
    query: { province: world.province, period: world.period },
  })
  await decide(world, conflicts[0]!.caseId, conflicts[0]!.claims[1]!.claimId)

  const refusal = await world.refuse(undoImport, {
    params: { province: world.province, importId: claiming.importId! },
    body: { reason: 'اشتباه' },
  })

  expect(refusal).toMatchObject({ status: 409, code: 'import.moved-on' })
  await world.check()
})

test('a job under a contested case may be found a duplicate, and no step is taken with it afterwards', async () => {
  await using world = await openWorld()
  const { job } = await contested(world, 'SMT')
  await world.step(job.jobId, 'mark-duplicate', { reason: 'تکراری' })

  expect(
    await world.refuse(takeJobStep, {
      params: { province: world.province, jobId: job.jobId },
      body: { step: 'confirm' },
    }),
  ).toMatchObject({ code: 'job.wrong-state' })
  expect(await world.figure()).toMatchObject({ registered: 0, duplicate: 1 })
  await world.check()
})
