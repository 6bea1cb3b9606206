import type { JobPosting } from '@rasad/contracts/job-history'
import { formatMonth, type JalaliMonth } from '@rasad/domain/calendar/jalali'
import { sql } from 'kysely'
import type { ReadDb } from '../../platform/db.ts'

type PostingRow = Omit<JobPosting, 'month'> & { month: JalaliMonth }

/** What a job did to the ledger, in the order in which it was posted. */
export async function listPostingsOfJob(db: ReadDb, province: string, jobId: number): Promise<JobPosting[]> {
  const { rows } = await sql<PostingRow>`
    select seq, posting.entry_id as entry, measure, state, cause, amount, month, county_id as county, agency_id as agency,
      ledger_entry.posted_at as at, settled_entry.batch
    from posting
    join ledger_entry on ledger_entry.province_id = posting.province_id and ledger_entry.entry_id = posting.entry_id
    left join settled_entry on settled_entry.province_id = posting.province_id and settled_entry.entry_id = posting.entry_id
    where posting.province_id = ${province} and posting.job_id = ${jobId} order by seq`.execute(db)
  return rows.map((row) => ({
    ...row,
    month: formatMonth(row.month),
    at: new Date(row.at).toISOString(),
  }))
}
