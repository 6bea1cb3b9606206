import type { Actor } from '@rasad/domain/access/scope'
import { mayTakeStep, type RightsRefusal } from '@rasad/domain/jobs/four-eyes'
import { decideStep, type JobState, type JobStep, type StepRefusal } from '@rasad/domain/jobs/job-life-cycle'
import { causeOfStep } from '@rasad/domain/ledger/posting'
import type { WriteTx } from '../../platform/db.ts'
import { insertEntry } from '../ledger/ledger.queries.ts'
import { settleNow } from '../ledger/ledger.commands.ts'
import { keepCheckpoints, settleEntry } from '../ledger/ledger.settlement.queries.ts'
import { insertSteps, lockJobs, type StandingJob } from './bulk-steps.queries.ts'

/** A step that many jobs can take together: all but a correction, which says of each job what it really is. */
export type SharedJobStep = Exclude<JobStep, 'correct'>

/** Why one of many jobs did not take the step. */
export type JobLeftOut = {
  jobId: number
  code: 'not-found' | RightsRefusal['code'] | StepRefusal['code']
}

/**
 * Moves every job of a list that may take the step, each by the rules of the single one, and tells which were left out
 * and why. All that move in a period do so under one entry, which settles at once.
 */
export async function takeStepOfMany(
  tx: WriteTx,
  province: string,
  { step, jobIds, reason = null }: { step: SharedJobStep; jobIds: readonly number[]; reason?: string | null },
  { actor }: { actor: Actor },
): Promise<{ taken: number; leftOut: JobLeftOut[] }> {
  const jobs = await lockJobs(tx, province, jobIds, actor.scope)
  const leftOut = missingAmong(jobIds, jobs)
  const groups = new Map<string, { period: string; from: JobState; to: JobState; jobIds: number[] }>()
  for (const { jobId, period, state, ...hands } of jobs) {
    const refusal = mayTakeStep(hands, step, actor)
    if (refusal) {
      leftOut.push({ jobId, code: refusal.code })
      continue
    }
    const decision = decideStep({ state }, step, { reason })
    if ('refusal' in decision) {
      leftOut.push({ jobId, code: decision.refusal.code })
      continue
    }
    const key = `${period}/${state}`
    const group = groups.get(key)
    if (group) group.jobIds.push(jobId)
    else groups.set(key, { period, from: state, to: decision.next, jobIds: [jobId] })
  }
  for (const period of new Set([...groups.values()].map((group) => group.period))) {
    const entryId = await insertEntry(tx, { province, period }, { action: `job.${step}`, actor: actor.id })
    for (const { from, to, jobIds: moving } of [...groups.values()].filter(
      (group) => group.period === period,
    ))
      await insertSteps(tx, province, moving, {
        step,
        from,
        to,
        cause: causeOfStep(step),
        reason,
        entryId,
        takenBy: actor.id,
      })
    await settleAfterTail(tx, province, entryId)
  }
  const taken = [...groups.values()].reduce((sum, group) => sum + group.jobIds.length, 0)
  return { taken, leftOut }
}

/** What the jobs went through before may still wait in the tail: it settles first, so that no batch shows the step alone. */
async function settleAfterTail(tx: WriteTx, province: string, entryId: number): Promise<void> {
  await settleNow(tx, province)
  const batch = await settleEntry(tx, province, entryId)
  if (batch !== undefined) await keepCheckpoints(tx, province, batch)
}

function missingAmong(jobIds: readonly number[], jobs: readonly StandingJob[]): JobLeftOut[] {
  const found = new Set(jobs.map(({ jobId }) => jobId))
  return [...new Set(jobIds)]
    .filter((jobId) => !found.has(jobId))
    .map((jobId) => ({ jobId, code: 'not-found' as const }))
}
