import type { Scope } from '@rasad/domain/access/scope'
import type { JobState } from '@rasad/domain/jobs/job-life-cycle'
import { sql } from 'kysely'
import type { ReadDb } from '../../platform/db.ts'
import { allOf, scopeConditions } from '../../platform/scope.queries.ts'

/** How many jobs of a period stand in each state, counted in the ledger; a state without a job is left out. */
export async function countJobsByState(
  db: ReadDb,
  { province, period }: { province: string; period: string },
  scope: Scope,
): Promise<Partial<Record<JobState, number>>> {
  const asked = allOf([
    sql`province_id = ${province}`,
    sql`period_id = ${period}`,
    sql`measure <> 'commitment'`,
    ...scopeConditions(scope),
  ])
  const { rows } = await sql<{ state: JobState; n: number }>`
    select state, sum(amount)::bigint as n from (
      select state, amount from balance_report where batch = 0 and ${asked}
      union all select state, amount from posting_tail where ${asked}
    ) counted group by state having sum(amount) <> 0`.execute(db)
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
}

/** What tells one state of the whole database from another: it stays the same while nothing is committed. */
export async function readMoment(db: ReadDb): Promise<string> {
  const { rows } = await sql<{ moment: string }>`select pg_current_snapshot()::text as moment`.execute(db)
  return rows[0]!.moment
}
