import { getImportMapping, saveImportMapping } from '@rasad/contracts/import-mappings'
import { getImport, listImportRows, listImports, undoImport } from '@rasad/contracts/imports'
import { listConflicts, listJobs } from '@rasad/contracts/jobs'
import { listBatches } from '@rasad/contracts/ledger'
import { expect, test } from 'vitest'
import { cellsOf, csvOf, csvText, HEADER, listRow } from '../../../test/csv-lists.ts'
import { countEverything } from '../../../test/row-counts.ts'
import { openWorld, statusesOf, type World } from '../../../test/world.ts'

function rowsOf(world: World, count: number) {
  return Array.from({ length: count }, (_, n) => listRow({ county: world.county(n % 3) }))
}

function undo(world: World, importId: number) {
  return world.call(undoImport, {
    params: { province: world.province, importId },
    body: { reason: 'فایل اشتباه' },
  })
}

test('the same file sent twice adds nothing, and says of every row that it stands in the register', async () => {
  await using world = await openWorld()
  const file = csvOf(rowsOf(world, 40))

  const first = await world.importFile(file)
  const figure = await world.figures({ by: 'county,agency,month' })
  const second = await world.importFile(file)

  expect(first).toMatchObject({ rows: 40, accepted: 40, duplicate: 0, importId: 1 })
  expect(second).toMatchObject({
    rows: 40,
    accepted: 0,
    duplicate: 40,
    reasons: { 'duplicate.in-register': 40 },
    importId: 2,
  })
  expect((await world.figures({ by: 'county,agency,month' })).rows).toEqual(figure.rows)
  expect(second.sha256).toBe(first.sha256)
  await world.check()
})

test('a dry run says what an import would say and leaves nothing behind but its rows', async () => {
  await using world = await openWorld()
  const file = csvOf([
    ...rowsOf(world, 10),
    listRow({ county: 'ناکجا' }),
    listRow({ county: world.county(0), nationalId: '123' }),
  ])
  const before = await countEverything(world.rasad)

  const dry = await world.importFile(file, { dryRun: true })

  const kept = { import_run_row: expect.any(Number), import_run_person: expect.any(Number) }
  expect(await countEverything(world.rasad)).toEqual({ ...before, ...kept })
  expect(dry).toMatchObject({ importId: null, dryRun: true, batch: null, accepted: 10, rejected: 2 })
  const real = await world.importFile(file)
  expect({ ...real, importId: null, dryRun: true, batch: null }).toEqual(dry)
})

test('an import settles as one batch: as of the batch before it nothing of it is there, as of its own all of it', async () => {
  await using world = await openWorld()
  const first = await world.importFile(csvOf(rowsOf(world, 5)))
  const second = await world.importFile(csvOf(rowsOf(world, 7)))

  expect(second.batch).toBe(first.batch! + 1)
  expect(await world.figure({ asOf: String(first.batch) })).toMatchObject({ registered: 5 })
  expect(await world.figure({ asOf: String(second.batch) })).toMatchObject({ registered: 12 })
  const { batches } = await world.call(listBatches, { query: { province: world.province } })
  expect(batches.map(({ postings }) => postings)).toEqual([7, 5])
  await world.check()
})

test('an import is taken back as a whole, its persons may be sent again, and the past keeps it', async () => {
  await using world = await openWorld()
  const rows = rowsOf(world, 12)
  const { importId, batch } = await world.importFile(csvOf(rows))

  const undone = await undo(world, importId!)

  expect(undone.undone).toMatchObject({ reason: 'فایل اشتباه' })
  expect(await world.figure()).toMatchObject({ registered: 0, withdrawn: 12 })
  expect(await world.figure({ asOf: String(batch) })).toMatchObject({ registered: 12, withdrawn: 0 })
  const again = await world.importFile(csvOf(rows))
  expect(again).toMatchObject({ accepted: 12, duplicate: 0 })
  expect(await world.figure()).toMatchObject({ registered: 12, withdrawn: 12 })
  await world.check()
})

test('an import is not taken back twice, nor when one of its jobs has moved on or is contested', async () => {
  await using world = await openWorld()
  const refused = (importId: number) =>
    world.refuse(undoImport, {
      params: { province: world.province, importId },
      body: { reason: 'فایل اشتباه' },
    })
  const one = await world.importFile(csvOf(rowsOf(world, 3)))
  await undo(world, one.importId!)
  const two = await world.importFile(csvOf(rowsOf(world, 3)))
  const { jobs } = await world.call(listJobs, {
    query: { province: world.province, period: world.period, importId: String(two.importId) },
  })
  await world.step(jobs[0]!.jobId, 'confirm')
  const contested = rowsOf(world, 2)
  const three = await world.importFile(csvOf(contested), { agency: 'AGRI' })
  await world.importFile(csvOf(contested), { agency: 'SMT' })

  expect(await refused(one.importId!)).toEqual({
    status: 409,
    code: 'import.already-undone',
    params: { importId: one.importId },
  })
  expect(await refused(two.importId!)).toEqual({
    status: 409,
    code: 'import.moved-on',
    params: { importId: two.importId, jobs: 1 },
  })
  expect(await refused(three.importId!)).toEqual({
    status: 409,
    code: 'import.moved-on',
    params: { importId: three.importId, jobs: 2 },
  })
  expect(await refused(99)).toMatchObject({ status: 404, code: 'not-found' })
  expect(
    await world.refuse(undoImport, {
      params: { province: world.province, importId: two.importId! },
      body: {},
    }),
  ).toMatchObject({ code: 'bad-input' })
  await world.check()
})

test('taking back an import that only claimed closes its cases for the holder, and the holder can then be taken back too', async () => {
  await using world = await openWorld()
  const rows = rowsOf(world, 4)
  const holding = await world.importFile(csvOf(rows), { agency: 'AGRI' })
  const claiming = await world.importFile(csvOf(rows), { agency: 'SMT' })
  expect(claiming).toMatchObject({ accepted: 0, conflict: 4 })

  await undo(world, claiming.importId!)

  const { conflicts } = await world.call(listConflicts, {
    query: { province: world.province, period: world.period },
  })
  expect(conflicts).toEqual([])
  expect(await world.figure()).toMatchObject({ registered: 4, duplicate: 0 })
  await undo(world, holding.importId!)
  expect(await world.figure()).toMatchObject({ registered: 0, withdrawn: 4 })
  await world.check()
})

test('two attempts to take one import back: one succeeds', async () => {
  await using world = await openWorld()
  const { importId } = await world.importFile(csvOf(rowsOf(world, 20)))
  const order = { params: { province: world.province, importId: importId! }, body: { reason: 'فایل اشتباه' } }

  const answers = await Promise.all([world.ask(undoImport, order), world.ask(undoImport, order)])

  expect(statusesOf(answers)).toEqual([200, 409])
  expect(await world.figure()).toMatchObject({ registered: 0, withdrawn: 20 })
  await world.check()
})

test("an agency's saved column names are used, shown, and go before what is recognised", async () => {
  await using world = await openWorld()
  const header = HEADER.map((name) => (name === 'کد ملی' ? 'شناسهٔ مددجو ۱۰' : name))
  const file = csvText([header, ...rowsOf(world, 3).map(cellsOf)])
  expect((await world.importFile(file, { dryRun: true })).accepted).toBe(0)

  const columns = { 'شناسهٔ مددجو ۱۰': 'nationalId', بخش: 'ignore' } as const
  await world.call(saveImportMapping, {
    params: { province: world.province, agency: 'AGRI' },
    body: { columns },
  })
  const outcome = await world.importFile(file)

  expect(outcome.accepted).toBe(3)
  expect(outcome.sheets[0]!.mapping.find(({ column }) => column === 'nationalId')).toMatchObject({
    index: 0,
    header: 'شناسهٔ مددجو ۱۰',
  })
  expect(outcome.sheets[0]!.mapping.some(({ column }) => column === 'sector')).toBe(false)
  expect((await world.figures({ by: 'sector' })).rows.map(({ sector }) => sector)).toEqual(['unspecified'])
  expect(
    await world.call(getImportMapping, { params: { province: world.province, agency: 'AGRI' } }),
  ).toEqual({ columns })
  expect(await world.call(getImportMapping, { params: { province: world.province, agency: 'SMT' } })).toEqual(
    { columns: {} },
  )
})

test('every refused row keeps its sheet, its number in the file and every reason', async () => {
  await using world = await openWorld()
  const good = listRow({ county: world.county(0) })
  const rows = [
    good,
    listRow({ county: '', nationalId: '', lastName: '' }),
    { ...good },
    listRow({ county: world.county(0), startDate: '1404/07/31' }),
  ]

  const outcome = await world.importFile(csvOf(rows, [['اداره کل'], []]), { name: 'لیست.csv' })

  expect(outcome).toMatchObject({ rows: 4, accepted: 1, rejected: 2, duplicate: 1, file: 'لیست.csv' })
  const { rows: told, count } = await world.call(listImportRows, {
    params: { province: world.province, importId: outcome.importId! },
  })
  expect(told.map(({ row, verdict, reasons }) => [row, verdict, reasons])).toEqual([
    [5, 'rejected', ['national-id.missing', 'last-name.missing', 'county.missing']],
    [6, 'duplicate', ['duplicate.in-file']],
    [7, 'rejected', ['start-date.invalid']],
  ])
  expect(count).toBe(3)
})

test('imports are listed newest first and read one by one', async () => {
  await using world = await openWorld()
  for (const agency of ['AGRI', 'SMT', 'AGRI']) await world.importFile(csvOf(rowsOf(world, 2)), { agency })
  const query = { province: world.province, period: world.period }

  const page = await world.call(listImports, { query: { ...query, limit: '2' } })
  const rest = await world.call(listImports, { query: { ...query, limit: '2', after: String(page.next) } })

  expect([...page.imports, ...rest.imports].map(({ importId }) => importId)).toEqual([3, 2, 1])
  expect(rest.next).toBeNull()
  const { imports } = await world.call(listImports, { query: { ...query, agency: 'SMT' } })
  expect(imports.map(({ importId, agency }) => [importId, agency])).toEqual([[2, 'SMT']])
  expect(await world.call(getImport, { params: { province: world.province, importId: 2 } })).toEqual(
    imports[0],
  )
  expect(await world.refuse(getImport, { params: { province: world.province, importId: 99 } })).toMatchObject(
    { code: 'not-found' },
  )
})

test('a list that comes after the registration cut-off is taken and said to be late', async () => {
  await using late = await openWorld({ clock: () => Date.parse('2026-04-01T00:00:00Z') })
  await using early = await openWorld({ clock: () => Date.parse('2026-03-01T00:00:00Z') })

  expect(await late.importFile(csvOf(rowsOf(late, 1)))).toMatchObject({ accepted: 1, afterCutoff: true })
  expect(await early.importFile(csvOf(rowsOf(early, 1)))).toMatchObject({ accepted: 1, afterCutoff: false })
})

test('a start that has not come yet is refused by the day in Tehran', async () => {
  const minutesBeforeMidnight = Date.parse('2025-07-25T20:25:00Z')
  await using today = await openWorld({ clock: () => minutesBeforeMidnight })
  await using tomorrow = await openWorld({ clock: () => minutesBeforeMidnight + 10 * 60_000 })
  const file = (world: World) => csvOf([listRow({ county: world.county(0), startDate: '1404/05/04' })])

  expect(await today.importFile(file(today))).toMatchObject({
    rejected: 1,
    reasons: { 'start-date.in-future': 1 },
  })
  expect(await tomorrow.importFile(file(tomorrow))).toMatchObject({ accepted: 1 })
})
