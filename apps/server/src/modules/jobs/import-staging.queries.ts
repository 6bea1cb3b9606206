import { sql } from 'kysely'
import type { WriteTx } from '../../platform/db.ts'
import { MEASURE } from '../ledger/measure.queries.ts'
import { STAGED_COLUMNS } from './staged-row.queries.ts'

/** Which import is entering: all its rows go into one province and period. */
export type Entering = { province: string; period: string }

/** The columns that a staged line fills, by name. */
export const STAGED_NAMES = STAGED_COLUMNS.split(/,\s+/)
  .map((column) => column.trim().split(' ')[0])
  .join(', ')

/**
 * Tables of this transaction alone. `staged` holds the rows of one portion, each numbered as a new person with a new
 * job; `held` those whose person is already counted; `noted` what there is to say about single rows.
 */
export async function createStaging(tx: WriteTx): Promise<void> {
  await sql
    .raw(
      `create temporary table staged (job_id bigint default nextval('job_job_id_seq'),
        person_id bigint default nextval('person_person_id_seq'), is_new_person boolean default true, ${STAGED_COLUMNS}) on commit drop`,
    )
    .execute(tx)
  await sql`
    create temporary table held on commit drop as
    select ''::text as reason, null::bigint as holding_job_id, staged.* from staged`.execute(tx)
  await sql`
    create temporary table noted (sheet integer, row_number integer, agency_id text, verdict text, reasons text[], corrections text[] default '{}',
      warnings text[], job_id bigint) on commit drop`.execute(tx)
}

/** One registration at a time in a province: two lists that name the same person come one after the other. */
export async function lockRegistration(tx: WriteTx, province: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('registration'), hashtext(${province}))`.execute(tx)
}

/** Gives the staged people whom the province knows their own number; tells how many they are. */
export async function findKnownPeople(tx: WriteTx, { province }: Entering): Promise<number> {
  // The offset keeps a look-up by key for each row, where a join would read the whole register for every portion;
  // in the order of the index, neighbours are looked up one after the other.
  const { numAffectedRows } = await sql`
    update staged set person_id = known.person_id, is_new_person = false
    from (
      select sorted.national_id, person.person_id from (select national_id from staged order by national_id) sorted, lateral (
        select person_id from person where province_id = ${province} and person.national_id = sorted.national_id offset 0) person
    ) known
    where staged.national_id = known.national_id`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/** Sets aside the staged rows whose person is already counted in the period, with the job that holds them. */
export async function setHeldAside(tx: WriteTx, { province, period }: Entering): Promise<void> {
  await sql`
    with gone as (
      delete from staged using (
        select known.sheet, known.row_number, counted.job_id, counted.agency_id from staged known, lateral (
          select job_id, agency_id from job
          where province_id = ${province} and period_id = ${period} and job.person_id = known.person_id
            and state <> 'withdrawn' and state <> 'duplicate' offset 0) counted
        where not known.is_new_person
      ) job
      where staged.sheet = job.sheet and staged.row_number = job.row_number
      returning case
        when job.agency_id = staged.agency_id then 'duplicate.in-register'
        when exists (
          select 1 from claim
          join conflict_case on conflict_case.province_id = claim.province_id and conflict_case.case_id = claim.case_id
          where claim.province_id = ${province} and conflict_case.job_id = job.job_id and conflict_case.state = 'decided'
            and claim.agency_id = staged.agency_id
            and not exists (select 1 from job_import_undo undo
              where undo.province_id = claim.province_id and undo.import_id = claim.import_id)
        ) then 'duplicate.claim-decided'
        else 'claim.conflict'
      end as reason, job.job_id as holding_job_id, staged.*
    ),
    kept as (insert into held select * from gone returning sheet, row_number, agency_id, reason, warnings, holding_job_id)
    insert into noted (sheet, row_number, agency_id, verdict, reasons, warnings, job_id)
    select sheet, row_number, agency_id, case reason when 'claim.conflict' then 'conflict' else 'duplicate' end, array[reason], warnings, holding_job_id
    from kept`.execute(tx)
}

/** People whom the province knows stand under the name it knows, and are found by both. */
export async function takeKnownNames(tx: WriteTx, { province }: Entering): Promise<void> {
  await sql`
    update staged set search_words = staged.search_words || known.search_words, name_order = known.name_order
    from (
      select person_id, before.search_words, before.name_order from (select person_id from staged where not is_new_person) person, lateral (
        select search_words, name_order from job where province_id = ${province} and job.person_id = person.person_id
        order by job_id limit 1) before
    ) known
    where staged.person_id = known.person_id`.execute(tx)
}

/** How many persons are claimed who stand with another agency. */
export async function countConflicts(tx: WriteTx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from held where reason = 'claim.conflict'`.execute(tx)
  return rows[0]!.n
}

/** Notes what was mended in the staged rows and what is doubtful in them, and counts the rows of each sheet and agency. */
export async function noteStaged(tx: WriteTx): Promise<VerdictCount[]> {
  await sql`
    insert into noted (sheet, row_number, agency_id, verdict, reasons, corrections, warnings, job_id)
    select sheet, row_number, agency_id, 'accepted', '{}', corrections, warnings, job_id from staged
    where corrections <> '{}' or warnings <> '{}'`.execute(tx)
  const { rows } = await sql<VerdictCount>`
    select sheet, agency_id as agency, 'accepted' as verdict, count(*) as n from staged group by 1, 2`.execute(
    tx,
  )
  return rows
}

/** Enters people whom the province does not know yet. */
export async function enterPeople(tx: WriteTx, { province }: Entering): Promise<void> {
  await sql`
    insert into person (province_id, person_id, national_id, first_name, last_name, father_name, birth_date, gender, mobile, name_key)
    overriding system value
    select ${province}, person_id, national_id, first_name, last_name, father_name, birth_date, gender, mobile, name_key
    from staged where is_new_person order by national_id`.execute(tx)
}

/** Enters the jobs, each with its first step. */
export async function enterJobs(
  tx: WriteTx,
  { province, period }: Entering,
  { entryId, actor }: { entryId: number; actor: string },
): Promise<void> {
  await sql`
    insert into job (province_id, job_id, period_id, person_id, entry_id, state, month, start_date, county_id, rural_district_id, village_id,
      place_text, agency_id, sector, gender, job_type, novelty, directness, settlement, education, isic, activity_line, employer, workshop_code, registered_by, search_words, name_order)
    overriding system value
    select ${province}, job_id, ${period}, person_id, ${entryId}::bigint, 'registered', month, start_date, county_id, rural_district_id, village_id,
      place_text, agency_id, sector, gender, job_type, novelty, directness, settlement, education, isic, activity_line, employer, workshop_code, ${actor}, search_words, name_order
    from staged`.execute(tx)
  await sql`
    insert into job_step (province_id, job_id, step_number, entry_id, step, from_state, to_state, taken_by, taken_at)
    select ${province}, job_id, 1, ${entryId}::bigint, 'register', null, 'registered', ${actor}, (select moment_of_act()) from staged`.execute(
    tx,
  )
}

/** Enters the services that the rows tell of, each with the row it stood in. */
export async function enterServices(
  tx: WriteTx,
  { province }: Entering,
  importId: number,
  sheets: readonly string[],
): Promise<void> {
  await sql`
    insert into employment_service (province_id, person_id, job_id, agency_id, service_type, service_date, amount_rial, document_ref,
      import_id, source_sheet, source_row)
    select ${province}, person_id, job_id, agency_id, service_type, service_date, amount_rial, document_ref, ${importId}::bigint,
      (${sql.val(sheets)}::text[])[sheet + 1], row_number
    from staged`.execute(tx)
}

/** Posts the registrations; they are settled by the entry, without a way through the tail. */
export async function postRegistrations(
  tx: WriteTx,
  { province, period }: Entering,
  entryId: number,
): Promise<void> {
  await sql`
    insert into posting (province_id, entry_id, period_id, measure, state, cause, amount, job_id, month, county_id, agency_id, sector,
      gender, job_type, novelty, directness, settlement, education, activity_line)
    select ${province}, ${entryId}::bigint, ${period}, ${MEASURE}, 'registered', 'registered', 1,
      job_id, month, county_id, agency_id, sector, gender, job_type, novelty, directness, settlement, education, activity_line
    from staged`.execute(tx)
}

/** Makes room for the next portion. */
export async function clearStaged(tx: WriteTx): Promise<void> {
  await sql`truncate staged`.execute(tx)
}

/** How many rows of a sheet and an agency got a verdict; the agency is null where none that is known is named. */
export type VerdictCount = {
  sheet: number
  agency: string | null
  verdict: 'accepted' | 'rejected' | 'duplicate' | 'conflict'
  n: number
}

/** How many rows of each sheet and agency are not entered, by verdict. */
export async function countRefusals(tx: WriteTx): Promise<VerdictCount[]> {
  const { rows } = await sql<VerdictCount>`
    select sheet, agency_id as agency, verdict, count(*) as n from noted where verdict <> 'accepted' group by 1, 2, 3`.execute(
    tx,
  )
  return rows
}

/** How often each reason, correction and warning was given. */
export async function countNotes(
  tx: WriteTx,
): Promise<{ kind: 'reasons' | 'corrections' | 'warnings'; code: string; n: number }[]> {
  const { rows } = await sql<{ kind: 'reasons' | 'corrections' | 'warnings'; code: string; n: number }>`
    select 'reasons' as kind, code, count(*) as n from noted, unnest(reasons) code group by code
    union all select 'corrections', code, count(*) from noted, unnest(corrections) code group by code
    union all select 'warnings', code, count(*) from noted, unnest(warnings) code group by code
    order by kind, code`.execute(tx)
  return rows
}

/** A row there is something to say about, as the tables of this transaction know it. */
export type NotedRow = {
  sheet: number
  row: number
  verdict: VerdictCount['verdict']
  reasons: string[]
  corrections: string[]
  warnings: string[]
}

/** The rows that are not entered, or doubtful, in the order of the file. */
export async function listNotedRows(tx: WriteTx): Promise<NotedRow[]> {
  const { rows } = await sql<NotedRow>`
    select sheet, row_number as row, verdict, reasons, corrections, warnings from noted
    where verdict <> 'accepted' or warnings <> '{}' order by sheet, row_number`.execute(tx)
  return rows
}

/** So many rows are shown of a run; the error workbook has them all. */
export const MOST_SHOWN = 20_000

/** The rows there is something to say about, in the order of the file, each with the job it collides with. */
export async function listJudgedRows(tx: WriteTx): Promise<(NotedRow & { jobId: number | null })[]> {
  const { rows } = await sql<NotedRow & { jobId: number | null }>`
    select sheet, row_number as row, verdict, reasons, corrections, warnings,
      case verdict when 'accepted' then null else job_id end as job_id
    from noted order by sheet, row_number limit ${MOST_SHOWN}`.execute(tx)
  return rows
}

/** Takes the jobs out of what is said of a list that is only checked: those it would enter itself are nowhere to be found. */
export async function forgetJobsOf(tx: WriteTx, province: string, entryId: number): Promise<void> {
  await sql`
    update noted set job_id = null from job
    where verdict = 'conflict' and job.province_id = ${province} and job.job_id = noted.job_id and job.entry_id = ${entryId}`.execute(
    tx,
  )
}

/** Keeps what there is to say about single rows with the import. */
export async function insertImportRows(
  tx: WriteTx,
  province: string,
  importId: number,
  sheets: readonly string[],
): Promise<void> {
  await sql`
    insert into job_import_row (province_id, import_id, sheet, row_number, verdict, reasons, corrections, warnings, job_id)
    select ${province}, ${importId}::bigint, (${sql.val(sheets)}::text[])[sheet + 1], row_number, verdict, reasons, corrections, warnings, job_id
    from noted`.execute(tx)
}
