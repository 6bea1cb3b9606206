import { isoToJalali } from '@rasad/domain/calendar/jalali'
import { maskNationalId } from '@rasad/domain/persian/identifiers'
import { TRUTH_OF_STATE } from '@rasad/domain/figures/figure'
import { isCounted, JOB_STATES } from '@rasad/domain/jobs/job-life-cycle'
import type { Passport } from '@rasad/contracts/figures'
import { sql, type RawBuilder } from 'kysely'
import type { ReadDb } from '../../platform/db.ts'
import { allOf, placedIn, scopeConditions } from '../../platform/scope.queries.ts'
import { IMPORT_COLUMNS } from '../jobs/imports.queries.ts'
import { conditions } from './figure-source.queries.ts'
import type { Question } from '@rasad/domain/figures/question'

type Sql = RawBuilder<unknown>
type Truth = Passport['truth']

/** The postings that make up one truth of a figure. */
function postingsOf(question: Question, truth: Truth, batch: number | null): Sql {
  const settled = sql`select 1 from settled_entry where settled_entry.province_id = posting.province_id
    and settled_entry.entry_id = posting.entry_id and settled_entry.batch <= ${batch}`
  const until = question.position.kind === 'current' ? sql`true` : sql`exists (${settled})`
  return sql`select * from posting where ${conditions(question)} and ${ofTruth(truth, question)} and ${until}`
}

function ofTruth(truth: Truth, { baseline }: Question): Sql {
  if (truth === 'committed') return sql`measure = 'commitment' and state = ${baseline}`
  const measure = truth === 'beside' ? 'job-beside' : 'job'
  const states =
    truth === 'registered' || truth === 'beside'
      ? JOB_STATES.filter(isCounted)
      : JOB_STATES.filter((state) => TRUTH_OF_STATE[state] === truth)
  return sql`measure = ${measure} and state in (${sql.join(states)})`
}

/** The cells a figure is made of: place, agency, sector and month, with what each holds. */
export async function sumPassportCells(
  db: ReadDb,
  question: Question,
  truth: Truth,
  batch: number | null,
): Promise<Passport['cells']> {
  const { rows } = await sql<{
    county: string
    agency: string
    sector: string
    month: number | null
    value: number
  }>`
    select county_id as county, agency_id as agency, sector, month, sum(amount)::bigint as value
    from (${postingsOf(question, truth, batch)}) part
    group by county_id, agency_id, sector, month having sum(amount) <> 0
    order by county_id, agency_id, sector, month`.execute(db)
  return rows.map((row) => ({ ...row, month: row.month === null ? null : monthName(row.month) }))
}

function monthName(month: number): string {
  return `${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}`
}

type PostingRow = Omit<Passport['postings'][number], 'record' | 'source'> & {
  jobId: number | null
  nationalId: string | null
  firstName: string
  lastName: string
  jobState: string
  startDate: string
  importId: number | null
  file: string | null
  sha256: string | null
  sheet: string
  row: number
}

/** How many postings a figure has, and the newest of them with the step, the record and the source behind each. */
export async function listPassportPostings(
  db: ReadDb,
  question: Question,
  truth: Truth,
  { batch, limit }: { batch: number | null; limit: number },
): Promise<{ count: number; postings: Passport['postings'] }> {
  const part = postingsOf(question, truth, batch)
  // A job that has moved on to elsewhere is another's to show, and so is a list that another agency sent.
  const ownJob = allOf(scopeConditions(question.scope, placedIn('job')))
  const ownList = allOf(scopeConditions(question.scope, IMPORT_COLUMNS))
  const counted = await sql<{ n: number }>`select count(*) as n from (${part}) part`.execute(db)
  const { rows } = await sql<PostingRow>`
    with newest as (select * from (${part}) part order by seq desc limit ${limit})
    select newest.seq, settled_entry.batch, newest.entry_id as entry, ledger_entry.posted_at, ledger_entry.action, ledger_entry.actor,
      newest.cause, newest.state, newest.amount, newest.county_id as county, newest.agency_id as agency,
      job_step.step, job_step.reason, job.job_id, person.national_id, person.first_name, person.last_name,
      job.state as job_state, job.start_date, service.import_id, job_import.file_name as file, job_import.file_sha256 as sha256,
      service.source_sheet as sheet, service.source_row as row
    from newest
    join ledger_entry on ledger_entry.province_id = newest.province_id and ledger_entry.entry_id = newest.entry_id
    left join settled_entry on settled_entry.province_id = newest.province_id and settled_entry.entry_id = newest.entry_id
    left join job on job.province_id = newest.province_id and job.job_id = newest.job_id and ${ownJob}
    left join person on person.province_id = job.province_id and person.person_id = job.person_id
    left join job_step on job_step.province_id = newest.province_id and job_step.entry_id = newest.entry_id and job_step.job_id = job.job_id
    left join lateral (
      select import_id, source_sheet, source_row from employment_service
      where employment_service.province_id = job.province_id and employment_service.job_id = job.job_id and import_id is not null
      order by service_id limit 1
    ) service on true
    left join job_import on job_import.province_id = newest.province_id and job_import.import_id = service.import_id and ${ownList}
    order by newest.seq desc`.execute(db)
  return { count: counted.rows[0]!.n, postings: rows.map(readPosting) }
}

function readPosting(row: PostingRow): Passport['postings'][number] {
  const {
    jobId,
    nationalId,
    firstName,
    lastName,
    jobState,
    startDate,
    importId,
    file,
    sha256,
    sheet,
    row: line,
    ...posting
  } = row
  const name = `${firstName} ${lastName}`.trim()
  return {
    ...posting,
    postedAt: new Date(posting.postedAt).toISOString(),
    record:
      jobId === null
        ? null
        : {
            jobId,
            nationalId: maskNationalId(nationalId ?? ''),
            name,
            state: jobState,
            startDate: isoToJalali(startDate),
          },
    source: importId === null ? null : { importId, file, sha256, sheet, row: line },
  }
}
