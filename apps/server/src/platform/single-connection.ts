import pg from 'pg'
import { openKysely, type Database } from './db.ts'

/** One connection of its own, with settings that hold for everything done on it. */
export type SingleConnection = {
  database: Database
  pool: pg.Pool
  /** Gives a setting of the session another value. */
  setSetting: (name: string, value: string) => Promise<void>
  close: () => Promise<void>
}

/** Opens a connection beside a pool, to the same database and role, with `-c` settings from its beginning. */
export function openSingleConnection(
  { options: config }: pg.Pool,
  settings: Readonly<Record<string, string>>,
): SingleConnection {
  const added = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)
  const options = [config.options ?? '', ...added].join(' ')
  const pool = new pg.Pool({ ...config, options, max: 1, idleTimeoutMillis: 0 })
  const database = openKysely(pool)
  return {
    database,
    pool,
    setSetting: async (name, value) => {
      await pool.query('select set_config($1, $2, false)', [name, value])
    },
    close: () => database.destroy(),
  }
}
