import type { JalaliDate } from '@rasad/domain/calendar/jalali'
import type { WriteTx } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
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
): Promise<PeriodRow> {
  const { province, period, from, to } = asked
  const cutoff = asked.cutoff ?? to
  if (to <= from) throw new Problem('period.ends-before-it-begins', {})
  if (cutoff < to) throw new Problem('period.cutoff-before-end', {})
  const others = await selectPeriods(tx, province)
  if (others.some((other) => other.period === period)) throw new Problem('period.exists', { period })
  const opened = { province, period, title: asked.title ?? period, from, to, cutoff }
  await insertPeriod(tx, opened)
  return opened
}
