import type { CountyVerdicts } from '@rasad/contracts/imports'
import type { Verdict } from '@rasad/domain/imports/verdict'
import { inOrder } from '@rasad/domain/imports/verdict-counts'
import { sql } from 'kysely'
import type { WriteTx } from '../../platform/db.ts'

/** How many rows that name a county got a verdict; null are those that name none of the province. */
export type CountyCount = { county: string | null; verdict: Verdict; n: number }

/** The rows of a portion that may enter, by county. */
export async function countStagedCounties(tx: WriteTx): Promise<CountyCount[]> {
  const { rows } = await sql<CountyCount>`
    select county_id as county, 'accepted' as verdict, count(*) as n from staged group by 1`.execute(tx)
  return rows
}

/** The rows whose person is already counted, by county. */
export async function countHeldCounties(tx: WriteTx): Promise<CountyCount[]> {
  const { rows } = await sql<CountyCount>`
    select county_id as county, case reason when 'claim.conflict' then 'conflict' else 'duplicate' end as verdict, count(*) as n
    from held group by 1, 2`.execute(tx)
  return rows
}

/** The verdicts of a list by county. */
export function verdictsByCounty(counts: readonly CountyCount[]): CountyVerdicts[] {
  const byCounty = new Map<string | null, CountyVerdicts>()
  for (const { county, verdict, n } of counts) {
    const found = byCounty.get(county) ?? { county, accepted: 0, rejected: 0, duplicate: 0, conflict: 0 }
    byCounty.set(county, { ...found, [verdict]: found[verdict] + n })
  }
  return inOrder([...byCounty.values()])
}
