import { get, type IncomingMessage } from 'node:http'
import { streamEvents } from '@rasad/contracts/queues'
import { startImport } from '@rasad/contracts/imports'
import { API_ROOT } from '@rasad/contracts/define-route'
import { expect, test } from 'vitest'
import { csvOf, listRow } from '../../../test/csv-lists.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { localOperator } from '../../app.ts'
import { lookOut } from './events.commands.ts'

type Event = { event: string; data: Record<string, unknown> }

/** Listens over a real connection; `next` waits for an event of a kind that fits. */
async function listen({ http, province, period }: World, more: Record<string, string> = {}) {
  const address = http.server.listening ? addressOf(http) : await http.listen({ host: '127.0.0.1', port: 0 })
  const query = new URLSearchParams({ province, period, ...more })
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${address}${API_ROOT}${streamEvents.path}?${query.toString()}`, { agent: false }, resolve).on(
      'error',
      reject,
    )
  })
  const chunks = response.setEncoding('utf8')[Symbol.asyncIterator]() as AsyncIterator<string>
  let text = ''
  const read: Event[] = []
  const pull = async (): Promise<boolean> => {
    const { done, value } = await chunks.next()
    text += value ?? ''
    const parts = text.split('\n\n')
    text = parts.pop()!
    for (const part of parts) {
      const found = /^event: (.+)\ndata: (.+)$/.exec(part)
      if (found) read.push({ event: found[1]!, data: JSON.parse(found[2]!) as Record<string, unknown> })
    }
    return done !== true
  }
  const next = async (
    event: string,
    fits: (data: Event['data']) => boolean = () => true,
  ): Promise<Event['data']> => {
    for (;;) {
      const at = read.findIndex((each) => each.event === event && fits(each.data))
      if (at >= 0) return read.splice(at, 1)[0]!.data
      if (!(await pull())) throw new Error(`the stream ended without ${event}`)
    }
  }
  const end = async (): Promise<void> => {
    while (await pull());
  }
  return { response, next, end, read, close: () => void response.destroy() }
}

function addressOf(http: World['http']): string {
  const { port } = http.server.address() as { port: number }
  return `http://127.0.0.1:${port}`
}

test('a page is told at once what is so, and again when it has changed', async () => {
  await using world = await openWorld()
  const page = await listen(world)
  expect(page.response.headers['content-type']).toMatch(/^text\/event-stream/)
  expect(page.response.headers['x-accel-buffering']).toBe('no')
  expect(page.response.headers['cache-control']).toContain('no-transform')

  expect(await page.next('queues')).toMatchObject({ counts: { confirmation: 0 } })
  expect(await page.next('ledger')).toMatchObject({ batch: 0, settledAt: null })
  await world.register()
  expect(await page.next('queues')).toMatchObject({ counts: { confirmation: 1 } })
  const batch = await world.settle()
  expect(await page.next('ledger')).toMatchObject({ batch })
  page.close()
})

test('nothing is told twice, and a page that is gone is told nothing more', async () => {
  await using world = await openWorld()
  await using other = await openWorld()
  const [staying, going] = [await listen(world), await listen(world)]
  await staying.next('queues')
  await going.next('queues')
  going.close()

  await other.register()
  await world.register()
  expect(await staying.next('queues')).toMatchObject({ counts: { confirmation: 1 } })
  expect(staying.read.filter(({ event }) => event === 'queues')).toEqual([])
  staying.close()
})

test('a page that came while others were told of a change is told of it too', async () => {
  await using world = await openWorld()
  const { rasad, province, period } = world
  const actor = localOperator()
  const told: string[] = []
  const pageNamed = (name: string) => ({
    interest: { province, period, actor },
    tell: (event: string, content: unknown) => void told.push(`${name} ${event} ${JSON.stringify(content)}`),
  })
  const [one, other] = [pageNamed('one'), pageNamed('other')]
  const look = lookOut(rasad.database)
  await look([one])
  await look([other])

  await world.register()
  await look([one])
  told.length = 0
  await look([one, other])

  expect(told.find((each) => each.startsWith('other queues'))).toContain('"confirmation":1')
})

test('an import that was begun elsewhere is followed to its end', async () => {
  await using world = await openWorld()
  const { province, period } = world
  const rows = Array.from({ length: 300 }, () => listRow({ county: world.county(0) }))
  const { runId } = await world.call(startImport, {
    query: { province, period, agency: 'AGRI', name: 'a.csv' },
    body: Buffer.from(csvOf(rows)),
  })
  // Another process of the same system.
  await using other = await openWorld({ province, period: null })
  const page = await listen(other, { runId })

  const done = await page.next('import-run', ({ phase }) => phase === 'done')
  expect(done).toMatchObject({ runId, progress: 1, outcome: { accepted: 300 } })
  page.close()
  const gone = await listen(other, { runId: 'of-a-server-before' })
  expect(await gone.next('import-run')).toEqual({ runId: 'of-a-server-before', phase: 'gone' })
  gone.close()
})

test('who asks only once is told what is so, and no more', async () => {
  await using world = await openWorld()
  const page = await listen(world, { once: 'true' })
  await page.end()

  expect(page.read.map(({ event }) => event)).toEqual(['queues', 'ledger'])
})

test('a server that stops ends the streams and does not wait for them', async () => {
  const world = await openWorld()
  const pages = [await listen(world), await listen(world)]
  for (const page of pages) await page.next('queues')

  const start = performance.now()
  await world.http.close()
  for (const page of pages) await page.end()

  expect(performance.now() - start).toBeLessThan(2000)
})
