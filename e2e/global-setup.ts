import type { TestProject } from 'vitest/node'
import { buildWeb } from '../tools/build-web.ts'
import { startBrowser } from './browser.ts'
import { startServing } from './serving.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the Rasad of the journeys answers, and where their one browser can be reached. */
    journeys: { url: string; browser: string }
  }
}

/** Builds the pages where they have changed, and starts one Rasad and one browser for all journeys. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildWeb()
  const [serving, browser] = await Promise.all([startServing(), startBrowser()])
  project.provide('journeys', { url: serving.url, browser: browser.wsEndpoint() })
  return async () => {
    await browser.close()
    await serving[Symbol.asyncDispose]()
  }
}
