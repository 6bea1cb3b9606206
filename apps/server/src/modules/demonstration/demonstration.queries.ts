import { formatMonth, isoToJalali, jalaliToIso, type JalaliMonth } from '@rasad/domain/calendar/jalali'
import type { System } from '@rasad/contracts/system'
import type { JobState } from '@rasad/domain/jobs/job-life-cycle'
import { sql } from 'kysely'
import type { ReadDb, WriteTx } from '../../platform/db.ts'
import { MEASURE } from '../ledger/measure.queries.ts'
import type { AnnouncedTotal } from './announced-totals.ts'

/** Marks the installation for ever as one that holds a demonstration. */
export async function insertDemonstration(tx: WriteTx, seed: string, loadedBy: string): Promise<void> {
  await sql`insert into demonstration (demonstration_id, seed, loaded_by) values (1, ${seed}, ${loadedBy})`.execute(
    tx,
  )
}

/** From now on nothing can be written down with another day. */
export async function setDemonstrationLoaded(tx: WriteTx): Promise<void> {
  await sql`update demonstration set loaded_at = clock_timestamp()`.execute(tx)
}

// A third of the usual sample: a few provinces have few values in each column.
const SMALL_SAMPLE = sql`set local default_statistics_target = 30`

/** Tells the planner of the postings, which are as much work as all other tables together. */
export async function analyzePostings(tx: WriteTx): Promise<void> {
  await SMALL_SAMPLE.execute(tx)
  await sql`analyze posting`.execute(tx)
}

/** Tells the planner of all tables but the postings. */
export async function analyzeOtherTables(tx: WriteTx): Promise<void> {
  await SMALL_SAMPLE.execute(tx)
  await sql`
    do $$ declare named text; begin
      for named in
        select pg_class.oid::regclass from pg_class join pg_namespace on pg_namespace.oid = relnamespace
        where nspname = current_schema and relkind = 'r' and not relispartition
      loop execute 'analyze ' || named; end loop;
    end $$`.execute(tx)
}

/** Keeps the announced totals that the demonstration comes to. */
export async function insertAnnouncedTotals(tx: WriteTx, totals: readonly AnnouncedTotal[]): Promise<void> {
  for (const { province, period, figure, asOf, months, value, source, url } of totals)
    await sql`
      insert into demonstration_total (province_id, period_id, figure, as_of, from_month, to_month, value, source, source_url)
      values (${province}, ${period}, ${figure}, ${jalaliToIso(asOf)}, ${months?.from ?? null}, ${months?.to ?? null}, ${value},
        ${source}, ${url})`.execute(tx)
}

/** The mark of the installation; undefined where nothing was ever demonstrated. */
export async function findDemonstration(db: ReadDb): Promise<{ loadedAt: string | null } | undefined> {
  const { rows } = await sql<{ loadedAt: string | null }>`select loaded_at from demonstration`.execute(db)
  return rows[0]
}

/** Whether nobody has opened a commitment period yet. */
export async function hasNoPeriods(db: ReadDb): Promise<boolean> {
  const { rows } = await sql<{
    empty: boolean
  }>`select not exists (select from commitment_period) as empty`.execute(db)
  return rows[0]!.empty
}

type StoredTotal = {
  province: string
  period: string
  figure: AnnouncedTotal['figure']
  asOf: string
  fromMonth: JalaliMonth | null
  toMonth: JalaliMonth | null
  value: number
  source: string
  url: string | null
}

/** What the installation demonstrates, with the sources; null for a real one. */
export async function readDemonstration(db: ReadDb): Promise<System['demonstration']> {
  const mark = await findDemonstration(db)
  if (!mark) return null
  const { rows } = await sql<StoredTotal>`
    select province_id as province, period_id as period, figure, as_of, from_month, to_month, value, source, source_url as url
    from demonstration_total order by province_id, period_id, figure, as_of`.execute(db)
  const sources = rows.map(({ fromMonth, toMonth, asOf, ...total }) => ({
    ...total,
    asOf: isoToJalali(asOf),
    month: fromMonth && toMonth ? `${formatMonth(fromMonth)}..${formatMonth(toMonth)}` : null,
  }))
  return { loadedAt: mark.loadedAt === null ? null : new Date(mark.loadedAt).toISOString(), sources }
}

/** Jobs of a period in a state that nobody disputes, in the order they came in. */
export async function listStanding(
  db: ReadDb,
  filter: {
    province: string
    period: string
    state: JobState
    agency?: string
    fromMonth?: JalaliMonth
    /** Only jobs that count toward the commitment. */
    counted?: boolean
  },
): Promise<number[]> {
  const { province, period, state, agency, fromMonth = 0, counted = false } = filter
  const ofAgency = agency === undefined ? sql`true` : sql`agency_id = ${agency}`
  const ofMeasure = counted ? sql`${MEASURE} = 'job'` : sql`true`
  const { rows } = await sql<{ jobId: number }>`
    select job_id from job
    where province_id = ${province} and period_id = ${period} and state = ${state} and month >= ${fromMonth} and ${ofAgency} and ${ofMeasure}
      and not exists (select from conflict_case where conflict_case.province_id = job.province_id and conflict_case.job_id = job.job_id)
    order by job_id`.execute(db)
  return rows.map(({ jobId }) => jobId)
}

/** The open conflict cases of a period with their claims, the holder's first. */
export async function listOpenCases(
  db: ReadDb,
  province: string,
  period: string,
): Promise<{ caseId: number; claimIds: number[] }[]> {
  const { rows } = await sql<{ caseId: number; claimIds: number[] }>`
    select case_id, (select jsonb_agg(claim_id order by holds_job desc, claim_id) from claim
      where claim.province_id = conflict_case.province_id and claim.case_id = conflict_case.case_id) as claim_ids
    from conflict_case where province_id = ${province} and period_id = ${period} and state = 'open' order by case_id`.execute(
    db,
  )
  return rows
}
