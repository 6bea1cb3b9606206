import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { readFigureQuery } from '@rasad/contracts/figures'
import { parseJalaliDate } from '@rasad/domain/calendar/jalali'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localOperator, openRasad, type Rasad } from '../src/app.ts'
import { openPeriod } from '../src/modules/commitments/periods.commands.ts'
import { answerFigures } from '../src/modules/figures/figures.commands.ts'
import { importJobList } from '../src/modules/jobs/imports.commands.ts'
import { checkLedgers } from '../src/modules/ledger/ledger.commands.ts'
import { act } from '../src/platform/act.ts'
import { readSnapshot } from '../src/platform/db.ts'
import { csvOf, listRow } from './csv-lists.ts'

const PROVINCE = '15'
const ROWS = 8_000
const COUNTIES = Array.from({ length: 11 }, (_, n) => String(1501 + n))
const SCRIPT = fileURLToPath(new URL('import-child.ts', import.meta.url))
const folder = mkdtempSync(path.join(tmpdir(), 'rasad-kill-'))
const data = path.join(folder, 'data')
const list = path.join(folder, 'list.csv')
const actor = localOperator()

async function withRasad<T>(work: (rasad: Rasad) => Promise<T>): Promise<T> {
  const rasad = await openRasad({ folder: data })
  try {
    return await work(rasad)
  } finally {
    await rasad.close()
  }
}

function addPeriod(rasad: Rasad, period: string): Promise<unknown> {
  const [from, to] = ['1404-01-01', '1404-12-29'].map((text) => parseJalaliDate(text)!)
  return act(rasad.database, { actor, action: 'period.added', province: PROVINCE, subject: {} }, (tx) =>
    openPeriod(tx, { province: PROVINCE, period, from: from!, to: to! }, { actor }),
  )
}

function importList(rasad: Rasad, period: string) {
  const order = {
    province: PROVINCE,
    period,
    agency: 'AGRI',
    path: list,
    fileName: 'list.csv',
    dryRun: false,
  }
  return importJobList(rasad, order, { actor, now: Date.now() })
}

/** What stands of a period in every table that an import writes. */
async function standing(rasad: Rasad, period: string): Promise<Record<string, number>> {
  const { rows } = await rasad.pool.query<Record<string, number>>(
    `select
      (select count(*) from job where period_id = $1) as jobs,
      (select count(*) from job_step join job using (province_id, job_id) where period_id = $1) as steps,
      (select count(*) from employment_service join job using (province_id, job_id) where period_id = $1) as services,
      (select count(*) from posting where period_id = $1) as postings,
      (select coalesce(sum(amount), 0)::bigint from balance_report where period_id = $1 and batch = 0) as balance,
      (select count(*) * ${ROWS} from job_import where period_id = $1 and accepted = ${ROWS}) as imports`,
    [period],
  )
  return rows[0]!
}

async function breakdown(rasad: Rasad, period: string) {
  const query = readFigureQuery({ province: PROVINCE, period, by: 'county,agency,month,gender' }).data!
  const { rows, total } = await readSnapshot(rasad.database, (db) =>
    answerFigures(db, query, { scope: actor.scope, now: Date.now() }),
  )
  return { rows, total: { ...total, proRataTarget: null } }
}

/** The server of a killed process may still be ending what it was told last. */
async function untilAlone(rasad: Rasad): Promise<void> {
  for (;;) {
    const { rows } = await rasad.pool.query(
      `select 1 from pg_stat_activity where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()
         and (state <> 'idle' or xact_start is not null)`,
    )
    if (rows.length === 0) return
    await pause(20)
  }
}

type Moment = {
  word: 'opened' | 'reading' | 'entering' | 'done'
  from?: number
  wait?: number
  serverToo: boolean
}

/** Starts an import in a process of its own and kills it at a moment: the process alone, or its PostgreSQL with it. */
async function killImport(period: string, { word, from = 0, wait = 0, serverToo }: Moment): Promise<void> {
  const child = spawn(process.execPath, [SCRIPT, data, list, PROVINCE, period], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.on('close', resolve))
  for await (const line of createInterface({ input: child.stdout })) {
    const [said, progress = '0'] = line.split(' ')
    if (said !== word || Number(progress) < from) continue
    await pause(wait)
    const postmaster = Number(
      readFileSync(path.join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0],
    )
    child.kill('SIGKILL')
    if (serverToo) process.kill(postmaster, 'SIGKILL')
    break
  }
  await ended
  expect(child.signalCode).toBe('SIGKILL')
}

const MOMENTS: Moment[] = [
  { word: 'opened', serverToo: false },
  { word: 'reading', from: 0.01, serverToo: true },
  { word: 'reading', from: 0.3, serverToo: false },
  { word: 'reading', from: 0.49, wait: 30, serverToo: true },
  { word: 'entering', from: 0.56, serverToo: false },
  { word: 'entering', from: 0.62, wait: 20, serverToo: true },
  { word: 'entering', from: 0.68, wait: 60, serverToo: false },
  { word: 'entering', from: 0.8, serverToo: true },
  { word: 'entering', from: 1, serverToo: true },
  { word: 'done', serverToo: true },
]

let clean: Awaited<ReturnType<typeof breakdown>>

beforeAll(async () => {
  const rows = Array.from({ length: ROWS }, (_, n) => {
    const month = String(1 + (n % 12)).padStart(2, '0')
    return listRow({
      county: COUNTIES[n % COUNTIES.length]!,
      startDate: `1404/${month}/05`,
      gender: n % 3 === 0 ? 'زن' : 'مرد',
    })
  })
  writeFileSync(list, csvOf(rows))
  await withRasad(async (rasad) => {
    await addPeriod(rasad, 'clean')
    expect((await importList(rasad, 'clean')).accepted).toBe(ROWS)
    clean = await breakdown(rasad, 'clean')
  })
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('an import that is killed ten times has entered whole or not at all, and the next attempt gives what one clean import gives', async () => {
  let period = ''
  let entered = 0
  const nothing = { jobs: 0, steps: 0, services: 0, postings: 0, balance: 0, imports: 0 }
  const everything = { jobs: ROWS, steps: ROWS, services: ROWS, postings: ROWS, balance: ROWS, imports: ROWS }

  for (const [round, moment] of MOMENTS.entries()) {
    if (period === '') {
      period = `round-${round}`
      await withRasad((rasad) => addPeriod(rasad, period))
    }
    await killImport(period, moment)

    await withRasad(async (rasad) => {
      await untilAlone(rasad)
      const found = await standing(rasad, period)
      expect([nothing, everything]).toContainEqual(found)
      expect(
        (await readSnapshot(rasad.database, (db) => checkLedgers(db, { level: 'national' }, PROVINCE))).wrong,
      ).toBe(0)
      const whole = found['jobs'] === ROWS
      if (whole) entered += 1
      // Every third time the list is sent again at once; otherwise the next killed attempt is that sending.
      if (!whole && round % 3 !== 2) return
      expect(await importList(rasad, period)).toMatchObject(
        whole ? { accepted: 0, duplicate: ROWS } : { accepted: ROWS, duplicate: 0 },
      )
      expect(await breakdown(rasad, period)).toEqual(clean)
      period = ''
    })
  }

  expect(entered).toBeGreaterThan(0)
  expect(entered).toBeLessThan(MOMENTS.length)
}, 240_000)
