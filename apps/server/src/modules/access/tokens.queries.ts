import type { Token } from '@rasad/contracts/users'
import type { Scope } from '@rasad/domain/access/scope'
import type { Permission } from '@rasad/domain/access/permissions'
import { sql, type RawBuilder } from 'kysely'
import type { ReadDb, WriteTx } from '../../platform/db.ts'
import { instantOf, instantOrNull } from '../../platform/moments.ts'
import { Problem } from '../../platform/problem.ts'
import { namedPlaceColumns, namedScopeOf, type NamedPlaceColumns } from './named-scope.queries.ts'
import { standingOfToken } from './token-standing.ts'
import { standsIn } from './users.queries.ts'
import { listTokenRows } from './visits.queries.ts'

type TokenColumns = Omit<Token, 'scope' | 'allowed' | 'refusal'> & NamedPlaceColumns

const SELECTED = sql`
  select token_id, name, permissions, ${namedPlaceColumns('api_token')}, added_by, added_at, expires_at, revoked_at
  from identity.api_token`

async function readTokens(db: ReadDb, where: RawBuilder<unknown>, now: number): Promise<Token[]> {
  const { rows } = await sql<TokenColumns>`${SELECTED} ${where} order by token_id desc`.execute(db)
  const known = new Map((await listTokenRows(db)).map((row) => [row.name, row]))
  return Promise.all(
    rows.map(async ({ province, county, agency, bank, ...row }) => {
      const standing = await standingOfToken(known.get(row.name)!, now, async (name) => known.get(name))
      return {
        ...row,
        addedAt: instantOf(row.addedAt),
        expiresAt: instantOrNull(row.expiresAt),
        revokedAt: instantOrNull(row.revokedAt),
        scope: namedScopeOf({ province, county, agency, bank }),
        ...('refusal' in standing
          ? { allowed: [], refusal: standing.refusal }
          : { allowed: [...standing.rights.permissions], refusal: null }),
      }
    }),
  )
}

/** The tokens of a scope, the newest first, and how each stands now. */
export async function listTokens(
  db: ReadDb,
  { scope, now }: { scope: Scope; now: number },
): Promise<Token[]> {
  return readTokens(db, sql`where ${standsIn(scope, 'api_token')}`, now)
}

/** Adds a token, of which only the hash of the secret stays. */
export async function insertToken(
  tx: WriteTx,
  token: {
    name: string
    secretHash: string
    permissions: readonly Permission[]
    province: string | null
    county: string | null
    agency: string | null
    addedBy: string
    expiresAt: string | null
  },
  now: number,
): Promise<Token> {
  const { name, secretHash, permissions, province, county, agency, addedBy, expiresAt } = token
  const { rows } = await sql<{ tokenId: number }>`
    insert into identity.api_token (name, secret_hash, permissions, province_id, county_id, agency_id, added_by, expires_at)
    values (${name}, ${secretHash}, ${sql.val([...permissions])}::text[], ${province}, ${county}, ${agency}, ${addedBy}, ${expiresAt})
    returning token_id`.execute(tx)
  const [added] = await readTokens(tx, sql`where token_id = ${rows[0]!.tokenId}`, now)
  return added!
}

/** Ends a token of a scope; one that has ended stays as it ended. */
export async function revokeToken(
  tx: WriteTx,
  tokenId: number,
  { now, scope }: { now: number; scope: Scope },
): Promise<Token> {
  const known = sql`token_id = ${tokenId} and ${standsIn(scope, 'api_token')}`
  await sql`update identity.api_token set revoked_at = ${new Date(now).toISOString()}
    where ${known} and revoked_at is null`.execute(tx)
  const [token] = await readTokens(tx, sql`where ${known}`, now)
  if (!token) throw new Problem('not-found', { kind: 'token', id: String(tokenId) })
  return token
}
