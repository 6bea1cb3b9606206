import { permissionsOf } from '@rasad/domain/access/roles'
import type { Actor } from '@rasad/domain/access/scope'
import { agencyOf } from '@rasad/domain/access/standing'
import type { Database } from '../../platform/db.ts'
import { scopeOfRow } from './token-standing.ts'
import { actorOfTokenNamed } from './token-visits.ts'
import { findUserNamed, type UserStanding } from './visits.queries.ts'

/** Who a user is when they act. */
export function actorOfUser(user: UserStanding): Actor {
  const { userName, name, role, employer } = user
  const scope = scopeOfRow(user)
  const agency = agencyOf(scope, employer)
  return { id: `user:${userName}`, name, scope, permissions: permissionsOf(role), agency }
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
  return kind === 'token' ? actorOfTokenNamed(database, name, now) : undefined
}
