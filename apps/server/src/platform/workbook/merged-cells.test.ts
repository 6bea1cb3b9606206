import { writeFileSync } from 'node:fs'
import { type BookType, utils, write } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { DEFAULT_LIMITS } from './workbook.ts'
import { readMergedRanges } from './xlsx-merges.ts'
import { openArchive } from './zip-archive.ts'
import { readAll, refusalOf, testPath, worksheet, xlsxParts, zipOf } from './test-files.ts'

const ROWS = [
  ['شهرستان', 'نام', 'کارفرما'],
  ['ازنا', 'علی', 'شیرین دشت'],
  [null, 'مریم', null],
  [null, null, null],
  [null, 'رضا', 'نان سحر'],
  ['پلدختر', 'زهرا', null],
]

/** A list whose county stands once beside four rows and whose employer once beside two, below a merged title. */
function saved(type: BookType, name: string): string {
  const sheet = utils.aoa_to_sheet(ROWS)
  sheet['!merges'] = ['A2:A5', 'C2:C3', 'A6:B6'].map((range) => utils.decode_range(range))
  const path = testPath(name)
  const book = { SheetNames: ['یک'], Sheets: { یک: sheet } }
  writeFileSync(path, write(book, { type: 'buffer', bookType: type }) as Buffer)
  return path
}

const AZNA = { column: 0, value: 'ازنا', from: 2 }

test.each<[BookType, string]>([
  ['xlsx', 'list.xlsx'],
  ['biff8', 'list.xls'],
  ['xlsb', 'list.xlsb'],
  ['xlml', 'list.xml'],
  ['ods', 'list.ods'],
  ['fods', 'list.fods'],
  ['html', 'list.xls'],
])(
  'a cell of an .%s that is merged over several rows covers those below it, and nothing else',
  async (type, name) => {
    const { sheets } = await readAll(saved(type, name))

    expect(sheets[0]?.rows.map(({ number, covered = [] }) => [number, covered])).toEqual([
      [1, []],
      [2, []],
      [3, [AZNA, { column: 2, value: 'شیرین دشت', from: 2 }]],
      [5, [AZNA]],
      [6, []],
    ])
  },
)

const cellsDown = (count: number) =>
  Array.from({ length: count }, (_, at) => `<row r="${at + 1}"><c r="B${at + 1}"><v>${at}</v></c></row>`)

test('a range that the file names before or amid others, in any spelling of XML, covers its rows alone', async () => {
  const first =
    '<row r="1"><c r="A1"><v>7</v></c><c r="B1" t="inlineStr"><is><t>mergeCells</t></is></c></row>'
  const merges = `<x:mergeCells><x:mergeCell ref='D1:E1'/><x:mergeCell  ref = "$A$1:$B$3" /></x:mergeCells>`
  const xml = worksheet(first + cellsDown(4).slice(1).join(''))
    .replace('<worksheet ', '<worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ')
    .replace('</worksheet>', `${merges}</worksheet>`)

  const { sheets } = await readAll(await zipOf('list.xlsx', xlsxParts(xml)))

  const covered = [{ column: 0, value: 7, from: 1 }]
  expect(sheets[0]?.rows.map((row) => row.covered)).toEqual([undefined, covered, covered, undefined])
})

test('in an .xls a range covers rows that are read in a later batch than its first', async () => {
  const sheet = utils.aoa_to_sheet([['بالا', 0], ...Array.from({ length: 4200 }, (_, at) => [null, at])])
  sheet['!merges'] = [utils.decode_range('A1:A4100')]
  const path = testPath('list.xls')
  const book = { SheetNames: ['یک'], Sheets: { یک: sheet } }
  writeFileSync(path, write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer)

  const rows = (await readAll(path)).sheets[0]?.rows ?? []

  expect(rows.filter(({ covered }) => covered?.[0]?.value === 'بالا').map(({ number }) => number)).toEqual(
    Array.from({ length: 4099 }, (_, at) => at + 2),
  )
})

const CHUNK = 256 * 1024

test('a range is found behind many rows, wherever the part is cut into chunks', async () => {
  const end = '<mergeCells count="1"><mergeCell ref="B1:B3"/></mergeCells></worksheet>'
  const xml = worksheet(cellsDown(3).join('')).replace('</worksheet>', end)
  const tagAt = Buffer.byteLength(xml.slice(0, xml.indexOf('<mergeCells')))

  for (let cut = 0; cut < 50; cut += 2) {
    const filler = `<!--${'x'.repeat(CHUNK - tagAt - cut - '<!---->'.length)}-->`
    const path = await zipOf('list.xlsx', xlsxParts(xml.replace('<sheetData>', `${filler}<sheetData>`)))
    const archive = await openArchive(path, DEFAULT_LIMITS)
    const ranges = await readMergedRanges(archive, 'xl/worksheets/sheet1.xml', DEFAULT_LIMITS)
    archive.close()

    expect([cut, ranges]).toEqual([cut, [{ column: 1, first: 1, last: 3 }]])
  }
})

test('more ranges than a sheet may have rows are a damage', async () => {
  const merges = Array.from({ length: 9 }, (_, at) => `<mergeCell ref="A${at + 1}:A${at + 9}"/>`).join('')
  const xml = worksheet(cellsDown(2).join('')).replace('</worksheet>', `${merges}</worksheet>`)
  const path = await zipOf('list.xlsx', xlsxParts(xml))

  expect(await refusalOf(path, { limits: { maxRows: 8 } })).toMatchObject({
    code: 'workbook.damaged',
    params: { problem: 'merged-ranges' },
  })
})
