import { getJob, listJobs, registerJob, takeJobStep } from '@rasad/contracts/jobs'
import type { JobStep } from '@rasad/domain/jobs/job-life-cycle'
import { expect, test } from 'vitest'
import { newNationalId } from '../../../test/national-ids.ts'
import { openWorld, type World } from '../../../test/world.ts'

const NOTHING = { registered: 0, verified: 0, rejected: 0, underReview: 0, unreachable: 0, duplicate: 0, withdrawn: 0, beside: 0 }

async function truths(world: World, query: Parameters<World['figure']>[0] = {}) {
  const { registered, verified, rejected, underReview, unreachable, duplicate, withdrawn, beside } = await world.figure(query)
  expect(registered).toBe(verified + rejected + underReview + unreachable)
  return { registered, verified, rejected, underReview, unreachable, duplicate, withdrawn, beside }
}

const WAYS: { way: JobStep[]; state: string; figure: Partial<typeof NOTHING> }[] = [
  { way: [], state: 'registered', figure: { registered: 1, underReview: 1 } },
  { way: ['confirm'], state: 'agency-confirmed', figure: { registered: 1, underReview: 1 } },
  { way: ['confirm', 'verify'], state: 'verified', figure: { registered: 1, verified: 1 } },
  { way: ['confirm', 'reject'], state: 'rejected', figure: { registered: 1, rejected: 1 } },
  { way: ['confirm', 'mark-unreachable'], state: 'unreachable', figure: { registered: 1, unreachable: 1 } },
  { way: ['confirm', 'mark-unreachable', 'verify'], state: 'verified', figure: { registered: 1, verified: 1 } },
  { way: ['return'], state: 'returned', figure: { registered: 1, underReview: 1 } },
  { way: ['return', 'resubmit', 'confirm', 'verify'], state: 'verified', figure: { registered: 1, verified: 1 } },
  { way: ['confirm', 'reject', 'appeal'], state: 'appealed', figure: { registered: 1, underReview: 1 } },
  { way: ['confirm', 'reject', 'appeal', 'verify'], state: 'verified', figure: { registered: 1, verified: 1 } },
  { way: ['withdraw'], state: 'withdrawn', figure: { withdrawn: 1 } },
  { way: ['confirm', 'verify', 'mark-duplicate'], state: 'duplicate', figure: { duplicate: 1 } },
]

test.each(WAYS)('after $way a job is $state and stands in that truth alone', async ({ way, state, figure }) => {
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
})
