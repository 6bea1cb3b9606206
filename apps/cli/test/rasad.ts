import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { expect } from 'vitest'

const MAIN = path.join(import.meta.dirname, '..', 'src', 'main.ts')

/** How a command ended and what it said. */
export type Ending = { code: number | null; out: string; err: string }

/** A folder for a Rasad of the test's own, under a name with a space and Persian letters. */
export function makeFolder(): { path: string; remove: () => void } {
  const parent = mkdtempSync(path.join(tmpdir(), 'rasad-'))
  return {
    path: path.join(parent, 'داده‌های آزمون یک'),
    remove: () => rmSync(parent, { recursive: true, force: true, maxRetries: 5 }),
  }
}

/** Starts the real command; nothing of the tester's language or database reaches it. */
export function spawnRasad(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): ChildProcess {
  const { PATH = '', HOME = '' } = process.env
  return spawn(process.execPath, [MAIN, ...args], {
    env: { PATH, HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Runs the real command to its end. */
export async function rasad(
  args: readonly string[],
  environment?: Readonly<Record<string, string>>,
): Promise<Ending> {
  const child = spawnRasad(args, environment)
  const out = gather(child.stdout)
  const err = gather(child.stderr)
  const [code] = await once(child, 'close')
  return { code: code as number | null, out: out(), err: err() }
}

/** The commands on one data folder: how one ends, and what one that must succeed answers. */
export function commandsOn(folder: string): {
  on: (...args: string[]) => Promise<Ending>
  answer: <T>(...args: string[]) => Promise<T>
} {
  const on = (...args: string[]) => rasad([...args, '--data', folder])
  const answer = async <T>(...args: string[]) => {
    const ending = await on(...args, '--json')
    expect(ending).toMatchObject({ code: 0, err: '' })
    return JSON.parse(ending.out) as T
  }
  return { on, answer }
}

/** A server that runs for the test, once it has said its address. */
export async function startRasad(
  args: readonly string[],
): Promise<{ child: ChildProcess; said: () => string; ended: Promise<unknown> }> {
  const child = spawnRasad(['start', ...args])
  const ended = once(child, 'close')
  const said = gather(child.stdout)
  const complaint = gather(child.stderr)
  const first = child.stdout ? once(child.stdout, 'data') : Promise.resolve()
  await Promise.race([first, ended])
  if (child.exitCode !== null) throw new Error(`rasad start ended: ${complaint()}`)
  return { child, said, ended }
}

/** A port of this machine that nobody holds. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address ? address.port : 0
}

function gather(stream: Readable | null): () => string {
  let text = ''
  stream?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  return () => text
}
