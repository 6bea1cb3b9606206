import { sql } from 'kysely'
import type { Database, ReadDb, WriteTx } from '../../platform/db.ts'

/** The tables that the demonstration fills row by row, and changes most. */
export const LADEN_TABLES = ['job', 'posting'] as const
type LadenTable = (typeof LADEN_TABLES)[number]

// By these the acts find what they work on; none of them moves when a job changes its state.
const LOOKED_UP = ['job_by_person', 'posting_by_entry']

const LOADING = sql.raw(`hashtext('demonstration')`)

/** Holds the loading for as long as the connection lives; who else opens the database sees that it goes on. */
export async function holdLoading(database: Database): Promise<void> {
  await sql`select pg_advisory_lock(${LOADING})`.execute(database)
}

/** Whether no loading goes on; if so, none begins before the end of the transaction. */
export async function tryHoldLoading(tx: WriteTx): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(${LOADING}) as held`.execute(tx)
  return rows[0]!.held
}

/** Whether indexes and keys are laid aside: while a demonstration loads, or after its loading was broken off. */
export async function isLaidAside(db: ReadDb): Promise<boolean> {
  const { rows } = await sql<{ laid: boolean }>`
    select to_regclass('demonstration_laid_aside') is not null as laid`.execute(db)
  return rows[0]!.laid
}

/**
 * Lays aside what each row of the laden tables would have to be entered in or checked against one by one. A table keeps
 * what brings it back: it is there as long as anything is missing, whatever becomes of the loading.
 */
export async function layAside(tx: WriteTx): Promise<void> {
  await sql`
    create table demonstration_laid_aside as
    select laden.relname::text as of_table, 1 as turn, format('alter table %I drop constraint %I', laden.relname, conname) as leave,
      format('alter table %I add constraint %I %s', laden.relname, conname, pg_get_constraintdef(pg_constraint.oid)) as back
    from pg_constraint join pg_class laden on laden.oid = conrelid
    where conrelid = 'job'::regclass and contype = 'f'
    union all
    select laden.relname, 2, format('drop index %I', own.relname), replace(pg_get_indexdef(own.oid), ' ON ONLY ', ' ON ')
    from pg_index join pg_class laden on laden.oid = indrelid join pg_class own on own.oid = indexrelid
    where indrelid = any(${sql.val(LADEN_TABLES)}::regclass[]) and not indisprimary and own.relname <> all(${sql.val(LOOKED_UP)})`.execute(
    tx,
  )
  await sql`
    do $$ declare gone text; begin
      for gone in select leave from demonstration_laid_aside loop execute gone; end loop;
    end $$`.execute(tx)
  // What an agency has to confirm is looked for by this one, which names no state.
  await sql`create index job_while_loading on job (province_id, period_id, agency_id)`.execute(tx)
  // Room on each page for the next state of its jobs: with no index that names a state, none has to be told of it.
  await sql`alter table job set (fillfactor = 45)`.execute(tx)
}

/** Builds what was laid aside of a table and checks every row of it at once; a row that breaks a rule fails it. */
export async function bringBack(tx: WriteTx, table: LadenTable): Promise<void> {
  if (table === 'job') {
    await sql`drop index job_while_loading`.execute(tx)
    await sql`alter table job reset (fillfactor)`.execute(tx)
    await sql`cluster job using job_is_known_by_id`.execute(tx)
    await sql`alter table job set without cluster`.execute(tx)
  }
  await sql
    .raw(
      `do $$ declare missing text; begin
        for missing in select back from demonstration_laid_aside where of_table = '${table}' order by turn loop execute missing; end loop;
      end $$`,
    )
    .execute(tx)
  await sql`delete from demonstration_laid_aside where of_table = ${table}`.execute(tx)
}

/** Nothing is missing any more. */
export async function endLayingAside(tx: WriteTx): Promise<void> {
  await sql`drop table demonstration_laid_aside`.execute(tx)
}
