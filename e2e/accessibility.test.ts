import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBarriers } from './barriers.ts'
import { PAGES, SIGNPOSTS } from './pages.ts'
import { expectNoFault, goTo, keepPicture, openVisit, type Visit } from './visit.ts'

const APP = join(import.meta.dirname, '../apps/web/src/app')
const looks = (['fa', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((theme) => ({ language, theme })),
)

describe.each(looks)('in $language, $theme', ({ language, theme }) => {
  let visit: Visit
  beforeAll(async () => {
    visit = await openVisit('/', { language, theme })
  })
  afterAll(() => visit[Symbol.asyncDispose]())

  test.each([...Object.keys(PAGES), '/nowhere'])('%s has no barrier', async (path) => {
    await goTo(visit, PAGES[path] ?? path)
    await keepPicture(visit, `${path.slice(1) || 'today'}-${language}-${theme}`)

    expect(await findBarriers(visit)).toEqual([])
    expectNoFault(visit)
  })
})

test('every route is among the pages that are looked at', () => {
  const sources = readdirSync(APP).filter((name) => name.endsWith('.tsx'))
  const text = sources.map((name) => readFileSync(join(APP, name), 'utf8')).join('\n')
  const routes = [...text.matchAll(/\bpath: '(\/[^']*)'/g)].map(([, path]) => path)

  expect(routes.length).toBeGreaterThan(0)
  expect(new Set(routes)).toEqual(new Set([...Object.keys(PAGES), ...SIGNPOSTS]))
})
