import type pg from 'pg'

/** Something the database is asked about itself: each answer is a violation, in words. */
type Question = (client: pg.ClientBase) => Promise<string[]>

async function answersTo(client: pg.ClientBase, sql: string): Promise<string[]> {
  const { rows } = await client.query<{ answer: string }>(sql)
  return rows.map(({ answer }) => answer)
}

const OURS = `relnamespace in ('public'::regnamespace, 'identity'::regnamespace)`

/** Tables that stand for themselves: partitions follow their parent. */
export const listTables: Question = (client) =>
  answersTo(
    client,
    `select oid::regclass::text as answer from pg_class where ${OURS} and relkind in ('r', 'p') and not relispartition order by 1`,
  )

/** Foreign keys without an index that begins with their columns: deleting or joining the parent would scan. */
export const foreignKeysWithoutIndex: Question = (client) =>
  answersTo(
    client,
    `select conrelid::regclass || '.' || conname as answer from pg_constraint
     join pg_class on pg_class.oid = conrelid and ${OURS}
     where contype = 'f' and not exists (
       select 1 from pg_index where indrelid = conrelid and indpred is null
         and (select array_agg(column_number order by column_number) from unnest(indkey[0:cardinality(conkey) - 1]) column_number)
           = (select array_agg(column_number order by column_number) from unnest(conkey) column_number))
     order by 1`,
  )

/** Tables, partitions too, that do not say what a row of theirs is. */
export const tablesWithoutComment: Question = (client) =>
  answersTo(
    client,
    `select oid::regclass::text as answer from pg_class
     where ${OURS} and relkind in ('r', 'p') and obj_description(oid, 'pg_class') is null order by 1`,
  )

/** Constraints that PostgreSQL named, by the endings it gives; those of partitions and not-null ones are made by themselves. */
export const constraintsWithoutOurName: Question = (client) =>
  answersTo(
    client,
    `select conrelid::regclass || '.' || conname as answer from pg_constraint
     join pg_class on pg_class.oid = conrelid and ${OURS}
     where contype <> 'n' and not relispartition and conname ~ '_(pkey|key|fkey|check|excl)[0-9]*$' order by 1`,
  )

/** Primary keys and unique indexes of tables with a province that leave the province out (DESIGN §8). */
export const keysWithoutProvince: Question = (client) =>
  answersTo(
    client,
    `select indexrelid::regclass::text as answer from pg_index
     join pg_class on pg_class.oid = indrelid and ${OURS} and not relispartition
     join pg_attribute on attrelid = indrelid and attname = 'province_id'
     where indisunique and not (attnum = any (indkey[0:indnkeyatts - 1])) order by 1`,
  )

/** Every right that a role has, its own or everybody's, as `table: RIGHTS`, with the rights on single columns after the table's own. */
export const grantsTo =
  (role: string): Question =>
  (client) =>
    answersTo(
      client,
      `select oid::regclass || ': ' || concat_ws(' ',
         (select string_agg(distinct privilege_type, ' ' order by privilege_type) from aclexplode(relacl) where grantee in ('${role}'::regrole, 0)),
         (select string_agg(privilege || '(' || columns || ')', ' ' order by privilege) from (
            select privilege_type as privilege, string_agg(attname, ', ' order by attnum) as columns
            from pg_attribute, aclexplode(attacl) where attrelid = pg_class.oid and grantee in ('${role}'::regrole, 0) group by 1) by_column)) as answer
       from pg_class where ${OURS} and relkind in ('r', 'p', 'v', 'm', 'S', 'f')
         and (exists (select 1 from aclexplode(relacl) where grantee in ('${role}'::regrole, 0))
           or exists (select 1 from pg_attribute, aclexplode(attacl) where attrelid = pg_class.oid and grantee in ('${role}'::regrole, 0)))
       order by oid::regclass::text collate "C"`,
    )

/** What makes a role more than one who is let in: attributes, memberships, things owned, and rights to create. */
export const powersOf =
  (role: string): Question =>
  (client) =>
    answersTo(
      client,
      `select 'is ' || power as answer from pg_roles, lateral (values
         ('superuser', rolsuper), ('creating roles', rolcreaterole), ('creating databases', rolcreatedb),
         ('replicating', rolreplication), ('above row security', rolbypassrls)) powers (power, given)
         where rolname = '${role}' and given
       union all select case when inherit_option then 'is a member of ' else 'can take on ' end || roleid::regrole
         from pg_auth_members where member = '${role}'::regrole
       union all select 'owns ' || coalesce(relname, 'object ' || objid) from pg_shdepend left join pg_class on pg_class.oid = objid
         where refobjid = '${role}'::regrole and deptype = 'o'
       union all select 'creates in schema ' || nspname from pg_namespace
         where nspname !~ '^pg_' and nspname <> 'information_schema' and has_schema_privilege('${role}', oid, 'create')
       union all select 'creates schemas in ' || datname from pg_database
         where datname = current_database() and has_database_privilege('${role}', oid, 'create')
       order by 1`,
    )

/** Tables that carry a province and have no row-level security, or no policy for a role that may read them. */
export const tablesWithoutFence: Question = (client) =>
  answersTo(
    client,
    `with scoped as (
       select pg_class.oid, relname, relrowsecurity, relacl from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'province_id'
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition and relname not in ('county')
     )
     select relname || ': no row security' as answer from scoped where not relrowsecurity
     union all
     select relname || ': no policy for ' || grantee::regrole from scoped, aclexplode(relacl)
     where privilege_type = 'SELECT' and grantee::regrole::text ~ '^rasad_(app|national|province|county|agency|agency_county|bank|write_province)$'
       and not exists (select from pg_policy where polrelid = scoped.oid and grantee = any (polroles))
     order by 1`,
  )

/** Permissive policies beyond one for a role and table: they are joined by "or", which no index serves. */
export const policiesBesideAnother: Question = (client) =>
  answersTo(
    client,
    `select polrelid::regclass || ' ' || role::regrole as answer from pg_policy, unnest(polroles) role
     where polpermissive group by polrelid, role having count(*) > 1 order by 1`,
  )

/** Views that show what their owner sees, whoever asks. */
export const viewsAboveTheFence: Question = (client) =>
  answersTo(
    client,
    `select relname as answer from pg_class where ${OURS} and relkind in ('v', 'm')
       and not coalesce('security_invoker=true' = any (reloptions), false) order by 1`,
  )
