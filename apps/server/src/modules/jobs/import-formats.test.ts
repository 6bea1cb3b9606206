import { createRequire } from 'node:module'
import { write, utils, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { startImport, type ImportOutcome } from '@rasad/contracts/imports'
import { expect, test } from 'vitest'
import { cellsOf, csvOf, csvText, HEADER, listRow, type ListRow } from '../../../test/csv-lists.ts'
import { openWorld, type World } from '../../../test/world.ts'

const codepages = createRequire(import.meta.url)('@e965/xlsx/dist/cpexcel.js') as {
  utils: { encode: (codepage: number, text: string, kind: 'buf') => Buffer }
}

type Cells = (string | number | null)[][]

function bookOf(sheets: Record<string, WorkSheet>): WorkBook {
  const book = utils.book_new()
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name)
  return book
}

function fileOf(book: WorkBook, bookType: 'xlsx' | 'xls' | 'ods'): Buffer {
  return write(book, { type: 'buffer', bookType: bookType === 'xls' ? 'biff8' : bookType }) as Buffer
}

function sheetOf(rows: Cells): WorkSheet {
  return utils.aoa_to_sheet(rows)
}

/** A list with a good row of each kind and one of each common fault. */
function mixedRows(world: World): ListRow[] {
  const county = world.county(0)
  return [
    listRow({ county }),
    listRow({ county, firstName: 'علي', lastName: 'كريمي', startDate: '۱۴۰۴/۰۵/۰۳', gender: 'مرد' }),
    listRow({ county: world.county(1), startDate: '14040503' }),
    listRow({ county, nationalId: '1234567890' }),
    listRow({ county, startDate: '1404/07/31' }),
    listRow({ county: 'ناکجاآباد' }),
    listRow({ county, lastName: '' }),
  ]
}

const told = ({ rows, accepted, rejected, duplicate, reasons, corrections, warnings }: ImportOutcome) => ({
  rows,
  accepted,
  rejected,
  duplicate,
  reasons,
  corrections,
  warnings,
})

test('the same list gives the same outcome as .xlsx, .xls, .ods, and as .csv in UTF-8 and in Windows-1256', async () => {
  const outcomes: Record<string, object> = {}
  const formats = ['xlsx', 'xls', 'ods', 'csv', 'csv-1256'] as const
  for (const format of formats) {
    await using world = await openWorld()
    const rows = mixedRows(world)
    // Windows-1256 has no Persian digits, no Persian ye and no half-space; what it cannot write stands otherwise in all.
    const cells = [HEADER.map((name) => name.replaceAll('ی', 'ي')), ...rows.map(cellsOf)].map((line) =>
      line.map((cell) =>
        cell
          .replaceAll('ی', 'ي')
          .replace('۱۴۰۴/۰۵/۰۳', '1404/5/3')
          .replaceAll('ک', 'ك')
          .replaceAll('\u200c', ' '),
      ),
    )
    const text = csvText(cells)
    const file =
      format === 'csv'
        ? Buffer.from(text)
        : format === 'csv-1256'
          ? codepages.utils.encode(1256, text, 'buf')
          : fileOf(bookOf({ فهرست: sheetOf(cells) }), format)
    const name = `list.${format.slice(0, 4).replace('-', '')}`
    const outcome = await world.importFile(file, { name: format === 'csv-1256' ? 'list.csv' : name })
    outcomes[format] = told(outcome)
    expect(outcome.format).toBe(format === 'csv-1256' ? 'csv' : format)
    expect(await world.figure({ gender: 'male' })).toMatchObject({ registered: 1 })
  }

  expect(outcomes['xlsx']).toMatchObject({ rows: 7, accepted: 3, rejected: 4 })
  for (const format of formats) expect([format, outcomes[format]]).toEqual([format, outcomes['xlsx']])
})

test('a letterhead, a header of two rows, and total and blank rows are read past', async () => {
  await using world = await openWorld()
  const rows = [0, 1, 2].map((n) => listRow({ county: world.county(n) }))
  const sheet: Cells = [
    ['اداره کل استان'],
    ['فهرست اشتغال سال ۱۴۰۴'],
    [],
    ['مشخصات فردی', null, null, null, null, 'محل اشتغال', 'شغل', null],
    HEADER,
    cellsOf(rows[0]!),
    [],
    cellsOf(rows[1]!),
    cellsOf(rows[2]!),
    ['جمع کل', null, '3'],
  ]
  const file = fileOf(
    bookOf({ فهرست: sheetOf(sheet), راهنما: sheetOf([['راهنمای تکمیل'], ['همه ستون‌ها را پر کنید']]) }),
    'xlsx',
  )

  const outcome = await world.importFile(file, { name: 'a.xlsx' })

  expect(outcome).toMatchObject({ rows: 3, accepted: 3, rejected: 0 })
  expect(outcome.sheets).toMatchObject([
    { name: 'فهرست', skipped: false, headerRows: [4, 5], totalRows: 1, rows: 3 },
    { name: 'راهنما', skipped: true, headerRows: null, rows: 0 },
  ])
})

test('a sheet that is named after its county needs no county column, and every sheet is read', async () => {
  await using world = await openWorld({ province: '15' })
  const at = HEADER.indexOf('شهرستان')
  const without = (cells: string[]) => cells.filter((_cell, index) => index !== at)
  const sheets = Object.fromEntries(
    ['خرم آباد', 'ازنا', 'پلدختر'].map((name) => [
      name,
      sheetOf([
        without(HEADER),
        without(cellsOf(listRow({ county: '' }))),
        without(cellsOf(listRow({ county: '' }))),
      ]),
    ]),
  )

  const outcome = await world.importFile(fileOf(bookOf(sheets), 'xlsx'), { name: 'a.xlsx' })

  expect(outcome).toMatchObject({ accepted: 6, corrections: { 'county.from-sheet': 6 } })
  const { rows } = await world.figures({ by: 'county' })
  expect(rows.map(({ county, registered }) => [county, registered])).toEqual([
    ['1503', 2],
    ['1507', 2],
    ['1508', 2],
  ])
})

test('hidden rows are read with a warning, formulas are kept as their value, control and bidi characters are removed and noted', async () => {
  await using world = await openWorld()
  const rows = [
    listRow({ county: world.county(0) }),
    listRow({ county: world.county(0), lastName: 'رضا\u202Eیی\u0007' }),
    listRow({ county: world.county(0) }),
  ]
  const sheet = sheetOf([HEADER, ...rows.map(cellsOf)])
  sheet['!rows'] = [{}, { hidden: true }]
  sheet['C4'] = { t: 's', v: 'احمدی', f: 'HYPERLINK("http://example.invalid","احمدی")' }

  const outcome = await world.importFile(fileOf(bookOf({ فهرست: sheet }), 'xlsx'), { name: 'a.xlsx' })

  expect(outcome).toMatchObject({
    accepted: 3,
    warnings: { 'row.hidden': 1, 'cell.formula': 1 },
    corrections: { 'text.control-removed': 1 },
  })
  expect(outcome.sheets[0]).toMatchObject({ hiddenRows: 1 })
  const { rows: people } = await world.rasad.pool.query<{ last_name: string }>(
    'select last_name from person where province_id = $1 order by person_id',
    [world.province],
  )
  expect(people.map((row) => row.last_name)).toEqual(['رضایی', 'رضایی', 'احمدی'])
})

test('zero characters and half characters in cells stop neither a dry run nor the import', async () => {
  await using world = await openWorld()
  const rows = [
    listRow({ county: world.county(0), firstName: 'زهرا\u0000' }),
    listRow({ county: world.county(0), lastName: 'رضایی\ud800', nationalId: '12\u00003' }),
  ]
  const file = fileOf(bookOf({ فهرست: sheetOf([HEADER, ...rows.map(cellsOf)]) }), 'xlsx')

  const dry = await world.importFile(file, { name: 'a.xlsx', dryRun: true })
  const entered = await world.importFile(file, { name: 'a.xlsx' })

  for (const outcome of [dry, entered]) expect(outcome).toMatchObject({ accepted: 1, rejected: 1 })
})

test.each([
  ['nothing', '', 'workbook.empty', 'list.csv'],
  [
    'a picture',
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    'workbook.type-mismatch',
    'list.xlsx',
  ],
  ['a text without a list', 'سلام\nخداحافظ\n', 'import.not-a-job-list', 'list.csv'],
])('%s is refused, and nothing is written', async (_what, file, code, name) => {
  await using world = await openWorld()

  const run = await world.runImport(file, { name })

  expect(run).toMatchObject({ phase: 'refused', outcome: null, problem: { code } })
  expect(await world.figures()).toMatchObject({ batch: 0, unsettled: 0, total: { registered: 0 } })
})

test('a file that breaks off in the middle leaves nothing behind, and the next imports work as if it had not been', async () => {
  await using world = await openWorld()
  const rows = Array.from({ length: 3000 }, (_, n) => listRow({ county: world.county(n % 3) }))
  const whole = fileOf(
    bookOf({
      فهرست: sheetOf([HEADER, ...rows.map(cellsOf)]),
      دوم: sheetOf([HEADER, ...rows.slice(0, 10).map(cellsOf)]),
    }),
    'xlsx',
  )
  // The first sheet is read well; within the second the bytes are no longer what the archive promises.
  const second = whole.indexOf('xl/worksheets/sheet2.xml') + 60
  const damaged = Buffer.from(whole)
  damaged.fill(0xaa, second, second + 400)
  const written = `select (select count(*) from job where province_id = $1) as jobs, (select count(*) from job_import where province_id = $1) as imports,
    (select count(*) from audit where province_id = $1 and action = 'import.run') as audits`

  for (const file of Array.from({ length: 30 }, (_, n) =>
    n % 2 === 0 ? damaged : whole.subarray(0, whole.length - 300),
  )) {
    const run = await world.runImport(file, { name: 'a.xlsx' })
    expect(run).toMatchObject({ phase: 'refused', problem: { code: 'workbook.damaged' } })
  }

  expect((await world.rasad.pool.query(written, [world.province])).rows).toEqual([
    { jobs: 0, imports: 0, audits: 0 },
  ])
  expect(await world.importFile(whole, { name: 'a.xlsx' })).toMatchObject({
    accepted: 3000,
    duplicate: 10,
    importId: 1,
  })
  await world.check()
})

test('an import for a period or an agency that is not there is refused with its name', async () => {
  await using world = await openWorld()
  const file = csvOf([listRow({ county: world.county(0) })])

  const refusalOf = (words: { period?: string; agency?: string }) => {
    const query = { province: world.province, period: '1404', agency: 'AGRI', name: 'list.csv', ...words }
    return world.refuse(startImport, { query, body: Buffer.from(file) })
  }

  expect(await refusalOf({ period: '1399' })).toMatchObject({ code: 'not-found', params: { kind: 'period' } })
  expect(await refusalOf({ agency: 'NOPE' })).toMatchObject({ code: 'not-found', params: { kind: 'agency' } })
})

test('a column that names another agency is refused row by row; the sender speaks for itself alone', async () => {
  await using world = await openWorld()
  const rows = ['جهاد کشاورزی', 'صمت', ''].map((agency) => [
    ...cellsOf(listRow({ county: world.county(0) })),
    agency,
  ])

  const outcome = await world.importFile(csvText([[...HEADER, 'دستگاه'], ...rows]), { agency: 'AGRI' })

  expect(outcome).toMatchObject({ accepted: 2, rejected: 1, reasons: { 'agency.not-allowed': 1 } })
})
