import { getJob } from '@rasad/contracts/jobs'
import type { Actor } from '@rasad/domain/access/scope'
import { expect, test } from 'vitest'
import { openWorld, type World } from '../../../test/world.ts'
import { localOperator } from '../../app.ts'
import { act } from '../../platform/act.ts'
import { takeStepOfMany, type SharedJobStep } from './bulk-steps.commands.ts'

const REASON = 'مدارک ناقص است'

function takeTogether(
  { rasad, province }: World,
  step: SharedJobStep,
  jobIds: readonly number[],
  { actor = localOperator(), reason = REASON }: { actor?: Actor; reason?: string | null } = {},
) {
  return act(rasad.database, { actor, action: 'job.steps-taken', province, subject: {} }, (tx) =>
    takeStepOfMany(tx, province, { step, jobIds, reason }, { actor }),
  )
}

/** What the ledger and the steps say of jobs, but for the numbers of rows, entries and moments. */
async function recordOf({ rasad, province }: World, jobIds: readonly number[]) {
  const postings = await rasad.pool.query(
    `select array_position($2::bigint[], job_id) as job, period_id, measure, state, cause, amount, month, county_id, agency_id, sector, gender,
       job_type, novelty, directness, settlement, education, activity_line, action, actor
     from posting join ledger_entry using (province_id, entry_id, period_id)
     where province_id = $1 and job_id = any($2::bigint[]) order by job, seq`,
    [province, jobIds],
  )
  const steps = await rasad.pool.query(
    `select array_position($2::bigint[], job_id) as job, step_number, step, from_state, to_state, reason, changes, taken_by
     from job_step where province_id = $1 and job_id = any($2::bigint[]) order by job, step_number`,
    [province, jobIds],
  )
  return { postings: postings.rows as unknown[], steps: steps.rows as unknown[] }
}

const KINDS = [
  { gender: 'زن', sector: 'کشاورزی', education: 'کارشناسی', isic: '0141' },
  { gender: 'مرد', jobType: 'مزدبگیر', novelty: 'تثبیت' },
  { settlement: 'روستایی', startDate: '1404-02-09' },
]
const WAYS: SharedJobStep[][] = [
  ['confirm', 'verify'],
  ['confirm', 'reject', 'appeal', 'verify'],
  ['return', 'resubmit', 'confirm', 'mark-unreachable', 'withdraw'],
  ['mark-duplicate'],
]

test.each(WAYS.map((way) => [way.join(', '), way] as const))(
  'many jobs that %s together leave the postings and steps that each alone would leave',
  async (_name, way) => {
    await using world = await openWorld()
    const registerAll = async () => {
      const ids: number[] = []
      for (const [index, kind] of KINDS.entries())
        ids.push((await world.register({ ...kind, county: world.county(index) })).jobId)
      return ids
    }
    const [alone, together] = [await registerAll(), await registerAll()]
    for (const step of way) {
      for (const jobId of alone) await world.step(jobId, step, { reason: REASON })
      const answer = await takeTogether(world, step, together)
      expect(answer).toEqual({ taken: together.length, leftOut: [] })
    }

    const expected = await recordOf(world, alone)
    expect(expected.postings.length).toBe(KINDS.length * (1 + 2 * way.length))
    expect(await recordOf(world, together)).toEqual(expected)
    await world.settle()
    await world.check()
  },
)

test('what may not take the step is left out with its reason, and the others take it', async () => {
  await using world = await openWorld()
  const [here, there] = [world.county(0), world.county(1)]
  const mine = await world.register({ county: here })
  const confirmed = await world.register({ county: here })
  const foreign = await world.register({ county: there })
  await world.step(confirmed.jobId, 'confirm')
  const actor: Actor = {
    ...localOperator(),
    scope: { level: 'county', province: world.province, county: here },
  }
  const unknown = foreign.jobId + 1_000_000
  const asked = [mine, confirmed, foreign].map(({ jobId }) => jobId)

  expect(await takeTogether(world, 'confirm', [...asked, unknown], { actor })).toEqual({
    taken: 1,
    leftOut: [
      { jobId: foreign.jobId, code: 'not-found' },
      { jobId: unknown, code: 'not-found' },
      { jobId: confirmed.jobId, code: 'job.wrong-state' },
    ],
  })
  const stateOf = async (jobId: number) =>
    (await world.call(getJob, { params: { province: world.province, jobId } })).state
  expect(await stateOf(mine.jobId)).toBe('agency-confirmed')
  expect(await stateOf(foreign.jobId)).toBe('registered')
})

test('four eyes hold for many as for one', async () => {
  await using world = await openWorld()
  const { jobId } = await world.register()
  await world.rasad.pool.query(
    `insert into job_step (province_id, job_id, step_number, entry_id, step, to_state, taken_by)
     select province_id, job_id, 99, entry_id, 'confirm', 'agency-confirmed', 'user:head' from job where job_id = $1`,
    [jobId],
  )
  const head: Actor = { ...localOperator(), id: 'user:head' }

  expect(await takeTogether(world, 'verify', [jobId], { actor: head })).toEqual({
    taken: 0,
    leftOut: [{ jobId, code: 'job.own-confirmation' }],
  })
})

test('without a reason nobody is sent back, and nothing is entered', async () => {
  await using world = await openWorld()
  const { jobId } = await world.register()
  const answer = await takeTogether(world, 'return', [jobId], { reason: ' ' })

  expect(answer).toEqual({ taken: 0, leftOut: [{ jobId, code: 'job.reason-missing' }] })
  expect((await recordOf(world, [jobId])).steps).toHaveLength(1)
})

test('no batch shows a step of jobs whose registration it does not hold', async () => {
  await using world = await openWorld()
  const { jobId } = await world.register()
  await takeTogether(world, 'confirm', [jobId])
  const last = (await world.figures()).batch ?? 0
  const seen = await Promise.all(
    Array.from({ length: last + 1 }, async (_, batch) => {
      const { rows, unsettled } = await world.figures({ by: 'county', asOf: String(batch) })
      return { unsettled, rows: rows.map(({ registered, underReview }) => [registered, underReview]) }
    }),
  )

  expect(seen.map(({ rows }) => rows)).toEqual([[], [[1, 1]], [[1, 1]]])
  expect((await world.figures()).unsettled).toBe(0)
})
