/** How far somebody sees: the whole country, one province, one county, or one agency in a province. */
export type Scope =
  | { level: 'national' }
  | { level: 'province'; province: string }
  | { level: 'county'; province: string; county: string }
  | { level: 'agency'; province: string; agency: string; county?: string }

/** Who acts: named in every step, entry and audit row. */
export type Actor = { id: string; name: string; scope: Scope }

/** Whether an agency's records in a county of a province lie inside a scope. */
export function isInScope(
  scope: Scope,
  place: { province: string; county?: string; agency?: string },
): boolean {
  if (scope.level === 'national') return true
  if (scope.province !== place.province) return false
  if (scope.level === 'county') return place.county === undefined || place.county === scope.county
  if (scope.level === 'agency') {
    const sameAgency = place.agency === undefined || place.agency === scope.agency
    return (
      sameAgency &&
      (scope.county === undefined || place.county === undefined || place.county === scope.county)
    )
  }
  return true
}
