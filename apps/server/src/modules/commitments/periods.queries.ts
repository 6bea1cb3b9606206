import type { Scope } from '@rasad/domain/access/scope'
import { isoToJalali, jalaliToIso, type JalaliDate } from '@rasad/domain/calendar/jalali'
import { sql } from 'kysely'
import type { ReadDb, WriteTx } from '../../platform/db.ts'
import { instantOf } from '../../platform/moments.ts'
import { Problem } from '../../platform/problem.ts'
import { provinceCondition } from '../../platform/scope.queries.ts'

export type PeriodRow = {
  province: string
  period: string
  title: string
  from: JalaliDate
  to: JalaliDate
  cutoff: JalaliDate
  version: number
  changed: { by: string; at: string } | null
}

type StoredPeriod = {
  provinceId: string
  periodId: string
  title: string
  startDate: string
  endDate: string
  registrationCutoff: string
  version: number
  changedBy: string | null
  changedAt: string | null
}

const SELECTED = sql`
  select province_id, period_id, title, start_date, end_date, registration_cutoff, version, changed_by, changed_at
  from commitment_period`

/** The commitment periods of a province, the newest first; outside the scope there are none. */
export async function selectPeriods(db: ReadDb, province: string, scope: Scope): Promise<PeriodRow[]> {
  const { rows } = await sql<StoredPeriod>`
    ${SELECTED}
    where province_id = ${province} and ${provinceCondition(scope)} order by start_date desc, period_id`.execute(
    db,
  )
  return rows.map(readPeriod)
}

/** A period; outside the scope it is not found. */
export async function getPeriod(
  db: ReadDb,
  province: string,
  period: string,
  scope: Scope,
): Promise<PeriodRow> {
  const { rows } = await sql<StoredPeriod>`
    ${SELECTED}
    where province_id = ${province} and period_id = ${period} and ${provinceCondition(scope)}`.execute(db)
  if (!rows[0]) throw new Problem('not-found', { kind: 'period', id: `${province}/${period}` })
  return readPeriod(rows[0])
}

/** The days that a period's name covers over all provinces of a scope, for a question that names none. */
export async function findPeriodSpan(
  db: ReadDb,
  period: string,
  scope: Scope,
): Promise<{ from: JalaliDate; to: JalaliDate } | undefined> {
  const { rows } = await sql<{ startDate: string | null; endDate: string | null }>`
    select min(start_date) as start_date, max(end_date) as end_date from commitment_period
    where period_id = ${period} and ${provinceCondition(scope)}`.execute(db)
  const { startDate, endDate } = rows[0]!
  return startDate === null || endDate === null
    ? undefined
    : { from: isoToJalali(startDate), to: isoToJalali(endDate) }
}

export async function insertPeriod(
  tx: WriteTx,
  { province, period, title, from, to, cutoff }: Omit<PeriodRow, 'version' | 'changed'>,
): Promise<void> {
  await sql`
    insert into commitment_period (province_id, period_id, title, start_date, end_date, registration_cutoff)
    values (${province}, ${period}, ${title}, ${jalaliToIso(from)}, ${jalaliToIso(to)}, ${jalaliToIso(cutoff)})`.execute(
    tx,
  )
}

/** Gives a period another title and cut-off, if it still has that version; false when somebody was quicker. */
export async function setPeriod(
  tx: WriteTx,
  { province, period, title, cutoff, version }: PeriodRow,
  { by, now }: { by: string; now: number },
): Promise<boolean> {
  const { rows } = await sql`
    update commitment_period set title = ${title}, registration_cutoff = ${jalaliToIso(cutoff)},
      version = version + 1, changed_by = ${by}, changed_at = ${new Date(now).toISOString()}
    where province_id = ${province} and period_id = ${period} and version = ${version}
    returning 1 as changed`.execute(tx)
  return rows.length > 0
}

function readPeriod(row: StoredPeriod): PeriodRow {
  return {
    province: row.provinceId,
    period: row.periodId,
    title: row.title,
    from: isoToJalali(row.startDate),
    to: isoToJalali(row.endDate),
    cutoff: isoToJalali(row.registrationCutoff),
    version: row.version,
    changed:
      row.changedBy === null || row.changedAt === null
        ? null
        : { by: row.changedBy, at: instantOf(row.changedAt) },
  }
}
