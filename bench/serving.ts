import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'

const RASAD = path.join(import.meta.dirname, '..', 'apps', 'cli', 'src', 'main.ts')

/** A running `rasad start`, as its first answered request found it. */
export type Serving = {
  url: string
  /** Milliseconds from the start of the process to the answer. */
  answeredAfter: number
  stop: () => Promise<void>
}

/** A token with some permissions, made as an operator of the machine makes it. */
export async function addToken(folder: string, permissions: readonly string[]): Promise<string> {
  const words = [RASAD, 'token', 'add', 'bench', '--permissions', permissions.join(','), '--data', folder]
  const child = spawn(process.execPath, [...words, '--json'], { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  for await (const part of child.stdout.setEncoding('utf8')) text += String(part)
  return (JSON.parse(text) as { secret: string }).secret
}

/** Starts the service on a data folder in a process of its own and waits for its first answer. */
export async function serve(folder: string, port: number, more: readonly string[] = []): Promise<Serving> {
  const start = performance.now()
  const words = [RASAD, 'start', '--data', folder, '--port', String(port), '--json', ...more]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await addressOf(child)
  const answer = await fetch(new URL('/healthz', url))
  if (!answer.ok) throw new Error(`the service answers ${answer.status}`)
  const answeredAfter = performance.now() - start
  const stop = async () => {
    const ended = new Promise((resolve) => child.on('close', resolve))
    child.kill('SIGTERM')
    await ended
  }
  return { url, answeredAfter, stop }
}

async function addressOf(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) {
    return (JSON.parse(line) as { url: string }).url
  }
  throw new Error('the service ended before it was ready')
}
