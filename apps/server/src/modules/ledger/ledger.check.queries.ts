import type { LedgerCheck } from '@rasad/contracts/ledger'
import { sql, type RawBuilder } from 'kysely'
import type { ReadDb } from '../../platform/db.ts'
import { GRAINS, RUNNING, type Grain } from './grains.queries.ts'
import { cellColumns, cellExpressions } from './ledger.settlement.queries.ts'

type Check = LedgerCheck['provinces'][number]['checks'][number]
const EXAMPLES = 5

/** Sums every posting of a province again and compares it with everything that was derived from it. */
export async function checkProvince(db: ReadDb, province: string): Promise<LedgerCheck['provinces'][number]> {
  const { rows } = await sql<{ postings: number; batch: number }>`
    select (select count(*) from posting where province_id = ${province}) as postings,
      coalesce((select max(batch) from settled_batch where province_id = ${province}), 0) as batch`.execute(
    db,
  )
  const checks: Check[] = [
    await checkTail(db, province),
    await checkBatches(db, province),
    await checkJobs(db, province),
  ]
  for (const grain of GRAINS) {
    checks.push(
      await checkRunning(db, province, grain),
      await checkDeltas(db, province, grain),
      await checkCheckpoints(db, province, grain),
    )
  }
  return { province, ...rows[0]!, checks }
}

/** Provinces that have a ledger at all. */
export async function listLedgerProvinces(db: ReadDb): Promise<string[]> {
  const { rows } = await sql<{
    provinceId: string
  }>`select distinct province_id from ledger_entry order by 1`.execute(db)
  return rows.map((row) => row.provinceId)
}

/** Compares two ways to the same cells: `expected` and `found` give the columns of a cell and its amount. */
async function compare(
  db: ReadDb,
  name: string,
  columns: RawBuilder<unknown>,
  expected: RawBuilder<unknown>,
  found: RawBuilder<unknown>,
): Promise<Check> {
  const { rows } = await sql<{ checked: number; wrong: number; examples: string[] | null }>`
    with expected as (${expected}), found as (${found}),
    compared as (
      select ${columns}, sum(expected) as expected, sum(found) as found from (
        select ${columns}, amount as expected, 0::numeric as found from expected
        union all select ${columns}, 0::numeric, amount from found
      ) both_sides group by ${columns}
    )
    select count(*) as checked, count(*) filter (where expected <> found) as wrong,
      (select array_agg(line) from (
        select row_to_json(compared)::text as line from compared where expected <> found limit ${EXAMPLES}) few) as examples
    from compared`.execute(db)
  const { checked, wrong, examples } = rows[0]!
  return { name, checked, wrong, examples: examples ?? [] }
}

// Every posting is either settled in a batch or waits in the tail, once.
function checkTail(db: ReadDb, province: string): Promise<Check> {
  const columns = sql`seq`
  return compare(
    db,
    'tail',
    columns,
    sql`select seq, amount::numeric from posting where province_id = ${province} and not exists (
      select 1 from settled_entry where settled_entry.province_id = posting.province_id and settled_entry.entry_id = posting.entry_id)`,
    sql`select seq, amount::numeric from posting_tail where province_id = ${province}`,
  )
}

function checkBatches(db: ReadDb, province: string): Promise<Check> {
  return compare(
    db,
    'batches',
    sql`batch`,
    sql`select batch, count(*)::numeric as amount from posting join settled_entry using (province_id, entry_id)
      where province_id = ${province} group by batch`,
    sql`select batch, postings::numeric as amount from settled_batch where province_id = ${province}`,
  )
}

// A job stands once where it stands now; a claim that lost stands as a duplicate where it was claimed.
function checkJobs(db: ReadDb, province: string): Promise<Check> {
  return compare(
    db,
    'jobs',
    sql`period_id, state, county_id, agency_id, sector, month, activity_line`,
    sql`select period_id, state, county_id, agency_id, sector, month, activity_line, count(*)::numeric as amount from job
        where province_id = ${province} group by 1, 2, 3, 4, 5, 6, 7
      union all
      select conflict_case.period_id, 'duplicate', claim.county_id, claim.agency_id, claim.sector, claim.month, claim.activity_line,
        count(*)::numeric
        from conflict_case join claim using (province_id, case_id)
        where province_id = ${province} and conflict_case.state = 'decided' and claim.claim_id <> owner_claim
          and exists (select 1 from posting where posting.province_id = claim.province_id and posting.job_id = conflict_case.job_id
            and posting.cause = 'duplicate' and posting.agency_id = claim.agency_id)
        group by 1, 3, 4, 5, 6, 7`,
    sql`select period_id, state, county_id, agency_id, sector, month, activity_line, sum(amount) as amount from posting
      where province_id = ${province} and measure <> 'commitment' group by 1, 2, 3, 4, 5, 6, 7`,
  )
}

function columnsOf(grain: Grain): RawBuilder<unknown> {
  return sql.join([sql`period_id`, ...cellColumns(grain)])
}

function settledPostings(province: string, grain: Grain): RawBuilder<unknown> {
  return sql`select batch, period_id, ${sql.join(cellExpressions(grain))}, amount from posting join settled_entry using (province_id, entry_id)
    where province_id = ${province}`
}

function checkRunning(db: ReadDb, province: string, grain: Grain): Promise<Check> {
  const columns = columnsOf(grain)
  return compare(
    db,
    `balance-${grain.name}`,
    columns,
    sql`select ${columns}, sum(amount) as amount from (${settledPostings(province, grain)}) settled group by ${columns}`,
    sql`select ${columns}, amount::numeric from ${sql.table(`balance_${grain.name}`)} where province_id = ${province} and batch = ${sql.lit(RUNNING)}`,
  )
}

function checkDeltas(db: ReadDb, province: string, grain: Grain): Promise<Check> {
  const columns = sql`batch, ${columnsOf(grain)}`
  return compare(
    db,
    `deltas-${grain.name}`,
    columns,
    sql`select ${columns}, sum(amount) as amount from (${settledPostings(province, grain)}) settled group by ${columns} having sum(amount) <> 0`,
    sql`select ${columns}, amount::numeric from ${sql.table(`balance_${grain.name}_delta`)} where province_id = ${province}`,
  )
}

function checkCheckpoints(db: ReadDb, province: string, grain: Grain): Promise<Check> {
  const columns = sql`batch, ${columnsOf(grain)}`
  const cells = columnsOf(grain)
  return compare(
    db,
    `checkpoints-${grain.name}`,
    columns,
    sql`select kept.batch, ${cells}, sum(amount) as amount from balance_checkpoint kept
      join (${settledPostings(province, grain)}) settled on settled.batch <= kept.batch
      where kept.province_id = ${province} and kept.grain = ${grain.name} group by kept.batch, ${cells} having sum(amount) <> 0`,
    sql`select ${columns}, amount::numeric from ${sql.table(`balance_${grain.name}`)} where province_id = ${province} and batch <> ${sql.lit(RUNNING)}`,
  )
}
