import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBarriers, findColourBarriers } from './barriers.ts'
import { PAGES, SIGNPOSTS } from './pages.ts'
import { expectNoFault, goTo, keepPicture, openVisit, wearTheme, type Visit } from './visit.ts'

const APP = join(import.meta.dirname, '../apps/web/src/app')

describe.each(['fa', 'en'] as const)('in %s', (language) => {
  let visit: Visit
  beforeAll(async () => {
    visit = await openVisit('/', { language, theme: 'system' })
  })
  afterAll(() => visit[Symbol.asyncDispose]())

  test.each([...Object.keys(PAGES), '/nowhere'])(
    '%s has no barrier, neither in the light nor in the dark',
    async (path) => {
      const name = `${path.slice(1) || 'today'}-${language}`
      await wearTheme(visit, 'light')
      await goTo(visit, PAGES[path] ?? path)
      await keepPicture(visit, `${name}-light`)
      expect(await findBarriers(visit)).toEqual([])

      await wearTheme(visit, 'dark')
      await keepPicture(visit, `${name}-dark`)
      expect(await findColourBarriers(visit)).toEqual([])
      expectNoFault(visit)
    },
  )
})

test('every route is among the pages that are looked at', () => {
  const sources = readdirSync(APP).filter((name) => name.endsWith('.tsx'))
  const text = sources.map((name) => readFileSync(join(APP, name), 'utf8')).join('\n')
  const routes = [...text.matchAll(/\bpath: '(\/[^']*)'/g)].map(([, path]) => path)

  expect(routes.length).toBeGreaterThan(0)
  expect(new Set(routes)).toEqual(new Set([...Object.keys(PAGES), ...SIGNPOSTS]))
})
