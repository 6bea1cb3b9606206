import type { Baseline, CommitmentCell } from '@rasad/domain/commitments/matrix'
import { sql } from 'kysely'
import type { ReadDb, WriteTx } from '../../platform/db.ts'

/** One commitment: a province's promise for a period, of one baseline. */
export type CommitmentName = { province: string; period: string; baseline: Baseline }
export type VersionRow = {
  version: number
  total: number
  reason: string | null
  source: string
  setBy: string
  setAt: string
}

type StoredVersion = Omit<VersionRow, 'source'> & { sourceFile: string }

/** Holds the commitment until the end of the transaction, so that two new versions get two numbers. */
export async function lockCommitment(
  tx: WriteTx,
  { province, period, baseline }: CommitmentName,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('commitment'), hashtext(${`${province}/${period}/${baseline}`}))`.execute(
    tx,
  )
}

/** A version by its number, the newest without one; undefined when there is none. */
export async function findVersion(
  db: ReadDb,
  name: CommitmentName,
  version?: number,
): Promise<VersionRow | undefined> {
  const wanted = version === undefined ? sql`true` : sql`version = ${version}`
  const { rows } = await sql<StoredVersion>`
    select version, total, reason, source_file, set_by, set_at from commitment_version
    where province_id = ${name.province} and period_id = ${name.period} and baseline = ${name.baseline} and ${wanted}
    order by version desc limit 1`.execute(db)
  return rows[0] && readVersion(rows[0])
}

/** The version that was in force at a moment. */
export async function findVersionAt(
  db: ReadDb,
  name: CommitmentName,
  moment: string,
): Promise<VersionRow | undefined> {
  const { rows } = await sql<StoredVersion>`
    select version, total, reason, source_file, set_by, set_at from commitment_version
    where province_id = ${name.province} and period_id = ${name.period} and baseline = ${name.baseline}
      and set_at <= ${moment}::timestamptz
    order by version desc limit 1`.execute(db)
  return rows[0] && readVersion(rows[0])
}

export async function listCells(
  db: ReadDb,
  name: CommitmentName,
  version: number,
): Promise<CommitmentCell[]> {
  const { rows } = await sql<CommitmentCell>`
    select county_id as county, agency_id as agency, sector, value from commitment_cell
    where province_id = ${name.province} and period_id = ${name.period} and baseline = ${name.baseline} and version = ${version}
    order by county_id, agency_id, sector`.execute(db)
  return rows
}

export async function insertVersion(
  tx: WriteTx,
  name: CommitmentName,
  version: {
    version: number
    entryId: number
    total: number
    reason: string | null
    source: string
    setBy: string
  },
  cells: readonly CommitmentCell[],
): Promise<VersionRow> {
  const { rows } = await sql<StoredVersion>`
    insert into commitment_version (province_id, period_id, baseline, version, entry_id, total, reason, source_file, set_by)
    values (${name.province}, ${name.period}, ${name.baseline}, ${version.version}, ${version.entryId}, ${version.total},
      ${version.reason}, ${version.source}, ${version.setBy})
    returning version, total, reason, source_file, set_by, set_at`.execute(tx)
  await sql`
    insert into commitment_cell (province_id, period_id, baseline, version, county_id, agency_id, sector, value)
    select ${name.province}, ${name.period}, ${name.baseline}, ${version.version}::integer, county, agency, sector, value
    from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as cell (county text, agency text, sector text, value bigint)`.execute(
    tx,
  )
  return readVersion(rows[0]!)
}

function readVersion({ sourceFile, setAt, ...row }: StoredVersion): VersionRow {
  return { ...row, source: sourceFile, setAt: new Date(setAt).toISOString() }
}
