import type { LabourForce } from '@rasad/contracts/places'
import { sql } from 'kysely'
import type { ReadDb } from '../../platform/db.ts'

/**
 * The newest that is known of the labour force of a province and each of its counties: an operator's table or the
 * census. A county that is younger than both has no row.
 */
export async function selectLabourForce(db: ReadDb, province: string): Promise<LabourForce[]> {
  const { rows } = await sql<LabourForce>`
    with known as (
      select code, year, active, unemployment_rate::float8 as unemployment_rate, source from labour_force
      union all
      select code, year, active, round(unemployed * 100.0 / nullif(active, 0), 1)::float8, null from population
      where active is not null
    )
    select distinct on (code) code, year, active, unemployment_rate, source from known
    where code = ${province} or code in (select code from county where province_id = ${province})
    order by code, year desc, source nulls last`.execute(db)
  return rows
}
