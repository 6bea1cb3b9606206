import type { Permission } from './permissions.ts'

/** The levels of scope, the widest first. */
export const SCOPE_LEVELS = ['national', 'province', 'county', 'agency', 'bank'] as const
export type ScopeLevel = (typeof SCOPE_LEVELS)[number]

/** How far somebody sees: the whole country, one province, one county, one agency or one bank in a province. */
export type Scope =
  | { level: 'national' }
  | { level: 'province'; province: string }
  | { level: 'county'; province: string; county: string }
  | { level: 'agency'; province: string; agency: string; county?: string }
  | { level: 'bank'; province: string; bank: string }

/** Who acts: named in every step, entry and audit row. */
export type Actor = {
  /** `operator:` and an account of the machine, `user:` and a user name, `token:` and its name, or `schedule`. */
  id: string
  name: string
  scope: Scope
  permissions: readonly Permission[]
  /** The agency they work for, which may not judge its own jobs; null for those who work for none. */
  agency: string | null
}

/** Whether somebody may do a thing at all, wherever. */
export function mayDo(actor: Actor, permission: Permission): boolean {
  return actor.permissions.includes(permission)
}

/** A place in the administration: a province, and in it a county, an agency, or both; what is left out means all of them. */
export type AdministrativePlace = { province: string; county?: string; agency?: string }

/** Whether all of a place lies inside a scope: an agency's officer speaks for the agency, not for its whole province. */
export function isInScope(scope: Scope, { province, county, agency }: AdministrativePlace): boolean {
  if (scope.level === 'national') return true
  if (scope.province !== province) return false
  if (scope.level === 'province') return true
  if (scope.level === 'county') return county === scope.county
  // A bank sees the loan files that were sent to it; no place is one.
  if (scope.level === 'bank') return false
  return agency === scope.agency && (scope.county === undefined || county === scope.county)
}

/** Whether any part of a place lies inside a scope: what is true of a whole province is told to everyone in it. */
export function touchesScope(scope: Scope, { province, county, agency }: AdministrativePlace): boolean {
  if (scope.level === 'national') return true
  if (scope.province !== province) return false
  const ownCounty = 'county' in scope ? scope.county : undefined
  const ownAgency = scope.level === 'agency' ? scope.agency : undefined
  const meets = (own: string | undefined, named: string | undefined) =>
    own === undefined || named === undefined || own === named
  return meets(ownCounty, county) && meets(ownAgency, agency)
}
