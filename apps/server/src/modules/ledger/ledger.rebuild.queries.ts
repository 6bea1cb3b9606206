import { sql } from 'kysely'
import type { WriteTx } from '../../platform/db.ts'
import { GRAINS, RUNNING, type Grain } from './grains.queries.ts'
import { cellColumns, cellExpressions } from './ledger.settlement.queries.ts'

/** Makes the tail and every roll-up of a province anew from its postings; the caller holds the settlement. */
export async function rebuildProvince(
  tx: WriteTx,
  province: string,
): Promise<{ postings: number; balances: number; deltas: number }> {
  await rebuildTail(tx, province)
  let balances = 0
  let deltas = 0
  for (const grain of GRAINS) {
    deltas += await rebuildDeltas(tx, province, grain)
    balances += await rebuildRunning(tx, province, grain)
  }
  const { rows } = await sql<{
    n: number
  }>`select count(*) as n from posting where province_id = ${province}`.execute(tx)
  return { postings: rows[0]!.n, balances, deltas }
}

async function rebuildTail(tx: WriteTx, province: string): Promise<void> {
  await sql`delete from posting_tail where province_id = ${province}`.execute(tx)
  await sql`
    insert into posting_tail (province_id, seq, entry_id, period_id, measure, state, amount, month, county_id, agency_id, sector)
    select province_id, seq, entry_id, period_id, measure, state, amount, month, county_id, agency_id, sector from posting
    where province_id = ${province} and not exists (
      select 1 from settled_entry where settled_entry.province_id = posting.province_id and settled_entry.entry_id = posting.entry_id)
    on conflict (province_id, seq) do nothing`.execute(tx)
}

async function rebuildDeltas(tx: WriteTx, province: string, grain: Grain): Promise<number> {
  const table = sql.table(`balance_${grain.name}_delta`)
  const columns = sql.join([sql`batch`, sql`period_id`, ...cellColumns(grain)])
  await sql`delete from ${table} where province_id = ${province}`.execute(tx)
  const { numAffectedRows } = await sql`
    insert into ${table} (province_id, ${columns}, amount)
    select ${province}, ${columns}, sum(amount) from (
      select batch, period_id, ${sql.join(cellExpressions(grain))}, amount from posting join settled_entry using (province_id, entry_id)
      where province_id = ${province}
    ) settled group by ${columns} having sum(amount) <> 0`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

// Checkpoints are forgotten; the next batches keep new ones.
async function rebuildRunning(tx: WriteTx, province: string, grain: Grain): Promise<number> {
  const balance = sql.table(`balance_${grain.name}`)
  const columns = sql.join([sql`period_id`, ...cellColumns(grain)])
  await sql`delete from ${balance} where province_id = ${province}`.execute(tx)
  await sql`delete from balance_checkpoint where province_id = ${province} and grain = ${grain.name}`.execute(
    tx,
  )
  const { numAffectedRows } = await sql`
    insert into ${balance} (province_id, batch, ${columns}, amount)
    select ${province}, ${sql.lit(RUNNING)}, ${columns}, sum(amount) from ${sql.table(`balance_${grain.name}_delta`)}
    where province_id = ${province} group by ${columns} having sum(amount) <> 0`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}
