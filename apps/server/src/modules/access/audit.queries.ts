import type { AuditRow } from '@rasad/contracts/audit'
import { jalaliToIso, type JalaliDate } from '@rasad/domain/calendar/jalali'
import type { Scope } from '@rasad/domain/access/scope'
import { sql, type RawBuilder } from 'kysely'
import type { ReadDb } from '../../platform/db.ts'
import { instantOf } from '../../platform/moments.ts'

/** What is looked for in the audit. */
export type AuditQuestion = {
  actor?: string | undefined
  action?: string | undefined
  province?: string | undefined
  from?: JalaliDate | undefined
  to?: JalaliDate | undefined
  text?: string | undefined
  after?: number | undefined
  limit: number
}

/** Iran's own day: the audit's moments are in UTC. */
const DAY_ZONE = 'Asia/Tehran'

/** Who did what, the newest first; a province sees what was done in it, and acts of no province are the country's. */
export async function searchAudit(
  db: ReadDb,
  scope: Scope,
  asked: AuditQuestion,
): Promise<{ rows: AuditRow[]; next: number | null }> {
  if (scope.level !== 'national' && scope.level !== 'province') return { rows: [], next: null }
  const { actor, action, province, from, to, text, after, limit } = asked
  const inScope = scope.level === 'national' ? undefined : sql`province_id = ${scope.province}`
  const conditions = [
    inScope,
    actor === undefined ? undefined : sql`actor = ${actor}`,
    action === undefined ? undefined : sql`action = ${action}`,
    province === undefined ? undefined : sql`province_id = ${province}`,
    from && sql`at >= (${jalaliToIso(from)}::date)::timestamp at time zone ${DAY_ZONE}`,
    to && sql`at < (${jalaliToIso(to)}::date + 1)::timestamp at time zone ${DAY_ZONE}`,
    text === undefined ? undefined : sql`strpos(lower(subject::text), lower(${text})) > 0`,
    after === undefined ? undefined : sql`audit_id < ${after}`,
  ].filter((condition): condition is RawBuilder<unknown> => condition !== undefined)
  const { rows } = await sql<AuditRow>`
    select audit_id, at, actor, action, province_id as province, subject from audit
    where ${sql.join([sql`true`, ...conditions], sql` and `)}
    order by audit_id desc limit ${limit + 1}`.execute(db)
  const page = rows.slice(0, limit).map((row) => ({ ...row, at: instantOf(row.at) }))
  return { rows: page, next: rows.length > limit ? page.at(-1)!.auditId : null }
}
