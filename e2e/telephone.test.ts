import { afterAll, beforeAll, expect, test } from 'vitest'
import { PAGES } from './pages.ts'
import { goTo, keepPicture, openVisit, type Visit } from './visit.ts'

const WIDTH = 360
let visit: Visit

beforeAll(async () => {
  visit = await openVisit('/', { width: WIDTH })
})
afterAll(() => visit[Symbol.asyncDispose]())

test.each(Object.entries(PAGES))('%s fits a telephone 360 pixels wide', async (path, address) => {
  await goTo(visit, address)
  await keepPicture(visit, `${path.slice(1) || 'today'}-360`)

  expect(await visit.page.evaluate(() => document.documentElement.scrollWidth)).toBe(WIDTH)
})
