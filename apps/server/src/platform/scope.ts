import type { RoutePermission } from '@rasad/contracts/define-route'
import type { Permission } from '@rasad/domain/access/permissions'
import {
  isInScope,
  mayDo,
  touchesScope,
  type Actor,
  type AdministrativePlace,
} from '@rasad/domain/access/scope'
import { Problem } from './problem.ts'

/** Refuses an act on a place that does not lie wholly inside the actor's scope. */
export function requireInScope(actor: Actor, place: AdministrativePlace, permission: Permission): void {
  if (!isInScope(actor.scope, place)) throw new Problem('not-allowed', { permission })
}

/** Refuses an act in a place of which nothing lies inside the actor's scope. */
export function requireTouching(actor: Actor, place: AdministrativePlace, permission: Permission): void {
  if (!touchesScope(actor.scope, place)) throw new Problem('not-allowed', { permission })
}

/** Refuses somebody who may not do this at all, wherever. */
export function requirePermission(actor: Actor, permission: RoutePermission): void {
  if (permission === 'anyone' || permission === 'signed-in') return
  if (!mayDo(actor, permission)) throw new Problem('not-allowed', { permission })
}
