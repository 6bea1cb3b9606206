import { takeJobSteps } from '@rasad/contracts/bulk-steps'
import * as commitments from '@rasad/contracts/commitments'
import type { AnyRoute } from '@rasad/contracts/define-route'
import * as figures from '@rasad/contracts/figures'
import { nameImportMapping, removeImportMapping } from '@rasad/contracts/import-mappings'
import * as importMappings from '@rasad/contracts/import-mappings'
import * as imports from '@rasad/contracts/imports'
import { countJobs } from '@rasad/contracts/job-filter'
import * as jobs from '@rasad/contracts/jobs'
import * as ledger from '@rasad/contracts/ledger'
import * as organisations from '@rasad/contracts/organisations'
import * as papers from '@rasad/contracts/papers'
import * as periods from '@rasad/contracts/periods'
import * as places from '@rasad/contracts/places'
import * as queues from '@rasad/contracts/queues'
import { writeRemark } from '@rasad/contracts/remarks'
import * as users from '@rasad/contracts/users'
import { isInScope, touchesScope, type Actor, type Scope } from '@rasad/domain/access/scope'
import { PERMISSIONS } from '@rasad/domain/access/permissions'
import { levelsOf, permissionsOf, ROLES } from '@rasad/domain/access/roles'
import { beforeAll, describe, expect, test } from 'vitest'
import { prepareNotice } from '../src/modules/commitments/notice.commands.ts'
import { arrangeFigures } from '../src/modules/figures/figure-sheet.commands.ts'
import { readInScope } from '../src/platform/db.ts'
import { CONTRACTS } from './contract-cases.ts'
import { asOwner } from './file-database.ts'
import { ABOUT_ONESELF, answersOf, placesIn, questionsAbout } from './scope-questions.ts'
import { addPeople, openActing, openFilledWorld, type FilledWorld, type People } from './scoped-world.ts'
import type { RequestWords } from './world.ts'

const acting = openActing()
let home: FilledWorld
let abroad: FilledWorld
let people: People
let strangers: People
/** Names and codes of the counties and agencies, by what they name. */
let named: { place: { province?: string; county?: string; agency?: string }; words: string[] }[]

beforeAll(async () => {
  home = await openFilledWorld(acting)
  abroad = await openFilledWorld()
  people = await addPeople(home)
  strangers = await addPeople(abroad)
  const { agencies } = await home.call(organisations.listAgencies)
  const counties = []
  for (const { province, call } of [home, abroad])
    for (const county of (await call(places.listCounties, { query: { province } })).counties)
      counties.push({ place: { province, county: county.code }, ...county })
  const shorter = agencies.map((agency) => ({ place: { agency: agency.code }, ...agency }))
  named = [...counties.map((county) => ({ ...county, shortFa: county.nameFa })), ...shorter].map(
    ({ place, code, nameFa, nameEn, shortFa }) => ({ place, words: [code, nameFa, nameEn, shortFa] }),
  )
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

const askAs = (actor: Actor) => answersOf({ acting, home }, [home, abroad], actor)

test('every reading route is asked here', () => {
  const asked = new Set([...questionsAbout(home).map(([contract]) => contract), ...ABOUT_ONESELF])

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
    const answers = await askAs(actor)

    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    const answered = answers.filter(({ status }) => status < 300)
    const outside = answered
      .flatMap(({ contract, body }) => placesIn(contract.path, body))
      .filter(({ place }) => !touchesScope(scope, { province: home.province, ...place }))
    expect(outside).toEqual([])

    const isForeign = ({ place }: (typeof named)[number]) =>
      !touchesScope(scope, { province: home.province, ...place })
    const foreign = new Set<unknown>(named.filter(isForeign).flatMap(({ words }) => words))
    for (const { words } of named.filter((one) => !isForeign(one)))
      words.forEach((word) => foreign.delete(word))
    const cellsOf = (body: unknown) =>
      Array.isArray(body) ? (body as unknown[]) : typeof body === 'string' ? body.split(/[,\r\n]+/) : []
    const shown = answered.flatMap(({ contract, body }) =>
      cellsOf(body).flatMap((cell) => (foreign.has(cell) ? [[contract.path, cell]] : [])),
    )
    expect(shown).toEqual([])

    const text = JSON.stringify(answered.map(({ body }) => body))
    const marks = new Set([...text.matchAll(/نشان (\d{4}) (AGRI|SMT)/g)].map(([mark]) => mark))
    const own = level === 'bank' ? [] : home.cells.filter((cell) => isOwn(scope, cell))
    expect([...marks].toSorted()).toEqual(
      own.map(({ county, agency }) => `نشان ${county} ${agency}`).toSorted(),
    )
    expect(text.includes('بیگانه')).toBe(level === 'province')
    const offered = (contract: AnyRoute) => {
      const rows = answered
        .filter((answer) => answer.contract === contract)
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
    const said = new Set([...text.matchAll(/گفتهٔ (\w+)/g)].map(([, of]) => of))
    const speakers = [...new Set(home.cells.flatMap(({ county, agency }) => [county, agency]))]
    const isHeard = {
      province: () => true,
      county: (of: string) => of === home.county(0),
      agency: (of: string) => of === 'AGRI',
      'agency in a county': () => false,
      bank: () => false,
    }[level]
    expect(said).toEqual(new Set(speakers.filter(isHeard)))
    const known = (names: readonly string[]) => names.filter((name) => text.includes(name))
    expect([known(people.names), known(strangers.names)]).toEqual([
      people.of.filter(({ place }) => isPlaceIn(scope, place)).map(({ name }) => name),
      [],
    ])
  })

  test('has its own numbers, and those of elsewhere are nothing', async () => {
    const actor = somebody(level)
    const own = level === 'bank' ? [] : home.cells.filter((cell) => isOwn(actor.scope, cell))
    // The job of the conflict between two others counts in the province alone.
    const counted = own.flatMap((cell) => cell.jobs).length + (level === 'province' ? 1 : 0)
    const committed = own.reduce((sum, cell) => sum + cell.committed, 0)
    const numbers = { figures: new Set<number>(), committed: new Set<number>(), totals: new Set<number>() }
    const files = { sums: new Set<string>(), cells: [] as number[], jobs: new Set<number>() }
    for (const { contract, words, status, body } of await askAs(actor)) {
      if (status >= 300) continue
      if (
        contract === figures.getFigures &&
        !('county' in (words.query ?? {})) &&
        !('asOf' in (words.query ?? {}))
      ) {
        const { total } = body as figures.FigureTable
        numbers.figures.add(total.registered)
        if (total.committed !== null) numbers.committed.add(total.committed)
      }
      if (contract === commitments.getCommitment)
        numbers.totals.add((body as commitments.CommitmentVersion).total)
      if (contract === commitments.listCommitmentVersions)
        for (const { total } of (body as { versions: { total: number }[] }).versions)
          numbers.totals.add(total)
      if (contract === figures.getPassport) {
        const { commitment } = body as figures.Passport
        if (commitment) numbers.totals.add(commitment.total)
      }
      if (contract === papers.getFigureCsv) files.sums.add(totalOfCsv(body as string))
      if (contract === papers.getCommitmentWorkbook)
        files.cells.push(...(body as unknown[]).filter((cell) => typeof cell === 'number'))
      if (contract === countJobs && 'period' in words.query! && words.query.period === home.period)
        files.jobs.add((body as { count: number }).count)
      if (contract === ledger.listDays) {
        const { days } = body as {
          days: { jobs: Record<string, number>; committed: Record<string, number> }[]
        }
        const moved = days.map(
          ({ jobs: of, committed: promised }) => `${of['registered']}/${promised['provincial']}`,
        )
        for (const sum of moved) files.sums.add(sum)
      }
      if (contract === queues.getQueues || contract === queues.streamEvents) {
        const told = (Array.isArray(body) ? body : [body]) as { counts?: queues.QueueCounts }[]
        for (const { counts } of told)
          if (typeof counts?.confirmation === 'number') files.jobs.add(counts.confirmation)
      }
    }
    // A bank is given no figure at all.
    const once = (number: number) => (level === 'bank' ? [] : [number])
    expect({ figures: [...numbers.figures], committed: [...numbers.committed] }).toEqual({
      figures: once(counted),
      committed: once(committed),
    })
    expect([...numbers.totals]).toEqual(once(committed))
    expect([...files.sums]).toEqual(level === 'bank' ? [] : [`${counted}/${committed}`])
    // Powers of ten: a share of elsewhere in any sum would be a digit of it.
    const elsewhere = home.cells.filter((cell) => !own.includes(cell))
    const isMixed = (cell: number) => elsewhere.some((other) => Math.floor(cell / other.committed) % 10 !== 0)
    expect(files.cells.filter(isMixed)).toEqual([])
    expect(files.cells.length > 0).toBe(level !== 'bank')
    expect([...files.jobs].filter((count) => count !== counted)).toEqual(level === 'bank' ? [] : [0])
  })

  test('has its own numbers alone on paper', async () => {
    const { scope } = somebody(level)
    const { province, period, rasad } = home
    const own = home.cells.filter((cell) => isOwn(scope, cell))
    const committed = own.reduce((sum, cell) => sum + cell.committed, 0)
    const name = { province, period, baseline: 'provincial', language: 'en' } as const
    if (level === 'bank') return
    const { notice, sheet } = await readInScope(rasad.database, scope, async (db) => ({
      notice: await prepareNotice(db, name, scope),
      sheet: await arrangeFigures(db, papers.readFigureFileQuery({ ...name, by: 'county,agency' }).data!, {
        scope,
        now: Date.now(),
        madeBy: level,
      }),
    }))

    expect([notice.version.total, notice.matrix.total, sheet.table.total.committed]).toEqual([
      committed,
      committed,
      committed,
    ])
    expect(
      placesIn('notice', notice.version.cells)
        .concat(placesIn('sheet', sheet.table.rows))
        .filter(({ place }) => !touchesScope(scope, { province, ...place })),
    ).toEqual([])
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
      const steps = { step: 'withdraw', reason: 'دلیل', jobs: jobIds.map((jobId) => ({ jobId, version: 1 })) }
      const many = { params: { province }, body: steps }
      const answer = await acting.as(actor, () => home.ask(takeJobSteps, many))
      if (answer.statusCode !== 403) expect(answer.json()).toMatchObject({ taken: 0 })
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
      const remark = { province, period, text: 'از بیرون' }
      if (!isInScope(actor.scope, { province, agency }))
        await change(writeRemark, { body: { ...remark, agency } })
      if (!isInScope(actor.scope, { province, county }))
        await change(writeRemark, { body: { ...remark, county } })
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
      await change(importMappings.saveImportMapping, { params: { province, agency }, body: { columns: {} } })
      await change(nameImportMapping, { params: { province, agency }, body: { title: 'نام' } })
      await change(removeImportMapping, { params: { province, agency }, body: {} })
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
      await change(periods.changePeriod, {
        params: place,
        body: { title: 'نام', cutoff: '1405-12-29' },
      })
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
    const outside = [...people.of.filter(({ place }) => !isPlaceIn(actor.scope, place)), ...strangers.of]
    for (const { place, role, userName, tokenId } of outside) {
      const params = { userName }
      await change(users.renameUser, { params, body: { name: 'نام' } })
      await change(users.lockUser, { params, body: { reason: 'دلیل' } })
      await change(users.unlockUser, { params, body: {} })
      await change(users.resetPassword, { params, body: {} })
      await change(users.changeUserRole, { params, body: { role, ...place } })
      await change(users.revokeToken, { params: { tokenId }, body: {} })
      await change(users.addUser, {
        body: {
          userName: 'new.one',
          name: 'تازه',
          role,
          ...place,
        },
      })
      await change(users.addToken, { body: { name: 'تازه', permissions: ['job.read'], ...place } })
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

/** Whether somebody who stands in a place stands in a scope. */
function isPlaceIn(scope: Scope, { province, county, agency }: People['of'][number]['place']): boolean {
  if (scope.level === 'national') return true
  if (scope.province !== province || scope.level === 'bank') return false
  const isIn = (own: string | undefined, of: string | undefined) => own === undefined || own === of
  return (
    isIn('county' in scope ? scope.county : undefined, county) &&
    isIn('agency' in scope ? scope.agency : undefined, agency)
  )
}

/** What the last line of a CSV of figures says of registered and committed jobs. */
function totalOfCsv(text: string): string {
  const lines = text
    .trim()
    .split('\r\n')
    .map((line) => line.split(','))
  const cell = (header: string) => lines.at(-1)![lines[0]!.indexOf(header)]
  return `${cell('Registered')}/${cell('Committed')}`
}

function isOwn(scope: Scope, { county, agency }: { county: string; agency: string }): boolean {
  return scope.level !== 'bank' && touchesScope(scope, { province: home.province, county, agency })
}
