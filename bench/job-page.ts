import { createHash } from 'node:crypto'
import type { Scope } from '@rasad/domain/access/scope'
import { listJobs, type JobPage } from '@rasad/server/modules/jobs/job-page.queries'
import { readInScope } from '@rasad/server/platform/db'
import { figureOf, type Figure } from './figure.ts'
import { fillRegister } from './register-filling.ts'
import { alternate } from './rounds.ts'
import { inNewWorld, PERIOD, PROVINCE, type Run, type World } from './world.ts'

const LIMIT = 50
const TURNS = { rounds: 5, repetitions: 200 }

/** A page of jobs as the list asks for it, first and deep, against the same question by hand. */
export async function measureJobPages({ quick, say }: Run): Promise<Figure[]> {
  const jobs = quick ? 100_000 : 1_000_000
  return inNewWorld(async (world) => {
    say(`filling a register of ${jobs} jobs`)
    await fillRegister(world, jobs)
    const { rows } = await world.ownerPool.query<{ agency: string; county: string }>(
      `select agency_id as agency, county_id as county from job where job_id = $1`,
      [Math.round(jobs / 2)],
    )
    const { agency, county } = rows[0]!
    const all = { province: PROVINCE, period: PERIOD, limit: LIMIT }
    const filters: Record<string, JobPage> = {
      'of an agency': { ...all, agency },
      'of a county in a state': { ...all, county, state: ['verified'] },
      'of an agency in a county in a state': { ...all, agency, county, state: ['registered'] },
    }
    const figures: Figure[] = []
    for (const [name, filter] of Object.entries(filters)) {
      for (const [depth, after] of [
        ['first page', undefined],
        ['deep page', String(Math.round(jobs / 10))],
      ] as const) {
        say(`${name}, ${depth}`)
        figures.push(await measurePage(world, { ...filter, after }, `${depth} ${name}, ${jobs} jobs`))
      }
    }
    return figures
  })
}

async function measurePage(world: World, filter: JobPage, name: string): Promise<Figure> {
  const scope = scopeOf(filter)
  const ours = () => readInScope(world.database, scope, (db) => listJobs(db, filter, scope))
  const peer = () => pageByHand(world, filter)
  const [one, other] = [await ours(), await peer()]
  if (one.jobs.length === 0 || one.jobs.length !== other)
    throw new Error(`${one.jobs.length} jobs and ${other} by hand`)
  const told = { measure: 'page', name, peerName: 'the same SQL by hand', unit: 'ms' } as const
  return figureOf(await alternate({ ours, peer }, TURNS), { ...told, budget: { of: 'ratio', atMost: 1.5 } })
}

/** The reader whose own page it is: the fence stands around just what is asked for. */
function scopeOf({ province, county, agency }: JobPage): Scope {
  if (agency !== undefined)
    return { level: 'agency', province, agency, ...(county !== undefined && { county }) }
  return county === undefined ? { level: 'province', province } : { level: 'county', province, county }
}

/** Prepared, and in a snapshot as the product's answers are. */
async function pageByHand({ ownerPool }: World, { agency, county, state, after }: JobPage): Promise<number> {
  const values: unknown[] = [PROVINCE, PERIOD]
  const equal = (column: string, value: unknown) =>
    value === undefined ? '' : ` and ${column} = $${values.push(value)}`
  const where = `${equal('agency_id', agency)}${equal('county_id', county)}${equal('state', state?.[0])}`
  const behind = after === undefined ? '' : ` and job_id < $${values.push(after)}`
  const text = `with page as (
      select province_id, job_id from job where province_id = $1 and period_id = $2${where}${behind} order by job_id desc limit ${LIMIT})
    select job.province_id, job.job_id, job.period_id, job.state, job.version, person.national_id, person.first_name, person.last_name, job.gender,
      job.county_id, job.agency_id, job.sector, job.job_type, job.novelty, job.directness, job.start_date, job.employer
    from page join job on job.province_id = page.province_id and job.job_id = page.job_id
    join person on person.province_id = job.province_id and person.person_id = job.person_id order by job.job_id desc`
  const client = await ownerPool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const { rows } = await client.query({ name: createHash('md5').update(text).digest('hex'), text, values })
    await client.query('commit')
    return rows.length
  } finally {
    client.release()
  }
}
