import type { Scope } from '@rasad/domain/access/scope'
import type { JobCell, JobMovement } from '@rasad/domain/ledger/posting'
import { sql, type RawBuilder } from 'kysely'
import type { ReadDb, WriteTx } from '../../platform/db.ts'
import { allOf, provinceCondition, scopeConditions } from '../../platform/scope.queries.ts'

/** Where an entry stands: every posting carries these three. */
export type EntryPlace = { province: string; period: string; entryId: number }

/** A movement of the promise: one cell of a commitment up or down. */
export type CommitmentMovement = {
  baseline: string
  county: string
  agency: string
  sector: JobCell['sector']
  amount: number
}

/** Opens the entry of one act; its postings follow in the same transaction. */
export async function insertEntry(
  tx: WriteTx,
  place: { province: string; period: string },
  { action, actor }: { action: string; actor: string },
): Promise<number> {
  const { rows } = await sql<{ entryId: number }>`
    insert into ledger_entry (province_id, period_id, action, actor)
    values (${place.province}, ${place.period}, ${action}, ${actor}) returning entry_id`.execute(tx)
  return rows[0]!.entryId
}

/** Posts the movements of jobs, each named by its job. */
export async function postJobMovements(
  tx: WriteTx,
  place: EntryPlace,
  movements: readonly (JobMovement & { jobId: number })[],
): Promise<void> {
  await post(
    tx,
    place,
    movements.map(({ cell, ...movement }) => ({ ...movement, ...cell })),
  )
}

/** Posts the difference between a commitment version and the one before it. */
export async function postCommitmentMovements(
  tx: WriteTx,
  place: EntryPlace,
  movements: readonly CommitmentMovement[],
): Promise<void> {
  await post(
    tx,
    place,
    movements.map(({ baseline, ...movement }) => ({
      ...movement,
      measure: 'commitment',
      state: baseline,
      cause: 're-split',
    })),
  )
}

type PostingRow = Partial<JobCell> & {
  measure: string
  state: string
  cause: string
  amount: number
  jobId?: number
}

/** Each posting is written twice in one statement: for ever, and into the tail until a batch settles it. */
async function post(tx: WriteTx, place: EntryPlace, rows: readonly PostingRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    with added as (
      insert into posting (province_id, entry_id, period_id, measure, state, cause, amount, job_id, month, county_id,
        agency_id, sector, gender, job_type, novelty, directness, settlement, education, activity_line)
      select ${place.province}, ${place.entryId}::bigint, ${place.period}, measure, state, cause, amount, "jobId", month, county,
        agency, sector, gender, "jobType", novelty, directness, settlement, education, "activityLine"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
        measure text, state text, cause text, amount bigint, "jobId" bigint, month integer, county text, agency text,
        sector text, gender text, "jobType" text, novelty text, directness text, settlement text, education text,
        "activityLine" text)
      returning seq, measure, state, amount, month, county_id, agency_id, sector
    )
    insert into posting_tail (province_id, seq, entry_id, period_id, measure, state, amount, month, county_id, agency_id, sector)
    select ${place.province}, seq, ${place.entryId}::bigint, ${place.period}, measure, state, amount, month, county_id, agency_id, sector
    from added`.execute(tx)
}

/** The last batch that has settled in a province and when; batch 0 before the first. */
export async function getLastBatch(
  db: ReadDb,
  province: string,
): Promise<{ batch: number; settledAt: string | null }> {
  const { rows } = await sql<{ batch: number; settledAt: string }>`
    select batch, settled_at from settled_batch where province_id = ${province} order by batch desc limit 1`.execute(
    db,
  )
  return rows[0] ?? { batch: 0, settledAt: null }
}

/** When a batch settled; undefined when there is none of that number. */
export async function findBatch(
  db: ReadDb,
  province: string,
  batch: number,
): Promise<{ batch: number; settledAt: string } | undefined> {
  const { rows } = await sql<{ batch: number; settledAt: string }>`
    select batch, settled_at from settled_batch where province_id = ${province} and batch = ${batch}`.execute(
    db,
  )
  return rows[0]
}

/** Whether a batch had settled at a moment, which is told in milliseconds while the database keeps microseconds. */
export function settledBy(moment: string): RawBuilder<unknown> {
  return sql`settled_at < ${moment}::timestamptz + interval '1 millisecond'`
}

/** The last batch that had settled at a moment. */
export async function findBatchAt(
  db: ReadDb,
  province: string,
  moment: string,
): Promise<{ batch: number; settledAt: string } | undefined> {
  const { rows } = await sql<{ batch: number; settledAt: string }>`
    select batch, settled_at from settled_batch
    where province_id = ${province} and ${settledBy(moment)} order by settled_at desc, batch desc limit 1`.execute(
    db,
  )
  return rows[0]
}

/** How many postings of a scope, in a province or in all, no batch holds yet. */
export async function countTail(db: ReadDb, province: string | null, scope: Scope): Promise<number> {
  const conditions = scopeConditions(scope)
  if (province !== null) conditions.push(sql`province_id = ${province}`)
  const { rows } = await sql<{
    n: number
  }>`select count(*) as n from posting_tail where ${allOf(conditions)}`.execute(db)
  return rows[0]!.n
}

/** The provinces that have postings no batch holds yet. */
export async function listUnsettledProvinces(db: ReadDb): Promise<string[]> {
  const { rows } = await sql<{
    provinceId: string
  }>`select distinct province_id from posting_tail order by 1`.execute(db)
  return rows.map((row) => row.provinceId)
}

/** The positions of a province's ledger, newest first: the whole province's, whoever in it asks. */
export async function listBatches(
  db: ReadDb,
  province: string,
  { before, limit }: { before?: number | undefined; limit: number },
  scope: Scope,
): Promise<{ batch: number; settledAt: string; postings: number }[]> {
  const older = before === undefined ? sql`true` : sql`batch < ${before}`
  const { rows } = await sql<{ batch: number; settledAt: string; postings: number }>`
    select batch, settled_at, postings from settled_batch where province_id = ${province} and ${older} and ${provinceCondition(scope)}
    order by batch desc limit ${limit}`.execute(db)
  return rows.map((row) => ({ ...row, settledAt: new Date(row.settledAt).toISOString() }))
}
