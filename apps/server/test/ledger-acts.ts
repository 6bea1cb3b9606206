import { undoImport } from '@rasad/contracts/imports'
import { claimJob, decideConflict, listJobs } from '@rasad/contracts/jobs'
import type { JobStep } from '@rasad/domain/jobs/job-life-cycle'
import fc from 'fast-check'
import { csvText } from './csv-lists.ts'
import { isLive, monthOfDay, WAYS, type Cell, type Model, type ModelJob } from './ledger-model.ts'
import { newNationalId } from './national-ids.ts'
import type { World } from './world.ts'

const AGENCIES = ['AGRI', 'SMT', 'LABOR']
const NOVELTY = { new: 'جدید', retained: 'تثبیت', revived: 'احیا' }
const GENDER = { female: 'زن', male: 'مرد', unspecified: '' }
const JOB_TYPE = { wage: 'مزدبگیر', 'home-based': 'مشاغل خانگی', unspecified: '' }
const SECTOR = { agriculture: 'کشاورزی', industry: 'صنعت', services: 'خدمات', unspecified: '' }
/** What a list writes as the activity, by the line it is counted in. */
const ISIC = { '01': 'A0141', 10: '1071', 47: '47', unspecified: '' }
const keysOf = <T extends object>(words: T) => Object.keys(words) as (keyof T & string)[]

const day = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 29 }))
  .map(([month, date]) => {
    const two = (n: number) => String(n).padStart(2, '0')
    return `1404-${two(month)}-${two(date)}`
  })
const place = fc.record({
  county: fc.nat({ max: 3 }),
  agency: fc.constantFrom(...AGENCIES),
  sector: fc.constantFrom(...keysOf(SECTOR)),
  startDate: day,
  gender: fc.constantFrom(...keysOf(GENDER)),
  jobType: fc.constantFrom(...keysOf(JOB_TYPE)),
  novelty: fc.constantFrom(...keysOf(NOVELTY), 'new' as const, 'new' as const),
  activityLine: fc.constantFrom(...keysOf(ISIC)),
})
type Place = typeof place extends fc.Arbitrary<infer T> ? T : never

/** Something that happens to a ledger; what it acts on is picked from what is there. */
const act = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('register'), place }) },
  { weight: 9, arbitrary: fc.record({ kind: fc.constant('step'), pick: fc.nat(), step: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('correct'), pick: fc.nat(), place }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('import'),
      places: fc.array(place, { minLength: 1, maxLength: 6 }),
      again: fc.array(fc.nat(), { maxLength: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo'), pick: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('contest'), pick: fc.nat(), place, forHolder: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('commit'),
      baseline: fc.constantFrom('provincial', 'national'),
      cells: fc.array(fc.record({ place, value: fc.nat({ max: 900 }) }), { minLength: 1, maxLength: 5 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('settle') }) },
)
export type LedgerAct = typeof act extends fc.Arbitrary<infer T> ? T : never

/** A history of a ledger. */
export const ledgerActs: fc.Arbitrary<LedgerAct[]> = fc.array(act, { minLength: 25, maxLength: 45 })

function cellOf(world: World, { county, startDate, ...kinds }: Place): Cell {
  return { county: world.county(county), month: monthOfDay(startDate), ...kinds }
}

const HEADER = [
  'کد ملی',
  'نام خانوادگی',
  'شهرستان',
  'بخش',
  'جنسیت',
  'نوع اشتغال',
  'جدید/تثبیت',
  'کد آیسیک',
  'تاریخ شروع به کار',
]

/** Lets an act happen to the world and to the model alike. */
export async function happen(world: World, model: Model, what: LedgerAct): Promise<void> {
  const live = model.jobs.filter(isLive)
  const picked = 'pick' in what ? live[what.pick % live.length] : undefined
  switch (what.kind) {
    case 'register':
      return register(world, model, what.place)
    case 'step':
      if (picked) await step(world, picked, what.step)
      return
    case 'correct':
      if (picked) await correct(world, picked, what.place)
      return
    case 'contest':
      if (picked) await contest(world, model, picked, what)
      return
    case 'import':
      return importRows(world, model, what)
    case 'undo':
      return undo(world, model, what.pick)
    case 'commit':
      return commit(world, model, what)
    case 'settle':
  }
}

async function register(world: World, model: Model, at: Place): Promise<void> {
  const nationalId = newNationalId()
  const words = {
    sector: SECTOR[at.sector],
    gender: GENDER[at.gender],
    jobType: JOB_TYPE[at.jobType],
    novelty: NOVELTY[at.novelty],
    isic: ISIC[at.activityLine],
  }
  const { jobId } = await world.register({
    nationalId,
    agency: at.agency,
    county: world.county(at.county),
    startDate: at.startDate,
    ...words,
  })
  model.jobs.push({
    jobId,
    nationalId,
    state: 'registered',
    cell: cellOf(world, at),
    importId: null,
    moved: false,
    lostBy: [],
  })
}

async function step(world: World, job: ModelJob, choice: number): Promise<void> {
  const ways = Object.entries(WAYS[job.state]!)
  const [taken, next] = ways[choice % ways.length]!
  await world.step(job.jobId, taken as JobStep, { reason: 'بررسی' })
  Object.assign(job, { state: next, moved: true })
}

async function correct(
  world: World,
  job: ModelJob,
  { gender: _gender, activityLine, startDate, county, ...at }: Place,
): Promise<void> {
  const isic = ISIC[activityLine].replace(/^[A-U]/, '')
  // What is not told stays: a correction names another activity, never none.
  const line = isic === '' ? job.cell.activityLine : activityLine
  const moved = { county: world.county(county), month: monthOfDay(startDate), activityLine: line }
  const cell = { ...job.cell, ...at, ...moved }
  await world
    .step(job.jobId, 'correct', {
      reason: 'اصلاح',
      corrections: {
        ...at,
        county: cell.county,
        startDate,
        settlement: 'urban',
        ...(isic !== '' && { isic }),
      },
    })
    .catch((error: unknown) => {
      if (!String(error).includes('job.nothing-to-correct')) throw error
    })
  Object.assign(job, { cell, moved: true })
}

async function contest(
  world: World,
  model: Model,
  job: ModelJob,
  { place: at, forHolder }: { place: Place; forHolder: boolean },
): Promise<void> {
  // Who lost a decided claim on a job does not claim it again.
  const agency = AGENCIES.find((code) => code !== job.cell.agency && !job.lostBy.includes(code))
  if (agency === undefined) return
  const words = {
    sector: SECTOR[at.sector],
    gender: GENDER[at.gender],
    jobType: JOB_TYPE[at.jobType],
    novelty: NOVELTY[at.novelty],
    isic: ISIC[at.activityLine],
  }
  const body = {
    province: world.province,
    period: world.period,
    nationalId: job.nationalId,
    lastName: 'آزمون',
    agency,
    county: world.county(at.county),
    startDate: at.startDate,
    ...words,
  }
  const { caseId, claims } = await world.call(claimJob, { body })
  const owner = claims.find(({ holdsJob }) => holdsJob === forHolder)!
  const holders = job.cell
  await world.call(decideConflict, {
    params: { province: world.province, caseId },
    body: { claimId: owner.claimId, reason: 'سند' },
  })
  job.moved = true
  job.lostBy.push(forHolder ? agency : holders.agency)
  const claimed = { ...cellOf(world, at), agency }
  if (!forHolder) job.cell = { ...claimed, gender: holders.gender }
  model.lost.push(forHolder ? claimed : holders)
}

async function importRows(
  world: World,
  model: Model,
  { places, again }: { places: Place[]; again: number[] },
): Promise<void> {
  const agency = places[0]!.agency
  const fresh = places.map((at) => ({ nationalId: newNationalId(), at: { ...at, agency } }))
  const own = model.jobs.filter((job) => isLive(job) && job.cell.agency === agency)
  const known = own.length === 0 ? [] : [...new Set(again.map((pick) => own[pick % own.length]!.nationalId))]
  const rowOf = (nationalId: string, at: Place) => [
    nationalId,
    'آزمون',
    world.county(at.county),
    SECTOR[at.sector],
    GENDER[at.gender],
    JOB_TYPE[at.jobType],
    NOVELTY[at.novelty],
    ISIC[at.activityLine],
    at.startDate,
  ]
  const rows = [
    ...fresh.map(({ nationalId, at }) => rowOf(nationalId, at)),
    ...known.map((nationalId) => rowOf(nationalId, places[0]!)),
  ]
  const outcome = await world.importFile(csvText([HEADER, ...rows]), { agency })
  if (outcome.accepted !== fresh.length || outcome.duplicate !== known.length)
    throw new Error(`import: ${JSON.stringify(outcome.reasons)}`)
  const { jobs } = await world.call(listJobs, {
    query: { province: world.province, period: world.period, importId: String(outcome.importId) },
  })
  for (const [index, { nationalId, at }] of fresh.entries()) {
    const job = jobs.toReversed()[index]!
    model.jobs.push({
      jobId: job.jobId,
      nationalId,
      state: 'registered',
      cell: cellOf(world, at),
      importId: outcome.importId,
      moved: false,
      lostBy: [],
    })
  }
}

async function undo(world: World, model: Model, pick: number): Promise<void> {
  const imports = [...Map.groupBy(model.jobs, ({ importId }) => importId)].filter(
    ([importId, jobs]) => importId !== null && jobs.every((job) => !job.moved && job.state === 'registered'),
  )
  if (imports.length === 0) return
  const [importId, jobs] = imports[pick % imports.length]!
  await world.call(undoImport, {
    params: { province: world.province, importId: importId! },
    body: { reason: 'اشتباه' },
  })
  for (const job of jobs) job.state = 'withdrawn'
}

async function commit(
  world: World,
  model: Model,
  { baseline, cells }: { baseline: string; cells: { place: Place; value: number }[] },
): Promise<void> {
  const named = cells.map(({ place: { county, agency, sector }, value }) => ({
    county: world.county(county),
    agency,
    sector,
    value,
  }))
  await world.commit(named, { baseline: baseline as 'provincial' })
  model.promised = [
    ...model.promised.filter((cell) => cell.baseline !== baseline),
    ...named.map((cell) => ({ baseline, ...cell })),
  ]
}
