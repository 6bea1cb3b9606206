import type { TestProject } from 'vitest/node'
import { buildWeb } from '../tools/build-web.ts'
import { startBrowser } from './browser.ts'
import { serveKit } from './serve-kit.ts'
import { startServing } from './serving.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the Rasad of the journeys answers, and where their one browser can be reached. */
    journeys: { url: string; browser: string }
    /** Where the sheet of shared parts is. */
    kit: string
  }
}

/** Builds the pages where they have changed, and starts one Rasad and one browser for all journeys. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildWeb()
  const [serving, browser, kit] = await Promise.all([startServing(), startBrowser(), serveKit()])
  project.provide('journeys', { url: serving.url, browser: browser.wsEndpoint() })
  project.provide('kit', kit.url)
  return async () => {
    await kit[Symbol.asyncDispose]()
    await browser.close()
    await serving[Symbol.asyncDispose]()
  }
}
