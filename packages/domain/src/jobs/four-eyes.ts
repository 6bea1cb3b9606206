import type { Permission } from '../access/permissions.ts'
import { mayDo, type Actor } from '../access/scope.ts'
import type { JobStep } from './job-life-cycle.ts'

/** What a step needs: one of these is enough. */
export const PERMISSIONS_OF_STEP: Record<JobStep, readonly [Permission, ...Permission[]]> = {
  confirm: ['job.confirm'],
  return: ['job.confirm', 'job.verify'],
  resubmit: ['job.mend'],
  verify: ['job.verify'],
  reject: ['job.verify'],
  'mark-unreachable': ['job.verify'],
  appeal: ['job.mend'],
  withdraw: ['job.mend'],
  'mark-duplicate': ['conflict.decide'],
  correct: ['job.mend'],
}

/** The steps that judge what somebody else wrote down; the others mend an entry and stay with whoever made it. */
const JUDGING: readonly JobStep[] = [
  'confirm',
  'return',
  'verify',
  'reject',
  'mark-unreachable',
  'mark-duplicate',
]
const VERIFYING: readonly JobStep[] = ['verify', 'reject', 'mark-unreachable']

/** Who has had a hand in a job: for whom it counts, who gave services, who registered it and who confirmed it. */
export type JobHands = {
  agency: string
  contributors: readonly string[]
  registeredBy: string
  confirmedBy: readonly string[]
}

/** Why somebody may not take a step, whatever the job's state: the permission is missing, or it would be two eyes. */
export type RightsRefusal =
  | { code: 'not-allowed'; permission: Permission }
  | { code: 'job.own-registration'; step: JobStep }
  | { code: 'job.own-confirmation'; step: JobStep }
  | { code: 'job.own-agency'; step: JobStep; agency: string }

/** Whether somebody may take a step with a job (four eyes, DOMAIN §5); null when they may. */
export function mayTakeStep(job: JobHands, step: JobStep, actor: Actor): RightsRefusal | null {
  const needed = PERMISSIONS_OF_STEP[step]
  if (!needed.some((permission) => mayDo(actor, permission)))
    return { code: 'not-allowed', permission: needed[0] }
  if (isOutsideFourEyes(actor)) return null
  if (JUDGING.includes(step) && job.registeredBy === actor.id) return { code: 'job.own-registration', step }
  if (!VERIFYING.includes(step)) return null
  if (job.confirmedBy.includes(actor.id)) return { code: 'job.own-confirmation', step }
  const { agency } = actor
  const isOwn = agency !== null && (agency === job.agency || job.contributors.includes(agency))
  return isOwn ? { code: 'job.own-agency', step, agency } : null
}

/** Whether somebody may decide a conflict: of neither agency, and having registered for neither; null when they may. */
export function mayDecideConflict(
  claims: readonly { agency: string; claimedBy: string }[],
  actor: Pick<Actor, 'id' | 'agency'>,
): { code: 'conflict.own-claim'; agency: string } | null {
  if (isOutsideFourEyes(actor)) return null
  const own = claims.find(({ agency, claimedBy }) => agency === actor.agency || claimedBy === actor.id)
  return own === undefined ? null : { code: 'conflict.own-claim', agency: own.agency }
}

/** The local operator at the machine plays every part; the audit names them. */
function isOutsideFourEyes({ id }: Pick<Actor, 'id'>): boolean {
  return id.startsWith('operator:')
}
