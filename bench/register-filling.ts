import { settleAll } from '@rasad/server/modules/ledger/ledger.commands'
import { openPeriods, PERIOD, PROVINCE, type World } from './world.ts'

/** The agencies and the counties that the jobs are spread over. */
const AGENCIES = 40
const COUNTIES = 12
/** The acts that brought them about. */
const ACTS = 20_000

// Few first names and many last ones, the low numbers of both common: a name's number is the product of two chances.
const FIRST = `'f' || (hashint4(n + 7) & 65535) % 40 * ((hashint4(n + 11) & 65535) % 40)`
const LAST = `'l' || (hashint4(n + 13) & 65535) % 200 * ((hashint4(n + 17) & 65535) % 200)`

/**
 * Fills the register of one province: half of the jobs are registered, the others in four other states, spread over
 * agencies and counties, each with its first step, a service and a settled posting. Places and states are a function of a job's number.
 */
export async function fillRegister(world: World, jobs: number): Promise<void> {
  const { ownerPool } = world
  await openPeriods(world, [PROVINCE])
  await ownerPool.query(
    `insert into ledger_entry (province_id, entry_id, period_id, action, actor) overriding system value
     select $1, act, $2, 'bench', 'operator:bench' from generate_series(1, $3::integer) act`,
    [PROVINCE, PERIOD, ACTS],
  )
  await ownerPool.query(
    `insert into person (province_id, person_id, national_id, first_name, last_name, gender, name_key) overriding system value
     select $1, n, lpad(n::text, 10, '0'), ${FIRST}, ${LAST}, 'female', '' from generate_series(1, $2::integer) n`,
    [PROVINCE, jobs],
  )
  await ownerPool.query(
    `with counties as (select array_agg(code order by code) as codes from (select code from county where province_id = $1 order by code limit $4) few),
     agencies as (select array_agg(code order by code) as codes from (select code from agency order by code limit $5) few)
     insert into job (province_id, job_id, period_id, person_id, entry_id, state, month, start_date, county_id, agency_id, sector, gender, job_type,
       novelty, directness, settlement, education, activity_line, employer, registered_by, search_words, name_order) overriding system value
     select $1, n, $2, n, 1 + n % $6, (array['registered', 'registered', 'registered', 'registered', 'agency-confirmed', 'verified', 'rejected', 'returned'])
         [1 + (hashint4(n + 5) & 65535) % 8],
       140405, '2025-08-01', counties.codes[1 + (hashint4(n) & 65535) % $4], agencies.codes[1 + (hashint4(n + 3) & 65535) % $5],
       'services', 'female', 'wage', 'new', 'direct', 'urban', 'unspecified', 'unspecified', 'کارگاه کریمی', 'operator:bench',
       array_to_tsvector(array[${FIRST}, ${LAST}, 'کارگاهکریمی', 'کریمی', $1 || '/' || $2]), ${LAST} || ' ' || ${FIRST}
     from counties, agencies, generate_series(1, $3::integer) n`,
    [PROVINCE, PERIOD, jobs, COUNTIES, AGENCIES, ACTS],
  )
  await ownerPool.query(
    `insert into job_step (province_id, job_id, step_number, entry_id, step, to_state, taken_by)
     select province_id, job_id, 1, entry_id, 'register', 'registered', registered_by from job`,
  )
  await ownerPool.query(
    `insert into employment_service (province_id, person_id, job_id, agency_id, service_type, service_date)
     select province_id, person_id, job_id, agency_id, 'finance', start_date from job`,
  )
  await ownerPool.query(
    `with added as (
       insert into posting (province_id, entry_id, period_id, measure, state, cause, amount, job_id, month, county_id, agency_id, sector,
         gender, job_type, novelty, directness, settlement, education, activity_line)
       select province_id, entry_id, period_id, 'job', state, 'registered', 1, job_id, month, county_id, agency_id, sector,
         gender, job_type, novelty, directness, settlement, education, activity_line from job
       returning *)
     insert into posting_tail (province_id, seq, entry_id, period_id, measure, state, amount, month, county_id, agency_id, sector)
     select province_id, seq, entry_id, period_id, measure, state, amount, month, county_id, agency_id, sector from added`,
  )
  await settleAll(world.database)
  for (const table of ['job', 'person']) {
    await ownerPool.query(`select setval(pg_get_serial_sequence('${table}', '${table}_id'), $1)`, [jobs])
  }
  await ownerPool.query(`select setval(pg_get_serial_sequence('ledger_entry', 'entry_id'), $1)`, [ACTS])
  await ownerPool.query('vacuum analyze')
}
