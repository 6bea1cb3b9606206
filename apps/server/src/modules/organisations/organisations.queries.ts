import { indexAgencies, type AgencyIndex } from '@rasad/domain/organisations/agency-names'
import { sql } from 'kysely'
import type { ReadDb } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'

export type AgencyRow = {
  code: string
  nameFa: string
  nameEn: string
  shortFa: string
  sector: string | null
}

/** The agencies that can hold a share of a commitment, in the order of their Persian names. */
export async function selectAgencies(db: ReadDb): Promise<AgencyRow[]> {
  const { rows } = await sql<AgencyRow>`
    select code, name_fa, name_en, short_fa, sector from agency order by short_fa collate "fa-x-icu", code`.execute(
    db,
  )
  return rows
}

/** What an agency is called in both languages; its code where nobody has it. */
export async function getAgencyName(db: ReadDb, code: string): Promise<{ nameFa: string; nameEn: string }> {
  const { rows } = await sql<{ nameFa: string; nameEn: string }>`
    select short_fa as name_fa, name_en from agency where code = ${code}`.execute(db)
  return rows[0] ?? { nameFa: code, nameEn: code }
}

/** The banks, in the order of their Persian names. */
export async function selectBanks(
  db: ReadDb,
): Promise<{ code: string; nameFa: string; nameEn: string; active: boolean }[]> {
  const { rows } = await sql<{ code: string; nameFa: string; nameEn: string; active: boolean }>`
    select code, name_fa, name_en, active from bank order by name_fa collate "fa-x-icu", code`.execute(db)
  return rows
}

/** Refuses the first code that no agency has. */
export async function requireAgencies(db: ReadDb, codes: readonly string[]): Promise<void> {
  const { rows } = await sql<{ code: string }>`
    select code from unnest(${sql.val(codes)}::text[]) as asked (code)
    where not exists (select 1 from agency where agency.code = asked.code)`.execute(db)
  if (rows[0]) throw new Problem('not-found', { kind: 'agency', id: rows[0].code })
}

/** The agencies of a province, ready to be found by whatever name a list gives them («جهاد کشاورزی لرستان»). */
export async function indexAgenciesOf(db: ReadDb, province: string): Promise<AgencyIndex> {
  const agencies = await sql<AgencyRow & { alternativeNames: string[] }>`
    select code, name_fa, name_en, short_fa, alternative_names from agency`.execute(db)
  const seats = await sql<{ name: string }>`
    select name_fa as name from province where code = ${province}
    union all select name_fa from county where province_id = ${province}`.execute(db)
  const named = agencies.rows.map(({ code, nameFa, nameEn, shortFa, alternativeNames }) => ({
    code,
    name: nameFa,
    alternatives: [shortFa, nameEn, ...alternativeNames],
  }))
  return indexAgencies(
    named,
    seats.rows.map(({ name }) => name),
  )
}
