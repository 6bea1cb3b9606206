import type { Scope } from '@rasad/domain/access/scope'
import { sql } from 'kysely'
import type { ReadDb } from '../../platform/db.ts'
import { provinceCondition } from '../../platform/scope.queries.ts'

/** The last settled batch of every province of a scope that has one. */
export async function listPositions(
  db: ReadDb,
  scope: Scope,
): Promise<{ province: string; batch: number }[]> {
  const { rows } = await sql<{ province: string; batch: number }>`
    select code as province, batch from province, lateral (
      select batch from settled_batch where province_id = code order by batch desc limit 1) newest
    where ${provinceCondition(scope, 'code')} order by code`.execute(db)
  return rows
}
