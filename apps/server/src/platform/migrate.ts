import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { APP_ROLE, PROVINCE_WRITER_ROLE, READER_ROLES } from './level-roles.ts'
import { Problem } from './problem.ts'

/** Forward-only SQL files, in the order of their names. */
const MIGRATIONS_FOLDER = path.join(import.meta.dirname, '..', '..', 'migrations')
const OLDEST_POSTGRES = 170_000
/** Any number of ours; one migrator at a time holds it. */
const MIGRATION_LOCK = 7_237_231

/** One step of the schema; its checksum is of its bytes. */
export type Migration = { name: string; sql: string; checksum: string }

export function listMigrations(folder = MIGRATIONS_FOLDER): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/** Those of this program's migrations that another database had; refuses one that this program does not have so. */
export function selectMigrations(
  had: readonly { name: string; checksum: string }[],
  known: readonly Migration[] = listMigrations(),
): Migration[] {
  return had.map(({ name, checksum }) => {
    const migration = known.find((ours) => ours.name === name && ours.checksum === checksum)
    if (!migration) throw new Problem('backup.of-another-version', { migration: name })
    return migration
  })
}

/** Brings the schema up to date and returns the names of the migrations it applied. */
export async function migrate(
  owner: pg.ClientConfig,
  migrations: readonly Migration[] = listMigrations(),
): Promise<string[]> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await refuseOldServer(client)
    await createAppRole(client)
    await createLevelRoles(client)
    await client.query(`create table if not exists schema_migration (
      name text not null constraint schema_migration_is_known_by_name primary key,
      checksum text not null, applied_at timestamptz not null default clock_timestamp())`)
    await client.query(
      `comment on table schema_migration is 'Migrations that were applied. Written by the migrator.'`,
    )
    const done = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from schema_migration',
    )
    const applied = new Map(done.rows.map((row) => [row.name, row.checksum]))
    refuseChangedHistory(applied, migrations)
    const missing = migrations.filter(({ name }) => !applied.has(name))
    for (const migration of missing) await apply(client, migration)
    return missing.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed: ${(cause as Error).message}`, { cause })
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const answer = await client.query<{ server_version_num: string; server_version: string }>(
    `select current_setting('server_version_num') as server_version_num, current_setting('server_version') as server_version`,
  )
  const { server_version_num: number, server_version: version } = answer.rows[0]!
  if (Number(number) < OLDEST_POSTGRES) throw new Problem('database.server-too-old', { version })
}

async function createAppRole(client: pg.Client): Promise<void> {
  const known = await client.query('select 1 from pg_roles where rolname = $1', [APP_ROLE])
  if (known.rows.length === 0) await client.query(`create role ${APP_ROLE} login`)
  const { rows } = await client.query<{ name: string }>('select current_database() as name')
  await client.query(`grant temporary on database ${pg.escapeIdentifier(rows[0]!.name)} to ${APP_ROLE}`)
  await client.query(`grant usage on schema public to ${APP_ROLE}`)
  // A login that is no superuser must be a member to act as the role; one that is already needs no right to grant.
  const member = await client.query(`select 1 where pg_has_role(current_user, '${APP_ROLE}', 'set')`)
  if (member.rows.length === 0) await client.query(`grant ${APP_ROLE} to current_user`)
}

/** Roles that nobody logs in as: the application takes one on for a transaction and has none of its rights otherwise. */
async function createLevelRoles(client: pg.Client): Promise<void> {
  for (const role of [...READER_ROLES, PROVINCE_WRITER_ROLE]) {
    const known = await client.query('select 1 from pg_roles where rolname = $1', [role])
    if (known.rows.length === 0) await client.query(`create role ${role} nologin`)
    await client.query(`grant usage on schema public to ${role}`)
    const member = await client.query(`select 1 where pg_has_role('${APP_ROLE}', '${role}', 'set')`)
    if (member.rows.length === 0)
      await client.query(`grant ${role} to ${APP_ROLE} with inherit false, set true`)
  }
  const { rows } = await client.query<{ name: string }>('select current_database() as name')
  await client.query(
    `grant temporary on database ${pg.escapeIdentifier(rows[0]!.name)} to ${PROVINCE_WRITER_ROLE}`,
  )
}

function refuseChangedHistory(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const byName = new Map(migrations.map((migration) => [migration.name, migration.checksum]))
  for (const [name, checksum] of applied) {
    const known = byName.get(name)
    if (known === undefined) throw new Problem('database.newer', { migration: name })
    if (known !== checksum) throw new Problem('database.altered', { migration: name })
  }
}
