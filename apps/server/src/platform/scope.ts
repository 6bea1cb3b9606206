import type { Permission } from '@rasad/domain/access/permissions'
import { isInScope, type Actor, type AdministrativePlace } from '@rasad/domain/access/scope'
import { Problem } from './problem.ts'

/** Refuses an act on a place that does not lie wholly inside the actor's scope. */
export function requireInScope(actor: Actor, place: AdministrativePlace, permission: Permission): void {
  if (!isInScope(actor.scope, place)) throw new Problem('not-allowed', { permission })
}
