import type { Permission } from './permissions.ts'
import { isInScope, type Scope } from './scope.ts'

/** What somebody, or a system with a token, may do and where. */
type Rights = { permissions: readonly Permission[]; scope: Scope }

/** Whether all of one scope lies inside another. */
export function isScopeWithin(scope: Scope, wider: Scope): boolean {
  return wider.level === 'national' || (scope.level !== 'national' && isInScope(wider, scope))
}

/** Why a token is refused: it has ended itself, or whoever made it lost what it lives by. */
export const TOKEN_REFUSALS = [
  'revoked',
  'expired',
  'maker-locked',
  'maker-gone',
  'maker-token-refused',
  'maker-gives-none',
  'maker-elsewhere',
] as const
export type TokenRefusal = (typeof TOKEN_REFUSALS)[number]

/** What whoever made a token lost of what it lives by: giving out tokens at all, or in its scope. */
export function lossOfMaker(token: Rights, maker: Rights): TokenRefusal | undefined {
  if (!maker.permissions.includes('token.manage')) return 'maker-gives-none'
  return isScopeWithin(token.scope, maker.scope) ? undefined : 'maker-elsewhere'
}

/**
 * What a token may do now: never more than whoever made it may do now. Undefined once they give out no tokens, or none
 * there: what they lose, their tokens lose.
 */
export function permissionsOfToken(token: Rights, maker: Rights): readonly Permission[] | undefined {
  if (lossOfMaker(token, maker) !== undefined) return undefined
  return token.permissions.filter((permission) => maker.permissions.includes(permission))
}
