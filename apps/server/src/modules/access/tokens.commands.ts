import { randomBytes } from 'node:crypto'
import type { Token } from '@rasad/contracts/users'
import type { Permission } from '@rasad/domain/access/permissions'
import { mayDo, type Actor } from '@rasad/domain/access/scope'
import { scopeOfPlaces, type NamedPlaces } from '@rasad/domain/access/standing'
import { isScopeWithin } from '@rasad/domain/access/token-rights'
import type { WriteTx } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { requireCounties } from '../places/places.queries.ts'
import { insertToken } from './tokens.queries.ts'
import { hashOfSecret } from './visits.queries.ts'

const DAY_MS = 86_400_000

/** What a new token is called, may do, and where. */
export type TokenWords = NamedPlaces & {
  name: string
  permissions: readonly Permission[]
  days?: number | undefined
}

/** Makes a token that may do no more than whoever makes it; its secret is said here and never again. */
export async function addToken(
  tx: WriteTx,
  words: TokenWords,
  { actor, now }: { actor: Actor; now: number },
): Promise<{ token: Token; secret: string }> {
  const { name, permissions, province, county, agency, days } = words
  const tooMuch = permissions.find((permission) => !mayDo(actor, permission))
  if (tooMuch !== undefined) throw new Problem('not-allowed', { permission: tooMuch })
  const scope = scopeOfPlaces({ province, county, agency })
  if (!scope) throw new Problem('user.place-not-of-role', { role: 'token', levels: TOKEN_LEVELS })
  if (!isScopeWithin(scope, actor.scope)) throw new Problem('not-allowed', { permission: 'token.manage' })
  if (county !== undefined) await requireCounties(tx, province ?? null, [county])
  const secret = `rasad_${randomBytes(32).toString('base64url')}`
  const token = await insertToken(
    tx,
    {
      name,
      secretHash: hashOfSecret(secret),
      permissions,
      province: province ?? null,
      county: county ?? null,
      agency: agency ?? null,
      addedBy: actor.id,
      expiresAt: days === undefined ? null : new Date(now + days * DAY_MS).toISOString(),
    },
    now,
  )
  return { token, secret }
}

const TOKEN_LEVELS = ['national', 'province', 'county', 'agency']
