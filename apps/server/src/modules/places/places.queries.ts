import { indexPlaces, type PlaceIndex } from '@rasad/domain/places/place-names'
import { foldText } from '@rasad/domain/persian/text'
import { sql } from 'kysely'
import type { ReadDb } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'

export type CountyRow = {
  code: string
  nameFa: string
  nameEn: string
  validFrom: string | null
  validTo: string | null
  alternativeNames: string[]
  tile: { column: number; row: number } | null
}

/** The provinces of the country, by code. */
export async function selectProvinces(
  db: ReadDb,
): Promise<{ code: string; nameFa: string; nameEn: string }[]> {
  return db.selectFrom('province').select(['code', 'nameFa', 'nameEn']).orderBy('code').execute()
}

/** The counties of a province, or of the country, in the order of their Persian names, with their place on the tile map. */
export async function selectCounties(db: ReadDb, province: string | null): Promise<CountyRow[]> {
  const { rows } = await sql<CountyRow>`
    select county.code, name_fa, name_en, valid_from, valid_to, alternative_names,
      case when tile.code is null then null else jsonb_build_object('column', tile_column, 'row', tile_row) end as tile
    from county left join tile on tile.code = county.code
    where (province_id = ${province} or ${province}::text is null) order by name_fa collate "fa-x-icu"`.execute(
    db,
  )
  return rows
}

/** Refuses the first code that no county of the province, or of the country, has. */
export async function requireCounties(
  db: ReadDb,
  province: string | null,
  codes: readonly string[],
): Promise<void> {
  const { rows } = await sql<{ code: string }>`
    select code from unnest(${sql.val(codes)}::text[]) as asked (code) where not exists (
      select 1 from county where county.code = asked.code and (province_id = ${province} or ${province}::text is null))`.execute(
    db,
  )
  if (rows[0]) throw new Problem('not-found', { kind: 'county', id: rows[0].code })
}

/** The counties of a province, ready to be found by whatever spelling. */
export async function indexCounties(db: ReadDb, province: string): Promise<PlaceIndex> {
  const counties = await selectCounties(db, province)
  return indexPlaces(
    counties.map(({ code, nameFa, nameEn, alternativeNames }) => ({
      code,
      name: nameFa,
      alternatives: [nameEn, ...alternativeNames],
    })),
  )
}

/**
 * The cities of a province, each found as the county it lies in. One that is called like a county of the country is left
 * out, as that county may be meant.
 */
export async function indexCitiesAsCounties(db: ReadDb, province: string): Promise<PlaceIndex> {
  const { rows } = await sql<{ code: string; name: string }>`
    select distinct county_id as code, name_fa as name from city
    where left(county_id, 2) = ${province} and kind = 'city'`.execute(db)
  const counties = await sql<{ name: string }>`select name_fa as name from county`.execute(db)
  const taken = new Set(counties.rows.map(({ name }) => foldText(name)))
  return indexPlaces(
    rows.filter(({ name }) => !taken.has(foldText(name))).map((city) => ({ ...city, alternatives: [] })),
    'city',
  )
}
