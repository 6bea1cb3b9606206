import {
  lockSettlement,
  keepCheckpoints,
  settleEntry,
} from '@rasad/server/modules/ledger/ledger.settlement.queries'
import { openPeriods, PERIOD, type Run, type World } from './world.ts'

/** Lists an agency sends to a province in the period; each is registered, confirmed and verified by an act of its own. */
const LISTS = 60
const ACTS_OF_A_LIST = 3
/** Of ten jobs seven are confirmed and five of them verified: five postings of confirming and verifying for two jobs. */
const POSTINGS_PER_JOB = 3.4

/** The batch in the middle of a province's history. */
export const MIDDLE_BATCH = (LISTS * ACTS_OF_A_LIST) / 2

/** Brings about so many postings into the ledgers of every province and settles them, act by act, as the product does. */
export async function fillLedger(
  world: World,
  postings: number,
  { say }: Run,
): Promise<{ postings: number; provinces: string[] }> {
  const { ownerPool } = world
  const { rows } = await ownerPool.query<{ code: string }>('select code from province order by code')
  const provinces = rows.map(({ code }) => code)
  await openPeriods(world, provinces)
  const jobs = Math.round(postings / POSTINGS_PER_JOB / provinces.length / LISTS)
  say(`${postings} postings`)
  await eachOf(provinces, async (province) => {
    await postActs(world, province, jobs)
    await settleActs(world, province)
  })
  await ownerPool.query('vacuum analyze')
  const counted = await ownerPool.query<{ n: number }>('select count(*) as n from posting')
  return { postings: counted.rows[0]!.n, provinces }
}

/** Two at a time: as many as the owner has connections. */
async function eachOf(
  provinces: readonly string[],
  work: (province: string) => Promise<void>,
): Promise<void> {
  const waiting = [...provinces]
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next)
  }
  await Promise.all([worker(), worker()])
}

/** A list is one agency's; its jobs lie in all counties and months. */
async function postActs({ ownerPool }: World, province: string, jobsOfAList: number): Promise<void> {
  await ownerPool.query(
    `insert into ledger_entry (province_id, entry_id, period_id, action, actor) overriding system value
     select $1, act, $2, 'bench', 'operator:bench' from generate_series(1, $3::integer) act`,
    [province, PERIOD, LISTS * ACTS_OF_A_LIST],
  )
  await ownerPool.query(
    `with counties as (select array_agg(code order by code) as codes from county where province_id = $1),
     agencies as (select array_agg(code order by code) as codes from (select code from agency order by code limit 40) few),
     job as (
       select list, list * $4 + number as job_id,
         counties.codes[1 + (hashint4(list * $4 + number) & 65535) % cardinality(counties.codes)] as county_id,
         agencies.codes[1 + list % cardinality(agencies.codes)] as agency_id,
         140401 + (hashint4(list * $4 + number + 7) & 65535) % 12 as month,
         (array['agriculture', 'industry', 'services'])[1 + (hashint4(list * $4 + number + 13) & 65535) % 3] as sector,
         (array['female', 'male'])[1 + (hashint4(list * $4 + number + 17) & 65535) % 2] as gender,
         (array['wage', 'self-employed', 'home-based', 'cooperative'])[1 + (hashint4(list * $4 + number + 19) & 65535) % 4] as job_type,
         (array['01', '10', '14', '47', '56'])[1 + (hashint4(list * $4 + number + 23) & 65535) % 5] as activity_line,
         number % 10 as fate
       from counties, agencies, generate_series(0, $3::integer - 1) list, generate_series(1, $4::integer) number
     ),
     movement (act, cause, state, amount, below) as (values
       (1, 'registered', 'registered', 1, 10),
       (2, 'confirmed', 'registered', -1, 7), (2, 'confirmed', 'agency-confirmed', 1, 7),
       (3, 'verified', 'agency-confirmed', -1, 5), (3, 'verified', 'verified', 1, 5))
     insert into posting (province_id, entry_id, period_id, measure, state, cause, amount, job_id, month, county_id, agency_id, sector,
       gender, job_type, novelty, directness, settlement, education, activity_line)
     select $1, list * 3 + act, $2, 'job', state, cause, amount, job_id, month, county_id, agency_id, sector,
       gender, job_type, 'new', 'direct', 'urban', 'unspecified', activity_line
     from job join movement on fate < below order by list, act, job_id`,
    [province, PERIOD, LISTS, jobsOfAList],
  )
}

async function settleActs(world: World, province: string): Promise<void> {
  for (let act = 1; act <= LISTS * ACTS_OF_A_LIST; act += 1) {
    await world.database.transaction().execute(async (tx) => {
      await lockSettlement(tx, province)
      const batch = await settleEntry(tx, province, act)
      if (batch !== undefined) await keepCheckpoints(tx, province, batch)
    })
  }
}
