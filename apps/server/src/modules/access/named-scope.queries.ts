import type { NamedScope } from '@rasad/contracts/access'
import { scopeOfPlaces } from '@rasad/domain/access/standing'
import type { Scope } from '@rasad/domain/access/scope'
import { sql } from 'kysely'
import type { ReadDb } from '../../platform/db.ts'

type Named = { code: string; name: string; nameEn: string } | null
export type NamedPlaceColumns = { province: Named; county: Named; agency: Named; bank: Named }

/** A place of `row` with its names, or null. */
function named(table: 'province' | 'county' | 'agency' | 'bank', column: string) {
  return sql`(select jsonb_build_object('code', code, 'name', name_fa, 'nameEn', name_en) from ${sql.table(table)} where code = ${sql.ref(column)})`
}

/** The columns `province`, `county`, `agency` and `bank` with their names, of a row that has their codes. */
export function namedPlaceColumns(row: 'user_role' | 'api_token' | 'asked') {
  const bank = row === 'api_token' ? sql`null::jsonb` : named('bank', `${row}.bank_id`)
  return sql`${named('province', `${row}.province_id`)} as province, ${named('county', `${row}.county_id`)} as county,
    ${named('agency', `${row}.agency_id`)} as agency, ${bank} as bank`
}

/** Named places as the scope that they make. */
export function namedScopeOf({ province, county, agency, bank }: NamedPlaceColumns): NamedScope {
  const scope = scopeOfPlaces({
    province: province?.code,
    county: county?.code,
    agency: agency?.code,
    bank: bank?.code,
  })
  if (!scope) throw new Error('A row stands in places that make no scope.')
  return { level: scope.level, province, county, agency, bank }
}

/** A scope with the names of its places, and the name of an agency beside it. */
export async function nameScope(
  db: ReadDb,
  scope: Scope,
  agency: string | null,
): Promise<{ scope: NamedScope; agency: Named }> {
  const { province, county, agency: own, bank } = { ...NOWHERE, ...scope }
  const { rows } = await sql<NamedPlaceColumns & { employer: Named }>`
    select ${namedPlaceColumns('asked')}, ${named('agency', 'asked.employer_id')} as employer
    from (select ${province}::text as province_id, ${county}::text as county_id, ${own}::text as agency_id,
      ${bank}::text as bank_id, ${agency}::text as employer_id) asked`.execute(db)
  const { employer, ...places } = rows[0]!
  return { scope: namedScopeOf(places), agency: employer }
}

const NOWHERE = { province: null, county: null, agency: null, bank: null }
