import { createWriteStream, existsSync, readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine, CSV_START, type Table, writeTableWorkbook } from './table-file.ts'
import { readAll, testPath } from './test-files.ts'

function table(changes: Partial<Table> = {}): Table {
  return {
    sheet: 'شهرستان',
    rightToLeft: true,
    title: ['گزارش', 'تا پایان مرداد'],
    columns: [
      { header: 'کد', kind: 'text', width: 12 },
      { header: 'تعداد', kind: 'number' },
      { header: 'تحقق', kind: 'percent' },
    ],
    rows: [
      ['0012', 1234567, 0.431],
      ['=1+1', 2.5, null],
    ],
    total: ['جمع', 1234569.5, 0.5],
    ...changes,
  }
}

test('an exported table is read back as it was, and looks as a table should', async () => {
  const path = testPath('table.xlsx')
  await writeTableWorkbook(path, [table()])

  const [own] = (await readAll(path)).sheets
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  const sheet = book.getWorksheet('شهرستان')

  expect(own?.rows.map(({ cells }) => cells)).toEqual([
    ['گزارش'],
    ['تا پایان مرداد'],
    ['کد', 'تعداد', 'تحقق'],
    ['0012', 1234567, 0.431],
    ['=1+1', 2.5],
    ['جمع', 1234569.5, 0.5],
  ])
  expect(sheet?.views[0]).toMatchObject({ rightToLeft: true, state: 'frozen', ySplit: 3 })
  expect(sheet?.getCell('A3').font.bold).toBe(true)
  expect(sheet?.getCell('C4').numFmt).toBe('0.0%')
  expect(sheet?.getCell('B4').numFmt).toBe('#,##0')
  expect(sheet?.getCell('A5')).toMatchObject({ type: ExcelJS.ValueType.String, value: '=1+1', numFmt: '@' })
  expect(sheet?.getCell('B6').font.bold).toBe(true)
  expect(sheet?.getColumn(1).width).toBe(12)
})

async function* manyRows(): AsyncIterable<[string, number]> {
  for (let row = 0; row < 5000; row += 1) yield [`ردیف ${row}`, row]
}

test('a table goes to a stream as to a file, with rows that come one by one', async () => {
  const path = testPath('stream.xlsx')
  await writeTableWorkbook(createWriteStream(path), [table({ rows: manyRows() })])

  expect((await readAll(path)).sheets[0]?.rows.at(-2)).toMatchObject({
    number: 5003,
    cells: ['ردیف 4999', 4999],
  })
})

test('sheets get names that Excel accepts, each its own', async () => {
  const path = testPath('names.xlsx')
  await writeTableWorkbook(
    path,
    ['a/b', 'A:B', '', 'ش'.repeat(40), 'ش'.repeat(41)].map((sheet) => table({ sheet })),
  )

  expect((await readAll(path)).sheets.map(({ name }) => name)).toEqual([
    'a b',
    'A B 2',
    'Sheet',
    'ش'.repeat(31),
    `${'ش'.repeat(29)} 2`,
  ])
})

function* failingRows(): Iterable<string[]> {
  yield ['1']
  throw new Error('the database went away')
}

test('an export that fails in the middle leaves no file behind', async () => {
  const path = testPath('failed.xlsx')
  await expect(writeTableWorkbook(path, [table({ rows: failingRows() })])).rejects.toThrow(
    'the database went away',
  )
  expect(existsSync(path)).toBe(false)
  expect(existsSync(`${path}.partial`)).toBe(false)
})

test('an export to a reader who has left ends with an error', async () => {
  const stream = createWriteStream(testPath('left.xlsx'))
  function* rows(): Iterable<string[]> {
    for (let row = 0; ; row += 1) {
      if (row === 1000) stream.destroy()
      yield [`ردیف ${row} ${Math.sqrt(row)}`]
    }
  }

  await expect(writeTableWorkbook(stream, [table({ rows: rows() })])).rejects.toThrow()
})

test('a CSV line is read back as it was', () => {
  const harmless = fc
    .string({ unit: fc.constantFrom('ا', '"', ',', '\n', '\r', ' ', '😀', '1') })
    .filter((text) => !/^[=+\-@\t\r]/.test(text))

  fc.assert(
    fc.property(fc.array(harmless, { minLength: 2, maxLength: 6 }), (cells) => {
      expect(parse(CSV_START + csvLine(cells), { bom: true, record_delimiter: '\r\n' })).toEqual([cells])
    }),
  )
})

test.each([
  ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"\r\n'],
  ['+98', "'+98\r\n"],
  ['-1', "'-1\r\n"],
  ['@a', "'@a\r\n"],
  ['\ta', "'\ta\r\n"],
  [-1, '-1\r\n'],
  [null, '\r\n'],
  [true, 'TRUE\r\n'],
])('%j in a CSV cannot run', (cell, line) => {
  expect(csvLine([cell])).toBe(line)
})

test('a file of the same table has the same bytes', async () => {
  const [first, second] = [testPath('a.xlsx'), testPath('b.xlsx')]
  await writeTableWorkbook(first, [table()])
  await writeTableWorkbook(second, [table()])

  expect(readFileSync(first).equals(readFileSync(second))).toBe(true)
})
