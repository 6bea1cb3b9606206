import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import type { OpenedPage, Opening } from '../bench/first-page.ts'
import { buildWeb } from '../tools/build-web.ts'
import { startBrowser } from './browser.ts'
import { startServing } from './serving.ts'

const PAGES = [
  { name: 'Today', path: '/', filled: '.ranking tbody td' },
  { name: 'the breakdown', path: '/figures', filled: '.figures table tbody td' },
] as const
/** A slow 4G line, as the browser's own profile has it. */
const SLOW = { latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 }
const OPEN = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 }
const AUDITOR = { userName: 'hesabras', password: 'چهار کلمه بی‌ربط' }

type Asked = (typeof PAGES)[number]

/** Opens the pages that most begin with so many times. */
async function openFirstPages(rounds: number): Promise<OpenedPage[]> {
  await buildWeb()
  await using serving = await startServing('sign-in')
  const server = await startBrowser()
  const browser = await chromium.connect(server.wsEndpoint())
  try {
    const opened: OpenedPage[] = PAGES.map(({ name }) => ({ name, rounds: [] }))
    for (let round = 0; round < rounds; round += 1)
      for (const [index, page] of PAGES.entries()) {
        const slow = await openOnce(browser, serving.url, page, SLOW)
        opened[index]?.rounds.push({ slow, open: await openOnce(browser, serving.url, page, OPEN) })
      }
    return opened
  } finally {
    await browser.close()
    await server.close()
  }
}

async function openOnce(
  browser: Browser,
  url: string,
  { path, filled }: Asked,
  line: typeof SLOW,
): Promise<Opening> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } })
  try {
    await signIn(context)
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', { offline: false, ...line })
    await page.addInitScript(noteWhenFilled, filled)
    await page.goto(path, { waitUntil: 'commit' })
    return await openingOf(page)
  } finally {
    await context.close()
  }
}

async function signIn(context: BrowserContext): Promise<void> {
  const answer = await context.request.post('/api/sign-in', { data: AUDITOR })
  if (!answer.ok()) throw new Error(`the sign-in answers ${answer.status()}: ${await answer.text()}`)
}

/** Runs in the page and remembers when the first cell of the table was drawn. */
function noteWhenFilled(filled: string): void {
  const look = () => {
    if (document.querySelector(filled) === null) requestAnimationFrame(look)
    else Object.assign(globalThis, { filledAt: performance.now() })
  }
  requestAnimationFrame(look)
}

async function openingOf(page: Page): Promise<Opening> {
  await page.waitForFunction(() => 'filledAt' in globalThis, undefined, { polling: 50 })
  return page.evaluate(() => {
    const ms = Number(Reflect.get(globalThis, 'filledAt'))
    const before = performance
      .getEntriesByType('resource')
      .filter((one) => one instanceof PerformanceResourceTiming)
      .filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= ms)
    return { ms, bytes: before.reduce((sum, one) => sum + one.transferSize, 0), requests: before.length + 1 }
  })
}

if (import.meta.main) console.log(JSON.stringify(await openFirstPages(Number(process.argv[2] ?? 1))))
