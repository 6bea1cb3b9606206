import { getFigureCsv, getFigurePdf, getFigureWorkbook, readFigureFileQuery } from '@rasad/contracts/papers'
import { writeRemark } from '@rasad/contracts/remarks'
import { expect, test } from 'vitest'
import { bookOf, csvRecords, fileOf, recordsOf } from '../../../test/paper-files.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { localOperator } from '../../app.ts'
import { readSnapshot } from '../../platform/db.ts'
import { arrangeFigures } from '../figures/figure-sheet.commands.ts'

const place = ({ province, period }: World) => ({ province, period })
const LONG = `${'در انتظار ارسال لیست بیمه از سوی کارفرمایان است. '.repeat(9).trim()}\nپیگیری می‌شود.`

async function openRemarked(): Promise<World> {
  const world = await openWorld()
  for (const agency of ['AGRI', 'SMT']) await world.register({ agency, county: world.county(0) })
  await world.call(writeRemark, { body: { ...place(world), agency: 'AGRI', text: LONG } })
  await world.call(writeRemark, { body: { ...place(world), agency: 'SMT', text: '=cmd|"/c calc"!A1' } })
  await world.call(writeRemark, { body: { ...place(world), county: world.county(0), text: 'از شهرستان' } })
  return world
}

test('the workbook holds whole remarks as its last column, in lines of their own and never as a formula', async () => {
  await using world = await openRemarked()
  const { content } = await fileOf(world, getFigureWorkbook, { query: { ...place(world), by: 'agency' } })

  const sheet = (await bookOf(content)).worksheets[0]!
  const written = recordsOf(sheet, 6)
  const byAgency = new Map(written.map((row, index) => [row['کد دستگاه'], { row, number: 7 + index }]))
  expect(byAgency.get('AGRI')!.row['توضیح']).toBe(LONG)
  expect(byAgency.get('SMT')!.row['توضیح']).toBe('=cmd|"/c calc"!A1')
  expect(written.at(-1)!['توضیح']).toBe(null)
  expect(Object.keys(written[0]!).at(-1)).toBe('توضیح')
  const cell = sheet.getCell(byAgency.get('AGRI')!.number, sheet.columnCount)
  expect(cell.alignment).toMatchObject({ wrapText: true, readingOrder: 'rtl' })
  expect(sheet.getRow(byAgency.get('AGRI')!.number).height).toBeGreaterThan(100)
})

test('the CSV holds the same remarks, and a spreadsheet takes none of them for a formula', async () => {
  await using world = await openRemarked()
  const query = { ...place(world), by: 'agency', language: 'en' }

  const written = csvRecords((await fileOf(world, getFigureCsv, { query })).content)

  const remarks = Object.fromEntries(written.map((row) => [row['code Agency'], row['Remark']]))
  expect(remarks).toMatchObject({ AGRI: LONG, SMT: `'=cmd|"/c calc"!A1` })
})

test('remarks stand in the cut by their own rows alone, and nowhere without one', async () => {
  await using world = await openRemarked()
  const headersOf = async (more: object) => {
    const { content } = await fileOf(world, getFigureCsv, { query: { ...place(world), ...more } })
    return Object.keys(csvRecords(content)[0]!)
  }

  for (const by of ['county', 'agency']) expect((await headersOf({ by })).at(-1)).toBe('توضیح')
  for (const by of ['', 'county,agency', 'sector', 'month'])
    expect(await headersOf({ by })).not.toContain('توضیح')
  expect(await headersOf({ by: 'county', county: world.county(1) })).not.toContain('توضیح')
})

test('on paper a remark stands whole and wide beside its row, and as of an earlier batch it is not there yet', async () => {
  await using world = await openWorld()
  await world.register()
  const batch = await world.settle()
  await world.call(writeRemark, { body: { ...place(world), agency: 'AGRI', text: LONG } })
  const arranged = (more: object) => {
    const query = readFigureFileQuery({ ...place(world), by: 'agency', ...more }).data!
    const { scope, name: madeBy } = localOperator()
    return readSnapshot(world.rasad.database, (db) =>
      arrangeFigures(db, query, { scope, now: Date.now(), madeBy }),
    )
  }

  const now = await arranged({})
  const then = await arranged({ asOf: String(batch) })

  expect(now.columns.at(-1)).toMatchObject({ header: 'توضیح', onPaper: true, wide: true })
  expect(now.rows[0]!.at(-1)).toBe(LONG)
  expect(then.columns.map(({ header }) => header)).not.toContain('توضیح')
  const { content } = await fileOf(world, getFigurePdf, { query: { ...place(world), by: 'agency' } })
  expect(content.subarray(0, 5).toString()).toBe('%PDF-')
})
