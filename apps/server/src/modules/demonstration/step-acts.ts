import { addDays, type JalaliDate, type JalaliMonth } from '@rasad/domain/calendar/jalali'
import type { Actor } from '@rasad/domain/access/scope'
import type { JobState } from '@rasad/domain/jobs/job-life-cycle'
import { act } from '../../platform/act.ts'
import { readSnapshot } from '../../platform/db.ts'
import { decideConflict } from '../jobs/conflicts.commands.ts'
import { takeStepOfMany, type SharedJobStep } from '../jobs/bulk-steps.commands.ts'
import { settleNow } from '../ledger/ledger.commands.ts'
import { apportion, type Chance } from './chance.ts'
import { economicDeputyOf, headOf, inspectorOf, labourDirectorOf } from './demonstration-actors.ts'
import { listOpenCases, listStanding } from './demonstration.queries.ts'
import { workingMoment } from './past-connection.ts'
import type { SentList } from './sent-lists.ts'
import type { PastAct, Stage } from './stage.ts'

type Place = { province: string; period: string }

const RETURNED = 'نشانی محل کار ناقص است'
const REJECTED = 'در بازدید میدانی شغل برقرار نبود'

/** The head of the agency confirms the jobs of a list some days later, and gives a few back. */
export function confirms(
  { province, period }: Place,
  { agency, day, months }: SentList,
  { share, returned, afterDays }: { share: number; returned: number; afterDays: number },
): PastAct {
  const actor = headOf(province, agency)
  const run = async (stage: Stage) => {
    const standing = await standingIn(stage, { province, period, agency, state: 'registered' })
    const [confirmed = [], back = []] = deal(stage.chance, standing, [share, returned])
    await take(stage, province, actor, { step: 'confirm', jobIds: confirmed })
    await take(stage, province, actor, { step: 'return', jobIds: back, reason: RETURNED })
  }
  const weight = months.reduce((sum, { jobs }) => sum + jobs, 0)
  return { moment: workingMoment(addDays(day, afterDays), 200), weight, run }
}

/** What a round of verification finds, in shares of the jobs that are looked at. */
export type Findings = { verified: number; rejected: number; unreachable: number }

/** A round of verification over what stands in a state: a share of it, or just so many jobs, is looked at. */
export function verifies(
  { province, period }: Place,
  day: JalaliDate,
  {
    state = 'agency-confirmed',
    looked,
    findings,
    weight,
  }: { state?: JobState; looked: { share: number } | { until: number }; findings: Findings; weight: number },
): PastAct {
  const actor = inspectorOf(province)
  const run = async (stage: Stage) => {
    const standing = await standingIn(stage, { province, period, state })
    const many =
      'share' in looked
        ? Math.round(standing.length * looked.share)
        : looked.until - (await countChecked(stage, { province, period }))
    const seen = shuffled(stage.chance, standing).slice(0, many)
    const { verified, rejected, unreachable } = findings
    const [good = [], bad = [], away = []] = portions(
      seen,
      apportion(seen.length, [verified, rejected, unreachable]),
    )
    await take(stage, province, actor, { step: 'verify', jobIds: good })
    await take(stage, province, actor, { step: 'reject', jobIds: bad, reason: REJECTED })
    if (state === 'agency-confirmed')
      await take(stage, province, actor, { step: 'mark-unreachable', jobIds: away })
  }
  return { moment: workingMoment(day, 400), weight, run }
}

/** So many jobs of a state take a step, by whoever may. */
export function takes(
  { province, period }: Place,
  day: JalaliDate,
  order: { step: SharedJobStep; state: JobState; many: number; reason?: string; fromMonth?: JalaliMonth },
): PastAct {
  const { step, state, many, reason, fromMonth } = order
  const run = async (stage: Stage) => {
    const where = { province, period, state, counted: true, ...(fromMonth !== undefined && { fromMonth }) }
    const jobIds = shuffled(stage.chance, await standingIn(stage, where)).slice(0, many)
    await take(stage, province, labourDirectorOf(province), {
      step,
      jobIds,
      ...(reason !== undefined && { reason }),
    })
  }
  return { moment: workingMoment(day, 430), weight: many, run }
}

/** The governor's economic deputy decides the oldest conflict cases, most for the agency that holds the job. */
export function decides({ province, period }: Place, day: JalaliDate, many: number): PastAct {
  const actor = economicDeputyOf(province)
  const run = async ({ past: { database } }: Stage) => {
    const cases = await readSnapshot(database, (db) => listOpenCases(db, province, period))
    for (const [index, { caseId, claimIds }] of cases.slice(0, many).entries()) {
      const claimId = claimIds[index % 3 === 2 ? 1 : 0]!
      const reason = 'بر پایهٔ قرارداد و تاریخ پرداخت تسهیلات'
      const subject = { caseId, claimId, reason }
      await act(database, { actor, action: 'conflict.decided', province, subject }, async (tx) => {
        await decideConflict(tx, province, caseId, { claimId, reason }, { actor })
        await settleNow(tx, province)
      })
    }
  }
  return { moment: workingMoment(day, 460), weight: many, run }
}

function standingIn({ past }: Stage, filter: Parameters<typeof listStanding>[1]): Promise<number[]> {
  return readSnapshot(past.database, (db) => listStanding(db, filter))
}

async function countChecked(stage: Stage, place: Place): Promise<number> {
  let checked = 0
  for (const state of ['verified', 'rejected', 'unreachable'] as const)
    checked += (await standingIn(stage, { ...place, state })).length
  return checked
}

async function take(
  { past }: Stage,
  province: string,
  actor: Actor,
  order: { step: SharedJobStep; jobIds: readonly number[]; reason?: string },
): Promise<void> {
  if (order.jobIds.length === 0) return
  const subject = {
    step: order.step,
    jobs: order.jobIds.length,
    ...(order.reason && { reason: order.reason }),
  }
  await act(past.database, { actor, action: 'job.steps-taken', province, subject }, (tx) =>
    takeStepOfMany(tx, province, order, { actor }),
  )
}

/** Deals ids out by chance: to each hand its share; what no share takes is left. */
function deal(chance: Chance, ids: readonly number[], shares: readonly number[]): number[][] {
  const hands: number[][] = shares.map(() => [])
  for (const id of ids) {
    let left = chance.next()
    const hand = shares.findIndex((share) => (left -= share) < 0)
    if (hand >= 0) hands[hand]!.push(id)
  }
  return hands
}

function shuffled(chance: Chance, ids: readonly number[]): number[] {
  const order = [...ids]
  for (let index = order.length - 1; index > 0; index -= 1) {
    const other = chance.below(index + 1)
    ;[order[index], order[other]] = [order[other]!, order[index]!]
  }
  return order
}

function portions(ids: readonly number[], sizes: readonly number[]): number[][] {
  let first = 0
  return sizes.map((size) => ids.slice(first, (first += size)))
}
