import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { buildHttp, localOperator, openRasad, type Rasad } from '../src/app.ts'
import { importJobList } from '../src/modules/jobs/imports.commands.ts'
import type { LineSink } from '../src/platform/request-log.ts'

/** A folder of the test's own, removed at its end. */
export function ownFolder(): { at: string } & Disposable {
  const at = mkdtempSync(path.join(tmpdir(), 'rasad-own-'))
  return { at, [Symbol.dispose]: () => rmSync(at, { recursive: true, force: true, maxRetries: 5 }) }
}

let persons = 0

/** Somebody new: ten digits with a right check digit. */
export function newPerson(): string {
  persons += 1
  const body = String(200_000_000 + persons * 7)
  const sum = [...body].reduce((all, digit, index) => all + Number(digit) * (10 - index), 0)
  const rest = sum % 11
  return `${body}${rest < 2 ? rest : 11 - rest}`
}

export type OwnRasad = Awaited<ReturnType<typeof openOwnRasad>>

/** A whole Rasad with a data folder and a database server of its own. */
export async function openOwnRasad(folder: string, requestLog?: LineSink) {
  const rasad = await openRasad({ folder })
  const http = buildHttp(rasad, { actor: localOperator(), ...(requestLog && { requestLog }) })
  return {
    rasad,
    http,
    ...deskOf(rasad, http),
    [Symbol.asyncDispose]: async () => {
      await http.close()
      await rasad.close()
    },
  }
}

function deskOf(rasad: Rasad, http: FastifyInstance) {
  const post = async (url: string, payload: object) => {
    const response = await http.inject({ method: 'POST', url, payload })
    if (response.statusCode !== 200) throw new Error(`${url}: ${response.statusCode} ${response.body}`)
    return response.json<Record<string, unknown>>()
  }
  const openPeriod = (province: string) =>
    post('/api/periods', { province, period: '1404', from: '1404-01-01', to: '1404-12-29' })
  const register = (province: string, n: number, nationalId = newPerson()) =>
    post('/api/jobs', {
      province,
      period: '1404',
      nationalId,
      lastName: 'آزمون\\با نشانه',
      agency: n % 2 === 0 ? 'AGRI' : 'KOMITEH',
      county: `${province}0${(n % 3) + 1}`,
      startDate: '1404-05-03',
    })
  /** Takes in a list of one row, so that there is a stored file. */
  const importList = async (province: string) => {
    const file = path.join(rasad.folder, `list-${newPerson()}.csv`)
    const header = 'کد ملی,نام,نام خانوادگی,جنسیت,شهرستان,بخش,تاریخ شروع به کار'
    writeFileSync(file, `${header}\n${newPerson()},زهرا,رضایی,زن,${province}01,کشاورزی,1404/05/03\n`)
    const order = {
      province,
      period: '1404',
      agency: 'AGRI',
      path: file,
      fileName: 'list.csv',
      dryRun: false,
    }
    const outcome = await importJobList(rasad, order, { actor: localOperator(), now: Date.now() })
    rmSync(file)
    return outcome
  }
  return { openPeriod, register, importList }
}

/** Asks as the owner of the tables: what a hand behind the program's back could do. */
export async function asOwner<T extends object>({ owner }: Pick<Rasad, 'owner'>, sql: string): Promise<T[]> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}
