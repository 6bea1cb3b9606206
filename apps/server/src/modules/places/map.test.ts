import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { API_ROOT } from '@rasad/contracts/define-route'
import { getMap, getOutlines } from '@rasad/contracts/places'
import { expect, onTestFinished, test } from 'vitest'
import { actorOf } from '../../../test/scoped-world.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { loadReferenceFiles } from './reference.commands.ts'

async function loadOutlines({ rasad }: World, codes: readonly string[], longitude: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rasad-outlines-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = path.join(folder, 'outlines.geojson')
  const geometry = { type: 'Point', coordinates: [longitude, 33.5] }
  const features = codes.map((code) => ({ type: 'Feature', properties: { code }, geometry }))
  writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features }))
  await loadReferenceFiles(rasad, [file])
}

test('each county has its place on the tile map, and outlines are there once an operator has loaded them', async () => {
  await using world = await openWorld()
  const { province } = world
  const map = () => world.call(getMap, { query: { province } })
  const before = await map()
  const tiles = before.counties.map(({ tile }) => tile && `${tile.column}/${tile.row}`)
  expect(before.outlines).toBeNull()
  expect(tiles).not.toContain(null)
  expect(new Set(tiles).size).toBe(tiles.length)

  await loadOutlines(world, [world.county(0), '9901'], 48.3)

  expect((await map()).outlines).toMatch(/^[0-9a-f]{32}$/)
  expect(await world.call(getOutlines, { query: { province } })).toMatchObject({
    type: 'FeatureCollection',
    features: [{ properties: { code: world.county(0), covers: [] }, geometry: { type: 'Point' } }],
  })
})

test('outlines are sent again only when they have changed', async () => {
  await using world = await openWorld()
  const url = `${API_ROOT}${getOutlines.path}?province=${world.province}`
  const ask = (tag = '') => world.http.inject({ url, headers: { 'if-none-match': tag } })
  await loadOutlines(world, [world.county(0)], 48.3)

  const first = await ask()
  const tag = String(first.headers.etag)
  const again = await ask(tag)
  await loadOutlines(world, [world.county(0)], 48.4)
  const changed = await ask(tag)

  expect([first.statusCode, again.statusCode, changed.statusCode]).toEqual([200, 304, 200])
  expect(again.body).toBe('')
})

test('a county is shown its own outline and that of its province, and nothing of another province', async () => {
  await using world = await openWorld()
  const { province } = world
  const [own, other] = [world.county(0), world.county(1)]
  const actor = actorOf('county-officer', { level: 'county', province, county: own })
  await using theirs = await openWorld({ province, actor, period: null })
  await using elsewhere = await openWorld()
  await loadOutlines(world, [province, own, other], 48.3)

  const { features } = await theirs.call(getOutlines, { query: { province } })

  expect(features.map(({ properties }) => properties.code)).toEqual([province, own])
  await loadOutlines(elsewhere, [elsewhere.province], 48.3)
  expect((await theirs.call(getOutlines, { query: { province: elsewhere.province } })).features).toEqual([])
  expect((await theirs.ask(getMap, { query: { province: elsewhere.province } })).statusCode).toBe(404)
})
