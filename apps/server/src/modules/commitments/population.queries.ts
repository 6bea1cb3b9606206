import { sql } from 'kysely'
import type { ReadDb } from '../../platform/db.ts'

/**
 * What the newest census says of the counties of a province. A county that was founded later has no row of its own and
 * takes the smallest of the province's: its people are counted in the county it left, whose figure cannot be divided.
 */
export async function listCountyCensus(
  db: ReadDb,
  province: string,
  column: 'population' | 'unemployed',
): Promise<{ county: string; value: number }[]> {
  const value = sql.ref(column)
  const { rows } = await sql<{ county: string; value: number }>`
    with census as (
      select code, ${value} as value from population
      where year = (select max(year) from population) and ${value} is not null
        and code in (select code from county where province_id = ${province})
    )
    select county.code as county, coalesce(census.value, (select min(value) from census), 0)::integer as value
    from county left join census on census.code = county.code
    where county.province_id = ${province} order by county.code`.execute(db)
  return rows
}
