import type { takeJobSteps } from '@rasad/contracts/bulk-steps'
import type { AnswerOf, InputOf } from '@rasad/contracts/define-route'
import type { Actor } from '@rasad/domain/access/scope'
import { writeAudit } from '../../platform/act.ts'
import { attempt } from '../../platform/attempt.ts'
import type { WriteTx } from '../../platform/db.ts'
import { requireTouching } from '../../platform/scope.ts'
import { takeStep } from './jobs.commands.ts'

/** A step and the jobs it is taken with, each with the version that was seen, where one was. */
type Order = Omit<InputOf<typeof takeJobSteps>['body'], 'jobs'> & {
  jobs: readonly { jobId: number; version?: number }[]
}

/**
 * Takes a step with several jobs in one transaction, each as if it were alone: what is refused leaves nothing behind,
 * what is taken has an audit row of its own.
 */
export async function takeSteps(
  tx: WriteTx,
  province: string,
  { step, reason, jobs }: Order,
  circumstances: { actor: Actor; now: number },
): Promise<AnswerOf<typeof takeJobSteps>> {
  requireTouching(circumstances.actor, { province }, 'job.step')
  const refusals = new Map<(typeof jobs)[number], { code: string; params: Record<string, unknown> } | null>()
  const subjects: Record<string, unknown>[] = []
  // In one order for everybody: two officers with the same jobs wait for each other and never in a circle.
  for (const job of jobs.toSorted((one, other) => one.jobId - other.jobId)) {
    const { jobId, version } = job
    const problem = await attempt(tx, () =>
      takeStep(tx, province, jobId, { step, reason, version }, circumstances),
    )
    refusals.set(job, problem && { code: problem.code, params: { ...problem.params } })
    if (problem === null) subjects.push({ province, jobId, step, ...(reason !== undefined && { reason }) })
  }
  await writeAudit(tx, { actor: circumstances.actor, action: 'job.step-taken', province }, subjects)
  return {
    taken: subjects.length,
    jobs: jobs.map((job) => ({ jobId: job.jobId, refusal: refusals.get(job) ?? null })),
  }
}
