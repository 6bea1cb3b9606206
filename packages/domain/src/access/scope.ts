/** How far somebody sees: the whole country, one province, one county, or one agency in a province. */
export type Scope =
  | { level: 'national' }
  | { level: 'province'; province: string }
  | { level: 'county'; province: string; county: string }
  | { level: 'agency'; province: string; agency: string; county?: string }

/** Who acts: named in every step, entry and audit row. */
export type Actor = { id: string; name: string; scope: Scope }

/** A place in the administration: a province, and in it a county, an agency, or both; what is left out means all of them. */
export type AdministrativePlace = { province: string; county?: string; agency?: string }

/** Whether all of a place lies inside a scope: an agency's officer speaks for the agency, not for its whole province. */
export function isInScope(scope: Scope, { province, county, agency }: AdministrativePlace): boolean {
  if (scope.level === 'national') return true
  if (scope.province !== province) return false
  if (scope.level === 'province') return true
  if (scope.level === 'county') return county === scope.county
  return agency === scope.agency && (scope.county === undefined || county === scope.county)
}
