import { claimJob } from '@rasad/contracts/jobs'
import { importDryRun, mendRunRow } from '@rasad/contracts/import-runs'
import { saveImportMapping } from '@rasad/contracts/import-mappings'
import { type ImportRun } from '@rasad/contracts/imports'
import { writeRemark } from '@rasad/contracts/remarks'
import { addToken, addUser } from '@rasad/contracts/users'
import { permissionsOf, type Role } from '@rasad/domain/access/roles'
import type { Actor, Scope } from '@rasad/domain/access/scope'
import { csvOf, listRow } from './csv-lists.ts'
import { newNationalId } from './national-ids.ts'
import { localOperator } from '../src/app.ts'
import { openWorld, type World } from './world.ts'

/** Somebody with a role in a scope; of the agency they stand for, or of none. */
export function actorOf(role: Role, scope: Scope): Actor {
  const agency = scope.level === 'agency' ? scope.agency : null
  return { id: `user:${role}`, name: role, scope, permissions: permissionsOf(role), agency }
}

export type Acting = { actor: Actor; as: <T>(who: Actor, work: () => Promise<T>) => Promise<T> }

/** Who acts in a world that is opened with this actor: the operator, but for the time of some work somebody else. */
export function openActing(): Acting {
  const usual = localOperator()
  const actor = { ...usual }
  const as = async <T>(who: Actor, work: () => Promise<T>): Promise<T> => {
    Object.assign(actor, who)
    try {
      return await work()
    } finally {
      Object.assign(actor, usual)
    }
  }
  return { actor, as }
}

const AGENCIES = ['AGRI', 'SMT'] as const
type AgencyOfTest = (typeof AGENCIES)[number]

/** What lies in one county of one agency. */
export type FilledCell = { county: string; agency: AgencyOfTest; jobs: number[]; committed: number }
/** A province in which two agencies are at work in two counties, and what lies where. */
export type FilledWorld = World & {
  cells: FilledCell[]
  imports: Record<AgencyOfTest, number>
  runs: Record<AgencyOfTest, string>
  /** Kept dry runs of the same lists. */
  dryRuns: Record<AgencyOfTest, string>
  /** A case between two agencies that are not those of the cells, in the second county. */
  foreignCase: number
  version: number
}

/** Fills a province: jobs by hand and by list in every cell, a commitment, a saved mapping and a conflict. */
export async function openFilledWorld(acting = openActing()): Promise<FilledWorld> {
  const world = await openWorld({ actor: acting.actor })
  const cells: FilledCell[] = []
  for (const [index, county] of [world.county(0), world.county(1)].entries()) {
    for (const [other, agency] of AGENCIES.entries()) {
      const name = `نشان ${county} ${agency}`
      const { jobId } = await world.register({
        county,
        agency,
        lastName: name,
        employer: name,
        amount: '10 میلیون ریال',
      })
      cells.push({ county, agency, jobs: [jobId], committed: 10 ** (index * 2 + other) })
    }
  }
  const version = (
    await world.commit(cells.map(({ county, agency, committed: value }) => ({ county, agency, value })))
  ).version
  const imports = { AGRI: 0, SMT: 0 }
  const runs = { AGRI: '', SMT: '' }
  const dryRuns = { AGRI: '', SMT: '' }
  for (const agency of AGENCIES) {
    const rows = [
      ...cells
        .filter((cell) => cell.agency === agency)
        .map(({ county }) => listRow({ county, lastName: `نشان ${county} ${agency}` })),
      listRow({ county: 'ناکجا' }),
    ]
    const name = `list of ${agency}.csv`
    const dry = await world.runImport(csvOf(rows), { agency, name, dryRun: true })
    dryRuns[agency] = dry.runId
    const run = await importMended(world, csvOf(rows), { agency, name })
    imports[agency] = run.outcome!.importId!
    runs[agency] = run.runId
    await world.call(saveImportMapping, {
      params: { province: world.province, agency },
      body: { columns: { [`saved by ${agency}`]: 'lastName' } },
    })
  }
  const { rows } = await world.rasad.pool.query<{
    job_id: number
    county_id: string
    agency_id: AgencyOfTest
  }>('select job_id, county_id, agency_id from job where province_id = $1 order by job_id', [world.province])
  for (const cell of cells)
    cell.jobs = rows
      .filter((row) => row.county_id === cell.county && row.agency_id === cell.agency)
      .map((row) => row.job_id)
  const { province, period } = world
  for (const agency of AGENCIES)
    await world.call(writeRemark, { body: { province, period, agency, text: `گفتهٔ ${agency}` } })
  for (const county of new Set(cells.map((cell) => cell.county)))
    await world.call(writeRemark, { body: { province, period, county, text: `گفتهٔ ${county}` } })
  const foreignCase = await openForeignCase(world)
  await world.settle()
  return Object.assign(world, { cells, imports, runs, dryRuns, foreignCase, version })
}

/** Imports a list by way of a dry run in which a name was mended. */
async function importMended(
  world: World,
  list: string,
  words: { agency: string; name: string },
): Promise<ImportRun> {
  const { runId } = await world.runImport(list, { ...words, dryRun: true })
  const body = { version: 0, values: { firstName: 'مینا' } }
  await world.call(mendRunRow, { params: { runId, sheetNumber: 0, row: 2 }, body })
  return world.ended((await world.call(importDryRun, { params: { runId }, body: {} })).runId)
}

/** Somebody who may sign in, and a token, of the same place. */
type Person = {
  name: string
  place: { province: string; county?: string; agency?: string }
  role: Role
  userName: string
  tokenId: number
}
export type People = { of: Person[]; names: string[] }

/** A user and a token in the province, in each of its counties and agencies at work, and one of an agency in a county. */
export async function addPeople({ province, cells, call }: FilledWorld): Promise<People> {
  const counties = [...new Set(cells.map(({ county }) => county))]
  const places: Person['place'][] = [
    { province },
    ...counties.map((county) => ({ province, county })),
    ...AGENCIES.map((agency) => ({ province, agency })),
    { province, agency: AGENCIES[0], county: counties[0]! },
  ]
  const of: Person[] = []
  for (const place of places) {
    const at = [province, place.county, place.agency].filter(Boolean).join('-').toLowerCase()
    const [name, userName] = [`کارمند ${at}.`, `officer.${at}`]
    const role = place.agency ? 'agency-officer' : place.county ? 'county-officer' : 'labour-dg'
    await call(addUser, { body: { userName, name, role, ...place } })
    const { token } = await call(addToken, { body: { name, permissions: ['job.read'], ...place } })
    of.push({ name, place, role, userName, tokenId: token.tokenId })
  }
  return { of, names: of.map(({ name }) => name) }
}

async function openForeignCase(world: World): Promise<number> {
  const nationalId = newNationalId()
  const words = { nationalId, lastName: 'بیگانه', county: world.county(1), startDate: '1404-05-03' }
  await world.register({ ...words, agency: 'NRW' })
  const { caseId } = await world.call(claimJob, {
    body: { province: world.province, period: world.period, ...words, agency: 'VET' },
  })
  return caseId
}
