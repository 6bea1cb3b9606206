import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  chromium,
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  type Page,
} from 'playwright-core'
import { expect, inject } from 'vitest'
import { ARTEFACTS } from './artefacts.ts'

type Theme = 'light' | 'dark'
/** How somebody looks at the pages. */
export type Look = {
  language?: 'fa' | 'en'
  theme?: Theme | 'system'
  width?: number
  /** Another Rasad than the one all journeys share. */
  at?: string
  /** What is done in their name before the first page opens: signing in. */
  enter?: (request: APIRequestContext) => Promise<void>
}
/** One person's window on the system, closed at the end of the block. */
export type Visit = AsyncDisposable & { page: Page; context: BrowserContext; faults: readonly string[] }

const { url, browser: endpoint } = inject('journeys')
let connected: Promise<Browser> | undefined

/** Leaves the browser; whoever opens a window next comes to it again. */
export async function leaveBrowser(): Promise<void> {
  await (await connected)?.close()
  connected = undefined
}

/** Opens a window at an address. Anything the browser complains about, and any request to another host, is a fault. */
export async function openVisit(path: string, look: Look = {}): Promise<Visit> {
  const { language = 'fa', theme = 'light', width = 1440, at = url, enter } = look
  connected ??= chromium.connect(endpoint)
  const context = await (
    await connected
  ).newContext({
    baseURL: at,
    viewport: { width, height: width < 600 ? 740 : 900 },
    locale: language === 'fa' ? 'fa-IR' : 'en-GB',
    reducedMotion: 'reduce',
  })
  await context.addInitScript(
    ([chosenLanguage, chosenTheme]) => {
      localStorage.setItem('rasad.language', chosenLanguage)
      localStorage.setItem('rasad.theme', chosenTheme)
    },
    [language, theme] as const,
  )
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text())
  })
  page.on('request', (request) => {
    const asked = new URL(request.url())
    if (asked.protocol !== 'data:' && asked.origin !== new URL(at).origin) faults.push(`asked ${asked.href}`)
  })
  await enter?.(context.request)
  const visit = { page, context, faults, [Symbol.asyncDispose]: () => context.close() }
  await goTo(visit, path)
  return visit
}

/** Goes to an address as if it had been typed. */
export async function goTo({ page }: Visit, path: string): Promise<void> {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** Turns the whole machine to a theme, which a page that was opened with the theme of the system follows. */
export async function wearTheme({ page }: Visit, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme })
  await page.locator(`html[data-theme=${theme}]`).waitFor()
  // A colour that is on its way is neither the one nor the other.
  await page.evaluate(async () => {
    const ways = document.getAnimations().filter((one) => one instanceof CSSTransition)
    await Promise.allSettled(ways.map(({ finished }) => finished))
  })
}

/** Keeps a picture of the page among the artefacts of the run. */
export async function keepPicture({ page }: Visit, name: string): Promise<void> {
  mkdirSync(ARTEFACTS, { recursive: true })
  await page.screenshot({ path: join(ARTEFACTS, `${name}.jpg`), quality: 90 })
}

/** The browser had nothing to complain about. */
export function expectNoFault({ faults }: Visit): void {
  expect(faults).toEqual([])
}
