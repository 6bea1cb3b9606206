import { permissionsOf } from '@rasad/domain/access/roles'
import type { Actor } from '@rasad/domain/access/scope'
import { agencyOf, scopeOfPlaces } from '@rasad/domain/access/standing'
import type { Database } from '../../platform/db.ts'
import { findTokenNamed, findUserNamed, type TokenRow, type UserStanding } from './visits.queries.ts'

/** Who a user is when they act. */
export function actorOfUser(user: UserStanding): Actor {
  const { userName, name, role, employer } = user
  const scope = scopeOfPlaces(namedOnly(user))
  if (!scope) throw new Error('A user stands in places that make no scope.')
  const agency = agencyOf(scope, employer)
  return { id: `user:${userName}`, name, scope, permissions: permissionsOf(role), agency }
}

/** Who a system with a token is when it acts. */
export function actorOfToken(token: TokenRow): Actor {
  const { name, permissions } = token
  const scope = scopeOfPlaces(namedOnly({ ...token, bank: null }))
  if (!scope) throw new Error('A token stands in places that make no scope.')
  return { id: `token:${name}`, name, scope, permissions, agency: agencyOf(scope, null) }
}

/** Who an actor is now, by the id that their acts are noted with; undefined when they may not act any more. */
export async function findActor(
  database: Database,
  actorId: string,
  now: number,
): Promise<Actor | undefined> {
  const [, kind, name = ''] = /^(user|token):(.+)$/s.exec(actorId) ?? []
  if (kind === 'user') {
    const user = await findUserNamed(database, name)
    return user && actorOfUser(user)
  }
  const token = kind === 'token' ? await findTokenNamed(database, name, now) : undefined
  return token && actorOfToken(token)
}

type PlaceColumns = Record<'province' | 'county' | 'agency' | 'bank', string | null>

/** The places of a row; a null names none. */
function namedOnly({ province, county, agency, bank }: PlaceColumns) {
  return {
    province: province ?? undefined,
    county: county ?? undefined,
    agency: agency ?? undefined,
    bank: bank ?? undefined,
  }
}
