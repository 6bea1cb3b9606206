import { levelsOf, type Role } from './roles.ts'
import type { Scope } from './scope.ts'

/** The places that are named beside a role; what is left out is not named. */
export type NamedPlaces = {
  province?: string | undefined
  county?: string | undefined
  agency?: string | undefined
  bank?: string | undefined
}

/** The scope that named places make; null when they make none, or leave one over. */
export function scopeOfPlaces({ province, county, agency, bank }: NamedPlaces): Scope | null {
  if (province === undefined)
    return county === undefined && agency === undefined && bank === undefined ? { level: 'national' } : null
  if (county !== undefined && !county.startsWith(province)) return null
  if (bank !== undefined)
    return county === undefined && agency === undefined ? { level: 'bank', province, bank } : null
  if (agency !== undefined)
    return { level: 'agency', province, agency, ...(county !== undefined && { county }) }
  if (county !== undefined) return { level: 'county', province, county }
  return { level: 'province', province }
}

/** The scope of a role that stands in named places; null when the role does not stand there. */
export function scopeOfRole(role: Role, places: NamedPlaces): Scope | null {
  const scope = scopeOfPlaces(places)
  return scope !== null && levelsOf(role).includes(scope.level) ? scope : null
}

/** The agency somebody works for: the one they act for, or the one that employs them; it may not judge its own jobs. */
export function agencyOf(scope: Scope, employer: string | null): string | null {
  return scope.level === 'agency' ? scope.agency : employer
}
