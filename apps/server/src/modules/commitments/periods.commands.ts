import type { Actor } from '@rasad/domain/access/scope'
import type { JalaliDate } from '@rasad/domain/calendar/jalali'
import type { WriteTx } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { requireInScope } from '../../platform/scope.ts'
import { insertPeriod, selectPeriods, type PeriodRow } from './periods.queries.ts'

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
  const opened = { province, period, title: asked.title ?? period, from, to, cutoff }
  await insertPeriod(tx, opened)
  return opened
}
