import { readdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOwner, openOwnRasad, ownFolder, type OwnRasad } from '../../test/own-rasad.ts'
import { localOperator } from '../app.ts'
import { makeBackup } from '../modules/system/backup.commands.ts'
import { startSchedules, type Schedules } from './schedules.ts'
import { readHour } from '@rasad/domain/calendar/timetable'

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
  asOwner(own.rasad, 'select task_identifier, attempts, locked_at from graphile_worker.jobs')

test('nothing is done before its hour, and work that was missed is done once by two servers together', async () => {
  const first = await startSchedules(own.rasad, EVERYTHING)
  await sleep(500)
  await first.stop()
  expect(await acts()).toEqual([])
  expect(await waiting()).toEqual([])

  await asOwner(
    own.rasad,
    `update graphile_worker._private_known_crontabs set known_since = now() - interval '9 days', last_execution = now() - interval '9 days'`,
  )
  const two = await Promise.all([
    startSchedules(own.rasad, EVERYTHING),
    startSchedules(own.rasad, EVERYTHING),
  ])
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
  const only = await startSchedules(own.rasad, { ...EVERYTHING, check: undefined, drill: undefined })
  await only.stop()

  const known = await asOwner(
    own.rasad,
    'select identifier from graphile_worker._private_known_crontabs order by 1',
  )
  expect(known).toEqual([{ identifier: 'backup' }, { identifier: 'check' }, { identifier: 'drill' }])
  expect(await waiting()).toEqual([])
})
