import type { Actor } from '@rasad/domain/access/scope'
import { agencyOf } from '@rasad/domain/access/standing'
import type { Database } from '../../platform/db.ts'
import { standingOfToken } from './token-standing.ts'
import { findToken, findTokenNamed, hashOfSecret, type TokenRow } from './visits.queries.ts'

/** Who asks with a token's secret, and what they may now; undefined for one that has ended or lost its maker. */
export async function actorOfToken(
  database: Database,
  secret: string,
  now: number,
): Promise<Actor | undefined> {
  return actorOf(database, await findToken(database, hashOfSecret(secret)), now)
}

/** Who a system is that asked with the token of a name, and what it may now; undefined as for its secret. */
export async function actorOfTokenNamed(
  database: Database,
  name: string,
  now: number,
): Promise<Actor | undefined> {
  return actorOf(database, await findTokenNamed(database, name), now)
}

async function actorOf(
  database: Database,
  token: TokenRow | undefined,
  now: number,
): Promise<Actor | undefined> {
  if (!token) return undefined
  const standing = await standingOfToken(token, now, (name) => findTokenNamed(database, name))
  if ('refusal' in standing) return undefined
  const { rights } = standing
  const { name } = token
  return { id: `token:${name}`, name, ...rights, agency: agencyOf(rights.scope, null) }
}
