import { read, utils, write } from '@e965/xlsx'
import { getRunErrors, mendRunRow } from '@rasad/contracts/import-runs'
import { getErrorWorkbook } from '@rasad/contracts/imports'
import { COLUMN_TEXT } from '@rasad/domain/imports/column-text'
import { REASON_TEXT } from '@rasad/domain/imports/verdict-text'
import { expect, test } from 'vitest'
import { cellsOf, csvOf, HEADER, listRow } from '../../../test/csv-lists.ts'
import { newNationalId } from '../../../test/national-ids.ts'
import { openWorld, type World } from '../../../test/world.ts'

const REASONS = 'ایرادها (رصد)'

async function errorsOf(world: World, importId: number): Promise<Buffer> {
  const response = await world.ask(getErrorWorkbook, { params: { province: world.province, importId } })
  expect(response.statusCode).toBe(200)
  expect(response.headers['content-type']).toContain('spreadsheetml')
  return response.rawPayload
}

/** The cells of the first sheet as text, row by row. */
function cellsOfFile(file: Buffer): string[][] {
  const book = read(file)
  return utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0]!]!, {
    header: 1,
    defval: '',
    raw: false,
    blankrows: true,
  })
}

function sent(rows: string[][]): Buffer {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'فهرست')
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer
}

test('the reasons stand beside exactly the refused rows, nothing else of the file has changed, and the corrected file imports', async () => {
  await using world = await openWorld()
  const county = world.county(0)
  const [one, two, three, four, five] = [
    listRow({ county }),
    listRow({ county: 'ناکجا' }),
    listRow({ county, lastName: '', startDate: '1404/07/31' }),
    listRow({ county }),
    listRow({ county }),
  ]
  const rows = [['سازمان'], [], HEADER, ...[one, two, three, four, one, five].map((row) => cellsOf(row))]
  const outcome = await world.importFile(sent(rows), { name: 'list.xlsx' })
  expect(outcome).toMatchObject({ accepted: 3, rejected: 2, duplicate: 1 })

  const marked = cellsOfFile(await errorsOf(world, outcome.importId!))

  const at = marked[2]!.indexOf(REASONS)
  expect(at).toBe(HEADER.length)
  const beside = marked.slice(3).map((row) => row[at])
  const reason = REASON_TEXT.fa
  expect(beside).toEqual([
    '',
    reason['county.unknown'],
    `${reason['last-name.missing']} ${reason['start-date.invalid']}`,
    '',
    reason['duplicate.in-file'],
    '',
  ])
  expect(marked.map((row) => row.slice(0, HEADER.length).filter(Boolean))).toEqual(
    rows.map((row) => row.filter(Boolean)),
  )

  const corrected = marked.map((row) => [...row])
  corrected[4]![HEADER.indexOf('شهرستان')] = county
  corrected[5]![HEADER.indexOf('نام خانوادگی')] = 'موسوی'
  corrected[5]![HEADER.indexOf('تاریخ شروع به کار')] = '1404/07/30'
  const again = await world.importFile(sent(corrected), { name: 'list.xlsx' })
  expect(again).toMatchObject({
    accepted: 2,
    rejected: 0,
    duplicate: 4,
    reasons: { 'duplicate.in-register': 3, 'duplicate.in-file': 1 },
  })
  const secondMarked = cellsOfFile(await errorsOf(world, again.importId!))
  expect(secondMarked[2]!.filter((cell) => cell === REASONS)).toHaveLength(1)
  expect(secondMarked.slice(3).map((row) => row[at] !== '')).toEqual([true, false, false, true, true, true])
  expect(await world.figure()).toMatchObject({ registered: 5 })
})

test('of a list that came as CSV the errors come as a workbook too, with what would be a formula kept as text', async () => {
  await using world = await openWorld()
  const bad = listRow({
    county: 'ناکجا',
    firstName: '=HYPERLINK("http://example.invalid")',
    lastName: '+رضا',
  })
  const { importId } = await world.importFile(csvOf([listRow({ county: world.county(0) }), bad]))

  const file = await errorsOf(world, importId!)

  const marked = cellsOfFile(file)
  expect(marked[0]!.at(-1)).toBe(REASONS)
  expect(marked.slice(1).map((row) => row.at(-1))).toEqual(['', REASON_TEXT.fa['county.unknown']])
  const sheet = read(file, { cellFormula: true }).Sheets
  expect(
    Object.values(sheet)
      .flatMap((cells) => Object.values(cells as Record<string, { f?: string }>))
      .filter((cell) => cell.f !== undefined),
  ).toEqual([])
  expect(marked[2]!.join(' ')).toContain('HYPERLINK')
})

test('the error workbook of a dry run is there before anything is imported, and tells what was mended', async () => {
  await using world = await openWorld()
  const county = world.county(0)
  const rows = [listRow({ county: 'ناکجا' }), listRow({ county, lastName: '' }), listRow({ county })]
  const file = sent([HEADER, ...rows.map((row) => cellsOf(row))])
  const { runId } = await world.runImport(file, { name: 'list.xlsx', dryRun: true })
  const body = { version: 0, values: { county } }
  await world.call(mendRunRow, { params: { runId, sheetNumber: 0, row: 2 }, body })

  const response = await world.ask(getRunErrors, { params: { runId } })

  expect(response.statusCode).toBe(200)
  const marked = cellsOfFile(response.rawPayload)
  expect(marked[0]!.at(-1)).toBe(REASONS)
  expect(marked.slice(1).map((row) => row.at(-1))).toEqual([
    `در رصد اصلاح شده است: ${COLUMN_TEXT.fa.county} «${county}».`,
    REASON_TEXT.fa['last-name.missing'],
    '',
  ])
  expect(await world.figure()).toMatchObject({ registered: 0 })
})

test('the error workbook of a dry run says that a case would be opened, that of an import that one was', async () => {
  await using world = await openWorld()
  const county = world.county(0)
  const nationalId = newNationalId()
  await world.register({ nationalId, agency: 'SMT' })
  const file = csvOf([listRow({ county, nationalId })])

  const { runId } = await world.runImport(file, { dryRun: true })
  const checked = await world.ask(getRunErrors, { params: { runId } })
  const { importId } = await world.importFile(file)

  expect(cellsOfFile(checked.rawPayload)[1]!.at(-1)).toContain('در صورت ورود، پروندهٔ تعارض باز می‌شود')
  expect(cellsOfFile(await errorsOf(world, importId!))[1]!.at(-1)).toContain('پروندهٔ تعارض باز شد')
})
