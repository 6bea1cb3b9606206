import { findPlace, indexPlaces, type PlaceIndex, type PlaceKind } from '@rasad/domain/places/place-names'
import { sql } from 'kysely'
import type { ReadDb } from '../../platform/db.ts'

type Written = {
  county: string
  ruralDistrict: string | null
  village: string | null
  district: string | null
  place: string | null
}

/** Where below the county a job is: codes where the names were found, and the words as they were written. */
export type LowerPlace = { ruralDistrict: string | null; village: string | null; text: string | null }

/** Finds rural districts and villages of a province by name, county by county. */
export type LowerPlaces = { find: (written: Written) => LowerPlace }

const NOWHERE: LowerPlace = { ruralDistrict: null, village: null, text: null }

/** Reads the rural districts and villages of a province that are known; a province has a few thousand. */
export async function openLowerPlaces(db: ReadDb, province: string): Promise<LowerPlaces> {
  const ruralDistricts = await byCounty(db, province, 'rural_district', 'rural-district')
  const villages = await byCounty(db, province, 'village', 'village')
  const lookUp = (indexes: Map<string, PlaceIndex>, county: string, name: string | null): string | null => {
    const index = indexes.get(county)
    if (name === null || index === undefined) return null
    const found = findPlace(index, name)
    return 'code' in found ? found.code : null
  }
  const find = ({ county, ruralDistrict, village, district, place }: Written): LowerPlace => {
    if (ruralDistrict === null && village === null && district === null && place === null) return NOWHERE
    const words = [district, ruralDistrict, village, place].filter((word) => word !== null)
    return {
      ruralDistrict: lookUp(ruralDistricts, county, ruralDistrict),
      village: lookUp(villages, county, village ?? place),
      text: words.join('، '),
    }
  }
  return { find }
}

async function byCounty(
  db: ReadDb,
  province: string,
  table: 'rural_district' | 'village',
  kind: PlaceKind,
): Promise<Map<string, PlaceIndex>> {
  const { rows } = await sql<{ countyId: string; places: { code: string; name: string }[] }>`
    select county_id, jsonb_agg(jsonb_build_object('code', code, 'name', name_fa)) as places
    from ${sql.table(table)} where left(county_id, 2) = ${province} group by county_id`.execute(db)
  return new Map(
    rows.map(({ countyId, places }) => [
      countyId,
      indexPlaces(
        places.map((place) => ({ ...place, alternatives: [] })),
        kind,
      ),
    ]),
  )
}
