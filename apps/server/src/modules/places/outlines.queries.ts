import type { getOutlines } from '@rasad/contracts/places'
import type { AnswerOf } from '@rasad/contracts/define-route'
import { sql } from 'kysely'
import type { ReadDb } from '../../platform/db.ts'

type Outlines = AnswerOf<typeof getOutlines>
type Geometry = Outlines['features'][number]['geometry']

// A province's own outline has its two digits, a county's the four that begin with them.
const ofProvince = (province: string) => sql`code >= ${province} and code < ${`${province}:`}`

/** A text that changes whenever an outline of the province does; null where there is none. */
export async function findOutlineState(db: ReadDb, province: string): Promise<string | null> {
  const { rows } = await sql<{ state: string | null }>`
    select md5(string_agg(md5(code || geometry::text || covers::text), '' order by code)) as state
    from outline where ${ofProvince(province)}`.execute(db)
  return rows[0]!.state
}

/** The outlines of a province and its counties. */
export async function selectOutlines(db: ReadDb, province: string): Promise<Outlines> {
  const { rows } = await sql<{ code: string; covers: string[]; geometry: Geometry }>`
    select code, covers, geometry from outline where ${ofProvince(province)} order by code`.execute(db)
  const features = rows.map(({ code, covers, geometry }) => ({
    type: 'Feature' as const,
    properties: { code, covers },
    geometry,
  }))
  return { type: 'FeatureCollection', features }
}
