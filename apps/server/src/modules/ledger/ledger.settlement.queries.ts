import { sql, type RawBuilder } from 'kysely'
import type { WriteTx } from '../../platform/db.ts'
import { columnOf, GRAINS, RUNNING, type Grain } from './grains.queries.ts'

/** A grain keeps a new checkpoint once this many postings have settled since the last, and as many as it has cells. */
const POSTINGS_BETWEEN_CHECKPOINTS = 5000

const MOVED_COLUMNS = sql.join([
  ...[...new Set(GRAINS.flatMap(({ dimensions }) => dimensions))].map((dimension) =>
    sql.ref(columnOf(dimension)),
  ),
  sql`measure`,
  sql`state`,
])

/** Holds the province's roll-up until the end of the transaction; waits for whoever holds it. */
export async function lockSettlement(tx: WriteTx, province: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('settle'), hashtext(${province}))`.execute(tx)
}

/** As `lockSettlement`, but answers false instead of waiting. */
export async function tryLockSettlement(tx: WriteTx, province: string): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('settle'), hashtext(${province})) as held`.execute(tx)
  return rows[0]!.held
}

/** Empties the tail of a province into the balances as one batch; returns its number, or undefined when it was empty. */
export function settleTail(tx: WriteTx, province: string): Promise<number | undefined> {
  const emptied = sql`emptied as (delete from posting_tail where province_id = ${province} returning *), `
  return settle(tx, province, { preamble: emptied, rows: sql`emptied` })
}

/** Settles one entry's postings as a batch of their own, without a way through the tail: for an import. */
export function settleEntry(tx: WriteTx, province: string, entryId: number): Promise<number | undefined> {
  const entered = sql`(select * from posting where province_id = ${province} and entry_id = ${entryId}) entered`
  return settle(tx, province, { preamble: sql``, rows: entered })
}

async function settle(
  tx: WriteTx,
  province: string,
  { preamble, rows: postings }: { preamble: RawBuilder<unknown>; rows: RawBuilder<unknown> },
): Promise<number | undefined> {
  const grains = sql.join(GRAINS.map(moveIntoGrain), sql`, `)
  // The finest cells are summed once; the grains are sums of them.
  const { rows } = await sql<{ batch: number }>`
    with ${preamble}moved as (
      select entry_id, period_id, ${MOVED_COLUMNS}, sum(amount) as amount, count(*) as postings
      from ${postings} group by entry_id, period_id, ${MOVED_COLUMNS}
    ),
    batch as (
      insert into settled_batch (province_id, batch, postings)
      select ${province}, coalesce((select max(batch) from settled_batch where province_id = ${province}), 0) + 1, sum(postings)
      from moved having count(*) > 0
      returning province_id, batch
    ),
    entries as (
      insert into settled_entry (province_id, entry_id, batch)
      select batch.province_id, entry.entry_id, batch.batch from batch, (select distinct entry_id from moved) entry
    ),
    ${grains}
    select batch from batch`.execute(tx)
  return rows[0]?.batch
}

function moveIntoGrain(grain: Grain): RawBuilder<unknown> {
  const cells = sql.id(`cells_${grain.name}`)
  const balance = sql.table(`balance_${grain.name}`)
  const columns = sql.join(cellColumns(grain), sql`, `)
  return sql`
    ${cells} as (
      select period_id, ${sql.join(cellExpressions(grain), sql`, `)}, sum(amount)::bigint as amount
      from moved group by period_id, ${columns}
    ),
    ${sql.id(`delta_${grain.name}`)} as (
      insert into ${sql.table(`balance_${grain.name}_delta`)} (province_id, batch, period_id, ${columns}, amount)
      select batch.province_id, batch.batch, period_id, ${columns}, amount from ${cells}, batch where amount <> 0
    ),
    ${sql.id(`running_${grain.name}`)} as (
      insert into ${balance} (province_id, batch, period_id, ${columns}, amount)
      select batch.province_id, ${sql.lit(RUNNING)}, period_id, ${columns}, amount from ${cells}, batch where amount <> 0
      on conflict (province_id, period_id, batch, ${conflictColumns(grain)})
      do update set amount = ${balance}.amount + excluded.amount
    )`
}

/** The columns of a cell within province and period. */
export function cellColumns(grain: Grain): RawBuilder<unknown>[] {
  return [...grain.dimensions.map((dimension) => sql.ref(columnOf(dimension))), sql`measure`, sql`state`]
}

/** The same of postings: a commitment has no month, and stands under month 0. */
export function cellExpressions(grain: Grain): RawBuilder<unknown>[] {
  const dimensions = grain.dimensions.map((dimension) =>
    dimension === 'month' ? sql`coalesce(month, 0) as month` : sql.ref(columnOf(dimension)),
  )
  return [...dimensions, sql`measure`, sql`state`]
}

function conflictColumns(grain: Grain): RawBuilder<unknown> {
  return sql.join(cellColumns(grain), sql`, `)
}

/** Keeps whole balances at `batch` for each grain where enough has settled since its last checkpoint. */
export async function keepCheckpoints(tx: WriteTx, province: string, batch: number): Promise<void> {
  const { rows } = await sql<{ grain: string; postings: number }>`
    select grain, (
      select coalesce(sum(postings), 0)::bigint from settled_batch
      where province_id = ${province} and batch > coalesce((
        select max(batch) from balance_checkpoint
        where province_id = ${province} and balance_checkpoint.grain = grain.grain), 0)
    ) as postings
    from unnest(${sql.val(GRAINS.map(({ name }) => name))}::text[]) as grain (grain)`.execute(tx)
  const due = rows.filter(({ postings }) => postings >= POSTINGS_BETWEEN_CHECKPOINTS)
  for (const grain of GRAINS) {
    const since = due.find((row) => row.grain === grain.name)
    if (since && since.postings >= (await countCells(tx, grain, province)))
      await keepCheckpoint(tx, grain, province, batch)
  }
}

async function countCells(tx: WriteTx, grain: Grain, province: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from ${sql.table(`balance_${grain.name}`)}
    where province_id = ${province} and batch = ${sql.lit(RUNNING)}`.execute(tx)
  return rows[0]!.n
}

async function keepCheckpoint(tx: WriteTx, grain: Grain, province: string, batch: number): Promise<void> {
  const balance = sql.table(`balance_${grain.name}`)
  const columns = sql.join([sql`period_id`, ...cellColumns(grain), sql`amount`], sql`, `)
  await sql`
    with kept as (insert into balance_checkpoint (province_id, grain, batch) values (${province}, ${grain.name}, ${batch}))
    insert into ${balance} (province_id, batch, ${columns})
    select province_id, ${batch}::bigint, ${columns} from ${balance}
    where province_id = ${province} and batch = ${sql.lit(RUNNING)} and amount <> 0`.execute(tx)
}
