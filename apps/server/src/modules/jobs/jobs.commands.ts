import type { Actor } from '@rasad/domain/access/scope'
import { jalaliDateAt, monthOf, type JalaliDate } from '@rasad/domain/calendar/jalali'
import { activityLineOf } from '@rasad/domain/jobs/activity-line'
import { mayTakeStep, type RightsRefusal } from '@rasad/domain/jobs/four-eyes'
import { decideStep, type JobStep, type StepRefusal } from '@rasad/domain/jobs/job-life-cycle'
import { causeOfStep, movementsOf, type JobCell } from '@rasad/domain/ledger/posting'
import type { WriteTx } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { requireInScope } from '../../platform/scope.ts'
import { getPeriod } from '../commitments/periods.queries.ts'
import { insertEntry, postJobMovements } from '../ledger/ledger.queries.ts'
import { requireActivity } from '../organisations/activities.queries.ts'
import { selectAgencies } from '../organisations/organisations.queries.ts'
import { selectCounties } from '../places/places.queries.ts'
import { insertStep, lockJob, type HeldJob, type JobPlace } from './jobs.queries.ts'

/** What a correction says the job really is. */
export type CellCorrection = {
  [Field in Exclude<keyof JobCell, 'month' | 'gender' | 'education' | 'activityLine'>]?:
    | JobCell[Field]
    | undefined
} & {
  startDate?: JalaliDate | undefined
  isic?: string | undefined
}

export type StepOrder = {
  step: JobStep
  reason?: string | undefined
  version?: number | undefined
  corrections?: CellCorrection | undefined
}

/** Moves a job one step along its life and carries the consequence into the ledger. */
export async function takeStep(
  tx: WriteTx,
  province: string,
  jobId: number,
  order: StepOrder,
  { actor, now: clock }: { actor: Actor; now: number },
): Promise<void> {
  if (order.step !== 'correct' && order.corrections)
    throw new Problem('job.corrections-misplaced', { step: order.step })
  const job = await lockJob(tx, province, jobId, actor.scope)
  const refusal = mayTakeStep(job.hands, order.step, actor)
  if (refusal) throw asProblem(refusal)
  if (order.version !== undefined && order.version !== job.version)
    throw new Problem('job.changed-meanwhile', { version: job.version })
  const reason = order.reason ?? null
  const decision = decideStep(job, order.step, { reason })
  if ('refusal' in decision) throw asProblem(decision.refusal)

  const now =
    order.step === 'correct'
      ? await correctedPlace(tx, job, order.corrections ?? {}, { actor, today: jalaliDateAt(clock) })
      : { startDate: job.startDate, isic: job.isic, cell: job.cell }
  requireInScope(actor, { province, county: now.cell.county, agency: now.cell.agency }, 'job.mend')
  const changes = order.step === 'correct' ? changesBetween(job, now) : null
  const entryId = await insertEntry(tx, job, { action: `job.${order.step}`, actor: actor.id })
  const step = {
    step: order.step,
    from: job.state,
    to: decision.next,
    reason,
    changes,
    entryId,
    takenBy: actor.id,
  }
  await insertStep(tx, job, step, now)
  const movements = movementsOf(job, { state: decision.next, cell: now.cell }, causeOfStep(order.step))
  await postJobMovements(
    tx,
    { ...job, entryId },
    movements.map((movement) => ({ ...movement, jobId })),
  )
}

async function correctedPlace(
  tx: WriteTx,
  job: HeldJob,
  { startDate = job.startDate, isic, ...fields }: CellCorrection,
  { actor, today }: { actor: Actor; today: JalaliDate },
): Promise<JobPlace> {
  const given = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<JobCell>
  await refuseUnknownPlace(tx, job, given)
  if (isic !== undefined) await requireActivity(tx, isic)
  if (startDate !== job.startDate) await refuseStartDate(tx, job, { startDate, actor, today })
  const line = isic === undefined ? {} : { activityLine: activityLineOf(isic) }
  const cell = { ...job.cell, ...given, ...line, month: monthOf(startDate) }
  return { startDate, isic: isic ?? job.isic, cell }
}

async function refuseUnknownPlace(
  tx: WriteTx,
  job: HeldJob,
  { county, agency }: Partial<JobCell>,
): Promise<void> {
  const reasons: string[] = []
  if (county !== undefined && !(await selectCounties(tx, job.province)).some(({ code }) => code === county))
    reasons.push('county.unknown')
  if (agency !== undefined && !(await selectAgencies(tx)).some(({ code }) => code === agency))
    reasons.push('agency.unknown')
  if (reasons.length > 0) throw new Problem('job.refused', { reasons })
}

async function refuseStartDate(
  tx: WriteTx,
  job: HeldJob,
  { startDate, actor, today }: { startDate: JalaliDate; actor: Actor; today: JalaliDate },
): Promise<void> {
  const { from, to } = await getPeriod(tx, job.province, job.period, actor.scope)
  if (startDate < from || startDate > to)
    throw new Problem('job.refused', { reasons: ['start-date.outside-period'] })
  if (startDate > today) throw new Problem('job.refused', { reasons: ['start-date.in-future'] })
}

function changesBetween(before: JobPlace, after: JobPlace): Record<string, [string, string]> {
  const flat = ({ startDate, isic, cell }: JobPlace): Record<string, string> => {
    const { month: _month, activityLine: _line, ...told } = cell
    return { ...told, startDate, isic: isic ?? '' }
  }
  const [old, fresh] = [flat(before), flat(after)]
  const changed = Object.keys(fresh).filter((field) => old[field] !== fresh[field])
  if (changed.length === 0) throw new Problem('job.nothing-to-correct', {})
  return Object.fromEntries(changed.map((field) => [field, [old[field]!, fresh[field]!]]))
}

function asProblem(refusal: StepRefusal | RightsRefusal): Problem {
  switch (refusal.code) {
    case 'not-allowed':
      return new Problem(refusal.code, { permission: refusal.permission })
    case 'job.own-registration':
    case 'job.own-confirmation':
      return new Problem(refusal.code, { step: refusal.step })
    case 'job.own-agency':
      return new Problem(refusal.code, { step: refusal.step, agency: refusal.agency })
    case 'job.wrong-state':
      return new Problem('job.wrong-state', { state: refusal.state, step: refusal.step })
    case 'job.reason-missing':
      return new Problem('job.reason-missing', { step: refusal.step })
  }
}
