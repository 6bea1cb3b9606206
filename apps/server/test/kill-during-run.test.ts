import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseJalaliDate } from '@rasad/domain/calendar/jalali'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startImportQueue, localOperator, openRasad, type Rasad } from '../src/app.ts'
import { openPeriod } from '../src/modules/commitments/periods.commands.ts'
import { startRun } from '../src/modules/jobs/import-runs.commands.ts'
import { getRun } from '../src/modules/jobs/import-runs.queries.ts'
import { checkLedgers } from '../src/modules/ledger/ledger.commands.ts'
import { act } from '../src/platform/act.ts'
import { readSnapshot } from '../src/platform/db.ts'
import { csvOf, listRow } from './csv-lists.ts'

const PROVINCE = '15'
const ROWS = 20_000
const SCRIPT = fileURLToPath(new URL('import-run-child.ts', import.meta.url))
const folder = mkdtempSync(path.join(tmpdir(), 'rasad-kill-run-'))
const data = path.join(folder, 'data')
const actor = localOperator()
let list: string

async function withRasad<T>(work: (rasad: Rasad) => Promise<T>): Promise<T> {
  const rasad = await openRasad({ folder: data })
  try {
    return await work(rasad)
  } finally {
    await rasad.close()
  }
}

/** Opens a period, asks for an import of the list into it and leaves: nobody does it yet. */
function askFor(period: string): Promise<string> {
  return withRasad(async (rasad) => {
    // The first start of a queue makes its tables.
    await (await startImportQueue(rasad)).stop()
    const [from, to] = ['1404-01-01', '1404-12-29'].map((text) => parseJalaliDate(text)!)
    await act(rasad.database, { actor, action: 'period.added', province: PROVINCE, subject: {} }, (tx) =>
      openPeriod(tx, { province: PROVINCE, period, from: from!, to: to! }, { actor }),
    )
    const sent = { province: PROVINCE, period, agency: 'AGRI', name: 'list.csv', dryRun: false }
    const { runId } = await startRun(rasad, sent, Readable.from([Buffer.from(list)]), {
      actor,
      now: Date.now(),
    })
    return runId
  })
}

/** Lets a process of its own do what waits, and kills it at a moment. */
async function killAt(phase: string, from: number): Promise<void> {
  const child = spawn(process.execPath, [SCRIPT, data], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => child.on('close', resolve))
  for await (const line of createInterface({ input: child.stdout })) {
    const [said, progress = '0'] = line.split(' ')
    if (said !== phase || Number(progress) < from) continue
    child.kill('SIGKILL')
    break
  }
  await ended
  expect(child.signalCode).toBe('SIGKILL')
}

beforeAll(() => {
  const rows = Array.from({ length: ROWS }, (_, n) => listRow({ county: String(1501 + (n % 11)) }))
  list = csvOf(rows)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each([
  ['reading', 0.01],
  ['entering', 0.5],
  ['done', 1],
] as const)(
  'a run whose process is killed while it is %s is done by the next server, and has entered once',
  async (phase, from) => {
    const period = `killed-${phase}`
    const runId = await askFor(period)
    await killAt(phase, from)

    await withRasad(async (rasad) => {
      const queue = await startImportQueue(rasad, { known: () => actor })
      const look = () => readSnapshot(rasad.database, (db) => getRun(db, runId, actor.scope))
      const until = Date.now() + 60_000
      while ((await look()).endedAt === null && Date.now() < until) await pause(50)
      const run = await look()
      await queue.stop()

      expect(run).toMatchObject({ phase: 'done', problem: null, outcome: { accepted: ROWS, duplicate: 0 } })
      const { rows } = await rasad.pool.query(
        `select (select count(*) from job where period_id = $1) as jobs,
           (select count(*) from job_import where period_id = $1) as imports,
           (select count(*) from import_run where period_id = $1 and import_id is not null) as runs`,
        [period],
      )
      expect(rows).toEqual([{ jobs: ROWS, imports: 1, runs: 1 }])
      expect(
        (await readSnapshot(rasad.database, (db) => checkLedgers(db, { level: 'national' }, PROVINCE))).wrong,
      ).toBe(0)
    })
  },
  120_000,
)
