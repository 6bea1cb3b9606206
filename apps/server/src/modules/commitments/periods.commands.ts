import type { Actor } from '@rasad/domain/access/scope'
import type { JalaliDate } from '@rasad/domain/calendar/jalali'
import type { WriteTx } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { requireInScope } from '../../platform/scope.ts'
import { getPeriod, insertPeriod, selectPeriods, setPeriod, type PeriodRow } from './periods.queries.ts'

/** Opens a commitment period; without a cut-off, registration ends with the period. */
export async function openPeriod(
  tx: WriteTx,
  asked: {
    province: string
    period: string
    title?: string | undefined
    from: JalaliDate
    to: JalaliDate
    cutoff?: JalaliDate | undefined
  },
  { actor }: { actor: Actor },
): Promise<PeriodRow> {
  const { province, period, from, to } = asked
  requireInScope(actor, { province }, 'period.add')
  const cutoff = asked.cutoff ?? to
  if (to <= from) throw new Problem('period.ends-before-it-begins', {})
  if (cutoff < to) throw new Problem('period.cutoff-before-end', {})
  const others = await selectPeriods(tx, province, actor.scope)
  if (others.some((other) => other.period === period)) throw new Problem('period.exists', { period })
  await insertPeriod(tx, { province, period, title: asked.title ?? period, from, to, cutoff })
  return getPeriod(tx, province, period, actor.scope)
}

/** Gives a period another title and last day of registration; refused when somebody else changed it since it was seen. */
export async function changePeriod(
  tx: WriteTx,
  asked: {
    province: string
    period: string
    title: string
    cutoff: JalaliDate
    version?: number | undefined
  },
  { actor, now }: { actor: Actor; now: number },
): Promise<PeriodRow> {
  const { province, period, title, cutoff } = asked
  requireInScope(actor, { province }, 'period.add')
  const before = await getPeriod(tx, province, period, actor.scope)
  if (cutoff < before.to) throw new Problem('period.cutoff-before-end', {})
  const version = asked.version ?? before.version
  if (!(await setPeriod(tx, { ...before, title, cutoff, version }, { by: actor.id, now }))) {
    const present = await getPeriod(tx, province, period, actor.scope)
    throw new Problem('period.changed-meanwhile', { version: present.version })
  }
  return getPeriod(tx, province, period, actor.scope)
}
