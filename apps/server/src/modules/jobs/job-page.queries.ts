import type { JobFilter, JobOrder } from '@rasad/contracts/job-filter'
import type { JobSummary } from '@rasad/contracts/jobs'
import type { Scope } from '@rasad/domain/access/scope'
import { jalaliToIso, parseJalaliDate } from '@rasad/domain/calendar/jalali'
import { sql, type RawBuilder } from 'kysely'
import type { ReadDb } from '../../platform/db.ts'
import { scopeConditions } from '../../platform/scope.queries.ts'
import { readSummary, SUMMARY, type SummaryRow } from './job-reading.queries.ts'
import { findByText, MOST_FOUND } from './job-words.queries.ts'

/** A page of the job list: `after` is the place it goes on behind, the `next` of the page before. */
export type JobPage = JobFilter & {
  order?: JobOrder | undefined
  after?: string | undefined
  limit: number
}

type Order = {
  keys: readonly string[]
  direction: 'asc' | 'desc'
  /** How a job stands in the order, where that may change while somebody turns the pages. */
  standing?: (job: JobSummary) => readonly string[]
}

// Each is the end of an index on job; within equals the job's own number goes the same way.
const ORDERS: Record<JobOrder, Order> = {
  newest: { keys: [], direction: 'desc' },
  oldest: { keys: [], direction: 'asc' },
  name: { keys: ['name_order'], direction: 'asc' },
  'start-date': {
    keys: ['start_date'],
    direction: 'desc',
    standing: ({ startDate }) => [startDate],
  },
  county: {
    keys: ['county_id', 'state'],
    direction: 'asc',
    standing: ({ county, state }) => [county, state],
  },
}

/** A page of jobs in the wanted order; `next` continues it, null at the end. */
export async function listJobs(
  db: ReadDb,
  { after, limit, order = 'newest', ...filter }: JobPage,
  scope: Scope,
): Promise<{ jobs: JobSummary[]; next: string | null }> {
  const conditions = await jobConditions(db, filter, scope)
  if (after !== undefined) conditions.push(behind(filter.province, after, ORDERS[order]))
  // A literal: with a parameter PostgreSQL takes a tenth of all jobs for the page, and plans anew each time.
  const most = sql.lit(limit + 1)
  const { rows } = await sql<SummaryRow>`
    with page as (
      select province_id, job_id from job where ${sql.join(conditions, sql` and `)}
      order by ${orderOf(ORDERS[order])} limit ${most}
    )
    select ${SUMMARY} from page
    join job on job.province_id = page.province_id and job.job_id = page.job_id
    join person on person.province_id = job.province_id and person.person_id = job.person_id
    order by ${orderOf(ORDERS[order])}`.execute(db)
  const jobs = rows.slice(0, limit).map(readSummary)
  const last = jobs.at(-1)
  if (last === undefined || rows.length <= limit) return { jobs, next: null }
  return { jobs, next: [last.jobId, ...(ORDERS[order].standing?.(last) ?? [])].join('.') }
}

function orderOf({ keys, direction }: Order): RawBuilder<unknown> {
  return sql.raw([...keys, 'job_id'].map((column) => `job.${column} ${direction}`).join(', '))
}

// A job that has moved since it ended a page ends it where it stood then: no row comes twice and none is left out.
function behind(province: string, place: string, { keys, direction }: Order): RawBuilder<unknown> {
  const beyond = sql.raw(direction === 'asc' ? '>' : '<')
  const [after, ...stood] = place.split('.')
  const last = keys.map((key, index) => {
    const standing = stood[index]
    const day = parseJalaliDate(standing ?? '')
    if (day !== undefined) return sql`${jalaliToIso(day)}::date`
    if (standing !== undefined) return sql`${standing}`
    return sql`(select ${sql.ref(key)} from job last_job where last_job.province_id = ${province}
      and last_job.job_id = ${after}::bigint)`
  })
  const columns = [...keys, 'job_id'].map((key) => sql.ref(key))
  return sql`(${sql.join(columns)}) ${beyond} (${sql.join([...last, sql`${after}::bigint`])})`
}

/** How many jobs a filter leaves, exact up to so many that nobody goes through them one by one. */
export async function countJobs(
  db: ReadDb,
  filter: JobFilter,
  scope: Scope,
): Promise<{ count: number; exact: boolean }> {
  const conditions = await jobConditions(db, filter, scope)
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (
      select from job where ${sql.join(conditions, sql` and `)} limit ${sql.lit(MOST_FOUND + 1)}) counted`.execute(
    db,
  )
  const counted = rows[0]!.n
  return { count: Math.min(counted, MOST_FOUND), exact: counted <= MOST_FOUND }
}

const MOST_REGISTRARS = 500

/** Who registered the jobs of a period, whoever registered most first. */
export async function listRegistrars(
  db: ReadDb,
  { province, period }: { province: string; period: string },
  scope: Scope,
): Promise<{ registrars: { id: string; jobs: number }[] }> {
  const conditions = [sql`province_id = ${province}`, sql`period_id = ${period}`, ...scopeConditions(scope)]
  const { rows } = await sql<{ id: string; jobs: number }>`
    select registered_by as id, count(*) as jobs from job where ${sql.join(conditions, sql` and `)}
    group by registered_by order by jobs desc, id limit ${sql.lit(MOST_REGISTRARS)}`.execute(db)
  return { registrars: rows }
}

/** What is true of the jobs a filter leaves, as conditions on rows of `job`. */
async function jobConditions(db: ReadDb, filter: JobFilter, scope: Scope): Promise<RawBuilder<unknown>[]> {
  const { province, period, q, month, startFrom, startTo } = filter
  const found = q === undefined ? { conditions: [] } : await findByText(db, { province, period }, q)
  return [
    sql`province_id = ${province}`,
    sql`period_id = ${period}`,
    ...scopeConditions(scope),
    ...equal('county_id', filter.county),
    ...equal('agency_id', filter.agency),
    ...equal('registered_by', filter.registeredBy),
    ...among('state', filter.state),
    ...among('sector', filter.sector),
    ...among('gender', filter.gender),
    ...among('job_type', filter.jobType),
    ...among('novelty', filter.novelty),
    ...among('directness', filter.directness),
    ...among('settlement', filter.settlement),
    ...among('education', filter.education),
    ...among('activity_line', filter.activityLine),
    ...(month === undefined ? [] : [sql`month between ${month.from} and ${month.to}`]),
    ...(startFrom === undefined ? [] : [sql`start_date >= ${jalaliToIso(startFrom)}`]),
    ...(startTo === undefined ? [] : [sql`start_date <= ${jalaliToIso(startTo)}`]),
    ...historyConditions(filter),
    ...(found.jobIds === undefined ? [] : [sql`job_id = any(${sql.val(found.jobIds)}::bigint[])`]),
    ...found.conditions,
  ]
}

function equal(column: string, value: string | undefined): RawBuilder<unknown>[] {
  return value === undefined ? [] : [sql`${sql.ref(column)} = ${value}`]
}

function among(column: string, values: readonly string[] | undefined): RawBuilder<unknown>[] {
  if (values === undefined) return []
  return [
    values.length === 1
      ? sql`${sql.ref(column)} = ${values[0]}`
      : sql`${sql.ref(column)} = any(${sql.val(values)}::text[])`,
  ]
}

const START_OF_DAY = 'T00:00:00+03:30'

/** What is asked of how a job came in: the import, the day, and whether its person is contested. */
function historyConditions({
  province,
  importId,
  registeredFrom: from,
  registeredTo: to,
  conflict,
}: JobFilter): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = []
  if (importId !== undefined)
    all.push(sql`entry_id = (
      select entry_id from job_import where province_id = ${province} and import_id = ${importId})`)
  if (from !== undefined || to !== undefined) {
    const since =
      from === undefined ? sql`true` : sql`posted_at >= ${jalaliToIso(from) + START_OF_DAY}::timestamptz`
    const until =
      to === undefined
        ? sql`true`
        : sql`posted_at < ${jalaliToIso(to) + START_OF_DAY}::timestamptz + interval '1 day'`
    all.push(sql`exists (select 1 from ledger_entry entry where entry.province_id = job.province_id
      and entry.entry_id = job.entry_id and ${since} and ${until})`)
  }
  if (conflict !== undefined)
    all.push(sql`exists (select 1 from conflict_case contest where contest.province_id = job.province_id
      and contest.job_id = job.job_id and contest.state = 'open')`)
  return all
}
