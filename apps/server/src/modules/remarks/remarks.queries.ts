import type { Remark, Remarked } from '@rasad/contracts/remarks'
import type { Scope } from '@rasad/domain/access/scope'
import { sql, type RawBuilder } from 'kysely'
import type { ReadDb, WriteTx } from '../../platform/db.ts'
import { allOf, scopeConditions } from '../../platform/scope.queries.ts'

/** The row of figures that a remark is about: an agency's, or a county's. */
export type RemarkedRow = { province: string; period: string } & ({ agency: string } | { county: string })
export type RemarkVersionRow = Pick<Remark, 'version' | 'text' | 'by' | 'at'>

/** The remarks that stood at a moment, without one those that stand, in the order of their codes; withdrawn ones do not. */
export async function selectRemarks(
  db: ReadDb,
  { province, period, by }: { province: string; period: string; by: Remarked },
  { asOf, scope }: { asOf: string | undefined; scope: Scope },
): Promise<Remark[]> {
  const column = sql.ref(`${by}_id`)
  // A moment is told in milliseconds while the database keeps microseconds.
  const until =
    asOf === undefined ? sql`true` : sql`written_at < ${asOf}::timestamptz + interval '1 millisecond'`
  const { rows } = await sql<RemarkVersionRow & { code: string }>`
    select code, version, text, by, at from (
      select distinct on (${column}) ${column} as code, version, text, written_by as by, written_at as at from remark
      where province_id = ${province} and period_id = ${period} and ${column} is not null and ${until}
        and ${allOf(scopeConditions(scope))}
      order by ${column}, version desc
    ) newest where text <> '' order by code`.execute(db)
  return rows.map(({ code, ...version }) => ({
    [by]: code,
    ...version,
    at: new Date(version.at).toISOString(),
  }))
}

/** Every version of the remark of a row, the newest first; outside the scope there are none. */
export async function selectRemarkVersions(
  db: ReadDb,
  row: RemarkedRow,
  scope: Scope,
): Promise<RemarkVersionRow[]> {
  const { rows } = await sql<RemarkVersionRow>`
    select version, text, written_by as by, written_at as at from remark
    where ${isAbout(row)} and ${allOf(scopeConditions(scope))} order by version desc`.execute(db)
  return rows.map((version) => ({ ...version, at: new Date(version.at).toISOString() }))
}

/** Adds the version after the one that was seen; false when somebody else has added it. */
export async function insertRemarkVersion(
  tx: WriteTx,
  row: RemarkedRow,
  { seen, text, by }: { seen: number; text: string; by: string },
): Promise<boolean> {
  const agency = 'agency' in row ? row.agency : null
  const county = 'county' in row ? row.county : null
  const { rows } = await sql`
    insert into remark (province_id, period_id, agency_id, county_id, version, text, written_by)
    select ${row.province}, ${row.period}, ${agency}, ${county}, ${seen}::integer + 1, ${text}, ${by}
    where ${seen}::integer = (select coalesce(max(version), 0) from remark where ${isAbout(row)})
    on conflict on constraint remark_is_known_by_version do nothing
    returning 1 as added`.execute(tx)
  return rows.length > 0
}

function isAbout(row: RemarkedRow): RawBuilder<unknown> {
  const one = 'agency' in row ? sql`agency_id = ${row.agency}` : sql`county_id = ${row.county}`
  return sql`province_id = ${row.province} and period_id = ${row.period} and ${one}`
}
