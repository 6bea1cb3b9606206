import { searchAudit } from '@rasad/contracts/audit'
import { compareCommitments } from '@rasad/contracts/commitments'
import type { AnyRoute } from '@rasad/contracts/define-route'
import { getPassport } from '@rasad/contracts/figures'
import { importDryRun } from '@rasad/contracts/import-runs'
import { startImport } from '@rasad/contracts/imports'
import { claimJob, listConflicts, takeJobStep } from '@rasad/contracts/jobs'
import { addPeriod } from '@rasad/contracts/periods'
import { addToken } from '@rasad/contracts/users'
import { levelsOf, ROLES, type Role } from '@rasad/domain/access/roles'
import type { Actor, Scope, ScopeLevel } from '@rasad/domain/access/scope'
import { PERMISSIONS_OF_STEP } from '@rasad/domain/jobs/four-eyes'
import { JOB_STEPS, type JobStep } from '@rasad/domain/jobs/job-life-cycle'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { buildHttp } from '../src/app.ts'
import { CONTRACT_CASES } from './contract-cases.ts'
import { csvOf, listRow } from './csv-lists.ts'
import { newNationalId } from './national-ids.ts'
import { actorOf, openActing, type Acting } from './scoped-world.ts'
import { askHttp, openWorld, type RequestWords, type World } from './world.ts'

const WORDS = `# Who may do what

Made by apps/server/test/permission-matrix.test.ts: every route as every role at every level it can be given, over HTTP, on records
that somebody else registered. Nobody is who asks without a session or token. Two answers a cell: for a record inside the scope, and for the same record when the scope is the
neighbouring one of the same level (another province, another county of the province, another agency). Whoever sees the country has
no outside. ∅ is an answer without a single row. Whether a person, having the right, may take a step with this very job is four eyes,
and is not told here.
`

/** A role at a level, as a column. */
type Seat = { role: Role; level: ScopeLevel; inside: Actor; outside: Actor | null }

function scopeAt(world: World, level: ScopeLevel, isInside: boolean): Scope {
  const { province } = world
  const neighbour = province === '00' ? '01' : '00'
  if (level === 'national') return { level }
  if (level === 'province') return { level, province: isInside ? province : neighbour }
  if (level === 'county') return { level, province, county: world.county(isInside ? 0 : 1) }
  if (level === 'bank') return { level, province, bank: isInside ? '011' : '012' }
  return { level, province, agency: isInside ? 'AGRI' : 'NRW' }
}

function seatsIn(world: World): Seat[] {
  const seat = (role: Role, level: ScopeLevel, isInside: boolean) =>
    actorOf(role, scopeAt(world, level, isInside))
  return ROLES.flatMap((role) =>
    levelsOf(role).map((level): Seat => ({
      role,
      level,
      inside: seat(role, level, true),
      outside: level === 'national' ? null : seat(role, level, false),
    })),
  )
}

/** A row of the matrix: what is asked, and how a fresh record for it is made. */
type Line = { name: string; permission: string; contract: AnyRoute; prepare: () => Promise<RequestWords> }

let periodsOpened = 0

/** What the case of a contract asks for is not there; here it is asked for what is. */
const ASKED_FOR = new Map<AnyRoute, object>([
  [compareCommitments, { from: 1 }],
  [getPassport, { truth: 'registered' }],
  [listConflicts, { state: 'open' }],
])

function linesOf(world: World): Line[] {
  const routes = CONTRACT_CASES.filter(({ contract }) => contract !== takeJobStep).map(
    ({ contract, answered }) => ({
      name: `${contract.method} ${contract.path}`,
      permission: contract.permission,
      contract,
      prepare: async () => {
        const words = await answered(world)
        if (contract === searchAudit) return { query: { province: world.province } }
        const more = ASKED_FOR.get(contract)
        if (more) return { ...words, query: { ...words.query, ...more } }
        if (contract !== addPeriod) return words
        periodsOpened += 1
        return { body: { ...(words.body as object), period: `1405-${periodsOpened}` } }
      },
    }),
  )
  const steps = JOB_STEPS.map((step) => ({
    name: `${takeJobStep.method} ${takeJobStep.path} · ${step}`,
    permission: PERMISSIONS_OF_STEP[step].join(' or '),
    contract: takeJobStep,
    prepare: () => prepareStep(world, step),
  }))
  return [...routes, ...steps]
}

const BEFORE: Partial<Record<JobStep, JobStep[]>> = {
  resubmit: ['return'],
  verify: ['confirm'],
  reject: ['confirm'],
  'mark-unreachable': ['confirm'],
  appeal: ['confirm', 'reject'],
}

async function prepareStep(world: World, step: JobStep): Promise<RequestWords> {
  const { jobId } = await world.register()
  for (const before of BEFORE[step] ?? []) await world.step(jobId, before, { reason: 'آماده‌سازی' })
  const corrections = step === 'correct' ? { corrections: { sector: 'industry' } } : {}
  return { params: { province: world.province, jobId }, body: { step, reason: 'دلیل', ...corrections } }
}

/** Something of every kind, so that a list without rows is one that hides them. */
async function fill(world: World): Promise<void> {
  const nationalId = newNationalId()
  await world.register({ nationalId })
  const words = {
    nationalId,
    agency: 'SMT',
    lastName: 'آزمون',
    county: world.county(0),
    startDate: '1404-05-03',
  }
  await world.call(claimJob, { body: { province: world.province, period: world.period, ...words } })
  await world.importFile(csvOf([listRow({ county: world.county(0) }), listRow({ county: 'ناکجا' })]))
  await world.commit([{ county: world.county(0), agency: 'AGRI', value: 10 }])
  await world.call(addToken, { body: { name: 'سامانهٔ جدول', permissions: ['job.read'] } })
  await world.settle()
}

function outcome(answer: LightMyRequestResponse, { contract }: Line): string {
  const isJson = String(answer.headers['content-type']).includes('json')
  const isEmpty = contract.method === 'GET' && answer.statusCode === 200 && isJson && !hasRows(answer.json())
  return isEmpty ? '∅' : String(answer.statusCode)
}

/** A run is answered before its import has entered. */
async function untilEntered(world: World, answer: LightMyRequestResponse, contract: AnyRoute): Promise<void> {
  if (answer.statusCode >= 300 || (contract !== startImport && contract !== importDryRun)) return
  await world.ended(answer.json<{ runId: string }>().runId)
}

/** Whether an answer has a row in any of its lists, or is one record without lists; `by` is the question's. */
function hasRows(answer: object): boolean {
  const lists = Object.entries(answer).flatMap(([name, value]) =>
    name !== 'by' && Array.isArray(value) ? [value] : [],
  )
  return lists.length === 0 || lists.some((list) => list.length > 0)
}

/**
 * Asks as every seat; a record that somebody changed is replaced by a new one. What brings a session of its own is asked
 * by that session from every seat, and therefore once.
 */
async function cellsOf({ world, acting, seats, door }: Asking, line: Line): Promise<string[]> {
  let words = await line.prepare()
  const { headers: _session, ...bare } = words
  const turnedAway = await askHttp(door, line.contract, bare)
  const ask = async (actor: Actor) => {
    const answer = await acting.as(actor, () => world.ask(line.contract, words))
    await untilEntered(world, answer, line.contract)
    if (line.contract.method !== 'GET' && answer.statusCode < 300) words = await line.prepare()
    return outcome(answer, line)
  }
  const cells = [outcome(turnedAway, line)]
  const asSession = words.headers?.['cookie'] === undefined ? undefined : await ask(seats[0]!.inside)
  for (const { inside, outside } of seats) {
    const both = outside ? [inside, outside] : [inside]
    const said: string[] = []
    for (const actor of both) said.push(asSession ?? (await ask(actor)))
    cells.push(said.join(' '))
  }
  return cells
}

type Asking = { world: World; acting: Acting; seats: readonly Seat[]; door: FastifyInstance }

test('the matrix of every route, role and scope is the reviewed one', { timeout: 420_000 }, async () => {
  const acting = openActing()
  await using world = await openWorld({ actor: acting.actor })
  await fill(world)
  const seats = seatsIn(world)
  const door = buildHttp(world.rasad)
  onTestFinished(() => door.close())
  const rows: string[][] = []
  for (const line of linesOf(world))
    rows.push([line.name, line.permission, ...(await cellsOf({ world, acting, seats, door }, line))])

  const head = ['route', 'permission', 'nobody', ...seats.map(({ role, level }) => `${role}, ${level}`)]
  const table = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`)
  await expect(`${WORDS}\n${table.join('\n')}\n`).toMatchFileSnapshot('permission-matrix.snap.md')
})
