import pg from 'pg'
import { typeParsers } from '../db.ts'

/**
 * Holds a named lock of the database for as long as the work takes, on a connection of its own that the work may use;
 * undefined when somebody else holds it. It goes with the connection, so a killed holder leaves none behind.
 */
export async function withSessionLock<T>(
  owner: pg.ClientConfig,
  name: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T | undefined> {
  return withClient(owner, async (client) => {
    const { rows } = await client.query<{ held: boolean }>(
      `select pg_try_advisory_lock(hashtext('rasad'), hashtext($1)) as held`,
      [name],
    )
    return rows[0]!.held ? await work(client) : undefined
  })
}

/** Works on a connection of its own, which ends with the work, in the middle of a COPY too. */
export async function withClient<T>(
  owner: pg.ClientConfig,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ ...owner, types: typeParsers })
  // A connection that breaks while nothing is asked is noticed at the next question.
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
