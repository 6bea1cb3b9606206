import type { Scope } from '@rasad/domain/access/scope'
import { sql, type RawBuilder } from 'kysely'

type Condition = RawBuilder<unknown>

/** Which columns of a row say where it belongs; null where a row is of no one county or agency, but of all of them. */
export type ScopeColumns = { province: string; county: string | null; agency: string | null }

const PLACED: ScopeColumns = { province: 'province_id', county: 'county_id', agency: 'agency_id' }

/** The columns of a table under its name or alias in a statement. */
export function placedIn(table: string): ScopeColumns {
  return { province: `${table}.province_id`, county: `${table}.county_id`, agency: `${table}.agency_id` }
}

/** The scope of somebody as conditions on rows: a row that spans more than the scope is not in it. */
export function scopeConditions(scope: Scope, columns: ScopeColumns = PLACED): Condition[] {
  if (scope.level === 'national') return []
  if (scope.level === 'bank') return [sql`false`]
  const all = [sql`${sql.ref(columns.province)} = ${scope.province}`]
  if ('county' in scope && scope.county !== undefined) all.push(isOneOf(columns.county, scope.county))
  if (scope.level === 'agency') all.push(isOneOf(columns.agency, scope.agency))
  return all
}

/** The same for what is true of a whole province and told to everyone in it: periods, batches, versions. */
export function provinceCondition(scope: Scope, column = 'province_id'): Condition {
  return scope.level === 'national' ? sql`true` : sql`${sql.ref(column)} = ${scope.province}`
}

/** Several conditions as one that can stand anywhere. */
export function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}

function isOneOf(column: string | null, value: string): Condition {
  return column === null ? sql`false` : sql`${sql.ref(column)} = ${value}`
}
