import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openEmbeddedPostgres } from '@rasad/server/platform/postgres'
import { figureOf, type Figure } from './figure.ts'
import { timed, type Round } from './rounds.ts'
import { serve } from './serving.ts'
import { inNewFolder, type Run } from './world.ts'

const PORT = 4187
const ROUNDS = 3

/**
 * From `rasad start` to its first answer: on an empty folder, again, and on an empty one that gets the demonstration,
 * whose progress is the first answer; against starting PostgreSQL alone.
 */
export async function measureStart({ say }: Run): Promise<Figure[]> {
  const empty: Round[] = []
  const existing: Round[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    say(`round ${round + 1}`)
    await inNewFolder(async (folder) => {
      const [data, alone] = [path.join(folder, 'data'), path.join(folder, 'alone')]
      empty.push({ ours: await startOnce(data), peer: await startPostgres(alone) })
      existing.push({ ours: await startOnce(data), peer: await startPostgres(alone) })
    })
  }
  say('with the demonstration')
  const demonstrated: Round[] = []
  let loadedAfter = 0
  await inNewFolder(async (folder) => {
    const { pageAfter, answeredAfter } = await startWithDemonstration(path.join(folder, 'data'))
    loadedAfter = answeredAfter
    demonstrated.push({ ours: pageAfter, peer: await startPostgres(path.join(folder, 'alone')) })
  })
  const told = { measure: 'start', unit: 'ms', peerName: 'PostgreSQL alone' } as const
  return [
    figureOf(empty, { ...told, name: 'rasad start, empty folder', budget: { of: 'ours', atMost: 10_000 } }),
    figureOf(existing, {
      ...told,
      name: 'rasad start, existing folder',
      budget: { of: 'ours', atMost: 10_000 },
    }),
    figureOf(demonstrated, {
      ...told,
      name: 'npm start, empty folder, to the page that tells how far the demonstration has come',
      budget: { of: 'ours', atMost: 10_000 },
      details: { 'seconds to the demonstration loaded': loadedAfter / 1000 },
    }),
  ]
}

async function startOnce(folder: string): Promise<number> {
  const { answeredAfter, stop } = await serve(folder, PORT)
  await stop()
  return answeredAfter
}

async function startWithDemonstration(folder: string): Promise<{ pageAfter: number; answeredAfter: number }> {
  const start = performance.now()
  const loading = serve(folder, PORT, ['--demo-if-empty'])
  while ((await fetch(`http://127.0.0.1:${PORT}/`).catch(() => null)) === null) await sleep(20)
  const pageAfter = performance.now() - start
  const { answeredAfter, stop } = await loading
  await stop()
  return { pageAfter, answeredAfter }
}

async function startPostgres(folder: string): Promise<number> {
  let leave = async () => {}
  const ms = await timed(async () => {
    const server = await openEmbeddedPostgres(path.join(folder, 'postgres'))
    leave = server.leave
  })
  await leave()
  await sleep(100)
  return ms
}
