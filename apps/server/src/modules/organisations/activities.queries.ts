import type { Sector } from '@rasad/domain/organisations/sectors'
import { sql } from 'kysely'
import type { ReadDb } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'

type ActivityRow = { code: string; level: string; nameFa: string; nameEn: string; sector: string }

/** The economic activities of ISIC of one level, or of all, in the order of their codes. */
export async function selectActivities(db: ReadDb, level?: string): Promise<ActivityRow[]> {
  const { rows } = await sql<ActivityRow>`
    select code, level, title_fa as name_fa, title_en as name_en, sector from isic_activity
    where ${level ?? null}::text is null or level = ${level ?? null} order by code`.execute(db)
  return rows
}

/** The sector of every code of ISIC that is written in digits. */
export async function mapActivities(db: ReadDb): Promise<ReadonlyMap<string, Sector>> {
  const { rows } = await sql<{ code: string; sector: Sector }>`
    select code, sector from isic_activity where level <> 'section'`.execute(db)
  return new Map(rows.map(({ code, sector }) => [code, sector]))
}

/** Refuses a code that no activity of ISIC has. */
export async function requireActivity(db: ReadDb, code: string): Promise<void> {
  const { rows } = await sql`select 1 from isic_activity where code = ${code}`.execute(db)
  if (rows.length === 0) throw new Problem('not-found', { kind: 'activity', id: code })
}
