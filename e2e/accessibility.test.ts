import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findBarriers } from './barriers.ts'
import { PAGES, SIGNPOSTS } from './pages.ts'
import { expectNoFault, keepPicture, openVisit } from './visit.ts'

const APP = join(import.meta.dirname, '../apps/web/src/app')
const looks = (['fa', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    [...Object.keys(PAGES), '/nowhere'].map((page) => ({ page, language, theme })),
  ),
)

test.each(looks)('$page has no barrier in $language, $theme', async ({ page: path, language, theme }) => {
  await using visit = await openVisit(PAGES[path] ?? path, { language, theme })
  await keepPicture(visit, `${path.slice(1) || 'today'}-${language}-${theme}`)

  expect(await findBarriers(visit)).toEqual([])
  expectNoFault(visit)
})

test.each(Object.entries(PAGES))('%s fits a telephone 360 pixels wide', async (path, address) => {
  await using visit = await openVisit(address, { width: 360 })
  await keepPicture(visit, `${path.slice(1) || 'today'}-360`)

  const width = await visit.page.evaluate(() => document.documentElement.scrollWidth)

  expect(width).toBe(360)
})

test('every route is among the pages that are looked at', () => {
  const sources = readdirSync(APP).filter((name) => name.endsWith('.tsx'))
  const text = sources.map((name) => readFileSync(join(APP, name), 'utf8')).join('\n')
  const routes = [...text.matchAll(/\bpath: '(\/[^']*)'/g)].map(([, path]) => path)

  expect(routes.length).toBeGreaterThan(0)
  expect(new Set(routes)).toEqual(new Set([...Object.keys(PAGES), ...SIGNPOSTS]))
})
