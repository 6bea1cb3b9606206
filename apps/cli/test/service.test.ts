import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { once } from 'node:events'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { freePort, makeFolder, rasad, startRasad } from './rasad.ts'

const folder = makeFolder()
const server = path.join(folder.path, 'server.json')
const on = (...args: string[]) => ['--data', folder.path, ...args]

afterAll(async () => {
  await rasad(['stop', ...on()])
  folder.remove()
})

test('a server says one address, a second names the first, and both stop and kill -9 are recovered from', async () => {
  const port = await freePort()
  const first = await startRasad(on('--port', String(port)))
  const url = `http://127.0.0.1:${port}`
  expect(first.said()).toBe(`رصد آماده است: ${url}\n`)

  const second = await rasad(['start', ...on('--lang', 'en')])
  expect(second).toEqual({ code: 3, out: '', err: `Rasad is already running: ${url}\n` })
  const asJson = await rasad(['start', ...on('--json')])
  expect(JSON.parse(asJson.out)).toMatchObject({ code: 'service.running' })

  first.child.kill('SIGKILL')
  await first.ended
  expect(existsSync(server)).toBe(true)
  const none = await rasad(['stop', ...on()])
  expect(none).toMatchObject({ code: 0, out: 'رصدی با این پوشهٔ داده در حال اجرا نیست.\n' })

  const again = await startRasad(on('--port', String(port), '--json'))
  expect(JSON.parse(again.said())).toEqual({ url, pid: again.child.pid })
  const healthy = await fetch(`${url}/healthz`)
  expect(await healthy.json()).toEqual({ status: 'ok' })

  const stop = await rasad(['stop', ...on()])
  await again.ended
  expect(stop).toMatchObject({ code: 0, out: 'رصد پایان یافت.\n' })
  expect(again.child.exitCode).toBe(0)
  expect(existsSync(server)).toBe(false)
})

test('Ctrl-C ends the server cleanly', async () => {
  const running = await startRasad(on('--port', String(await freePort())))

  running.child.kill('SIGINT')
  await running.ended

  expect(running.child.exitCode).toBe(0)
  expect(existsSync(server)).toBe(false)
})

test('a port that another program holds is named, with what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0

  const refused = await rasad(['start', ...on('--port', String(port), '--lang', 'en')])
  other.close()

  expect(refused.code).toBe(4)
  expect(refused.err).toContain(`Port ${port} is taken`)
  expect(refused.err).toContain('--port')
  expect(existsSync(server)).toBe(false)
})

test('a note of a process that is alive but no Rasad counts for nothing', async () => {
  mkdirSync(folder.path, { recursive: true })
  writeFileSync(server, JSON.stringify({ pid: process.pid, url: `http://127.0.0.1:${await freePort()}` }))

  const stop = await rasad(['stop', ...on('--json')])

  expect(JSON.parse(stop.out)).toEqual({ stopped: false })
})

test('a port that is none is refused before anything starts', async () => {
  const refused = await rasad(['start', ...on('--port', '۷۰۰۰۰')])

  expect(refused.code).toBe(2)
  expect(refused.err).toContain('--port')
})
