import type { TestProject } from 'vitest/node'
import { buildWeb } from '../../tools/build-web.ts'
import { startBrowser } from '../browser.ts'
import { startDemonstration } from './demonstration.ts'

/** Builds the pages where they have changed, and starts one demonstration and one browser for the journeys of the roles. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildWeb()
  const [serving, browser] = await Promise.all([startDemonstration(), startBrowser()])
  project.provide('journeys', { url: serving.url, browser: browser.wsEndpoint() })
  return async () => {
    await browser.close()
    await serving[Symbol.asyncDispose]()
  }
}
