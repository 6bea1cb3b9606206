import { API_ROOT, type AnyRoute, type ChangeRoute } from '@rasad/contracts/define-route'
import { setCommitment } from '@rasad/contracts/commitments'
import { getFigures, type FigureTable, type FigureWords } from '@rasad/contracts/figures'
import { checkRunAgain, importDryRun } from '@rasad/contracts/import-runs'
import { getImportRun, startImport, type ImportOutcome, type ImportRun } from '@rasad/contracts/imports'
import { registerJob, takeJobStep, type Job } from '@rasad/contracts/jobs'
import { checkLedger, listBatches, type LedgerCheck } from '@rasad/contracts/ledger'
import { addPeriod } from '@rasad/contracts/periods'
import { listCounties } from '@rasad/contracts/places'
import { ProblemBody, PROBLEMS, type ProblemCode } from '@rasad/contracts/problem-catalogue'
import type { JobStep } from '@rasad/domain/jobs/job-life-cycle'
import type { Actor } from '@rasad/domain/access/scope'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import type { z } from 'zod'
import { buildHttp, startImportQueue, localOperator, type Rasad } from '../src/app.ts'
import { settleAll } from '../src/modules/ledger/ledger.commands.ts'
import { openTestRasad } from './file-database.ts'
import { newNationalId } from './national-ids.ts'
import { countEverything } from './row-counts.ts'

// Every province but Lorestan, which the samples and the tests of its names ask for.
const PROVINCES = Array.from({ length: 31 }, (_, n) => String(n).padStart(2, '0')).filter(
  (code) => code !== '15',
)
const databases: ReturnType<typeof openTestRasad>[] = []
let worldsOpened = 0

/** Closes the databases of a test file; the next file of the same process begins with one of its own. */
export async function closeWorlds(): Promise<void> {
  for (const queue of queues.values()) await (await queue).stop()
  for (const database of databases) await (await database).close()
  queues.clear()
  askers.clear()
  databases.length = 0
  worldsOpened = 0
}

/** A database of this test file and a province in it that nobody has: thirty worlds to a database. */
async function newPlace(): Promise<{ rasad: Rasad; province: string }> {
  const number = worldsOpened++
  const database = (databases[Math.floor(number / PROVINCES.length)] ??= openTestRasad())
  return { rasad: (await database).rasad, province: PROVINCES[number % PROVINCES.length]! }
}

const queues = new Map<Rasad, ReturnType<typeof startImportQueue>>()
/** Whoever asked for an import here without being signed in, as they were then. */
const askers = new Map<string, Actor>()

/** The queue of imports of a database, begun with its first import. */
function queueOf(rasad: Rasad): ReturnType<typeof startImportQueue> {
  const begun = queues.get(rasad) ?? startImportQueue(rasad, { known: (actorId) => askers.get(actorId) })
  queues.set(rasad, begun)
  return begun
}

type Plain<T> = { [Key in keyof T]: T[Key] | number }
/** What a caller writes into a request, as the contract takes it before reading. */
type Words<R extends AnyRoute> = {
  params?: Plain<z.input<R['params']>>
  query?: Plain<z.input<R['query']>>
  body?: R extends ChangeRoute ? z.input<R['body']> : never
}
/** What came back, as the contract shapes it. */
type Answer<R extends AnyRoute> = z.output<R['response']>
type JobWords = Omit<z.input<typeof registerJob.body>, 'province' | 'period'>
type StepWords = Omit<z.input<typeof takeJobStep.body>, 'step'>
type ImportWords = { agency?: string | null; name?: string; dryRun?: boolean; period?: string }
type CommitmentCellWords = z.input<typeof setCommitment.body>['cells'][number]

/** A refusal as it came over the wire. */
export type Refusal = { status: number; code: ProblemCode; params: Record<string, unknown> }
export type World = Awaited<ReturnType<typeof openWorld>>

/** The status codes of several answers, the lowest first. */
export function statusesOf(answers: readonly { statusCode: number }[]): number[] {
  return answers.map(({ statusCode }) => statusCode).toSorted((one, other) => one - other)
}

/** What a caller writes into a request. */
export type RequestWords = {
  params?: object
  query?: object
  body?: unknown
  headers?: Record<string, string>
}

/** Asks for a route as its contract has it. */
export function askHttp(
  http: FastifyInstance,
  contract: AnyRoute,
  words: RequestWords,
): Promise<LightMyRequestResponse> {
  const params = new Map(Object.entries(words.params ?? {}))
  const url = (API_ROOT + contract.path).replace(/:(\w+)/g, (_match, name: string) =>
    encodeURIComponent(String(params.get(name))),
  )
  const query = Object.fromEntries(
    Object.entries(words.query ?? {}).map(([name, value]) => [name, String(value)]),
  )
  const isFile = Buffer.isBuffer(words.body)
  const payload = words.body === undefined ? {} : { payload: words.body as object }
  const headers = { ...(isFile && { 'content-type': 'application/octet-stream' }), ...words.headers }
  return http.inject({ method: contract.method, url, query, headers, ...payload })
}

/** The test world: a province of its own with an open period, reached through HTTP. */
export async function openWorld({
  clock = Date.now,
  actor = localOperator(),
  province: wanted,
  period = '1404',
}: { clock?: () => number; actor?: Actor; province?: string; period?: string | null } = {}) {
  const { rasad, province: free } = await newPlace()
  const province = wanted ?? free
  const http = buildHttp(rasad, { clock, actor })

  const ask = async (contract: AnyRoute, words: RequestWords): Promise<LightMyRequestResponse> => {
    if (contract === startImport || contract === importDryRun || contract === checkRunAgain) {
      askers.set(actor.id, { ...actor })
      await queueOf(rasad)
    }
    return askHttp(http, contract, words)
  }

  const call = async <R extends AnyRoute>(contract: R, words: Words<R> = {}): Promise<Answer<R>> => {
    const response = await ask(contract, words)
    if (response.statusCode >= 300)
      throw new Error(`${contract.method} ${contract.path}: ${response.statusCode} ${response.body}`)
    return contract.response.parse(response.json()) as Answer<R>
  }

  /** Asks for something that is refused, and makes sure that nothing was written. */
  const refuse = async <R extends AnyRoute>(contract: R, words: Words<R> | object): Promise<Refusal> => {
    const before = await countEverything(rasad)
    const response = await ask(contract, words)
    expect(await countEverything(rasad)).toEqual(before)
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/)
    const body = ProblemBody.parse(response.json())
    const code = body.code as ProblemCode
    expect(body).toMatchObject({ status: response.statusCode, type: `urn:rasad:problem:${code}` })
    expect(PROBLEMS[code].status).toBe(response.statusCode)
    PROBLEMS[code].params.parse(body.params)
    return { status: response.statusCode, code, params: body.params }
  }

  if (period !== null)
    await call(addPeriod, { body: { province, period, from: '1404-01-01', to: '1404-12-29' } })
  const listed = await call(listCounties, { query: { province } })
  const counties = listed.counties.map(({ code }) => code).toSorted()
  const name = period ?? '1404'

  const register = async (job: Partial<JobWords> = {}): Promise<Job> => {
    const usual = { agency: 'AGRI', lastName: 'آزمون', county: counties[0]!, startDate: '1404-05-03' }
    const body = { province, period: name, nationalId: newNationalId(), ...usual, ...job }
    return (await call(registerJob, { body })).job
  }

  const step = (jobId: number, taken: JobStep, words: StepWords = {}): Promise<Job> =>
    call(takeJobStep, { params: { province, jobId }, body: { step: taken, ...words } })

  /** Imports a file to its end, however it ends; with null for the agency, a list of several. */
  const runImport = async (content: Buffer | string, words: ImportWords = {}): Promise<ImportRun> => {
    const { agency = 'AGRI', name: file = 'list.csv', dryRun = false } = words
    const sender = agency !== null && { agency }
    const query = { province, period: words.period ?? name, ...sender, name: file, dryRun: String(dryRun) }
    const { runId } = await call(startImport, {
      query,
      body: Buffer.from(content),
    })
    return ended(runId)
  }

  /** A run that has ended. */
  const ended = async (runId: string): Promise<ImportRun> => {
    for (;;) {
      const run = await call(getImportRun, { params: { runId } })
      if (run.endedAt !== null) return run
      await pause(5)
    }
  }

  /** Lets no list enter the province until it is let go, or the world ends. */
  const holdRegistration = async (): Promise<() => Promise<void>> => {
    const client = await rasad.pool.connect()
    await client.query('begin')
    await client.query(`select pg_advisory_xact_lock(hashtext('registration'), hashtext($1))`, [province])
    const release = async () => {
      if (!held.delete(release)) return
      await client.query('rollback')
      client.release()
    }
    held.add(release)
    return release
  }
  const held = new Set<() => Promise<void>>()

  /** A run that nobody does: it waits, and its hour is still to come. */
  const waitingRun = async (): Promise<string> => {
    const runId = randomUUID()
    await rasad.pool.query(
      `insert into import_run (province_id, run_id, period_id, agency_id, file_name, file_sha256, file_bytes, mapping, dry_run, asked_by, asked_at)
       values ($1, $2, $3, 'AGRI', 'list.csv', '', 0, '{}', false, $4, now() + interval '1 day')`,
      [province, runId, name, actor.id],
    )
    return runId
  }

  const importFile = async (content: Buffer | string, words: ImportWords = {}): Promise<ImportOutcome> => {
    const run = await runImport(content, words)
    expect(run.problem).toBeNull()
    return run.outcome!
  }

  /** Settles the ledger and names the last batch of the province. */
  const settle = async (): Promise<number> => {
    await settleAll(rasad.database)
    const { batches } = await call(listBatches, { query: { province, limit: '1' } })
    return batches[0]?.batch ?? 0
  }

  const figures = (query: Partial<FigureWords> = {}): Promise<FigureTable> =>
    call(getFigures, { query: { province, period: name, ...query } })

  const commit = (cells: CommitmentCellWords[], more: Partial<z.input<typeof setCommitment.body>> = {}) =>
    call(setCommitment, { body: { province, period: name, cells, source: 'matrix.csv', ...more } })

  /** The ledger check of this province finds nothing wrong. */
  const check = async (): Promise<LedgerCheck> => {
    const found = await call(checkLedger, { query: { province } })
    expect(found.provinces.flatMap(({ checks }) => checks.filter(({ wrong }) => wrong > 0))).toEqual([])
    expect(found.wrong).toBe(0)
    return found
  }

  return {
    rasad,
    http,
    province,
    period: name,
    county: (index: number) => counties[index % counties.length]!,
    ask,
    call,
    refuse,
    register,
    step,
    runImport,
    ended,
    holdRegistration,
    held,
    waitingRun,
    importFile,
    settle,
    figures,
    figure: async (query: Partial<FigureWords> = {}) => (await figures(query)).total,
    commit,
    check,
    [Symbol.asyncDispose]: async () => {
      for (const release of held) await release()
      await http.close()
    },
  }
}
