import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { EMBEDDED_OWNER, openEmbeddedPostgres, type EmbeddedPostgres } from './postgres.ts'

function newFolder(...names: string[]): string {
  const root = mkdtempSync(path.join(tmpdir(), 'rasad-pg-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const folder = path.join(root, ...names)
  mkdirSync(folder, { recursive: true })
  return folder
}

async function ask<T>({ socketFolder, port }: EmbeddedPostgres, statement: string): Promise<T[]> {
  const client = new pg.Client({ host: socketFolder, port, user: EMBEDDED_OWNER, database: 'postgres' })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<T & pg.QueryResultRow>(statement)).rows
  } finally {
    await client.end()
  }
}

function postmasterOf(cluster: string): number {
  return Number(readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
}

test('a second opening attaches to the running server, and the last one out stops it', async () => {
  const cluster = path.join(newFolder(), 'postgres')

  const first = await openEmbeddedPostgres(cluster)
  const second = await openEmbeddedPostgres(cluster)

  expect([first.attached, second.attached]).toEqual([false, true])
  const held = new pg.Client({
    host: second.socketFolder,
    port: second.port,
    user: EMBEDDED_OWNER,
    database: 'postgres',
  })
  await held.connect()
  await first.leave()
  expect((await held.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await held.end()
  await second.leave()
  expect(existsSync(path.join(cluster, 'postmaster.pid'))).toBe(false)
})

test.each([
  ['spaces and Persian letters', ['پوشهٔ داده‌ها', 'a b']],
  ['a name too long for a socket', ['x'.repeat(120)]],
])('the folder may be one with %s', async (_kind, names) => {
  const cluster = path.join(newFolder(...names), 'postgres')

  const server = await openEmbeddedPostgres(cluster)
  const answer = await ask<{ server_encoding: string }>(server, 'show server_encoding')
  const [listening] = await ask<{ listen_addresses: string }>(server, 'show listen_addresses')
  await server.leave()
  onTestFinished(() => rmSync(server.socketFolder, { recursive: true, force: true }))

  expect(answer).toEqual([{ server_encoding: 'UTF8' }])
  expect(listening!.listen_addresses).toBe('')
  expect(Buffer.byteLength(path.join(server.socketFolder, '.s.PGSQL.5432'))).toBeLessThan(104)
})

test('after kill -9 of the server the next opening starts it again with everything that was committed', async () => {
  const cluster = path.join(newFolder(), 'postgres')
  const first = await openEmbeddedPostgres(cluster)
  await ask(first, 'create table kept as select generate_series(1, 1000) as n')

  process.kill(postmasterOf(cluster), 'SIGKILL')
  const second = await openEmbeddedPostgres(cluster)

  expect(second.attached).toBe(false)
  expect(await ask(second, 'select count(*)::integer as n from kept')).toEqual([{ n: 1000 }])
  await second.leave()
})

test('a postmaster.pid that was left behind, of a dead or of another program, does not keep the server from starting', async () => {
  const cluster = path.join(newFolder(), 'postgres')
  const first = await openEmbeddedPostgres(cluster)
  const left = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  await first.leave()

  for (const pid of [2 ** 22 + 1, process.pid]) {
    writeFileSync(path.join(cluster, 'postmaster.pid'), [pid, ...left.slice(1)].join('\n'), { mode: 0o600 })
    const again = await openEmbeddedPostgres(cluster)
    expect(await ask(again, 'select 1 as one')).toEqual([{ one: 1 }])
    await again.leave()
  }
})

/** Another process that opens the folder and stays until it is told to leave. */
function openElsewhere(folder: string) {
  const script = fileURLToPath(new URL('../../test/open-child.ts', import.meta.url))
  const child = spawn(process.execPath, [script, folder], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const opened = (async () => {
    for await (const line of createInterface({ input: child.stdout }))
      return JSON.parse(line) as { migrated: number; since: { since: string } }
    throw new Error('the child said nothing')
  })()
  return { opened, leave: () => (child.stdin.end(), ended), kill: () => (child.kill('SIGKILL'), ended) }
}

test('of three first starts at once one makes the database and migrates it, and all work on the same server', async () => {
  const folder = newFolder('data')

  const processes = [1, 2, 3].map(() => openElsewhere(folder))
  const opened = await Promise.all(processes.map((each) => each.opened))

  expect(new Set(opened.map(({ since }) => since.since)).size).toBe(1)
  expect(opened.filter(({ migrated }) => migrated > 0)).toHaveLength(1)
  expect(await Promise.all(processes.map(({ leave }) => leave()))).toEqual([0, 0, 0])
  expect(existsSync(path.join(folder, 'postgres', 'postmaster.pid'))).toBe(false)
})

test('a server whose process was killed is found again and stopped by the next one out', async () => {
  const folder = newFolder('data')
  const cluster = path.join(folder, 'postgres')
  const first = openElsewhere(folder)
  const { since } = await first.opened
  await first.kill()
  const orphan = postmasterOf(cluster)

  const second = openElsewhere(folder)

  expect((await second.opened).since.since).toBe(since.since)
  expect(postmasterOf(cluster)).toBe(orphan)
  expect(await second.leave()).toBe(0)
  await pause(10)
  expect(existsSync(path.join(cluster, 'postmaster.pid'))).toBe(false)
})
