import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { findPostgresBinaries } from './postgres-binaries.ts'
import { giveToUnprivileged, spawnUnprivileged } from './unprivileged.ts'

/** The superuser of the embedded cluster: it migrates and owns everything; the application never logs in as it. */
export const EMBEDDED_OWNER = 'rasad_owner'
const PORT = 5432
/** A socket address holds 107 bytes (sun_path of Linux, one less for the final zero; macOS has 103). */
const LONGEST_SOCKET_PATH = 100

export type EmbeddedPostgres = {
  /** True when another process of ours had already started the server. */
  attached: boolean
  socketFolder: string
  port: number
  /** Leaves the server; the last one out stops it. */
  leave: () => Promise<void>
}

type Settings = Readonly<Record<string, string>>

/** Opens the cluster in `folder`: creates it when it is not there, starts it, or attaches to the running one. */
export async function openEmbeddedPostgres(
  folder: string,
  settings: Settings = {},
): Promise<EmbeddedPostgres> {
  const cluster = path.resolve(folder)
  const socketFolder = socketFolderOf(cluster)
  if (!existsSync(path.join(cluster, 'PG_VERSION'))) await createCluster(cluster)
  mkdirSync(socketFolder, { recursive: true, mode: 0o700 })
  giveToUnprivileged(socketFolder)

  // A killed server leaves children and a lock behind for up to a few seconds (findings: 3 s with a slow init).
  const giveUpAt = Date.now() + 20_000
  while (Date.now() < giveUpAt) {
    const running = readPostmaster(cluster)
    if (running?.ready && (await answers(running.socketFolder, running.port))) {
      return opened(cluster, running, true)
    }
    const started = await startServer(cluster, socketFolder, settings)
    if (started) return opened(cluster, started, false)
    await sleep(50)
  }
  throw new Error(`PostgreSQL did not start; its last words are in ${path.join(cluster, 'server.log')}`)
}

function socketFolderOf(cluster: string): string {
  const inside = path.join(cluster, 'socket')
  if (Buffer.byteLength(path.join(inside, `.s.PGSQL.${PORT}`)) <= LONGEST_SOCKET_PATH) return inside
  const name = createHash('sha256').update(cluster).digest('hex').slice(0, 16)
  return path.join(tmpdir(), `rasad-${process.getuid?.() ?? 0}-${name}`)
}

/** Made beside its place and renamed, so that of several first starts one wins and a killed one leaves nothing half. */
async function createCluster(cluster: string): Promise<void> {
  removeDrafts(cluster)
  const draft = `${cluster}.init-${process.pid}`
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  giveToUnprivileged(draft)
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = ['--auth-local=trust', '--auth-host=reject']
  const initdb = path.join(findPostgresBinaries(), 'bin', 'initdb')
  const child = spawnUnprivileged(
    initdb,
    ['-D', draft, '-U', EMBEDDED_OWNER, '-E', 'UTF8', ...access, ...locale],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    },
  )
  let words = ''
  child.stderr?.on('data', (chunk: Buffer) => (words += chunk.toString()))
  const code = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject))
  if (code !== 0) {
    rmSync(draft, { recursive: true, force: true })
    throw new Error(`PostgreSQL could not create its folder ${cluster}: ${words.trim()}`)
  }
  try {
    renameSync(draft, cluster)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(path.join(cluster, 'PG_VERSION'))) throw error
  }
}

/** Removes what creations left behind that were killed. */
function removeDrafts(cluster: string): void {
  const folder = path.dirname(cluster)
  const begin = `${path.basename(cluster)}.init-`
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder).filter((each) => each.startsWith(begin))) {
    const pid = Number(name.slice(begin.length))
    if (pid === process.pid || !isAlive(pid))
      rmSync(path.join(folder, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function opened(cluster: string, running: Postmaster, attached: boolean): EmbeddedPostgres {
  const { socketFolder, port } = running
  return { attached, socketFolder, port, leave: () => leaveServer(cluster, running) }
}

async function startServer(
  cluster: string,
  socketFolder: string,
  settings: Settings,
): Promise<Postmaster | undefined> {
  const log = openSync(path.join(cluster, 'server.log'), 'a')
  const fixed = { listen_addresses: '', unix_socket_directories: socketFolder, ...settings }
  const options = Object.entries(fixed).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawnUnprivileged(
    path.join(findPostgresBinaries(), 'bin', 'postgres'),
    ['-D', cluster, '-p', String(PORT), ...options],
    { stdio: ['ignore', log, log], env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' }, detached: true },
  )
  closeSync(log)
  const ended = new AbortController()
  server.on('exit', () => ended.abort()).on('error', () => ended.abort())
  while (!ended.signal.aborted) {
    const running = readPostmaster(cluster)
    if (running?.ready && running.pid === server.pid && (await answers(running.socketFolder, running.port))) {
      server.unref()
      return running
    }
    await sleep(5)
  }
  return undefined
}

/** A smart shutdown, so that whoever comes in between the question and the signal still finishes their work. */
async function leaveServer(cluster: string, { pid, socketFolder, port }: Postmaster): Promise<void> {
  // Backends of connections that were just closed are gone only a moment later.
  const decideAt = Date.now() + 300
  while (await othersAreConnected(socketFolder, port)) {
    if (Date.now() > decideAt) return
    await sleep(10)
  }
  try {
    process.kill(pid, 'SIGTERM')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
  const giveUpAt = Date.now() + 10_000
  while (readPostmaster(cluster)?.pid === pid && Date.now() < giveUpAt) await sleep(5)
}

async function othersAreConnected(socketFolder: string, port: number): Promise<boolean> {
  const client = ownerClient(socketFolder, port)
  try {
    await client.connect()
    const others = await client.query(
      `select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    )
    return others.rows.length > 0
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

type Postmaster = { pid: number; port: number; socketFolder: string; ready: boolean }

function readPostmaster(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return {
      pid: Number(lines[0]),
      port: Number(lines[3]),
      socketFolder: lines[4] ?? '',
      ready: (lines[7] ?? '').trim() === 'ready',
    }
  } catch {
    return undefined
  }
}

async function answers(socketFolder: string, port: number): Promise<boolean> {
  const client = ownerClient(socketFolder, port)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

function ownerClient(socketFolder: string, port: number): pg.Client {
  const client = new pg.Client({
    host: socketFolder,
    port,
    user: EMBEDDED_OWNER,
    database: 'postgres',
    connectionTimeoutMillis: 2000,
  })
  client.on('error', () => {})
  return client
}
