import type { AnswerOf } from '@rasad/contracts/define-route'
import type * as contract from '@rasad/contracts/ledger'
import {
  formatMonth,
  isoToJalali,
  jalaliToIso,
  monthLength,
  parseJalaliDate,
  type JalaliMonth,
} from '@rasad/domain/calendar/jalali'
import type { Scope } from '@rasad/domain/access/scope'
import { sql } from 'kysely'
import type { ReadDb } from '../../platform/db.ts'
import { allOf, placedIn, scopeConditions } from '../../platform/scope.queries.ts'

type Day = AnswerOf<typeof contract.listDays>['days'][number]
type Question = {
  province: string
  period: string
  month?: { from: JalaliMonth; to: JalaliMonth } | undefined
}

/** The day in Tehran; summer time ended before there was a ledger. */
const DAY = sql`(settled_at at time zone interval '3 hours 30 minutes')::date`

/** Each day on which something of a period settled in a scope: its last batch, and what the day moved there by state. */
export async function listDays(
  db: ReadDb,
  { province, period, month }: Question,
  scope: Scope,
): Promise<Day[]> {
  const isWhole = scope.level === 'national' || scope.level === 'province'
  const deltas = isWhole ? 'balance_province_delta' : 'balance_report_delta'
  const inScope = allOf(scopeConditions(scope, placedIn('delta')))
  const within =
    month === undefined ? sql`true` : sql`${DAY} between ${firstDay(month.from)} and ${lastDay(month.to)}`
  const { rows } = await sql<Day>`
    with moved as (
      select ${DAY} as day, measure = 'commitment' as is_promise, state, sum(amount)::bigint as amount, max(delta.batch) as batch,
        max(settled_at) as settled_at
      from ${sql.table(deltas)} delta
      join settled_batch on settled_batch.province_id = delta.province_id and settled_batch.batch = delta.batch
      where delta.province_id = ${province} and delta.period_id = ${period} and ${inScope} and ${within}
      group by 1, 2, 3
    )
    select day::text, max(batch) as batch, max(settled_at) as settled_at,
      coalesce(jsonb_object_agg(state, amount) filter (where not is_promise and amount <> 0), '{}') as jobs,
      coalesce(jsonb_object_agg(state, amount) filter (where is_promise and amount <> 0), '{}') as committed
    from moved group by day order by day`.execute(db)
  return rows.map((row) => ({
    ...row,
    day: isoToJalali(row.day),
    settledAt: new Date(row.settledAt).toISOString(),
  }))
}

function firstDay(month: JalaliMonth): string {
  return jalaliToIso(parseJalaliDate(`${formatMonth(month)}-01`)!)
}

function lastDay(month: JalaliMonth): string {
  const length = monthLength(Math.floor(month / 100), month % 100)
  return jalaliToIso(parseJalaliDate(`${formatMonth(month)}-${length}`)!)
}
