import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openWorld } from '../../../test/world.ts'
import type { Problem } from '../../platform/problem.ts'
import { loadReferenceFiles } from './reference.commands.ts'

const SHARED = path.resolve(import.meta.dirname, '../../../../../../shared/reference')

/** A file of an operator, gone after the test. */
function operatorFile(name: string, content: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'rasad-reference-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}

const point = (code: string, more: object = {}) => ({
  type: 'Feature',
  properties: { code, ...more },
  geometry: { type: 'Point', coordinates: [48.3, 33.5] },
})
const collection = (features: object[]) => JSON.stringify({ type: 'FeatureCollection', features })
const VILLAGES = 'code,name_fa,rural_district_code,county_code\n999901,"نمونه، بالا",1503010001,1503\n'

test('an operator loads villages and outlines, and a second time brings them up to date', async () => {
  await using world = await openWorld({ province: '15' })
  const { rows } = await world.rasad.pool.query<{ code: string }>(
    `select code from rural_district where county_id = '1503' order by code limit 1`,
  )
  const villages = operatorFile('villages.csv', VILLAGES.replace('1503010001', rows[0]!.code))
  const outlines = operatorFile(
    'outlines.geojson',
    collection([point('1508', { covers: '1508;1512' }), point('15')]),
  )

  const first = await loadReferenceFiles(world.rasad, [villages, outlines])
  await loadReferenceFiles(world.rasad, [villages, outlines])

  expect(first).toEqual([
    { file: 'villages.csv', kind: 'villages', rows: 1 },
    { file: 'outlines.geojson', kind: 'outlines', rows: 2 },
  ])
  const village = await world.rasad.pool.query(`select name_fa from village where code = '999901'`)
  const outline = await world.rasad.pool.query(`select covers, source from outline where code = '1508'`)
  expect(village.rows).toEqual([{ name_fa: 'نمونه، بالا' }])
  expect(outline.rows).toEqual([{ covers: ['1508', '1512'], source: 'outlines.geojson' }])
})

test.each([
  ['a table of something else', 'list.csv', 'a,b\n1,2\n', 'reference.not-villages'],
  ['a text that is no JSON', 'map.geojson', '{"features":', 'reference.not-outlines'],
  [
    'a rate that is no share',
    'labour.csv',
    'code,year,unemployment_rate,source\n1501,1403,8.1,مرکز آمار\n1502,1403,810,مرکز آمار\n',
    'reference.not-labour-force',
  ],
  [
    'a rate without its source',
    'labour.csv',
    'code,year,unemployment_rate,source\n1501,1403,8.1,\n',
    'reference.not-labour-force',
  ],
  [
    'an outline without a code',
    'map.json',
    collection([{ properties: {}, geometry: { type: 'Point' } }]),
    'reference.not-outlines',
  ],
] as const)(
  '%s is refused, and the file before it is not loaded either',
  async (_name, name, content, code) => {
    await using world = await openWorld()
    const good = operatorFile('good.geojson', collection([point('0303')]))

    const load = loadReferenceFiles(world.rasad, [good, operatorFile(name, content)])

    await expect(load).rejects.toThrow(expect.objectContaining({ code }) as Problem)
    const outline = await world.rasad.pool.query(`select code from outline where code = '0303'`)
    expect(outline.rows).toEqual([])
  },
)

test.skipIf(!existsSync(SHARED))(
  'the outlines of all provinces and counties load as they are handed out',
  async () => {
    await using world = await openWorld()
    const files = ['boundaries-adm1.geojson', 'boundaries-adm2.geojson', 'villages.csv']

    const loads = await loadReferenceFiles(
      world.rasad,
      files.map((file) => path.join(SHARED, file)),
    )

    expect(loads.map(({ rows }) => rows)).toEqual([31, 478, 98_100])
  },
)
