import { getImportMapping, saveImportMapping, SEVERAL_AGENCIES } from '@rasad/contracts/import-mappings'
import {
  getErrorWorkbook,
  getImport,
  listImportRows,
  listImports,
  startImport,
  undoImport,
} from '@rasad/contracts/imports'
import { listRunRows } from '@rasad/contracts/import-runs'
import { getConflict, listConflicts, listJobs } from '@rasad/contracts/jobs'
import type { Scope } from '@rasad/domain/access/scope'
import { expect, test } from 'vitest'
import { cellsOf, csvText, HEADER, listRow, type ListRow } from '../../../test/csv-lists.ts'
import { bookOf as bookOfFile, cellsOf as cellsOfRow, fileOf as fileFrom } from '../../../test/paper-files.ts'
import { actorOf, openActing } from '../../../test/scoped-world.ts'
import { openWorld, type World } from '../../../test/world.ts'

const SEVERAL = { agency: null }
type AgencyRow = { agency: string } & Partial<ListRow>

/** A list whose rows name their agencies. */
function listOf(world: World, rows: readonly AgencyRow[]): string {
  const cells = rows.map(({ agency, ...row }, n) => [
    ...cellsOf(listRow({ county: world.county(n % 3), ...row })),
    agency,
  ])
  return csvText([[...HEADER, 'دستگاه'], ...cells])
}

const counts = (agency: string | null, rows: number, verdicts: object) => ({
  agency,
  rows,
  accepted: 0,
  rejected: 0,
  duplicate: 0,
  conflict: 0,
  ...verdicts,
})

async function rowsOf(world: World, importId: number) {
  const { rows } = await world.call(listImportRows, { params: { province: world.province, importId } })
  return rows.map(({ row, verdict, reasons }) => [row, verdict, ...reasons])
}

test('a list of several agencies enters row by row for the agency that each names, and is counted by agency', async () => {
  await using world = await openWorld()
  const rows = ['جهاد کشاورزی', 'AGRI', 'صمت', '', 'دستگاه ناشناس'].map((agency) => ({ agency }))

  const outcome = await world.importFile(
    listOf(world, [...rows, { agency: 'صمت', county: 'ناکجا' }]),
    SEVERAL,
  )

  expect(outcome).toMatchObject({
    agency: null,
    rows: 6,
    accepted: 3,
    rejected: 3,
    reasons: { 'agency.missing': 1, 'agency.unknown': 1, 'county.unknown': 1 },
    agencies: [
      counts('AGRI', 2, { accepted: 2 }),
      counts('SMT', 2, { accepted: 1, rejected: 1 }),
      counts(null, 2, { rejected: 2 }),
    ],
  })
  const { rows: figures } = await world.figures({ by: 'agency' })
  expect(figures.map(({ agency, registered }) => [agency, registered])).toEqual([
    ['AGRI', 2],
    ['SMT', 1],
  ])
  const { rows: audits } = await world.rasad.pool.query<{ subject: object }>(
    "select subject from audit where province_id = $1 and action = 'import.run'",
    [world.province],
  )
  expect(audits).toMatchObject([{ subject: { agency: null, importId: outcome.importId, accepted: 3 } }])
  await world.check()
})

test('the record of such a list is found among the lists of each agency with rows in it, and says that it has no sender', async () => {
  await using world = await openWorld()
  const rows = [{ agency: 'AGRI' }, { agency: 'SMT' }]
  const { importId } = await world.importFile(listOf(world, rows), SEVERAL)
  const own = await world.importFile(listOf(world, [{ agency: 'AGRI' }, { agency: 'SMT' }]), {
    agency: 'AGRI',
  })
  const listed = async (agency?: string) => {
    const query = { province: world.province, period: world.period, ...(agency && { agency }) }
    return (await world.call(listImports, { query })).imports.map((one) => [one.importId, one.agency])
  }

  expect(await listed()).toEqual([
    [own.importId, 'AGRI'],
    [importId, null],
  ])
  expect(await listed('AGRI')).toEqual([
    [own.importId, 'AGRI'],
    [importId, null],
  ])
  expect(await listed('SMT')).toEqual([[importId, null]])
  expect(await listed('VET')).toEqual([])
  const shown = await world.call(getImport, { params: { province: world.province, importId: importId! } })
  expect(shown.agencies).toEqual([counts('AGRI', 1, { accepted: 1 }), counts('SMT', 1, { accepted: 1 })])
})

test('a list with a sender has only the sender’s rows, though whoever brings it may speak for the others too', async () => {
  await using world = await openWorld()

  const outcome = await world.importFile(listOf(world, [{ agency: 'صمت' }, { agency: '' }]), {
    agency: 'AGRI',
  })

  expect(outcome).toMatchObject({
    agency: 'AGRI',
    accepted: 1,
    reasons: { 'agency.not-allowed': 1 },
    agencies: [counts('AGRI', 1, { accepted: 1 }), counts('SMT', 1, { rejected: 1 })],
  })
})

test('a person whom two agencies name in one list stands with the first; the second claims them, and nobody counts twice', async () => {
  await using world = await openWorld()
  const [zahra, reza] = [listRow({ county: '' }).nationalId, listRow({ county: '' }).nationalId]
  const rows: AgencyRow[] = [
    { agency: 'AGRI', nationalId: zahra },
    { agency: 'SMT', nationalId: zahra },
    { agency: 'AGRI', nationalId: zahra },
    { agency: 'VET', nationalId: zahra },
    { agency: 'SMT', nationalId: zahra },
    { agency: 'SMT', nationalId: reza, county: 'ناکجا' },
    { agency: 'AGRI', nationalId: reza },
  ]
  const file = listOf(world, rows)

  const outcome = await world.importFile(file, SEVERAL)

  expect(outcome).toMatchObject({
    accepted: 2,
    rejected: 1,
    duplicate: 2,
    conflict: 2,
    reasons: { 'duplicate.in-file': 2, 'claim.conflict': 2, 'county.unknown': 1 },
    agencies: [
      counts('AGRI', 3, { accepted: 2, duplicate: 1 }),
      counts('SMT', 3, { rejected: 1, duplicate: 1, conflict: 1 }),
      counts('VET', 1, { conflict: 1 }),
    ],
  })
  expect(await rowsOf(world, outcome.importId!)).toEqual([
    [3, 'conflict', 'claim.conflict'],
    [4, 'duplicate', 'duplicate.in-file'],
    [5, 'conflict', 'claim.conflict'],
    [6, 'duplicate', 'duplicate.in-file'],
    [7, 'rejected', 'county.unknown'],
  ])
  const place = { province: world.province, period: world.period }
  const { conflicts } = await world.call(listConflicts, { query: place })
  expect(conflicts).toHaveLength(1)
  const params = { province: world.province, caseId: conflicts[0]!.caseId }
  const { claims } = await world.call(getConflict, { params })
  expect(claims.map(({ agency, holdsJob }) => [agency, holdsJob])).toEqual([
    ['AGRI', true],
    ['SMT', false],
    ['VET', false],
  ])
  expect(await world.figure()).toMatchObject({ registered: 2 })

  const again = await world.importFile(file, SEVERAL)
  expect(again).toMatchObject({ accepted: 0, rejected: 1, duplicate: 4, conflict: 2 })
  expect((await world.call(getConflict, { params })).claims).toHaveLength(3)
  await world.check()
})

test('a dry run of such a list says what the import would, and names no job that it did not enter', async () => {
  await using world = await openWorld()
  const { nationalId } = listRow({ county: '' })
  const file = listOf(world, [
    { agency: 'AGRI', nationalId },
    { agency: 'SMT', nationalId },
  ])
  const rowOf = async (runId: string) => (await world.call(listRunRows, { params: { runId } })).rows[0]

  const dry = await world.runImport(file, { ...SEVERAL, dryRun: true })
  const real = await world.runImport(file, SEVERAL)

  expect(dry.outcome?.agencies).toEqual(real.outcome?.agencies)
  const said = { row: 3, verdict: 'conflict', reasons: ['claim.conflict'] }
  expect(await rowOf(dry.runId)).toMatchObject({ ...said, jobId: null })
  const { jobs } = await world.call(listJobs, { query: { province: world.province, period: world.period } })
  expect(await rowOf(real.runId)).toMatchObject({ ...said, jobId: jobs[0]!.jobId })
})

test('who holds a person already is asked for every row: the holder’s own is a duplicate, though another agency comes first in the list', async () => {
  await using world = await openWorld()
  const { nationalId } = listRow({ county: '' })
  await world.register({ nationalId, agency: 'SMT' })

  const outcome = await world.importFile(
    listOf(world, [
      { agency: 'AGRI', nationalId },
      { agency: 'SMT', nationalId },
    ]),
    SEVERAL,
  )

  expect(await rowsOf(world, outcome.importId!)).toEqual([
    [2, 'conflict', 'claim.conflict'],
    [3, 'duplicate', 'duplicate.in-register'],
  ])
  await world.check()
})

test('a list of several agencies is taken back as a whole, with the cases between its own rows', async () => {
  await using world = await openWorld()
  const { nationalId } = listRow({ county: '' })
  const rows: AgencyRow[] = [{ agency: 'AGRI', nationalId }, { agency: 'SMT', nationalId }, { agency: 'VET' }]
  const { importId } = await world.importFile(listOf(world, rows), SEVERAL)

  const params = { province: world.province, importId: importId! }
  const undone = await world.call(undoImport, { params, body: { reason: 'فایل اشتباه' } })

  expect(undone).toMatchObject({ agency: null, undone: { reason: 'فایل اشتباه' } })
  const place = { province: world.province, period: world.period }
  expect((await world.call(listConflicts, { query: place })).conflicts).toEqual([])
  expect(await world.figure()).toMatchObject({ registered: 0, withdrawn: 2 })
  const swapped = await world.importFile(listOf(world, rows.toReversed()), SEVERAL)
  expect(swapped).toMatchObject({ accepted: 2, conflict: 1 })
  await world.check()
})

test('what another list claims keeps it from being taken back', async () => {
  await using world = await openWorld()
  const { nationalId } = listRow({ county: '' })
  const { importId } = await world.importFile(listOf(world, [{ agency: 'AGRI', nationalId }]), SEVERAL)
  await world.importFile(listOf(world, [{ agency: 'SMT', nationalId }]), SEVERAL)

  const params = { province: world.province, importId: importId! }
  expect(await world.refuse(undoImport, { params, body: { reason: 'اشتباه' } })).toMatchObject({
    code: 'import.moved-on',
    params: { jobs: 1 },
  })
})

test('only those who speak for a whole province send a list without a sender; one agency’s officer then speaks for it', async () => {
  const acting = openActing()
  await using world = await openWorld({ actor: acting.actor })
  const { province } = world
  const file = listOf(world, [{ agency: 'AGRI' }, { agency: 'SMT' }, { agency: '' }])
  const dg = actorOf('labour-dg', { level: 'province', province })
  const officer = actorOf('agency-officer', { level: 'agency', province, agency: 'AGRI' })
  const county: Scope = { level: 'county', province, county: world.county(0) }
  const ofCounty = { ...actorOf('county-officer', county), permissions: dg.permissions }

  expect(await acting.as(dg, () => world.importFile(file, SEVERAL))).toMatchObject({
    agency: null,
    accepted: 2,
    reasons: { 'agency.missing': 1 },
  })
  expect(await acting.as(officer, () => world.importFile(file, SEVERAL))).toMatchObject({
    agency: 'AGRI',
    accepted: 1,
    duplicate: 1,
    reasons: { 'agency.not-allowed': 1, 'duplicate.in-register': 1 },
  })
  const query = { province, period: world.period, name: 'a.csv' }
  expect(
    await acting.as(ofCounty, () => world.refuse(startImport, { query, body: Buffer.from(file) })),
  ).toMatchObject({ status: 403, code: 'not-allowed' })
})

test('an agency finds its jobs of such a list in the register, and neither the list nor its rows nor its file', async () => {
  const acting = openActing()
  await using world = await openWorld({ actor: acting.actor })
  const { province } = world
  const rows = [{ agency: 'AGRI' }, { agency: 'SMT' }, { agency: 'AGRI', county: 'ناکجا' }]
  const { importId } = await world.importFile(listOf(world, rows), SEVERAL)
  const officer = actorOf('agency-officer', { level: 'agency', province, agency: 'AGRI' })
  const params = { province, importId: importId! }
  const place = { province, period: world.period }

  await acting.as(officer, async () => {
    expect((await world.call(listJobs, { query: place })).jobs.map(({ agency }) => agency)).toEqual(['AGRI'])
    expect((await world.call(listImports, { query: place })).imports).toEqual([])
    expect((await world.call(listImportRows, { params })).count).toBe(0)
    for (const contract of [getImport, getErrorWorkbook])
      expect((await world.ask(contract, { params })).statusCode).toBe(404)
    expect((await world.ask(undoImport, { params, body: { reason: 'x' } })).statusCode).toBe(404)
  })
})

test('column names are kept for lists of several agencies by themselves', async () => {
  await using world = await openWorld()
  const { province } = world
  const params = { province, agency: SEVERAL_AGENCIES }
  const header = [...HEADER.map((name) => (name === 'کد ملی' ? 'شناسهٔ مددجو ۱۰' : name)), 'متولی کار']
  const file = csvText([header, [...cellsOf(listRow({ county: world.county(0) })), 'صمت']])
  const columns = { 'شناسهٔ مددجو ۱۰': 'nationalId', 'متولی کار': 'agency' } as const

  await world.call(saveImportMapping, { params, body: { columns: {} } })
  await world.call(saveImportMapping, { params, body: { columns } })

  expect(await world.call(getImportMapping, { params })).toEqual({ columns })
  const ofAgency = { params: { province, agency: 'AGRI' } }
  expect(await world.call(getImportMapping, ofAgency)).toEqual({ columns: {} })
  expect(await world.importFile(file, SEVERAL)).toMatchObject({
    accepted: 1,
    agencies: [counts('SMT', 1, { accepted: 1 })],
  })
})

test('the error workbook says in the row which agency is missing or not known, at the cell that should name it', async () => {
  await using world = await openWorld()
  const rows = [{ agency: 'AGRI' }, { agency: '' }, { agency: 'ناشناس' }]
  const { importId } = await world.importFile(listOf(world, rows), SEVERAL)

  const params = { province: world.province, importId: importId! }
  const sheet = (await bookOfFile((await fileFrom(world, getErrorWorkbook, { params })).content))
    .worksheets[0]!

  const said = [2, 3, 4].map((row) => cellsOfRow(sheet, row).at(-1))
  expect(said[1]).toContain('نام دستگاه خالی است')
  expect(said[2]).toContain('دستگاه شناخته نشد')
  const column = HEADER.length + 1
  expect(sheet.getCell(4, column).fill).not.toEqual(sheet.getCell(2, column).fill)
})
