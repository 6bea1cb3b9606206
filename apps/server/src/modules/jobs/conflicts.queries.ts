import type { AnswerOf } from '@rasad/contracts/define-route'
import type { ConflictCase, listConflicts as contract } from '@rasad/contracts/jobs'
import type { Scope } from '@rasad/domain/access/scope'
import { isoToJalali, type JalaliDate, type JalaliMonth } from '@rasad/domain/calendar/jalali'
import type { JobCell } from '@rasad/domain/ledger/posting'
import { maskNationalId } from '@rasad/domain/persian/identifiers'
import { sql, type RawBuilder } from 'kysely'
import type { ReadDb, WriteTx } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { allOf, scopeConditions } from '../../platform/scope.queries.ts'

type StoredCase = Omit<ConflictCase, 'name'> & { firstName: string; lastName: string }

/** A claim stands unless it came with an import that was taken back. */
export const STANDING_CLAIM = sql`not exists (select 1 from job_import_undo undo
  where undo.province_id = claim.province_id and undo.import_id = claim.import_id)`

const CASE = sql`
  select conflict_case.province_id as province, conflict_case.case_id, conflict_case.period_id as period, conflict_case.job_id,
    conflict_case.state, opened_at, decided_at, decided_by, conflict_case.reason, owner_claim, person.national_id, person.first_name,
    person.last_name,
    (select jsonb_agg(jsonb_build_object('claimId', claim_id, 'agency', claim.agency_id,
      'agencyName', jsonb_build_object('nameFa', agency.short_fa, 'nameEn', agency.name_en), 'holdsJob', holds_job, 'county', claim.county_id,
      'countyName', jsonb_build_object('nameFa', county.name_fa, 'nameEn', county.name_en), 'sector', claim.sector,
      'startDate', claim.start_date, 'employer', claim.employer, 'claimedBy', claimed_by, 'claimedAt', claimed_at, 'importId', claim.import_id) order by claim_id)
    from claim join agency on agency.code = claim.agency_id join county on county.code = claim.county_id
    where claim.province_id = conflict_case.province_id and claim.case_id = conflict_case.case_id and ${STANDING_CLAIM}) as claims
  from conflict_case
  join person on person.province_id = conflict_case.province_id and person.person_id = conflict_case.person_id`

/** A case is seen by whoever sees the job or one of the claims. */
function inScope(scope: Scope): RawBuilder<unknown> {
  const conditions = scopeConditions(scope)
  if (conditions.length === 0) return sql`true`
  const all = allOf(conditions)
  return sql`(
    exists (select 1 from job own where own.province_id = conflict_case.province_id and own.job_id = conflict_case.job_id and ${all})
    or exists (select 1 from claim own where own.province_id = conflict_case.province_id and own.case_id = conflict_case.case_id and ${all}))`
}

type CaseFilter = {
  province: string
  period: string
  state: 'open' | 'decided'
  agency?: string | undefined
  after?: number | undefined
  limit: number
}

/** A page of conflict cases, the oldest first, and how many there are in each state. */
export async function listConflicts(
  db: ReadDb,
  { province, period, state, agency, after = 0, limit }: CaseFilter,
  scope: Scope,
): Promise<AnswerOf<typeof contract>> {
  const claimed =
    agency === undefined
      ? sql`true`
      : sql`exists (select 1 from claim where claim.province_id = conflict_case.province_id
          and claim.case_id = conflict_case.case_id and claim.agency_id = ${agency} and ${STANDING_CLAIM})`
  const asked = sql`conflict_case.province_id = ${province} and conflict_case.period_id = ${period}
    and ${claimed} and ${inScope(scope)}`
  const counted = await sql<{ state: 'open' | 'decided'; n: number }>`
    select state, count(*) as n from conflict_case where ${asked} group by state`.execute(db)
  const { rows } = await sql<StoredCase>`
    ${CASE} where ${asked} and conflict_case.state = ${state} and conflict_case.case_id > ${after}
    order by conflict_case.case_id limit ${limit + 1}`.execute(db)
  const conflicts = rows.slice(0, limit).map(readCase)
  return {
    conflicts,
    next: rows.length > limit ? conflicts.at(-1)!.caseId : null,
    counts: { open: 0, decided: 0, ...Object.fromEntries(counted.rows.map((row) => [row.state, row.n])) },
  }
}

/** How many cases of a period are undecided, of those that a scope sees. */
export async function countOpenConflicts(
  db: ReadDb,
  { province, period }: { province: string; period: string },
  scope: Scope,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from conflict_case
    where conflict_case.province_id = ${province} and conflict_case.period_id = ${period} and conflict_case.state = 'open'
      and ${inScope(scope)}`.execute(db)
  return rows[0]!.n
}

/** One case; outside the scope it is not found. */
export async function getConflict(
  db: ReadDb,
  province: string,
  caseId: number,
  scope: Scope,
): Promise<ConflictCase> {
  const { rows } = await sql<StoredCase>`
    ${CASE} where conflict_case.province_id = ${province} and conflict_case.case_id = ${caseId} and ${inScope(scope)}`.execute(
    db,
  )
  if (!rows[0]) throw new Problem('not-found', { kind: 'conflict', id: `${province}/${caseId}` })
  return readCase(rows[0])
}

/** The cases about a job, the oldest first; whoever sees the job sees them. */
export async function listCasesOfJob(db: ReadDb, province: string, jobId: number): Promise<ConflictCase[]> {
  const { rows } = await sql<StoredCase>`
    ${CASE} where conflict_case.province_id = ${province} and conflict_case.job_id = ${jobId}
    order by conflict_case.case_id`.execute(db)
  return rows.map(readCase)
}

function readCase({ firstName, lastName, ...row }: StoredCase): ConflictCase {
  const instant = (text: string) => new Date(text).toISOString()
  return {
    ...row,
    nationalId: maskNationalId(row.nationalId),
    name: `${firstName} ${lastName}`.trim(),
    openedAt: instant(row.openedAt),
    decidedAt: row.decidedAt === null ? null : instant(row.decidedAt),
    claims: row.claims.map((claim) => ({
      ...claim,
      startDate: isoToJalali(claim.startDate),
      claimedAt: instant(claim.claimedAt),
    })),
  }
}

/** A claim with the cell the job would be counted in. */
export type HeldClaim = {
  claimId: number
  agency: string
  claimedBy: string
  holdsJob: boolean
  startDate: JalaliDate
  isic: string | null
  cell: JobCell
}

/** Holds a case until the end of the transaction, and reads its standing claims. */
export async function lockConflict(
  tx: WriteTx,
  province: string,
  caseId: number,
): Promise<{ jobId: number; state: 'open' | 'decided'; claims: HeldClaim[] }> {
  const held = await sql<{ jobId: number; state: 'open' | 'decided' }>`
    select job_id, state from conflict_case where province_id = ${province} and case_id = ${caseId} for update`.execute(
    tx,
  )
  if (!held.rows[0]) throw new Problem('not-found', { kind: 'conflict', id: `${province}/${caseId}` })
  type StoredClaim = Omit<JobCell, 'county' | 'agency'> & {
    claimId: number
    claimedBy: string
    holdsJob: boolean
    startDate: string
    isic: string | null
    month: JalaliMonth
    countyId: string
    agencyId: string
  }
  const { rows } = await sql<StoredClaim>`
    select claim_id, claimed_by, holds_job, start_date, month, county_id, agency_id, sector, gender, job_type, novelty, directness,
      settlement, education, isic, activity_line
    from claim where province_id = ${province} and case_id = ${caseId} and ${STANDING_CLAIM} order by claim_id`.execute(
    tx,
  )
  const claims = rows.map(
    ({ claimId, claimedBy, holdsJob, startDate, isic, countyId, agencyId, ...cell }) => ({
      claimId,
      agency: agencyId,
      claimedBy,
      holdsJob,
      startDate: isoToJalali(startDate),
      isic,
      cell: { ...cell, county: countyId, agency: agencyId },
    }),
  )
  return { ...held.rows[0], claims }
}

/** Closes a case with the claim that the person is counted for. */
export async function setConflictDecided(
  tx: WriteTx,
  province: string,
  caseId: number,
  { ownerClaim, reason, actor }: { ownerClaim: number; reason: string; actor: string },
): Promise<void> {
  await sql`
    update conflict_case set state = 'decided', decided_at = moment_of_act(), decided_by = ${actor}, reason = ${reason}, owner_claim = ${ownerClaim}
    where province_id = ${province} and case_id = ${caseId}`.execute(tx)
}
