import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** The server that answers for a data folder: its process and its address. */
export type RunningServer = { pid: number; url: string }

const FILE = 'server.json'
const ANSWER_TIMEOUT_MS = 2000

/** The server that runs on a data folder; a file that a killed one left behind counts for nothing. */
export async function findRunningServer(folder: string): Promise<RunningServer | undefined> {
  const noted = readNote(folder)
  return noted && isAlive(noted.pid) && (await answers(noted.url)) ? noted : undefined
}

/** Notes in the data folder who answers for it. */
export function noteRunningServer(folder: string, server: RunningServer): void {
  writeFileSync(path.join(folder, FILE), `${JSON.stringify(server)}\n`, { mode: 0o600 })
}

/** Takes the note away, if it is still this process's own. */
export function forgetRunningServer(folder: string): void {
  if (readNote(folder)?.pid === process.pid) rmSync(path.join(folder, FILE), { force: true })
}

/** Asks a server to stop and waits for its end; false when it is still there after the wait. */
export async function stopServer({ pid }: RunningServer, waitMs: number): Promise<boolean> {
  process.kill(pid, 'SIGTERM')
  const giveUpAt = Date.now() + waitMs
  while (isAlive(pid)) {
    if (Date.now() > giveUpAt) return false
    await sleep(50)
  }
  return true
}

function readNote(folder: string): RunningServer | undefined {
  try {
    const noted: unknown = JSON.parse(readFileSync(path.join(folder, FILE), 'utf8'))
    return isRunningServer(noted) ? noted : undefined
  } catch {
    return undefined
  }
}

function isRunningServer(noted: unknown): noted is RunningServer {
  if (typeof noted !== 'object' || noted === null || !('pid' in noted) || !('url' in noted)) return false
  return Number.isInteger(noted.pid) && Number(noted.pid) > 0 && typeof noted.url === 'string'
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(new URL('/healthz', url), { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) })
    const body: unknown = await answer.json()
    return answer.ok && typeof body === 'object' && body !== null && 'status' in body && body.status === 'ok'
  } catch {
    return false
  }
}
