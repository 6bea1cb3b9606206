import { permissionsOf } from '@rasad/domain/access/roles'
import type { Permission } from '@rasad/domain/access/permissions'
import type { Scope } from '@rasad/domain/access/scope'
import { scopeOfPlaces } from '@rasad/domain/access/standing'
import { lossOfMaker, permissionsOfToken, type TokenRefusal } from '@rasad/domain/access/token-rights'
import type { TokenRow } from './visits.queries.ts'

type Rights = { permissions: readonly Permission[]; scope: Scope }
/** How a token stands: what it may do now, or why it is refused. */
export type TokenStanding = { rights: Rights } | { refusal: TokenRefusal }
type FindToken = (name: string) => Promise<TokenRow | undefined>

const MADE_BY_A_TOKEN = 'token:'
const MADE_ON_THE_MACHINE = 'operator:'

/** How a token stands at a moment, by whoever made it, and whoever made that. */
export async function standingOfToken(token: TokenRow, now: number, find: FindToken): Promise<TokenStanding> {
  const { permissions, addedBy, revokedAt, expiresAt } = token
  if (revokedAt !== null) return { refusal: 'revoked' }
  if (expiresAt !== null && Date.parse(expiresAt) <= now) return { refusal: 'expired' }
  const own = { permissions, scope: scopeOfRow({ ...token, bank: null }) }
  if (addedBy.startsWith(MADE_ON_THE_MACHINE)) return { rights: own }
  const maker = await standingOfMaker(token, now, find)
  if ('refusal' in maker) return maker
  const left = permissionsOfToken(own, maker.rights)
  if (left === undefined) return { refusal: lossOfMaker(own, maker.rights)! }
  return { rights: { ...own, permissions: left } }
}

async function standingOfMaker(
  { addedBy, makerRole, makerLocked, makerPlaces }: TokenRow,
  now: number,
  find: FindToken,
): Promise<TokenStanding> {
  if (makerLocked) return { refusal: 'maker-locked' }
  if (makerRole !== null)
    return { rights: { permissions: permissionsOf(makerRole), scope: scopeOfRow(makerPlaces) } }
  const isOfToken = addedBy.startsWith(MADE_BY_A_TOKEN)
  const maker = isOfToken ? await find(addedBy.slice(MADE_BY_A_TOKEN.length)) : undefined
  if (maker === undefined) return { refusal: 'maker-gone' }
  const standing = await standingOfToken(maker, now, find)
  return 'refusal' in standing ? { refusal: 'maker-token-refused' } : standing
}

type PlaceColumns = Record<'province' | 'county' | 'agency' | 'bank', string | null>

/** The scope that the places of a row make; a null names none. */
export function scopeOfRow({ province, county, agency, bank }: PlaceColumns): Scope {
  const scope = scopeOfPlaces({
    province: province ?? undefined,
    county: county ?? undefined,
    agency: agency ?? undefined,
    bank: bank ?? undefined,
  })
  if (!scope) throw new Error('Somebody stands in places that make no scope.')
  return scope
}
