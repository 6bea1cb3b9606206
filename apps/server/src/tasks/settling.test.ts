import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { takeJobStep } from '@rasad/contracts/jobs'
import { System, type SystemTask } from '@rasad/contracts/system'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { asOwner, openOwnRasad, ownFolder, type OwnRasad } from '../../test/own-rasad.ts'
import { localOperator } from '../app.ts'
import { takeStep } from '../modules/jobs/jobs.commands.ts'
import { act } from '../platform/act.ts'
import { startQueue } from './queue.ts'

const CHILD = path.join(import.meta.dirname, '..', '..', 'test', 'queue-child.ts')
const WITHDRAWAL = takeJobStep.body.parse({ step: 'withdraw', reason: 'آزمون' })
const folder = ownFolder()
let own: OwnRasad

beforeAll(async () => {
  own = await openOwnRasad(path.join(folder.at, 'data'))
  await own.openPeriod('15')
  await own.openPeriod('06')
})

afterAll(async () => {
  await own[Symbol.asyncDispose]()
  folder[Symbol.dispose]()
})

const state = async () => System.parse((await own.http.inject('/api/system')).json())
const settling = async (): Promise<SystemTask> => (await state()).tasks.find(({ task }) => task === 'settle')!
const registered = async (province: string) => {
  const response = await own.http.inject(`/api/figures?province=${province}&period=1404`)
  return response.json<{ total: { registered: number } }>().total.registered
}
const untilSettled = (within = 5000) =>
  vi.waitFor(async () => expect((await state()).unsettled).toBe(0), { timeout: within, interval: 50 })
const holder = async () => {
  const [held] = await asOwner<{ by: string }>(
    own.rasad,
    `select locked_by as by from graphile_worker.jobs where task_identifier = 'settle' and locked_at is not null`,
  )
  return held?.by
}

test('without a server that settles a figure is right at once, and settled once there is one', async () => {
  await own.register('15', 1)
  await sleep(1500)
  expect((await state()).unsettled).toBe(1)
  expect(await registered('15')).toBe(1)
  expect(await settling()).toMatchObject({ running: 0, waiting: 0, lastRun: null })

  const queue = await startQueue(own.rasad, undefined)
  await untilSettled()
  expect(await registered('15')).toBe(1)
  await own.register('15', 1)
  await untilSettled(3000)
  await queue.stop()
  expect(await settling()).toMatchObject({ running: 0, waiting: 1 })
})

test('of two servers one settles, and the other one goes on when that one stops', async () => {
  const [first, second] = [await startQueue(own.rasad, undefined), await startQueue(own.rasad, undefined)]
  await vi.waitFor(async () => expect(await holder()).toBeDefined(), { timeout: 5000 })
  const held = await holder()
  await sleep(1500)
  expect(await settling()).toMatchObject({ running: 1, waiting: 0, runningSince: expect.any(String) })
  expect(await holder()).toBe(held)

  await first.stop()
  await vi.waitFor(async () => expect(await holder()).toBeDefined(), { timeout: 5000 })
  await own.register('15', 2)
  await untilSettled()
  await second.stop()
})

test('what a killed server held is taken up by another one', async () => {
  const child = spawn(process.execPath, [CHILD, own.rasad.folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  await once(child.stdout, 'data')
  await vi.waitFor(async () => expect(await holder()).toBeDefined(), { timeout: 5000 })
  const killed = await holder()
  child.kill('SIGKILL')
  await ended
  await own.register('06', 1)
  expect(await registered('06')).toBe(1)
  expect(await holder()).toBe(killed)

  const queue = await startQueue(own.rasad, undefined)
  await untilSettled(20_000)
  expect(await holder()).not.toBe(killed)
  await queue.stop()
})

test('two writers wait neither for one another nor for the settling, whichever of them commits first', async () => {
  const queue = await startQueue(own.rasad, undefined)
  const jobs = [await own.register('15', 1), await own.register('15', 2)]
  const [early, late] = jobs.map(({ job }) => (job as { jobId: number }).jobId)
  await untilSettled()
  const before = await registered('15')
  const withdraw = (jobId: number | undefined, wait: Promise<void>) => {
    const order = { actor: localOperator(), action: 'job.step-taken', province: '15', subject: { jobId } }
    return act(own.rasad.database, order, async (tx) => {
      await takeStep(tx, '15', jobId!, WITHDRAWAL, { actor: order.actor, now: Date.now() })
      await wait
    })
  }
  let leave = () => {}
  const left = new Promise<void>((resolve) => (leave = resolve))
  const slow = withdraw(late, left)

  await withdraw(early, Promise.resolve())
  await untilSettled()
  expect(await registered('15')).toBe(before - 1)

  leave()
  await slow
  await untilSettled()
  expect(await registered('15')).toBe(before - 2)
  await queue.stop()
})

test('settling that fails says so, and goes on when it can', async () => {
  await asOwner(own.rasad, 'revoke insert on settled_batch from rasad_app')
  const queue = await startQueue(own.rasad, undefined)
  await own.register('15', 4)
  const before = await registered('15')
  await vi.waitFor(async () => expect((await settling()).lastRun?.fault).toBe('no-access'), { timeout: 5000 })
  expect(await settling()).toMatchObject({ running: 1, failed: 0 })

  await asOwner(own.rasad, 'grant insert on settled_batch to rasad_app')
  await untilSettled()
  await vi.waitFor(async () => expect((await settling()).lastRun?.fault).toBeNull(), { timeout: 5000 })
  expect(await registered('15')).toBe(before)
  await queue.stop()
})
