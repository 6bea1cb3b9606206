import { decideConflict, claimJob } from '@rasad/contracts/jobs'
import { getQueues } from '@rasad/contracts/queues'
import { permissionsOf } from '@rasad/domain/access/roles'
import type { Actor } from '@rasad/domain/access/scope'
import { expect, test } from 'vitest'
import { newNationalId } from '../../../test/national-ids.ts'
import { openWorld, type World } from '../../../test/world.ts'

const NOTHING = { confirmation: 0, returned: 0, verification: 0, unreachable: 0, appeals: 0, conflicts: 0 }
const ask = ({ call, province, period }: World) => call(getQueues, { query: { province, period } })
const counts = async (world: World) => (await ask(world)).counts

test('each queue counts what waits in it, before and after the ledger has settled', async () => {
  await using world = await openWorld()
  expect(await counts(world)).toEqual(NOTHING)
  await world.register()
  const returned = await world.register()
  await world.step(returned.jobId, 'return', { reason: 'نشانی ناقص' })
  const confirmed = await world.register()
  await world.step(confirmed.jobId, 'confirm')
  const unreachable = await world.register({ novelty: 'تثبیت' })
  for (const step of ['confirm', 'mark-unreachable'] as const) await world.step(unreachable.jobId, step)
  const appealed = await world.register()
  for (const step of ['confirm', 'reject', 'appeal'] as const)
    await world.step(appealed.jobId, step, { reason: 'سند ناقص' })
  const nationalId = newNationalId()
  await world.register({ nationalId })
  const { province, period } = world
  const { caseId, claims } = await world.call(claimJob, {
    body: {
      province,
      period,
      agency: 'SMT',
      nationalId,
      lastName: 'آزمون',
      county: world.county(0),
      startDate: '1404-05-03',
    },
  })

  const waiting = { confirmation: 2, returned: 1, verification: 1, unreachable: 1, appeals: 1, conflicts: 1 }
  expect(await counts(world)).toEqual(waiting)
  await world.settle()
  expect(await counts(world)).toEqual(waiting)
  await world.call(decideConflict, {
    params: { province, caseId },
    body: { claimId: claims[0]!.claimId, reason: 'سند' },
  })
  expect(await counts(world)).toEqual({ ...waiting, conflicts: 0 })
})

test('somebody is told of the work that is theirs, in their scope alone', async () => {
  await using world = await openWorld()
  await world.register({ agency: 'AGRI' })
  await world.register({ agency: 'SMT' })
  const { province } = world
  const head: Actor = {
    id: 'user:head',
    name: 'head',
    scope: { level: 'agency', province, agency: 'SMT' },
    permissions: permissionsOf('agency-head'),
    agency: 'SMT',
  }
  await using theirs = await openWorld({ province, actor: head, period: null })

  expect(await counts(theirs)).toEqual({
    confirmation: 1,
    returned: 0,
    verification: null,
    unreachable: null,
    appeals: null,
    conflicts: null,
  })
})

test('deadlines are told in days of Tehran, also when they have passed', async () => {
  await using world = await openWorld({ clock: () => Date.parse('2026-03-19T21:00:00Z') })

  expect((await ask(world)).deadlines).toEqual({
    end: { date: '1404-12-29', daysLeft: 0 },
    cutoff: { date: '1404-12-29', daysLeft: 0 },
  })
})
