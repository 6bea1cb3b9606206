import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Serving } from '../serving.ts'
import { ARTEFACTS } from '../artefacts.ts'

const PROGRAM = resolve(import.meta.dirname, '../../apps/cli/src/main.ts')

/** Starts the program as `npm start` does in an empty folder. It loads the demonstration before it answers. */
export async function startDemonstration(): Promise<Serving> {
  const folder = mkdtempSync(join(tmpdir(), 'rasad-roles-'))
  const port = await freePort()
  const words = ['start', '--demo-if-empty', '--data', folder, '--port', String(port)]
  mkdirSync(ARTEFACTS, { recursive: true })
  const log = openSync(join(ARTEFACTS, 'demonstration.log'), 'w')
  const program = spawn(process.execPath, [PROGRAM, ...words], { stdio: ['ignore', log, log] })
  const ended = once(program, 'exit')
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      program.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  return address.port
}
