import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { System, type SystemTask } from '@rasad/contracts/system'
import { readHour } from '@rasad/domain/calendar/timetable'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { asOwner, openOwnRasad, ownFolder, type OwnRasad } from '../../test/own-rasad.ts'
import { buildHttp, localOperator } from '../app.ts'
import { makeBackup } from '../modules/system/backup.commands.ts'
import type { Schedules } from '../modules/system/tasks.commands.ts'
import { startQueue } from './queue.ts'

const folder = ownFolder()
const EVERYTHING: Schedules = {
  backup: readHour('02:00'),
  check: readHour('03:30'),
  drill: readHour('fri 04:30'),
  keep: 2,
}
let own: OwnRasad

beforeAll(async () => {
  own = await openOwnRasad(path.join(folder.at, 'data'))
  await makeBackup(own.rasad, {}, { actor: localOperator(), now: Date.now() })
})

afterAll(async () => {
  await own[Symbol.asyncDispose]()
  folder[Symbol.dispose]()
})

const acts = () =>
  asOwner<{ action: string; n: number }>(
    own.rasad,
    `select action, count(*)::integer as n from audit where actor = 'schedule' group by 1 order by 1`,
  )
const waiting = () =>
  asOwner(
    own.rasad,
    `select task_identifier, attempts, locked_at from graphile_worker.jobs where task_identifier <> 'settle'`,
  )

test('nothing is done before its hour, and work that was missed is done once by two servers together', async () => {
  const first = await startQueue(own.rasad, EVERYTHING)
  await sleep(500)
  await first.stop()
  expect(await acts()).toEqual([])
  expect(await waiting()).toEqual([])

  await asOwner(
    own.rasad,
    `update graphile_worker._private_known_crontabs set known_since = now() - interval '9 days', last_execution = now() - interval '9 days'`,
  )
  const two = await Promise.all([startQueue(own.rasad, EVERYTHING), startQueue(own.rasad, EVERYTHING)])
  const until = Date.now() + 40_000
  while ((await acts()).length < 3 && Date.now() < until) await sleep(200)
  await Promise.all(two.map(({ stop }) => stop()))

  expect(await acts()).toEqual([
    { action: 'backup.made', n: 1 },
    { action: 'drill.run', n: 1 },
    { action: 'ledger.checked', n: 1 },
  ])
  expect(readdirSync(path.join(own.rasad.folder, 'backups'))).toHaveLength(2)
  expect(await waiting()).toEqual([])
})

test('what has no hour is not scheduled', async () => {
  const only = await startQueue(own.rasad, { ...EVERYTHING, check: undefined, drill: undefined })
  await only.stop()

  const known = await asOwner(
    own.rasad,
    'select identifier from graphile_worker._private_known_crontabs order by 1',
  )
  expect(known).toEqual([{ identifier: 'backup' }, { identifier: 'check' }, { identifier: 'drill' }])
  expect(await waiting()).toEqual([])
})

const stateOf = async (task: string): Promise<SystemTask> => {
  const { tasks } = System.parse((await own.http.inject('/api/system')).json())
  return tasks.find((one) => one.task === task)!
}
const askFor = (task: string) => own.http.inject({ method: 'POST', url: `/api/system/tasks/${task}/run` })
const untilState = (task: string, expected: object) =>
  vi.waitFor(async () => expect(await stateOf(task)).toMatchObject(expected), {
    timeout: 20_000,
    interval: 100,
  })

test('a task that failed says why and when it is tried again, and is done at once when somebody asks for it', async () => {
  const backups = path.join(own.rasad.folder, 'backups')
  renameSync(backups, `${backups}-aside`)
  writeFileSync(backups, 'in the way')
  const queue = await startQueue(own.rasad, EVERYTHING)

  expect((await askFor('backup')).statusCode).toBe(200)
  await untilState('backup', { waiting: 1, retryAt: expect.any(String), lastRun: { fault: 'unforeseen' } })
  rmSync(backups)
  renameSync(`${backups}-aside`, backups)
  const before = readdirSync(backups)
  expect((await askFor('backup')).json()).toMatchObject({
    tasks: expect.arrayContaining([expect.objectContaining({ task: 'backup', retryAt: null })]),
  })
  await untilState('backup', { waiting: 0, running: 0, failed: 0, lastRun: { fault: null } })
  await queue.stop()

  expect(readdirSync(backups)).not.toEqual(before)
  const asked = await asOwner<{ subject: unknown }>(
    own.rasad,
    `select subject from audit where action = 'task.asked' order by audit_id`,
  )
  expect(asked).toEqual([{ subject: { task: 'backup' } }, { subject: { task: 'backup' } }])
})

test('a task that is under way is not asked for again', async () => {
  await asOwner(
    own.rasad,
    `select graphile_worker.add_job('drill', job_key => 'drill');
     update graphile_worker._private_jobs set locked_at = now(), locked_by = 'elsewhere' where key = 'drill'`,
  )
  const refused = await askFor('drill')

  expect(refused.json()).toMatchObject({ code: 'task.running', params: { task: 'drill' } })
  expect(await stateOf('drill')).toMatchObject({ running: 1, runningSince: expect.any(String) })
})

test('a server tells when it does what is due next, and one without hours does not', async () => {
  const http = buildHttp(own.rasad, {
    actor: localOperator(),
    schedules: { ...EVERYTHING, drill: undefined },
    clock: () => Date.parse('2026-11-23T00:00:00Z'),
  })
  const { tasks } = System.parse((await http.inject('/api/system')).json())
  await http.close()

  expect(tasks.map(({ task, nextRunAt }) => [task, nextRunAt])).toEqual([
    ['settle', null],
    ['backup', '2026-11-23T22:30:00.000Z'],
    ['check', '2026-11-24T00:00:00.000Z'],
    ['drill', null],
  ])
  expect((await stateOf('backup')).nextRunAt).toBeNull()
})
