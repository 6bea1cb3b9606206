import type { getOutlines } from '@rasad/contracts/places'
import type { AnswerOf } from '@rasad/contracts/define-route'
import type { Scope } from '@rasad/domain/access/scope'
import { sql, type RawBuilder } from 'kysely'
import type { ReadDb } from '../../platform/db.ts'

type Outlines = AnswerOf<typeof getOutlines>
type Geometry = Outlines['features'][number]['geometry']

// A province's own outline has its two digits, a county's the four that begin with them.
function outlinesOf(province: string, scope: Scope): RawBuilder<unknown> {
  if (scope.level !== 'national' && scope.province !== province) return sql`false`
  const own = 'county' in scope && scope.county !== undefined ? scope.county : null
  const inCounty =
    own === null ? sql`true` : sql`(code in (${province}, ${own}) or covers @> array[${own}]::text[])`
  return sql`code >= ${province} and code < ${`${province}:`} and ${inCounty}`
}

/** A text that changes whenever an outline of the province does that a scope sees; null where there is none. */
export async function findOutlineState(db: ReadDb, province: string, scope: Scope): Promise<string | null> {
  const { rows } = await sql<{ state: string | null }>`
    select md5(string_agg(md5(code || geometry::text || covers::text), '' order by code)) as state
    from outline where ${outlinesOf(province, scope)}`.execute(db)
  return rows[0]!.state
}

/** The outlines of a province and its counties, as far as they lie in a scope. */
export async function selectOutlines(db: ReadDb, province: string, scope: Scope): Promise<Outlines> {
  const { rows } = await sql<{ code: string; covers: string[]; geometry: Geometry }>`
    select code, covers, geometry from outline where ${outlinesOf(province, scope)} order by code`.execute(db)
  const features = rows.map(({ code, covers, geometry }) => ({
    type: 'Feature' as const,
    properties: { code, covers },
    geometry,
  }))
  return { type: 'FeatureCollection', features }
}
