import type { Permission } from './permissions.ts'
import { isInScope, type Scope } from './scope.ts'

/** What somebody, or a system with a token, may do and where. */
type Rights = { permissions: readonly Permission[]; scope: Scope }

/** Whether all of one scope lies inside another. */
export function isScopeWithin(scope: Scope, wider: Scope): boolean {
  return wider.level === 'national' || (scope.level !== 'national' && isInScope(wider, scope))
}

/**
 * What a token may do now: never more than whoever made it may do now. Undefined once they give out no tokens, or none
 * there: what they lose, their tokens lose.
 */
export function permissionsOfToken(token: Rights, maker: Rights): readonly Permission[] | undefined {
  if (!maker.permissions.includes('token.manage')) return undefined
  if (!isScopeWithin(token.scope, maker.scope)) return undefined
  return token.permissions.filter((permission) => maker.permissions.includes(permission))
}
