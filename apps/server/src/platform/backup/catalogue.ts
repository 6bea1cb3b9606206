import type pg from 'pg'

/** A table as the catalogue knows it; partitions are part of their parent. */
export type CatalogueTable = { schema: string; name: string; columns: string[]; bytes: number }

/** The queue makes its own tables anew, and the migrator writes its own rows: neither is carried over. */
const LEFT_OUT = { schemas: ['information_schema', 'graphile_worker'], table: 'schema_migration' }

const OURS = `nspname !~ '^pg_' and not (nspname = any ($1))`

/** Every table that holds something of the system, in the order of names. */
export async function listTables(client: pg.ClientBase): Promise<CatalogueTable[]> {
  const { rows } = await client.query<Omit<CatalogueTable, 'bytes'> & { bytes: string }>(
    `select nspname as schema, relname as name,
       (select coalesce(array_agg(attname::text order by attnum), '{}') from pg_attribute
        where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
       case relkind when 'p'
         then (select sum(pg_table_size(relid)) from pg_partition_tree(pg_class.oid))
         else pg_table_size(pg_class.oid) end::text as bytes
     from pg_class join pg_namespace on pg_namespace.oid = relnamespace
     where ${OURS} and relkind in ('r', 'p') and not relispartition and relpersistence = 'p' and relname <> $2
       and not exists (select 1 from pg_depend where objid = pg_class.oid and classid = 'pg_class'::regclass and deptype = 'e')
     order by nspname collate "C", relname collate "C"`,
    [LEFT_OUT.schemas, LEFT_OUT.table],
  )
  return rows.map((row) => ({ ...row, bytes: Number(row.bytes) }))
}

/** What every sequence has given out last; one that gave nothing yet is not among them. */
export async function listSequences(client: pg.ClientBase): Promise<{ name: string; value: string }[]> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `select format('%I.%I', schemaname, sequencename) as name, last_value::text as value
     from pg_sequences join pg_namespace on nspname = schemaname
     where ${OURS} and last_value is not null order by 1`,
    [LEFT_OUT.schemas],
  )
  return rows
}

/** Which database of which cluster this is: no other one answers the same. */
export async function originOf(client: pg.ClientBase): Promise<{ origin: string; postgres: string }> {
  const { rows } = await client.query<{ origin: string; postgres: string }>(
    `select system_identifier || '-' || pg_database.oid as origin, current_setting('server_version') as postgres
     from pg_control_system(), pg_database where datname = current_database()`,
  )
  return rows[0]!
}

/** The migrations that were applied, in the order of their names. */
export async function listApplied(client: pg.ClientBase): Promise<{ name: string; checksum: string }[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from public.schema_migration order by name collate "C"',
  )
  return rows
}

type ForeignKey = { table: string; name: string; definition: string }
type Trigger = { table: string; name: string; mode: 'O' | 'R' | 'A' }

/** What would stand in the way of rows that come table by table: references to rows to come, and triggers. */
export async function listObstacles(
  client: pg.ClientBase,
): Promise<{ foreignKeys: ForeignKey[]; triggers: Trigger[] }> {
  const foreignKeys = await client.query<ForeignKey>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(pg_constraint.oid) as definition
     from pg_constraint join pg_namespace on pg_namespace.oid = connamespace
     where ${OURS} and contype = 'f' and conparentid = 0 order by 1, 2`,
    [LEFT_OUT.schemas],
  )
  const triggers = await client.query<Trigger>(
    `select tgrelid::regclass::text as table, quote_ident(tgname) as name, tgenabled as mode
     from pg_trigger join pg_class on pg_class.oid = tgrelid join pg_namespace on pg_namespace.oid = relnamespace
     where ${OURS} and not tgisinternal and tgparentid = 0 and tgenabled <> 'D' order by 1, 2`,
    [LEFT_OUT.schemas],
  )
  return { foreignKeys: foreignKeys.rows, triggers: triggers.rows }
}
