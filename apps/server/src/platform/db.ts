import type { Scope } from '@rasad/domain/access/scope'
import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { readingAs, roleIn } from './level-roles.ts'
import type { DB } from './row-types.ts'

/** May select and nothing else. Every WriteTx is also a ReadDb; never the other way round. */
export type ReadDb = Pick<Kysely<DB>, 'selectFrom' | 'getExecutor'>
/** May also write. Only an act, a task or a migration is handed one. */
export type WriteTx = Transaction<DB>
/** The application's connections, and the typed builder over them. */
export type Database = Kysely<DB>

// Dates and numbers cross as text or safe integers: a JavaScript Date would shift a plain date by its time zone.
const { DATE, TIMESTAMP, TIMESTAMPTZ, INT8 } = pg.types.builtins
const TEXT_TYPES: readonly number[] = [DATE, TIMESTAMP, TIMESTAMPTZ]
const INTEGER_TYPES: readonly number[] = [INT8]
/** How values come out of the database, on every connection of ours that reads them. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: ((type: number, format?: 'text' | 'binary') => {
    if (TEXT_TYPES.includes(type)) return (text: string) => text
    if (INTEGER_TYPES.includes(type)) return readInteger
    return pg.types.getTypeParser(type, format)
  }) as typeof pg.types.getTypeParser,
}

/** Counts and identifiers stay below 2^53; an amount in rial is selected as text where it may not. */
function readInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value))
    throw new RangeError(`The integer ${text} does not fit; select it as text.`)
  return value
}

/** A pool whose connections act as `role`, whoever logged in. */
export function openPool(config: pg.PoolConfig, role: string, size: number): pg.Pool {
  const pool = new pg.Pool({
    ...config,
    max: size,
    types: typeParsers,
    options: `-c role=${role} -c timezone=UTC -c application_name=rasad`,
  })
  return outliving(pool)
}

/** A pool that outlives its server's restarts: a connection closed while idle or on its way out is no fault. */
export function outliving(pool: pg.Pool): pg.Pool {
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

export function openKysely(pool: pg.Pool): Database {
  return openBuilder(withPreparedStatements(pool))
}

function openBuilder(pool: pg.Pool): Database {
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

// More than the program has under its roles; what comes beyond is planned each time, so that no connection fills with plans.
const MOST_PREPARED = 1000

/**
 * Names a statement when it comes again, so that each connection parses and plans it once; by the role too, since
 * PostgreSQL plans a statement anew whenever it comes under another role than before.
 */
function withPreparedStatements(pool: pg.Pool): pg.Pool {
  const names = new Map<string, string | undefined>()
  const nameOf = (text: string): string | undefined => {
    if (names.has(text)) names.set(text, names.get(text) ?? `rasad-${(named += 1)}`)
    else if (names.size < MOST_PREPARED) names.set(text, undefined)
    return names.get(text)
  }
  let named = 0
  const connect = async () => {
    const client = await pool.connect()
    let role = ''
    const query = (text: string, parameters: readonly unknown[]) => {
      const values = [...parameters]
      if (text.startsWith('begin') || text.startsWith('start')) role = roleIn(text)
      const name = values.length === 0 ? undefined : nameOf(`${role} ${text}`)
      return client.query(name === undefined ? { text, values } : { name, text, values })
    }
    return overriding(client, { query })
  }
  return overriding(pool, { connect })
}

/** A builder over the same pool that reads moments as dates, as libraries beside ours expect them. */
export function openKyselyWithDates(pool: pg.Pool): Kysely<unknown> {
  const connect = async () => {
    const client = await pool.connect()
    const query = (text: string, parameters: readonly unknown[]) =>
      client.query({ text, values: [...parameters], types: pg.types })
    return overriding(client, { query })
  }
  return new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: overriding(pool, { connect, end: async () => {} }) }),
    plugins: [new CamelCasePlugin()],
  })
}

/** The typed builder over one connection that its holder takes and gives back. */
export function openKyselyOver(client: pg.PoolClient): Database {
  const held = overriding(client, { release: () => {} })
  return openBuilder(overriding({} as pg.Pool, { connect: async () => held, end: async () => {} }))
}

/** The same object with other answers to some names. */
function overriding<T extends object>(target: T, answers: Readonly<Record<string, unknown>>): T {
  return new Proxy(target, {
    get: (_, name) => {
      if (typeof name === 'string' && name in answers) return answers[name]
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
}

/** Reads on a connection that is in the middle of a transaction of its holder's. */
export function readOver(client: pg.Client): ReadDb {
  return openKyselyOver(client as unknown as pg.PoolClient)
}

/** As `readSnapshot`, behind the fence of a scope: what lies outside it is not there, whatever is asked. */
export function readInScope<T>(
  database: Database,
  scope: Scope,
  read: (db: ReadDb) => Promise<T>,
): Promise<T> {
  return inTransaction(database, `begin isolation level repeatable read read only${readingAs(scope)}`, read)
}

/** One transaction, begun by these statements in a single round trip. */
export function inTransaction<T>(
  database: Database,
  opening: string,
  work: (tx: WriteTx) => Promise<T>,
): Promise<T> {
  return database.connection().execute(async (held) => {
    await sql.raw(opening).execute(held)
    try {
      const result = await work(held as WriteTx)
      const { rows } = await sql<{ command: string }>`commit`.execute(held)
      if (rows[0]?.command !== 'COMMIT') throw new Error('A failed statement had ended the transaction.')
      return result
    } catch (error) {
      await sql`rollback`.execute(held)
      throw error
    }
  })
}

/** Answers from one snapshot, in which PostgreSQL itself refuses to write. */
export function readSnapshot<T>(database: Database, read: (db: ReadDb) => Promise<T>): Promise<T> {
  return database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read)
}
