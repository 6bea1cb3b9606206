import { getRunPreview, listImportRuns, listRunRows } from '@rasad/contracts/import-runs'
import { listImportRows, startImport } from '@rasad/contracts/imports'
import { permissionsOf } from '@rasad/domain/access/roles'
import { expect, test, vi } from 'vitest'
import { csvOf, csvText, HEADER, listRow, cellsOf } from '../../../test/csv-lists.ts'
import { openWorld } from '../../../test/world.ts'

test('a dry run tells the verdict of every row it has something to say about, a page and a reason at a time', async () => {
  await using world = await openWorld()
  const county = world.county(0)
  const twice = listRow({ county })
  const rows = [twice, listRow({ county: 'ناکجا' }), twice, listRow({ county: 'هیچ‌جا' }), listRow({ county })]

  const { runId } = await world.runImport(csvOf(rows), { dryRun: true })
  const ask = (query: object = {}) => world.call(listRunRows, { params: { runId }, query })

  const all = await ask()
  expect(all.rows.map(({ row, verdict, reasons, jobId }) => [row, verdict, reasons, jobId])).toEqual([
    [3, 'rejected', ['county.unknown'], null],
    [4, 'duplicate', ['duplicate.in-file'], null],
    [5, 'rejected', ['county.unknown'], null],
  ])
  expect(await ask({ verdict: 'rejected', limit: '1', offset: '1' })).toMatchObject({
    rows: [{ row: 5 }],
    count: 2,
  })
  expect(await ask({ note: 'duplicate.in-file' })).toMatchObject({ rows: [{ row: 4 }], count: 1 })
  expect(await world.figure()).toMatchObject({ registered: 0 })
})

test('the stored rows of an import are narrowed down by a reason as those of a run are', async () => {
  await using world = await openWorld()
  const rows = [listRow({ county: 'ناکجا' }), listRow({ county: world.county(0), nationalId: '1' })]
  const { importId } = await world.importFile(csvOf(rows))
  const params = { province: world.province, importId: importId! }

  const found = await world.call(listImportRows, { params, query: { note: 'national-id.invalid' } })

  expect(found).toMatchObject({ rows: [{ row: 3 }], count: 1 })
})

test('the first rows are shown as they stand, as they were read and with their verdicts, without what identifies', async () => {
  await using world = await openWorld()
  const county = world.county(0)
  const good = listRow({ county, nationalId: '0012345679', startDate: '۱۴۰۴/۵/۳' })
  const more = Array.from({ length: 30 }, () => listRow({ county }))

  const { runId } = await world.runImport(csvOf([good, listRow({ county: 'ناکجا' }), ...more]), {
    dryRun: true,
  })
  const { rows } = await world.call(getRunPreview, { params: { runId } })

  expect(rows).toHaveLength(20)
  expect(rows[0]).toMatchObject({ row: 2, verdict: 'accepted', read: { county, startDate: '1404-05-03' } })
  expect(rows[0]!.cells).toContainEqual({ column: 'nationalId', text: '001*****79' })
  expect(rows[0]!.cells).toContainEqual({ column: 'startDate', text: '۱۴۰۴/۵/۳' })
  expect(rows[1]).toMatchObject({ row: 3, verdict: 'rejected', reasons: ['county.unknown'], read: null })
  expect(JSON.stringify(rows)).not.toContain('0012345679')
})

test('a header that is not recognised can be named for one run', async () => {
  await using world = await openWorld()
  const header = HEADER.map((name) => (name === 'جنسیت' ? 'ردهٔ الف' : name))
  const file = csvText([header, cellsOf(listRow({ county: world.county(0) }))])
  const { province, period } = world
  const query = { province, period, agency: 'AGRI', name: 'a.csv', dryRun: 'true' }
  const sheetOf = async (more: object) => {
    const { runId } = await world.call(startImport, { query: { ...query, ...more }, body: Buffer.from(file) })
    const ended = async () => {
      const { runs } = await world.call(listImportRuns, { query: { province } })
      return runs.find((each) => each.runId === runId)?.outcome
    }
    return (await vi.waitUntil(ended, { timeout: 5000 })).sheets[0]!
  }

  const plain = await sheetOf({})
  expect(plain.unknownHeaders).toEqual(['ردهٔ الف'])
  const named = await sheetOf({ mapping: JSON.stringify({ 'ردهٔ الف': 'gender' }) })
  expect(named.unknownHeaders).toEqual([])
  expect(named.mapping).toContainEqual({ index: 3, header: 'ردهٔ الف', column: 'gender' })
  expect(
    await world.refuse(startImport, {
      query: { ...query, mapping: '{"x":"shoeSize"}' },
      body: Buffer.from(file),
    }),
  ).toMatchObject({ code: 'bad-input' })
})

test('the runs of a province are listed, the newest first, to those in whose scope they lie', async () => {
  await using world = await openWorld()
  const { province } = world
  const file = csvOf([listRow({ county: world.county(0) })])
  await world.runImport(file, { agency: 'AGRI', name: 'first.csv' })
  const second = await world.runImport(file, { agency: 'SMT', name: 'second.csv', dryRun: true })

  const { runs } = await world.call(listImportRuns, { query: { province } })
  expect(runs.map(({ file: name, agency, phase, dryRun }) => [name, agency, phase, dryRun])).toEqual([
    ['second.csv', 'SMT', 'done', true],
    ['first.csv', 'AGRI', 'done', false],
  ])

  const scope = { level: 'agency', province, agency: 'SMT' } as const
  const permissions = permissionsOf('agency-officer')
  const actor = { id: 'user:smt', name: 'smt', scope, permissions, agency: 'SMT' }
  await using theirs = await openWorld({ province, actor, period: null })
  const own = await theirs.runImport(file, { agency: 'SMT', name: 'own.csv', dryRun: true })
  const theirRuns = await theirs.call(listImportRuns, { query: { province } })
  expect(theirRuns.runs.map(({ runId }) => runId)).toEqual([own.runId, second.runId])
  const foreign = {
    query: { province, period: world.period, agency: 'AGRI', name: 'a.csv' },
    body: Buffer.from(file),
  }
  expect(await theirs.refuse(startImport, foreign)).toMatchObject({ code: 'not-allowed' })
})
