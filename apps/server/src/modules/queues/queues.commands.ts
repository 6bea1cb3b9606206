import type { getQueues, QueueCounts } from '@rasad/contracts/queues'
import type { AnswerOf } from '@rasad/contracts/define-route'
import { mayDo, type Actor } from '@rasad/domain/access/scope'
import type { Permission } from '@rasad/domain/access/permissions'
import { daysBetween, jalaliDateAt, type JalaliDate } from '@rasad/domain/calendar/jalali'
import type { JobState } from '@rasad/domain/jobs/job-life-cycle'
import type { ReadDb } from '../../platform/db.ts'
import { getPeriod } from '../commitments/periods.queries.ts'
import { countOpenConflicts } from '../jobs/conflicts.queries.ts'
import { countJobsByState } from '../ledger/waiting.queries.ts'

type Place = { province: string; period: string }

/** What waits for somebody in a period, and how long the period still runs. */
export async function readQueues(
  db: ReadDb,
  { province, period }: Place,
  { actor, now }: { actor: Actor; now: number },
): Promise<AnswerOf<typeof getQueues>> {
  const { to, cutoff } = await getPeriod(db, province, period, actor.scope)
  const today = jalaliDateAt(now)
  const deadline = (date: JalaliDate) => ({ date, daysLeft: daysBetween(today, date) })
  return {
    province,
    period,
    counts: await countQueues(db, { province, period }, actor),
    deadlines: { end: deadline(to), cutoff: deadline(cutoff) },
  }
}

/** How much waits for somebody, queue by queue. */
export async function countQueues(db: ReadDb, place: Place, actor: Actor): Promise<QueueCounts> {
  const states = await countJobsByState(db, place, actor.scope)
  const waiting = (permission: Permission, state: JobState) =>
    mayDo(actor, permission) ? (states[state] ?? 0) : null
  const conflicts = mayDo(actor, 'conflict.decide') ? await countOpenConflicts(db, place, actor.scope) : null
  return {
    confirmation: waiting('job.confirm', 'registered'),
    returned: waiting('job.mend', 'returned'),
    verification: waiting('job.verify', 'agency-confirmed'),
    unreachable: waiting('job.verify', 'unreachable'),
    appeals: waiting('job.verify', 'appealed'),
    conflicts,
  }
}
