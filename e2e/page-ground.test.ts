import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { goTo, openVisit } from './visit.ts'

const DIST = join(import.meta.dirname, '../apps/web/dist')
const FIRST_PAGE_LIMIT = 180 * 1024
const CHART_LIMIT = 190 * 1024
const OUTSIDE = /https?:\/\/(?!www\.w3\.org\/|react\.dev|127\.0\.0\.1)[a-z0-9.-]+/g

test('our own font is loaded and text has width', async () => {
  await using visit = await openVisit('/figures?province=15&period=1404')

  const { loaded, width } = await visit.page.evaluate(async () => {
    await document.fonts.ready
    const faces = [...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family)
    return { loaded: faces, width: document.querySelector('h1')?.getBoundingClientRect().width ?? 0 }
  })

  expect(loaded.some((family) => family.includes('Vazirmatn'))).toBe(true)
  expect(width).toBeGreaterThan(40)
})

test('the first page loads less than 180 KB of packed JavaScript, and for its chart less than 190 KB more', async () => {
  await using visit = await openVisit('/?province=15&period=1404')
  await visit.page.locator('.chart-drawing svg').waitFor()
  const loaded = await visit.page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  )
  const scripts = [...new Set(loaded.filter((path) => path.endsWith('.js')))]
  const weightOf = (paths: readonly string[]) =>
    paths.reduce((sum, path) => sum + statSync(join(DIST, `${path}.gz`)).size, 0)
  const isOfChart = (path: string) => path.includes('chart-drawing')

  expect(scripts.length).toBeGreaterThan(1)
  expect(weightOf(scripts.filter((path) => !isOfChart(path)))).toBeLessThan(FIRST_PAGE_LIMIT)
  expect(weightOf(scripts.filter(isOfChart))).toBeLessThan(CHART_LIMIT)
})

test.each(['/', '/figures'])(
  'on %s every style sheet stands once, that of the ground first',
  async (path) => {
    await using visit = await openVisit(`${path}?province=15&period=1404`)
    await visit.page.locator('h1').waitFor()
    const sheets = await visit.page
      .locator('link[rel=stylesheet]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')))

    expect(sheets.length).toBeGreaterThan(1)
    expect(sheets[0]).toContain('/ground-')
    expect(new Set(sheets).size).toBe(sheets.length)
  },
)

test('scripts are packed, kept for ever, and every answer carries the security headers', async () => {
  const { url } = inject('journeys')
  const script = readdirSync(join(DIST, 'assets')).find((name) => name.endsWith('.js'))!

  const asset = await fetch(`${url}/assets/${script}`, { headers: { 'accept-encoding': 'br' } })
  const page = await fetch(`${url}/anywhere`, { headers: { accept: 'text/html' } })
  const api = await fetch(`${url}/api/nowhere`, { headers: { accept: 'text/html' } })

  expect(asset.headers.get('content-encoding')).toBe('br')
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(page.headers.get('cache-control')).toBe('no-cache')
  expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self';/)
  expect(page.headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/)
  expect(api.status).toBe(404)
  expect(api.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  for (const answer of [asset, page, api])
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
})

test('what was asked for early and not taken by the first page is asked for again', async () => {
  await using visit = await openVisit('/administration/system')
  await visit.page.addInitScript(() => {
    Object.defineProperty(globalThis, 'rasadEarly', {
      configurable: true,
      set: (asked: Map<string, Promise<Response>>) => {
        asked.set('/api/agencies', Promise.resolve(Response.json({ agencies: [] })))
        Object.defineProperty(globalThis, 'rasadEarly', { configurable: true, value: asked })
      },
    })
  })
  await goTo(visit, '/administration/system')

  await visit.page.getByRole('link', { name: 'دستگاه‌ها' }).click()
  await visit.page.getByRole('row', { name: /کمیته امداد/ }).waitFor()
})

test('two pages carry two nonces', async () => {
  const { url } = inject('journeys')
  const policies = await Promise.all(
    [1, 2].map(async () => {
      const answer = await fetch(url, { headers: { accept: 'text/html' } })
      expect(await answer.text()).not.toContain('%NONCE%')
      return answer.headers.get('content-security-policy')
    }),
  )

  expect(policies[0]).not.toBe(policies[1])
})

test('style sheets and the page name no file of another host', () => {
  const assets = readdirSync(join(DIST, 'assets')).filter((name) => /\.(css|svg)$/.test(name))
  const texts = [join(DIST, 'index.html'), ...assets.map((name) => join(DIST, 'assets', name))]

  const named = texts.flatMap((file) => readFileSync(file, 'utf8').match(OUTSIDE) ?? [])

  expect(assets.length).toBeGreaterThan(1)
  expect(named).toEqual([])
})
