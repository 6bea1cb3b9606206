import { claimJob, decideConflict, getJob, registerJob, takeJobStep, type Job } from '@rasad/contracts/jobs'
import type { Role } from '@rasad/domain/access/roles'
import type { Actor, Scope } from '@rasad/domain/access/scope'
import type { JobStep } from '@rasad/domain/jobs/job-life-cycle'
import { expect, test } from 'vitest'
import { csvOf, listRow } from '../../../test/csv-lists.ts'
import { newNationalId } from '../../../test/national-ids.ts'
import { actorOf, openActing } from '../../../test/scoped-world.ts'
import { openWorld, type World } from '../../../test/world.ts'

const acting = openActing()

/** Somebody of a province who works for an agency, or for none. */
function somebody(world: World, role: Role, more: Partial<Actor> = {}): Actor {
  const { province } = world
  const scope: Scope = role.startsWith('agency')
    ? { level: 'agency', province, agency: 'AGRI' }
    : { level: 'province', province }
  return { ...actorOf(role, scope), ...more }
}

function entryOf(world: World, more: object = {}) {
  const { province, period } = world
  const usual = { agency: 'AGRI', lastName: 'آزمون', county: world.county(0), startDate: '1404-05-03' }
  return { province, period, nationalId: newNationalId(), ...usual, ...more }
}

const registerAs = (world: World, actor: Actor): Promise<Job> =>
  acting.as(actor, async () => (await world.call(registerJob, { body: entryOf(world) })).job)

/** Takes a step and tells its code: `ok`, or that of the refusal. */
async function stepAs(world: World, actor: Actor, jobId: number, step: JobStep): Promise<string> {
  const order = { params: { province: world.province, jobId }, body: { step, reason: 'دلیل' } }
  const answer = await acting.as(actor, () => world.ask(takeJobStep, order))
  return answer.statusCode === 200 ? 'ok' : answer.json<{ code: string }>().code
}

const stepsFor = async (world: World, actor: Actor, jobId: number) =>
  (await acting.as(actor, () => world.call(getJob, { params: { province: world.province, jobId } })))
    .possibleSteps

test('an officer registers, the head confirms, an inspector of another agency verifies', async () => {
  await using world = await openWorld({ actor: acting.actor })
  const { jobId } = await registerAs(world, somebody(world, 'agency-officer'))

  expect(await stepAs(world, somebody(world, 'agency-head'), jobId, 'confirm')).toBe('ok')
  expect(await stepAs(world, somebody(world, 'inspector'), jobId, 'verify')).toBe('ok')
})

test('whoever registered a job judges it in no step, by whatever role, and the page offers them none', async () => {
  await using world = await openWorld({ actor: acting.actor })
  const both = somebody(world, 'agency-officer')
  const { jobId } = await registerAs(world, both)
  const asHead = { ...somebody(world, 'agency-head'), id: both.id }

  expect(await stepAs(world, asHead, jobId, 'confirm')).toBe('job.own-registration')
  expect(await stepsFor(world, asHead, jobId)).toEqual(['withdraw', 'correct'])
  expect(await stepsFor(world, somebody(world, 'agency-head'), jobId)).toContain('confirm')
  expect(await stepAs(world, somebody(world, 'agency-head'), jobId, 'return')).toBe('ok')
  expect(await stepAs(world, both, jobId, 'resubmit')).toBe('ok')
})

test('whoever ran an import registered its jobs', async () => {
  await using world = await openWorld({ actor: acting.actor })
  const director = somebody(world, 'labour-dg')
  await acting.as(director, () => world.importFile(csvOf([listRow({ county: world.county(0) })])))
  const { rows } = await world.rasad.pool.query<{ job_id: number }>(
    'select job_id from job where province_id = $1',
    [world.province],
  )
  const jobId = rows[0]!.job_id
  await stepAs(world, somebody(world, 'agency-head'), jobId, 'confirm')

  expect(await stepAs(world, director, jobId, 'verify')).toBe('job.own-registration')
  expect(await stepAs(world, { ...director, id: 'user:deputy' }, jobId, 'verify')).toBe('ok')
})

test('whoever confirmed a job does not verify it, also when it was confirmed anew since', async () => {
  await using world = await openWorld({ actor: acting.actor })
  const { jobId } = await registerAs(world, somebody(world, 'agency-officer'))
  const head = somebody(world, 'agency-head')
  await stepAs(world, head, jobId, 'confirm')
  await stepAs(world, head, jobId, 'return')
  await stepAs(world, somebody(world, 'agency-officer'), jobId, 'resubmit')
  await stepAs(world, { ...head, id: 'user:new-head' }, jobId, 'confirm')

  const inspector = { ...somebody(world, 'inspector'), id: head.id }
  expect(await stepAs(world, inspector, jobId, 'verify')).toBe('job.own-confirmation')
  expect(await stepAs(world, inspector, jobId, 'reject')).toBe('job.own-confirmation')
})

test('nobody of the job’s agency verifies it, nor of one that gave the person a service for it', async () => {
  await using world = await openWorld({ actor: acting.actor })
  const { jobId } = await registerAs(world, somebody(world, 'agency-officer'))
  await stepAs(world, somebody(world, 'agency-head'), jobId, 'confirm')
  await world.rasad.pool.query(
    `insert into employment_service (province_id, person_id, job_id, agency_id, service_type, service_date)
     select province_id, person_id, job_id, 'TVTO', 'training', start_date from job where province_id = $1 and job_id = $2`,
    [world.province, jobId],
  )

  for (const agency of ['AGRI', 'TVTO'])
    expect(await stepAs(world, somebody(world, 'inspector', { agency }), jobId, 'verify')).toBe(
      'job.own-agency',
    )
  expect(await stepAs(world, somebody(world, 'inspector', { agency: 'LABOR' }), jobId, 'verify')).toBe('ok')
})

test('a conflict is decided by nobody who works for a side or registered for one', async () => {
  await using world = await openWorld({ actor: acting.actor })
  const registrar = somebody(world, 'labour-dg', { agency: 'LABOR' })
  const nationalId = newNationalId()
  await acting.as(registrar, () => world.call(registerJob, { body: entryOf(world, { nationalId }) }))
  const { caseId, claims } = await world.call(claimJob, {
    body: entryOf(world, { nationalId, agency: 'SMT' }),
  })
  const order = {
    params: { province: world.province, caseId },
    body: { claimId: claims[0]!.claimId, reason: 'سند' },
  }
  const decideAs = async (actor: Actor) =>
    (await acting.as(actor, () => world.ask(decideConflict, order))).json<{ code?: string; state?: string }>()

  expect(await decideAs(registrar)).toMatchObject({ code: 'conflict.own-claim', params: { agency: 'AGRI' } })
  expect(await decideAs(somebody(world, 'econ-deputy', { agency: 'SMT' }))).toMatchObject({
    code: 'conflict.own-claim',
    params: { agency: 'SMT' },
  })
  expect(await decideAs(somebody(world, 'econ-deputy'))).toMatchObject({ state: 'decided' })
})
