import * as commitments from '@rasad/contracts/commitments'
import type { AnyRoute } from '@rasad/contracts/define-route'
import * as figures from '@rasad/contracts/figures'
import * as imports from '@rasad/contracts/imports'
import * as jobs from '@rasad/contracts/jobs'
import * as ledger from '@rasad/contracts/ledger'
import * as organisations from '@rasad/contracts/organisations'
import * as periods from '@rasad/contracts/periods'
import * as places from '@rasad/contracts/places'
import * as system from '@rasad/contracts/system'
import { touchesScope, type Actor, type Scope } from '@rasad/domain/access/scope'
import { PERMISSIONS } from '@rasad/domain/access/permissions'
import { levelsOf, permissionsOf, ROLES } from '@rasad/domain/access/roles'
import { beforeAll, describe, expect, test } from 'vitest'
import { CONTRACTS } from './contract-cases.ts'
import { asOwner } from './file-database.ts'
import { openActing, openFilledWorld, type FilledWorld } from './scoped-world.ts'
import type { RequestWords } from './world.ts'

const acting = openActing()
let home: FilledWorld
let abroad: FilledWorld

beforeAll(async () => {
  home = await openFilledWorld(acting)
  abroad = await openFilledWorld()
})

type LevelName = 'province' | 'county' | 'agency' | 'agency in a county' | 'bank'
const LEVELS: LevelName[] = ['province', 'county', 'agency', 'agency in a county', 'bank']

/** What no table keeps from a county or an agency: the state of the system is told from tables that they cannot read. */
const WITHIN_A_PROVINCE = PERMISSIONS.filter((permission) => permission !== 'system.read')

function scopeOf(level: LevelName): Scope {
  const { province } = home
  const county = home.county(0)
  if (level === 'province') return { level, province }
  if (level === 'county') return { level, province, county }
  if (level === 'agency') return { level, province, agency: 'AGRI' }
  if (level === 'bank') return { level, province, bank: '011' }
  return { level: 'agency', province, agency: 'AGRI', county }
}

/** Somebody with every permission that their level can have: what they do not see, the scope alone keeps from them. */
function somebody(level: LevelName): Actor {
  const possible = ROLES.filter((role) => levelsOf(role).includes(scopeOf(level).level)).flatMap(
    permissionsOf,
  )
  const ofProvinces = level === 'province' || level === 'bank' ? [] : WITHIN_A_PROVINCE
  const permissions = [...new Set([...possible, ...ofProvinces])]
  return { id: `user:${level}`, name: level, scope: scopeOf(level), permissions, agency: null }
}

/** Every question that a world can be asked, by the ids of all that is in it. */
function questionsAbout(world: FilledWorld): [AnyRoute, RequestWords][] {
  const { province, period } = world
  const place = { province, period }
  const jobIds = world.cells.flatMap((cell) => cell.jobs)
  const agencies = ['AGRI', 'SMT'] as const
  const cuts = ['', 'county,agency', 'county', 'agency', 'month,sector', 'gender', 'province,jobType']
  const truths = ['registered', 'committed'] as const
  return [
    [places.listProvinces, {}],
    [places.listCounties, { query: { province } }],
    [organisations.listAgencies, {}],
    [periods.listPeriods, { query: { province } }],
    [commitments.getCommitment, { query: place }],
    [commitments.listCommitmentVersions, { query: place }],
    [commitments.compareCommitments, { query: { ...place, from: world.version, to: world.version } }],
    [jobs.listJobs, { query: place }],
    ...world.cells.map(({ county, agency }): [AnyRoute, RequestWords] => [
      jobs.listJobs,
      { query: { ...place, county, agency } },
    ]),
    ...jobIds.map((jobId): [AnyRoute, RequestWords] => [jobs.getJob, { params: { province, jobId } }]),
    [jobs.listConflicts, { query: place }],
    [jobs.getConflict, { params: { province, caseId: world.foreignCase } }],
    [imports.listImports, { query: place }],
    ...agencies.flatMap((agency): [AnyRoute, RequestWords][] => {
      const params = { province, importId: world.imports[agency] }
      return [
        [imports.getImportRun, { params: { runId: world.runs[agency] } }],
        [imports.listImports, { query: { ...place, agency } }],
        [imports.getImport, { params }],
        [imports.listImportRows, { params }],
        [imports.getErrorWorkbook, { params }],
        [imports.getImportMapping, { params: { province, agency } }],
        [jobs.listJobs, { query: { ...place, importId: world.imports[agency] } }],
      ]
    }),
    ...cuts.flatMap((by): [AnyRoute, RequestWords][] => [
      [figures.getFigures, { query: { ...place, by } }],
      [figures.getFigures, { query: { period, by } }],
      [figures.getFigures, { query: { ...place, by, asOf: '1' } }],
    ]),
    ...world.cells.map(({ county, agency }): [AnyRoute, RequestWords] => [
      figures.getFigures,
      { query: { ...place, county, agency } },
    ]),
    [figures.getDifference, { query: { ...place, from: '0' } }],
    ...truths.map((truth): [AnyRoute, RequestWords] => [
      figures.getPassport,
      { query: { ...place, truth, limit: '200' } },
    ]),
    [ledger.listBatches, { query: { province } }],
    [ledger.checkLedger, { query: { province } }],
    [ledger.checkLedger, {}],
    [system.getSystem, {}],
  ]
}

type Found = { path: string; place: { province?: string; county?: string; agency?: string } }

/** Every place that an answer names, wherever in it. */
function placesIn(path: string, value: unknown): Found[] {
  if (Array.isArray(value)) return value.flatMap((item) => placesIn(path, item))
  if (typeof value !== 'object' || value === null) return []
  const { province, county, agency } = value as Record<string, unknown>
  const named = Object.entries({ province, county, agency }).filter(
    ([, code]) => typeof code === 'string' && code !== '',
  )
  const own = named.length === 0 ? [] : [{ path, place: Object.fromEntries(named) as Found['place'] }]
  return [...own, ...Object.values(value).flatMap((part) => placesIn(path, part))]
}

async function answersOf(
  actor: Actor,
): Promise<{ path: string; words: RequestWords; status: number; body: unknown }[]> {
  const answers = []
  for (const [contract, words] of [...questionsAbout(home), ...questionsAbout(abroad)]) {
    const { statusCode: status, headers, body } = await acting.as(actor, () => home.ask(contract, words))
    const isJson = String(headers['content-type']).includes('json')
    answers.push({ path: contract.path, words, status, body: isJson ? (JSON.parse(body) as unknown) : body })
  }
  return answers
}

test('every reading route is asked here', () => {
  const asked = new Set(questionsAbout(home).map(([contract]) => contract))

  const missing = CONTRACTS.filter((contract) => contract.method === 'GET' && !asked.has(contract))
  expect(missing.map(({ path }) => path)).toEqual([])
})

const FENCES = ['behind both fences', 'by the queries alone'] as const
const CASES = FENCES.flatMap((fences) => LEVELS.map((level) => ({ fences, level })))

describe.each(CASES)('$level, $fences', ({ fences, level }) => {
  beforeAll(() => standFence(fences === 'behind both fences'))

  test('sees no place, name, list or number of elsewhere on any route', async () => {
    const actor = somebody(level)
    const { scope } = actor
    const answers = await answersOf(actor)

    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    const answered = answers.filter(({ status }) => status < 300)
    const outside = answered
      .flatMap(({ path, body }) => placesIn(path, body))
      .filter(({ place }) => !touchesScope(scope, { province: home.province, ...place }))
    expect(outside).toEqual([])

    const text = JSON.stringify(answered.map(({ body }) => body))
    const marks = new Set([...text.matchAll(/نشان (\d{4}) (AGRI|SMT)/g)].map(([mark]) => mark))
    const own = level === 'bank' ? [] : home.cells.filter((cell) => isOwn(scope, cell))
    expect([...marks].toSorted()).toEqual(
      own.map(({ county, agency }) => `نشان ${county} ${agency}`).toSorted(),
    )
    expect(text.includes('بیگانه')).toBe(level === 'province')
    const offered = (contract: AnyRoute) => {
      const rows = answered
        .filter(({ path }) => path === contract.path)
        .flatMap(({ body }) => Object.values(body as object).flat())
      return [...new Set(rows.map((row) => (row as { code: string }).code))]
    }
    expect(offered(places.listProvinces)).toEqual([home.province])
    if (level.includes('county')) expect(offered(places.listCounties)).toEqual([home.county(0)])
    else expect(offered(places.listCounties).every((code) => code.startsWith(home.province))).toBe(true)
    if (level.startsWith('agency')) expect(offered(organisations.listAgencies)).toEqual(['AGRI'])

    const lists = (name: string) => ['AGRI', 'SMT'].filter((agency) => text.includes(`${name} ${agency}`))
    const seen = {
      province: ['AGRI', 'SMT'],
      agency: ['AGRI'],
      county: [],
      'agency in a county': [],
      bank: [],
    }[level]
    expect([lists('list of'), lists('saved by')]).toEqual([seen, seen])
  })

  test('has its own numbers, and those of elsewhere are nothing', async () => {
    const actor = somebody(level)
    const own = level === 'bank' ? [] : home.cells.filter((cell) => isOwn(actor.scope, cell))
    // The job of the conflict between two others counts in the province alone.
    const counted = own.flatMap((cell) => cell.jobs).length + (level === 'province' ? 1 : 0)
    const committed = own.reduce((sum, cell) => sum + cell.committed, 0)
    const numbers = { figures: new Set<number>(), committed: new Set<number>(), totals: new Set<number>() }
    for (const { path, words, status, body } of await answersOf(actor)) {
      if (status >= 300) continue
      if (
        path === figures.getFigures.path &&
        !('county' in (words.query ?? {})) &&
        !('asOf' in (words.query ?? {}))
      ) {
        const { total } = body as figures.FigureTable
        numbers.figures.add(total.registered)
        if (total.committed !== null) numbers.committed.add(total.committed)
      }
      if (path === commitments.getCommitment.path)
        numbers.totals.add((body as commitments.CommitmentVersion).total)
      if (path === commitments.listCommitmentVersions.path)
        for (const { total } of (body as { versions: { total: number }[] }).versions)
          numbers.totals.add(total)
      if (path === figures.getPassport.path) {
        const { commitment } = body as figures.Passport
        if (commitment) numbers.totals.add(commitment.total)
      }
    }
    // A bank is given no figure at all.
    const once = (number: number) => (level === 'bank' ? [] : [number])
    expect({ figures: [...numbers.figures], committed: [...numbers.committed] }).toEqual({
      figures: once(counted),
      committed: once(committed),
    })
    expect([...numbers.totals]).toEqual(once(committed))
  })

  test('changes nothing of elsewhere', async () => {
    const actor = somebody(level)
    const elsewhere = home.cells.filter((cell) => !isOwn(actor.scope, cell))
    const cells = [
      ...elsewhere.map((cell) => ({ ...cell, world: home })),
      ...abroad.cells.map((cell) => ({ ...cell, world: abroad })),
    ]
    const statuses: [string, number][] = []
    const change = async (contract: AnyRoute, words: RequestWords) => {
      const { statusCode } = await acting.as(actor, () => home.ask(contract, words))
      if (statusCode !== 403 && statusCode !== 404) statuses.push([contract.path, statusCode])
    }
    for (const { county, agency, jobs: jobIds, world } of cells) {
      const { province, period } = world
      const params = { province, jobId: jobIds[0]! }
      const entry = {
        province,
        period,
        agency,
        county,
        nationalId: '5667369362',
        lastName: 'آزمون',
        startDate: '1404-05-03',
      }
      await change(jobs.revealPerson, { params, body: { reason: 'کنجکاوی' } })
      await change(jobs.takeJobStep, { params, body: { step: 'withdraw', reason: 'دلیل' } })
      await change(jobs.registerJob, { body: entry })
      await change(jobs.claimJob, { body: entry })
    }
    const others =
      level === 'agency' ? (['SMT'] as const) : level === 'province' ? [] : (['AGRI', 'SMT'] as const)
    const lists = [
      ...others.map((agency) => ({ agency, world: home })),
      { agency: 'AGRI' as const, world: abroad },
    ]
    for (const { agency, world } of lists) {
      const { province, period } = world
      const params = { province, importId: world.imports[agency] }
      await change(imports.undoImport, { params, body: { reason: 'دلیل' } })
      await change(imports.saveImportMapping, { params: { province, agency }, body: { columns: {} } })
      await change(imports.startImport, {
        query: { province, period, agency, name: 'a.csv' },
        body: Buffer.from('x'),
      })
    }
    for (const world of level === 'province' ? [abroad] : [home, abroad]) {
      const { province, period } = world
      const place = { province, period }
      const cell = { county: world.county(0), agency: 'AGRI', value: 1 }
      const chosen = { kind: 'chosen', values: [{ agency: 'AGRI', value: 1 }] }
      const letter = { letterNumber: '1', letterDate: '1404-02-01' }
      const params = { province, caseId: world.foreignCase }
      await change(periods.addPeriod, {
        body: { province, period: '1405', from: '1405-01-01', to: '1405-12-29' },
      })
      await change(commitments.setCommitment, { body: { ...place, cells: [cell], source: 'a.csv' } })
      await change(commitments.splitCommitment, { body: { ...place, total: 1, factors: [chosen] } })
      await change(commitments.amendCommitment, { body: { ...place, total: 1, reason: 'دلیل' } })
      await change(commitments.notifyCommitment, { body: { ...place, version: world.version, ...letter } })
      await change(jobs.decideConflict, { params, body: { claimId: 1, reason: 'دلیل' } })
      await change(ledger.rebuildLedger, { body: { province } })
    }
    expect(statuses).toEqual([])
  })
})

test('a job may not be corrected out of its corrector’s scope', async () => {
  const own = home.cells.find((cell) => isOwn(scopeOf('county'), cell))!
  const order = {
    params: { province: home.province, jobId: own.jobs[0]! },
    body: { step: 'correct', reason: 'جای دیگر', corrections: { county: home.county(1) } },
  }

  const answer = await acting.as(somebody('county'), () => home.ask(jobs.takeJobStep, order))
  expect(answer.statusCode).toBe(403)
})

/** Takes the second fence away, or puts it up again. */
async function standFence(up: boolean): Promise<void> {
  const { rows } = await home.rasad.pool.query<{ name: string }>('select current_database() as name')
  await asOwner(rows[0]!.name, async (client) => {
    const fenced = await client.query<{ name: string }>('select distinct tablename as name from pg_policies')
    for (const { name } of fenced.rows)
      await client.query(`alter table ${name} ${up ? 'enable' : 'disable'} row level security`)
  })
}

function isOwn(scope: Scope, { county, agency }: { county: string; agency: string }): boolean {
  return scope.level !== 'bank' && touchesScope(scope, { province: home.province, county, agency })
}
