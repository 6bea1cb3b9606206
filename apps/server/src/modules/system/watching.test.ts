import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPerson, openOwnRasad, ownFolder, type OwnRasad } from '../../../test/own-rasad.ts'
import { buildHttp, localOperator } from '../../app.ts'
import { settleAll } from '../ledger/ledger.commands.ts'
import { makeBackup } from './backup.commands.ts'
import { checkAndRemember } from './system.commands.ts'

const folder = ownFolder()
const nationalId = newPerson()
const lines: string[] = []
let own: OwnRasad

beforeAll(async () => {
  own = await openOwnRasad(path.join(folder.at, 'data'), (line) => lines.push(line))
  await own.openPeriod('15')
})

afterAll(async () => {
  await own[Symbol.asyncDispose]()
  folder[Symbol.dispose]()
})

/** The values of a metric by its labels, as Prometheus reads them. */
async function metric(name: string): Promise<Record<string, number>> {
  const { body } = await own.http.inject('/metrics')
  const found = [...body.matchAll(new RegExp(`^${name}(\\{.*\\})? (\\S+)$`, 'gm'))]
  return Object.fromEntries(found.map(([, labels = '', value]) => [labels, Number(value)]))
}

test('requests are counted and logged by route and status, and no person is in the counts or the log', async () => {
  await own.register('15', 1, nationalId)
  await own.http.inject(`/api/jobs?province=15&period=1404&after=${nationalId}`)
  await own.http.inject(`/api/jobs/15/${nationalId}`)
  await own.http.inject(`/persons/${nationalId}?name=${encodeURIComponent('آزمون')}`)
  await own.http.inject({ method: 'POST', url: '/api/jobs', payload: { nationalId, lastName: 'آزمون' } })

  const counts = await metric('rasad_http_requests_total')
  expect(counts).toMatchObject({
    '{method="POST",route="/api/jobs",status="200"}': 1,
    '{method="POST",route="/api/jobs",status="400"}': 1,
    '{method="GET",route="/api/jobs/:province/:jobId",status="404"}': 1,
    '{method="GET",route="none",status="404"}': 1,
  })
  expect(await metric('rasad_http_request_duration_seconds_count')).toMatchObject({
    '{method="POST",route="/api/jobs"}': 2,
  })
  const { body } = await own.http.inject('/metrics')
  const logged = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(logged).toContainEqual({
    at: expect.any(String),
    event: 'request',
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    method: 'GET',
    route: '/api/jobs/:province/:jobId',
    status: 404,
    ms: expect.any(Number),
  })
  for (const text of [body, ...lines]) {
    expect(text).not.toContain(nationalId)
    expect(text).not.toMatch(/آزمون|%D8/)
  }
})

test('the position of the ledger, what waits and the last backup and check are told', async () => {
  await settleAll(own.rasad.database)
  await own.register('15', 2)
  expect(await metric('rasad_settled_batch')).toEqual({ '{province="15"}': 1 })
  expect(await metric('rasad_unsettled_postings')).toEqual({ '': 1 })
  expect(await metric('rasad_last_backup_timestamp_seconds')).toEqual({})

  const now = Math.floor(Date.now() / 1000)
  await makeBackup(own.rasad, {}, { actor: localOperator(), now: Date.now() })
  await checkAndRemember(own.rasad.database, localOperator())

  expect((await metric('rasad_last_backup_timestamp_seconds'))['']).toBeGreaterThanOrEqual(now)
  expect(await metric('rasad_last_ledger_check_wrong')).toEqual({ '': 0 })
  expect((await metric('rasad_pool_connections_open'))['']).toBeGreaterThan(0)
  expect((await metric('process_resident_memory_bytes'))['']).toBeGreaterThan(1e7)
  const state = await own.http.inject('/api/system')
  expect(state.json()).toMatchObject({
    version: '0.1.0',
    positions: [{ province: '15', batch: 1 }],
    unsettled: 1,
    lastBackup: { files: 0 },
    lastLedgerCheck: { wrong: 0 },
  })
})

test('the numbers are told on this machine, and elsewhere to whoever may watch the system', async () => {
  const from = (remoteAddress: string, headers = {}) =>
    own.http.inject({ url: '/metrics', remoteAddress, headers })
  const stranger = buildHttp(own.rasad, { actor: { ...localOperator(), permissions: [] } })
  const strangerFrom = (remoteAddress: string, headers = {}) =>
    stranger.inject({ url: '/metrics', remoteAddress, headers })

  expect((await from('10.0.0.7')).statusCode).toBe(200)
  expect((await strangerFrom('127.0.0.1')).statusCode).toBe(200)
  expect((await strangerFrom('10.0.0.7')).json()).toMatchObject({ code: 'not-allowed' })
  expect((await strangerFrom('127.0.0.1', { 'x-forwarded-for': '10.0.0.7' })).statusCode).toBe(403)
  expect((await stranger.inject({ url: '/healthz', remoteAddress: '10.0.0.7' })).statusCode).toBe(200)
  await stranger.close()
})
