import { readFileSync, writeFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { read, utils, write, type BookType } from '@e965/xlsx'
import { type RowMark, writeMarkedWorkbook } from './marked-workbook.ts'
import { openArchive, readPart } from './zip-archive.ts'
import { DEFAULT_LIMITS } from './workbook.ts'
import { readAll, testPath, worksheet, xlsxParts, zipOf } from './test-files.ts'

const REASON = 'دلیل رد'
const ERROR_FILL = 'FFFFC9C9'
const WARNING_FILL = 'FFFFF3BF'

async function mark(
  path: string,
  sheet: string,
  headerRow: number,
  marks: Record<number, RowMark>,
): Promise<string> {
  const out = testPath('marked.xlsx')
  const numbered = new Map(Object.entries(marks).map(([row, value]) => [Number(row), value]))
  await writeMarkedWorkbook({
    path,
    sheets: new Map([[sheet, { headerRow, marks: numbered }]]),
    reasonHeader: REASON,
    out,
  })
  return out
}

async function loaded(path: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  return book
}

function fillOf(cell: ExcelJS.Cell | undefined): string | undefined {
  return cell?.fill?.type === 'pattern' ? cell.fill.fgColor?.argb : undefined
}

async function senderFile(): Promise<string> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('فهرست', { views: [{ rightToLeft: true, state: 'frozen', ySplit: 3 }] })
  sheet.mergeCells('A1:D1')
  sheet.getCell('A1').value = 'جهاد کشاورزی'
  sheet.getRow(3).values = ['نام', 'کد ملی', 'تاریخ', 'پیوند']
  sheet.getCell('D3').font = { bold: true, color: { argb: 'FF112233' } }
  sheet.getRow(4).values = [
    'علی',
    '0012345678',
    new Date(Date.UTC(2023, 2, 15)),
    { formula: 'HYPERLINK("http://x","نام")', result: 'نام' },
  ]
  sheet.getRow(5).values = ['رضا', '123', null, { formula: 'SUM(1,2)' }]
  sheet.getRow(6).values = ['زهرا', '0087654321', null, null]
  sheet.getCell('B5').font = { italic: true }
  sheet.getCell('C4').numFmt = 'yyyy/mm/dd'
  sheet.getColumn(2).width = 33
  sheet.getColumn(5).width = 7
  sheet.getColumn(6).width = 8
  sheet.getRow(6).hidden = true
  book.addWorksheet('راهنما').getCell('A1').value = { formula: '1+1', result: 2 }
  const path = testPath('sender.xlsx')
  await book.xlsx.writeFile(path)
  return path
}

const MARKS: Record<number, RowMark> = {
  5: { text: 'کد ملی نامعتبر است\n=1+1 <&>', columns: [1, 2], tone: 'error' },
  6: { text: 'ردیف پنهان است', columns: [0], tone: 'warning' },
}

test("the sender's own file comes back with its reasons, its cells coloured and all else as it was", async () => {
  const sheet = (await loaded(await mark(await senderFile(), 'فهرست', 3, MARKS))).getWorksheet('فهرست')

  expect(sheet?.getCell('E3').value).toBe(REASON)
  expect(sheet?.getCell('E3').font).toEqual(sheet?.getCell('D3').font)
  expect(sheet?.getCell('E5').value).toBe(MARKS[5]?.text)
  expect(sheet?.getCell('E5').font.color?.argb).toBe('FFC92A2A')
  expect(sheet?.getCell('E5').alignment.wrapText).toBe(true)
  expect(sheet?.getCell('E4').value).toBeNull()
  expect([fillOf(sheet?.getCell('B5')), fillOf(sheet?.getCell('C5')), fillOf(sheet?.getCell('A6'))]).toEqual([
    ERROR_FILL,
    ERROR_FILL,
    WARNING_FILL,
  ])
  expect([fillOf(sheet?.getCell('A5')), fillOf(sheet?.getCell('B4')), fillOf(sheet?.getCell('B6'))]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  expect(sheet?.getCell('B5').font.italic).toBe(true)
  expect(sheet?.getCell('C4').value).toEqual(new Date(Date.UTC(2023, 2, 15)))
  expect(sheet?.getCell('B1').master.address).toBe('A1')
  expect(sheet?.views[0]).toMatchObject({ rightToLeft: true, state: 'frozen', ySplit: 3 })
  expect([2, 5, 6].map((column) => sheet?.getColumn(column).width)).toEqual([33, 50, 8])
  expect(sheet?.getRow(6).hidden).toBe(true)
})

test('no formula is left on any sheet, only what it came to', async () => {
  const out = await mark(await senderFile(), 'فهرست', 3, MARKS)

  const { sheets } = await readAll(out)

  expect(sheets.flatMap(({ rows }) => rows).some((row) => row.formulas !== undefined)).toBe(false)
  expect(sheets[0]?.rows.find((row) => row.number === 4)?.cells[3]).toBe('نام')
  expect(sheets[0]?.rows.find((row) => row.number === 5)?.cells[3]).toBe('=SUM(1,2)')
  expect(sheets[1]?.rows[0]?.cells).toEqual([2])
})

test('a second round uses the same column, and forgets what has been corrected', async () => {
  const first = await mark(await senderFile(), 'فهرست', 3, MARKS)
  const second = await mark(first, 'فهرست', 3, { 4: { text: 'تاریخ نادرست', columns: [2], tone: 'error' } })

  const sheet = (await loaded(second)).getWorksheet('فهرست')

  expect(sheet?.getRow(3).values).toEqual([undefined, 'نام', 'کد ملی', 'تاریخ', 'پیوند', REASON])
  expect([4, 5, 6].map((row) => sheet?.getCell(row, 5).value)).toEqual(['تاریخ نادرست', null, null])
  expect(fillOf(sheet?.getCell('C4'))).toBe(ERROR_FILL)
  expect(sheet?.getCell('C4').numFmt).toBe('yyyy/mm/dd')
  expect([fillOf(sheet?.getCell('B5')), fillOf(sheet?.getCell('A6'))]).toEqual([undefined, undefined])
  expect(sheet?.getCell('B5').font.italic).toBe(true)
})

const textCell = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`

test('the reasons stand right of a header that reaches further in the row above', async () => {
  const rows = `<row r="1">${textCell('A1', 'نام')}${textCell('C1', 'ملاحظات')}</row><row r="2">${textCell('A2', 'نام پدر')}</row><row r="3">${textCell('A3', 'علی')}</row>`
  const merged = worksheet(rows).replace(
    '</sheetData>',
    '</sheetData><mergeCells><mergeCell ref="A2:D2"/><mergeCell ref="A1:Z1"/></mergeCells>',
  )

  const out = await mark(await zipOf('a.xlsx', xlsxParts(merged)), 'یک', 2, {})

  expect((await readAll(out)).sheets[0]?.rows[1]?.cells).toEqual(['نام پدر', null, null, null, REASON])
})

test.each<[BookType, string]>([
  ['biff8', 'list.xls'],
  ['ods', 'list.ods'],
  ['xlsb', 'list.xlsb'],
])('a list saved as %s comes back as .xlsx with its dates still dates', async (bookType, name) => {
  const sheet = utils.aoa_to_sheet([
    ['نام', 'تاریخ'],
    ['علی', 45000],
  ])
  Object.assign(sheet['B2'] as object, { z: 'yyyy/mm/dd' })
  const path = testPath(name)
  writeFileSync(
    path,
    write({ SheetNames: ['یک'], Sheets: { یک: sheet } }, { type: 'buffer', bookType }) as Buffer,
  )

  const out = await mark(path, 'یک', 1, { 2: { text: 'نادرست', columns: [0], tone: 'error' } })

  const marked = (await loaded(out)).getWorksheet('یک')
  expect(marked?.getCell('C2').value).toBe('نادرست')
  expect(fillOf(marked?.getCell('A2'))).toBe(ERROR_FILL)
  expect(marked?.getCell('B2').value).toBeInstanceOf(Date)
})

test('a CSV comes back as .xlsx, each record at the row that the reasons name', async () => {
  const path = testPath('list.csv')
  writeFileSync(path, 'نام,کد\n\nعلی,=1+1\n')

  const out = await mark(path, 'csv', 1, { 3: { text: 'نادرست', columns: [1], tone: 'error' } })

  expect((await readAll(out)).sheets[0]?.rows).toEqual([
    { number: 1, cells: ['نام', 'کد', REASON], hidden: false },
    { number: 3, cells: ['علی', '=1+1', 'نادرست'], hidden: false },
  ])
})

const errorMark = (text: string, columns: number[]): RowMark => ({ text, columns, tone: 'error' })

test('marks reach rows and cells that are not written, whatever prefix the file uses', async () => {
  const rows =
    '<x:row><x:c><x:v>1</x:v></x:c></x:row><x:row r="9" spans="1:1" ht="15"><x:c r="A9" t="str"><x:f>B1</x:f><x:v>a_x000D_</x:v></x:c></x:row>'
  const path = await zipOf(
    'a.xlsx',
    xlsxParts(
      `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:dimension ref="A1"/><x:cols><x:col min="1" max="16384" width="9"/></x:cols><x:sheetData>${rows}</x:sheetData></x:worksheet>`,
    ),
  )

  const out = await mark(path, 'یک', 1, {
    4: errorMark('چهار', []),
    9: errorMark('نه\n'.repeat(2) + 'نه', [0, 5]),
    12: errorMark('دوازده', [1]),
  })

  expect((await readAll(out)).sheets[0]?.rows.map(({ number, cells }) => [number, cells])).toEqual([
    [1, [1, REASON]],
    [4, [null, 'چهار']],
    [9, ['a\r', 'نه\nنه\nنه']],
    [12, [null, 'دوازده']],
  ])
  const xml = await partOf(out, 'xl/worksheets/sheet1.xml')
  expect(xml).not.toMatch(/spans|dimension/)
  expect(xml).toContain('<x:row r="9" ht="45">')
  expect(xml).toContain(
    '<x:col min="1" width="9" max="1"/><x:col min="2" max="2" width="50" customWidth="1"/><x:col max="16384" width="9" min="3"/>',
  )
  expect(read(readFileSync(out)).Sheets['یک']?.['F9']).toBeUndefined()
})

async function partOf(path: string, part: string): Promise<string> {
  const archive = await openArchive(path, DEFAULT_LIMITS)
  try {
    return await readPart(archive, part)
  } finally {
    archive.close()
  }
}

test('macros, links to other files and the order of computing do not come back', async () => {
  const parts = xlsxParts(worksheet('<row r="1"><c r="A1"><v>1</v></c></row>'), {
    'xl/vbaProject.bin': 'macro',
    'xl/calcChain.xml': '<calcChain/>',
    'xl/externalLinks/externalLink1.xml': '<externalLink/>',
    'xl/tables/table1.xml':
      '<table><tableColumns count="1"><tableColumn id="1" name="a" totalsRowFunction="sum"><calculatedColumnFormula>1+1</calculatedColumnFormula></tableColumn></tableColumns></table>',
  })
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const links = `<Relationship Id="rId7" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/><Relationship Id="rId8" Type="${office}/calcChain" Target="calcChain.xml"/><Relationship Id="rId9" Type="${office}/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>`
  parts['xl/_rels/workbook.xml.rels'] = parts['xl/_rels/workbook.xml.rels'].replace('</Relationships>', links)
  parts['xl/workbook.xml'] = parts['xl/workbook.xml'].replace(
    '</sheets>',
    '</sheets><externalReferences><externalReference r:id="rId9"/></externalReferences><definedNames><definedName name="x">[1]a!$A$1</definedName><definedName name="y">a!$A$1</definedName></definedNames>',
  )
  parts['[Content_Types].xml'] = parts['[Content_Types].xml']
    .replace(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
      'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
    )
    .replace(
      '</Types>',
      '<Override PartName="/xl/calcChain.xml" ContentType="c"/><Override PartName="/xl/vbaProject.bin" ContentType="v"/></Types>',
    )

  const out = await mark(await zipOf('a.xlsm', parts), 'یک', 1, {})

  const archive = await openArchive(out, DEFAULT_LIMITS)
  expect([...archive.entries.keys()].filter((name) => /vba|calc|external/.test(name))).toEqual([])
  archive.close()
  expect(await partOf(out, '[Content_Types].xml')).not.toMatch(/macroEnabled|calcChain|vbaProject/)
  expect(await partOf(out, 'xl/_rels/workbook.xml.rels')).not.toMatch(/calcChain|vbaProject|externalLink/)
  expect(await partOf(out, 'xl/workbook.xml')).not.toMatch(/externalReference|\[1\]/)
  expect(await partOf(out, 'xl/workbook.xml')).toContain('name="y"')
  expect(await partOf(out, 'xl/tables/table1.xml')).not.toMatch(/Formula|totalsRowFunction/)
  expect((await loaded(out)).getWorksheet('یک')?.getCell('B1').value).toBe(REASON)
})

test('a readable file that cannot be changed in place is written anew from its values', async () => {
  const rows =
    '<row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="B1"><v>1</v></c><c r="A1" t="inlineStr"><is><t>نام</t></is></c></row>'
  const path = await zipOf('disordered.xlsx', xlsxParts(worksheet(rows)))

  const out = await mark(path, 'یک', 1, { 2: { text: 'نادرست', columns: [0], tone: 'error' } })

  expect((await readAll(out)).sheets[0]?.rows.map(({ number, cells }) => [number, cells])).toEqual([
    [1, ['نام', 1, REASON]],
    [2, [2, null, 'نادرست']],
  ])
})
