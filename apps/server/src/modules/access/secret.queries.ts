import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../../platform/db.ts'

/** What cookies are signed with: the same for every process on the database, made at the first need. */
export async function getSigningSecret(database: Database): Promise<string> {
  const find = async () => {
    const { rows } = await sql<{ secret: string }>`select secret from identity.signing_secret`.execute(
      database,
    )
    return rows[0]?.secret
  }
  const known = await find()
  if (known !== undefined) return known
  await sql`insert into identity.signing_secret (secret) values (${randomBytes(48).toString('base64url')})
    on conflict do nothing`.execute(database)
  const made = await find()
  if (made === undefined) throw new Error('The signing secret was not kept.')
  return made
}
