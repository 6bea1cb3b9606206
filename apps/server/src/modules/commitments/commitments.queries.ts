import type { CommitmentVersion } from '@rasad/contracts/commitments'
import { isInScope, type Scope } from '@rasad/domain/access/scope'
import { isoToJalali, jalaliToIso, type JalaliDate } from '@rasad/domain/calendar/jalali'
import type { Baseline, CommitmentCell } from '@rasad/domain/commitments/matrix'
import { sql, type RawBuilder } from 'kysely'
import type { ReadDb, WriteTx } from '../../platform/db.ts'
import { allOf, placedIn, provinceCondition, scopeConditions } from '../../platform/scope.queries.ts'

/** One commitment: a province's promise for a period, of one baseline. */
export type CommitmentName = { province: string; period: string; baseline: Baseline }
export type VersionRow = Omit<CommitmentVersion, 'province' | 'period' | 'baseline' | 'cells'>
/** The letter a version was notified with (ابلاغ). */
export type Letter = { number: string; date: JalaliDate }

type StoredVersion = Pick<VersionRow, 'version' | 'total' | 'reason' | 'setBy' | 'setAt'> & {
  sourceFile: string
  notifiedBy: string | null
  notifiedAt: string
  letterNumber: string | null
  letterDate: string | null
  pins: VersionRow['pins']
  grounds: unknown
}

/** Versions as a scope sees them: whoever sees a part of the province sees the sum of that part as the total. */
function selected(scope: Scope): RawBuilder<unknown> {
  const part = sql`(select coalesce(sum(value), 0)::bigint from commitment_cell cell where cell.province_id = commitment_version.province_id
    and cell.period_id = commitment_version.period_id and cell.baseline = commitment_version.baseline
    and cell.version = commitment_version.version and ${allOf(scopeConditions(scope, placedIn('cell')))})`
  return sql`
  select version, ${seesWhole(scope) ? sql.ref('total') : part} as total, reason, source_file, pins, grounds, set_by, set_at, notified_by,
    notified_at, letter_number, letter_date
  from commitment_version left join commitment_notice using (province_id, period_id, baseline, version)`
}

function seesWhole({ level }: Scope): boolean {
  return level === 'national' || level === 'province'
}

function ofCommitment({ province, period, baseline }: CommitmentName): RawBuilder<unknown> {
  return sql`province_id = ${province} and period_id = ${period} and baseline = ${baseline}`
}

function seenOf(name: CommitmentName, scope: Scope): RawBuilder<unknown> {
  return sql`${ofCommitment(name)} and ${provinceCondition(scope)}`
}

/** Holds the commitment until the end of the transaction, so that two new versions get two numbers. */
export async function lockCommitment(
  tx: WriteTx,
  { province, period, baseline }: CommitmentName,
): Promise<void> {
  const name = `${province}/${period}/${baseline}`
  await sql`select pg_advisory_xact_lock(hashtext('commitment'), hashtext(${name}))`.execute(tx)
}

/** A version by its number, the newest without one; undefined when there is none. */
export async function findVersion(
  db: ReadDb,
  name: CommitmentName,
  scope: Scope,
  version?: number,
): Promise<VersionRow | undefined> {
  const wanted = version === undefined ? sql`true` : sql`version = ${version}`
  const { rows } = await sql<StoredVersion>`
    ${selected(scope)} where ${seenOf(name, scope)} and ${wanted} order by version desc limit 1`.execute(db)
  return rows[0] && readVersion(rows[0], name, scope)
}

/** The version that is in force, now or in what had settled up to a batch; undefined when there is none. */
export async function findVersionInForce(
  db: ReadDb,
  name: CommitmentName,
  scope: Scope,
  batch?: number,
): Promise<VersionRow | undefined> {
  const settled = sql`exists (select 1 from settled_entry settled where settled.province_id = commitment_notice.province_id
    and settled.entry_id = commitment_notice.entry_id and settled.batch <= ${batch})`
  const until = batch === undefined ? sql`true` : settled
  const { rows } = await sql<StoredVersion>`
    ${selected(scope)} where ${seenOf(name, scope)} and notified_at is not null and ${until}
    order by notified_at desc, version desc limit 1`.execute(db)
  return rows[0] && readVersion(rows[0], name, scope)
}

/** Every version of a commitment, the newest first. */
export async function listVersions(db: ReadDb, name: CommitmentName, scope: Scope): Promise<VersionRow[]> {
  const { rows } = await sql<StoredVersion>`
    ${selected(scope)} where ${seenOf(name, scope)} order by version desc`.execute(db)
  return rows.map((row) => readVersion(row, name, scope))
}

/** A cell as it is kept: its programme always said. */
export type StoredCell = CommitmentCell & { programme: string }

/** The cells of a version that lie in a scope: a county's column, an agency's row. */
export async function listCells(
  db: ReadDb,
  name: CommitmentName,
  version: number,
  scope: Scope,
): Promise<StoredCell[]> {
  const { rows } = await sql<StoredCell>`
    select county_id as county, agency_id as agency, sector, programme, value from commitment_cell
    where ${ofCommitment(name)} and version = ${version} and ${allOf(scopeConditions(scope))}
    order by county_id, agency_id, sector, programme`.execute(db)
  return rows
}

/** What is kept of how a version came to be. */
export type VersionOrigin = {
  reason: string | null
  source: string
  setBy: string
  pins?: VersionRow['pins']
  grounds?: unknown
}

/** Adds a version with its cells; it counts nothing until it is notified. */
export async function insertVersion(
  tx: WriteTx,
  name: CommitmentName,
  { version, total }: { version: number; total: number },
  origin: VersionOrigin,
  cells: readonly CommitmentCell[],
): Promise<void> {
  const { province, period, baseline } = name
  const { reason, source, setBy, pins = [], grounds = null } = origin
  await sql`
    insert into commitment_version (province_id, period_id, baseline, version, total, reason, source_file, pins, grounds, set_by)
    values (${province}, ${period}, ${baseline}, ${version}, ${total}, ${reason}, ${source}, ${JSON.stringify(pins)}::jsonb,
      ${JSON.stringify(grounds)}::jsonb, ${setBy})`.execute(tx)
  await sql`
    insert into commitment_cell (province_id, period_id, baseline, version, county_id, agency_id, sector, programme, value)
    select ${province}, ${period}, ${baseline}, ${version}::integer, county, agency, sector, coalesce(programme, 'unspecified'), value
    from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as cell (county text, agency text, sector text, programme text, value bigint)`.execute(
    tx,
  )
}

/** Brings a version into force. */
export async function insertNotice(
  tx: WriteTx,
  name: CommitmentName,
  notice: { version: number; entryId: number; letter: Letter | null; notifiedBy: string },
): Promise<void> {
  const { province, period, baseline } = name
  const date = notice.letter === null ? null : jalaliToIso(notice.letter.date)
  await sql`
    insert into commitment_notice (province_id, period_id, baseline, version, entry_id, letter_number, letter_date, notified_by)
    values (${province}, ${period}, ${baseline}, ${notice.version}, ${notice.entryId}, ${notice.letter?.number ?? null}, ${date},
      ${notice.notifiedBy})`.execute(tx)
}

function readVersion(row: StoredVersion, { province }: CommitmentName, scope: Scope): VersionRow {
  const { version, total, reason, setBy } = row
  const pins = row.pins.filter(({ county, agency }) => isInScope(scope, { province, county, agency }))
  // What a split weighed by names every agency and county.
  const grounds = seesWhole(scope) ? row.grounds : null
  const letter =
    row.letterNumber === null ? null : { number: row.letterNumber, date: isoToJalali(row.letterDate ?? '') }
  const notice =
    row.notifiedBy === null
      ? null
      : { by: row.notifiedBy, at: new Date(row.notifiedAt).toISOString(), letter }
  const setAt = new Date(row.setAt).toISOString()
  return { version, total, reason, source: row.sourceFile, setBy, setAt, notice, pins, grounds }
}
