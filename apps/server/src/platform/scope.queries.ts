import type { Scope } from '@rasad/domain/access/scope'
import { sql, type RawBuilder } from 'kysely'

type Condition = RawBuilder<unknown>

/** Which columns of a row say where it belongs; null where a row is of no one county or agency, but of all of them. */
export type ScopeColumns = { province: string; county: string | null; agency: string | null }

const PLACED: ScopeColumns = { province: 'province_id', county: 'county_id', agency: 'agency_id' }

/** The scope of somebody as conditions on rows: a row that spans more than the scope is not in it. */
export function scopeConditions(scope: Scope, columns: ScopeColumns = PLACED): Condition[] {
  if (scope.level === 'national') return []
  if (scope.level === 'bank') return [sql`false`]
  const all = [sql`${sql.ref(columns.province)} = ${scope.province}`]
  if ('county' in scope && scope.county !== undefined) all.push(isOneOf(columns.county, scope.county))
  if (scope.level === 'agency') all.push(isOneOf(columns.agency, scope.agency))
  return all
}

/** Several conditions as one that can stand anywhere. */
export function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}

function isOneOf(column: string | null, value: string): Condition {
  return column === null ? sql`false` : sql`${sql.ref(column)} = ${value}`
}
