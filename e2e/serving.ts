import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setCommitment } from '@rasad/contracts/commitments'
import { API_ROOT, type AnswerOf, type ChangeRoute } from '@rasad/contracts/define-route'
import { claimJob, registerJob, takeJobStep } from '@rasad/contracts/jobs'
import { addPeriod } from '@rasad/contracts/periods'
import { buildHttp, localOperator, openRasad, startImportQueue, startQueue } from '../apps/server/src/app.ts'
import type { AccessSettings } from '../apps/server/src/modules/access/access-settings.ts'
import { addDemonstrationUsers } from '../apps/server/src/modules/access/demonstration.commands.ts'
import { settleAll } from '../apps/server/src/modules/ledger/ledger.commands.ts'
import { newNationalId } from '../apps/server/test/national-ids.ts'
import type { z } from 'zod'
import { sendList } from './sent-list.ts'

/** A real Rasad on loopback with a data folder of its own. */
export type Serving = AsyncDisposable & { url: string }

const PROVINCE = '15'
const COUNTIES = Array.from({ length: 9 }, (_, index) => `${PROVINCE}${String(index + 1).padStart(2, '0')}`)
const AGENCIES = ['AGRI', 'KOMITEH', 'BEHZ', 'SMT']

/** Whether whoever comes is the machine's operator, or everybody signs in. */
export type Door = 'open' | 'sign-in'

const PEOPLE = [
  { userName: 'rahbar', name: 'رامین راهبر', role: 'operator' },
  { userName: 'hesabras', name: 'حسین حسابرس', role: 'auditor' },
  { userName: 'moaven', name: 'مهین معاونی', role: 'econ-deputy', province: PROVINCE },
  {
    userName: 'karshenas',
    name: 'کامران کشاورز',
    role: 'agency-officer',
    province: PROVINCE,
    agency: 'AGRI',
  },
] as const
const PEOPLES_PASSWORD = 'چهار کلمه بی‌ربط'

// Not one of these rows enters, so no figure of the province changes.
const REFUSED_LIST = `نام,نام خانوادگی,کد ملی,شهرستان,تاریخ شروع به کار,یادداشت بازرس
علی,آزمون,,خرم آباد,1404/02/03,
مریم,آزمون,1111111111,خرم آباد,1404/02/30,دیده شد
رضا,,0012345678,ناکجا,1403/02/03,
`

/** Starts a Rasad and fills a province through the API: a commitment, and jobs at every stage but withdrawn. */
export async function startServing(
  door: Door = 'open',
  accessAt?: (url: string) => Promise<AccessSettings>,
  { worksTheQueue = false }: { worksTheQueue?: boolean } = {},
): Promise<Serving> {
  const folder = mkdtempSync(join(tmpdir(), 'rasad-journeys-'))
  const rasad = await openRasad({ folder })
  const actor = localOperator()
  const importing = await startImportQueue(rasad, { known: () => actor })
  await filled(rasad, actor)
  const people = PEOPLE.map((person) => ({ ...person, password: PEOPLES_PASSWORD }))
  await addDemonstrationUsers(rasad.database, people, { actor })
  await rasad.pool.query(
    `insert into demonstration (demonstration_id, seed, loaded_by, loaded_at)
     values (1, 'journeys', 'journeys', clock_timestamp())`,
  )
  const port = Number(process.env['PORT'] ?? (accessAt ? await freePort() : 0))
  const access = await accessAt?.(`http://127.0.0.1:${port}`)
  const http = buildHttp(rasad, { ...(door === 'open' && { actor }), ...(access && { access }) })
  const url = await http.listen({ host: '127.0.0.1', port })
  const queue = worksTheQueue ? await startQueue(rasad, undefined) : undefined
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      http.server.closeAllConnections()
      await http.close()
      await queue?.stop()
      await importing.stop()
      await rasad.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** A port to be told to a provider before anybody listens at it. */
async function freePort(): Promise<number> {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const address = taken.address()
  taken.close()
  await once(taken, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

async function filled(rasad: Awaited<ReturnType<typeof openRasad>>, actor: ReturnType<typeof localOperator>) {
  const http = buildHttp(rasad, { actor })
  await fill(await http.listen({ host: '127.0.0.1', port: 0 }))
  http.server.closeAllConnections()
  await http.close()
  await settleAll(rasad.database)
}

async function fill(url: string): Promise<void> {
  const change = async <R extends ChangeRoute>(
    contract: R,
    body: z.input<R['body']>,
    params: Record<string, string | number> = {},
  ): Promise<AnswerOf<R>> => {
    const path = contract.path.replace(/:(\w+)/g, (_match, name: string) => String(params[name]))
    const response = await fetch(`${url}${API_ROOT}${path}`, {
      method: contract.method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${contract.path}: ${await response.text()}`)
    return response.json()
  }
  const place = { province: PROVINCE, period: '1404' }
  await change(addPeriod, { ...place, title: 'تعهد ۱۴۰۴', from: '1404-01-01', to: '1404-12-29' })
  const cells = COUNTIES.slice(0, 8).flatMap((county, row) =>
    AGENCIES.slice(0, 3).map((agency, column) => ({
      county,
      agency,
      value: 3 + ((row * 5 + column * 3) % 9),
    })),
  )
  await change(setCommitment, { ...place, cells, source: 'matrix.csv' })
  for (let index = 0; index < 48; index++) {
    const entry = {
      ...place,
      nationalId: newNationalId(),
      lastName: 'آزمون',
      agency: AGENCIES[index % 4]!,
      county: COUNTIES[(index * 5) % 7]!,
      startDate: `1404-0${(index % 6) + 1}-03`,
      ...(index % 11 === 0 && { novelty: 'retained' as const }),
    }
    const { job } = await change(registerJob, entry)
    if (index === 0) await change(claimJob, { ...entry, agency: AGENCIES[1]!, county: COUNTIES[1]! })
    const params = { province: PROVINCE, jobId: job.jobId }
    if (index % 3 === 0) continue
    await change(takeJobStep, { step: 'confirm' }, params)
    if (index % 7 === 0) await change(takeJobStep, { step: 'reject', reason: 'شغلی نبود' }, params)
    else if (index % 3 === 1) await change(takeJobStep, { step: 'verify' }, params)
  }
  await sendList(url, { ...place, agency: 'AGRI', name: 'فهرست نپذیرفته.csv', text: REFUSED_LIST })
}

if (import.meta.main)
  console.log((await startServing(process.argv[2] === 'sign-in' ? 'sign-in' : 'open')).url)
