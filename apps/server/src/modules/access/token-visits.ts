import { permissionsOf } from '@rasad/domain/access/roles'
import type { Permission } from '@rasad/domain/access/permissions'
import type { Actor, Scope } from '@rasad/domain/access/scope'
import { agencyOf, scopeOfPlaces } from '@rasad/domain/access/standing'
import { permissionsOfToken } from '@rasad/domain/access/token-rights'
import type { Database } from '../../platform/db.ts'
import { findToken, findTokenNamed, hashOfSecret, type TokenRow } from './visits.queries.ts'

/** Who asks with a token's secret, and what they may now; undefined for one that has ended or lost its maker. */
export async function actorOfToken(
  database: Database,
  secret: string,
  now: number,
): Promise<Actor | undefined> {
  return actorOf(database, await findToken(database, hashOfSecret(secret), now), now)
}

/** Who a system is that asked with the token of a name, and what it may now; undefined as for its secret. */
export async function actorOfTokenNamed(
  database: Database,
  name: string,
  now: number,
): Promise<Actor | undefined> {
  return actorOf(database, await findTokenNamed(database, name, now), now)
}

async function actorOf(
  database: Database,
  token: TokenRow | undefined,
  now: number,
): Promise<Actor | undefined> {
  const rights = token && (await rightsOf(database, token, now))
  if (!token || !rights) return undefined
  const { name } = token
  return { id: `token:${name}`, name, ...rights, agency: agencyOf(rights.scope, null) }
}

type Rights = { permissions: readonly Permission[]; scope: Scope }
const MADE_BY_A_TOKEN = 'token:'
const MADE_ON_THE_MACHINE = 'operator:'

async function rightsOf(database: Database, token: TokenRow, now: number): Promise<Rights | undefined> {
  const { permissions, addedBy } = token
  const own = { permissions, scope: scopeOfRow({ ...token, bank: null }) }
  if (addedBy.startsWith(MADE_ON_THE_MACHINE)) return own
  const maker = await makerOf(database, token, now)
  const left = maker && permissionsOfToken(own, maker)
  return left && { ...own, permissions: left }
}

async function makerOf(
  database: Database,
  { addedBy, makerRole, makerPlaces }: TokenRow,
  now: number,
): Promise<Rights | undefined> {
  if (makerRole !== null) return { permissions: permissionsOf(makerRole), scope: scopeOfRow(makerPlaces) }
  if (!addedBy.startsWith(MADE_BY_A_TOKEN)) return undefined
  const maker = await findTokenNamed(database, addedBy.slice(MADE_BY_A_TOKEN.length), now)
  return maker && rightsOf(database, maker, now)
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
