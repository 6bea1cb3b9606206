import { mkdirSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { openKysely, openPool, outliving, type Database, type WriteTx } from './db.ts'
import { APP_ROLE } from './level-roles.ts'
import { listMigrations, migrate, type Migration } from './migrate.ts'
import { EMBEDDED_OWNER, openEmbeddedPostgres } from './postgres.ts'

export type DatabaseConfig = {
  /** The data folder; the embedded cluster lies in it. */
  folder: string
  /** A server of the operator's own; the embedded one is then not touched. */
  url?: string | undefined
  /** The login that owns the schema, where it is another one than `url`'s. */
  ownerUrl?: string | undefined
  poolSize?: number
}

export type OpenDatabase = {
  database: Database
  pool: pg.Pool
  /** For migrations and reference data: the login that owns the tables. */
  owner: pg.ClientConfig
  /** Names of the migrations that were applied on opening. */
  migrated: string[]
  close: () => Promise<void>
}

// fsync stays on; the rest is for one province's nightly import on an office machine.
const EMBEDDED_SETTINGS = {
  shared_buffers: '256MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  maintenance_work_mem: '128MB',
  work_mem: '32MB',
  random_page_cost: '1.1',
  max_connections: '60',
}

/**
 * Opens the database, starting the embedded server where none is named, and brings the schema up to date; with other
 * migrations, to the state those lead to.
 */
export async function openDatabase(
  config: DatabaseConfig,
  migrations: readonly Migration[] = listMigrations(),
): Promise<OpenDatabase> {
  const { app, owner, leave } = config.url
    ? external(config.url, config.ownerUrl)
    : await embedded(config.folder)
  const migrated = await migrate(owner, migrations)
  const pool = openPool(app, APP_ROLE, config.poolSize ?? 10)
  const database = openKysely(pool)
  const close = async () => {
    await database.destroy()
    // The builder ends only a pool that it has used itself.
    if (!pool.ended) await pool.end()
    await leave()
  }
  return { database, pool, owner, migrated, close }
}

type Connections = { app: pg.ClientConfig; owner: pg.ClientConfig; leave: () => Promise<void> }

function external(url: string, ownerUrl: string | undefined): Connections {
  return {
    app: { connectionString: url },
    owner: { connectionString: ownerUrl ?? url },
    leave: async () => {},
  }
}

async function embedded(folder: string): Promise<Connections> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const server = await openEmbeddedPostgres(path.join(folder, 'postgres'), EMBEDDED_SETTINGS)
  const place = { host: server.socketFolder, port: server.port }
  const owner = { ...place, user: EMBEDDED_OWNER, database: 'rasad' }
  await createDatabase({ ...owner, database: 'postgres' })
  return { app: { ...place, user: APP_ROLE, database: 'rasad' }, owner, leave: server.leave }
}

async function createDatabase(owner: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const known = await client.query(`select 1 from pg_database where datname = 'rasad'`)
    if (known.rows.length === 0) await client.query('create database rasad')
  } catch (error) {
    // Two first starts at once: the other one made it.
    if ((error as { code?: string }).code !== '42P04' && (error as { code?: string }).code !== '23505')
      throw error
  } finally {
    await client.end()
  }
}

/** Works as the owner of the tables: for shared reference data, which the application may only read. */
export async function withOwner<T>(owner: pg.ClientConfig, work: (tx: WriteTx) => Promise<T>): Promise<T> {
  const database = openKysely(outliving(new pg.Pool({ ...owner, max: 1 })))
  try {
    return await database.transaction().execute(work)
  } finally {
    await database.destroy()
  }
}
