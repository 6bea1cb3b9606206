import { sql } from 'kysely'
import type { WriteTx } from '../../platform/db.ts'
import { MEASURE } from '../ledger/measure.queries.ts'
import { STAGED_COLUMNS } from './staged-row.queries.ts'

/** Which import is entering: all its rows go into one province and period. */
export type Entering = { province: string; period: string }

/** Tables of this transaction alone: rows that may be entered, and rows refused by themselves. */
export async function createStaging(tx: WriteTx): Promise<void> {
  await sql
    .raw(
      `create temporary table staged (line bigint generated always as identity, ${STAGED_COLUMNS}) on commit drop`,
    )
    .execute(tx)
  await sql`create temporary table refused (sheet integer, row_number integer, verdict text, reasons text[], warnings text[]) on commit drop`.execute(
    tx,
  )
}

/** The columns that a staged line fills, by name; its number is its own. */
export const STAGED_NAMES = STAGED_COLUMNS.split(/,\s+/)
  .map((column) => column.trim().split(' ')[0])
  .join(', ')

/** One registration at a time in a province: two lists that name the same person come one after the other. */
export async function lockRegistration(tx: WriteTx, province: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('registration'), hashtext(${province}))`.execute(tx)
}

/** Sets aside the staged rows whose person is already counted in the period, with the job that holds them. */
export async function findHeld(tx: WriteTx, { province, period }: Entering): Promise<void> {
  await sql`
    create temporary table held on commit drop as
    select staged.line, staged.sheet, staged.row_number, person.person_id, job.job_id, job.agency_id as holder, staged.warnings,
      case
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
      end as reason
    from staged
    join person on person.province_id = ${province} and person.national_id = staged.national_id
    join job on job.province_id = person.province_id and job.person_id = person.person_id and job.period_id = ${period}
      and job.state <> 'withdrawn' and job.state <> 'duplicate'`.execute(tx)
  await sql`analyze held`.execute(tx)
}

/** The rows that enter, each with the number of its person and of its job. */
export async function numberEntering(tx: WriteTx, { province }: Entering): Promise<void> {
  await sql`
    create temporary table entering on commit drop as
    select staged.*, coalesce(person.person_id, nextval('person_person_id_seq')) as person_id,
      person.person_id is null as is_new_person, nextval('job_job_id_seq') as job_id
    from staged left join person on person.province_id = ${province} and person.national_id = staged.national_id
    where not exists (select 1 from held where held.line = staged.line)`.execute(tx)
  await sql`analyze entering`.execute(tx)
}

/** Enters people whom the province does not know yet. */
export async function enterPeople(tx: WriteTx, { province }: Entering): Promise<void> {
  await sql`
    insert into person (province_id, person_id, national_id, first_name, last_name, father_name, birth_date, gender, mobile, name_key)
    overriding system value
    select ${province}, person_id, national_id, first_name, last_name, father_name, birth_date, gender, mobile, name_key
    from entering where is_new_person`.execute(tx)
}

/** Enters the jobs, each with its first step. */
export async function enterJobs(
  tx: WriteTx,
  { province, period }: Entering,
  { entryId, actor }: { entryId: number; actor: string },
): Promise<void> {
  await sql`
    insert into job (province_id, job_id, period_id, person_id, entry_id, state, month, start_date, county_id, rural_district_id, village_id,
      place_text, agency_id, sector, gender, job_type, novelty, directness, settlement, education, isic, employer, workshop_code, registered_by)
    overriding system value
    select ${province}, job_id, ${period}, person_id, ${entryId}::bigint, 'registered', month, start_date, county_id, rural_district_id, village_id,
      place_text, agency_id, sector, gender, job_type, novelty, directness, settlement, education, isic, employer, workshop_code, ${actor}
    from entering`.execute(tx)
  await sql`
    insert into job_step (province_id, job_id, step_number, entry_id, step, from_state, to_state, taken_by)
    select ${province}, job_id, 1, ${entryId}::bigint, 'register', null, 'registered', ${actor} from entering`.execute(
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
    from entering`.execute(tx)
}

/** Posts the registrations; they are settled by the entry, without a way through the tail. */
export async function postRegistrations(
  tx: WriteTx,
  { province, period }: Entering,
  entryId: number,
): Promise<void> {
  await sql`
    insert into posting (province_id, entry_id, period_id, measure, state, cause, amount, job_id, month, county_id, agency_id, sector,
      gender, job_type, novelty, directness, settlement, education)
    select ${province}, ${entryId}::bigint, ${period}, ${MEASURE}, 'registered', 'registered', 1,
      job_id, month, county_id, agency_id, sector, gender, job_type, novelty, directness, settlement, education
    from entering`.execute(tx)
}

type VerdictCount = { sheet: number; verdict: 'accepted' | 'rejected' | 'duplicate' | 'conflict'; n: number }

/** How many rows of each sheet got which verdict. */
export async function countVerdicts(tx: WriteTx): Promise<VerdictCount[]> {
  const { rows } = await sql<VerdictCount>`
    select sheet, 'accepted' as verdict, count(*) as n from entering group by sheet
    union all select sheet, case reason when 'claim.conflict' then 'conflict' else 'duplicate' end, count(*) from held group by 1, 2
    union all select sheet, verdict, count(*) from refused group by 1, 2`.execute(tx)
  return rows
}

/** How often each reason, correction and warning was given. */
export async function countNotes(
  tx: WriteTx,
): Promise<{ kind: 'reasons' | 'corrections' | 'warnings'; code: string; n: number }[]> {
  const { rows } = await sql<{ kind: 'reasons' | 'corrections' | 'warnings'; code: string; n: number }>`
    select 'reasons' as kind, code, count(*) as n from refused, unnest(reasons) code group by code
    union all select 'reasons', reason, count(*) from held group by reason
    union all select 'corrections', code, count(*) from entering, unnest(corrections) code group by code
    union all select 'warnings', code, count(*) from (
      select warnings from entering union all select warnings from held union all select warnings from refused
    ) noted, unnest(noted.warnings) code group by code
    order by kind, code`.execute(tx)
  return rows
}

/** A row there is something to say about, as the tables of this transaction know it. */
export type NotedRow = {
  sheet: number
  row: number
  verdict: 'accepted' | 'rejected' | 'duplicate' | 'conflict'
  reasons: string[]
  corrections: string[]
  warnings: string[]
}

const NOTED = sql`
  select sheet, row_number, verdict, reasons, '{}'::text[] as corrections, warnings, null::bigint as job_id from refused
  union all
  select sheet, row_number, case reason when 'claim.conflict' then 'conflict' else 'duplicate' end, array[reason], '{}', warnings, job_id from held
  union all
  select sheet, row_number, 'accepted', '{}', corrections, warnings, job_id from entering
  where corrections <> '{}' or warnings <> '{}'`

/** The rows that are not entered, or doubtful, in the order of the file. */
export async function listNotedRows(tx: WriteTx): Promise<NotedRow[]> {
  const { rows } = await sql<NotedRow>`
    select sheet, row_number as row, verdict, reasons, corrections, warnings from (${NOTED}) noted
    where verdict <> 'accepted' or warnings <> '{}' order by sheet, row_number`.execute(tx)
  return rows
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
    from (${NOTED}) noted`.execute(tx)
}
