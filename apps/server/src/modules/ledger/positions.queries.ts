import { sql } from 'kysely'
import type { ReadDb } from '../../platform/db.ts'

/** The last settled batch of every province that has one. */
export async function listPositions(db: ReadDb): Promise<{ province: string; batch: number }[]> {
  const { rows } = await sql<{ province: string; batch: number }>`
    select code as province, batch from province, lateral (
      select batch from settled_batch where province_id = code order by batch desc limit 1) newest
    order by code`.execute(db)
  return rows
}
