import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CellObject, read, utils, write } from '@e965/xlsx'
import type { Cell } from './workbook.ts'
import { readAll, testPath, worksheet, xlsxParts, zipOf } from './test-files.ts'

type Grid = Record<string, Record<number, Cell[]>>

function trimmed(cells: readonly (Cell | undefined)[]): Cell[] {
  const dense = Array.from(cells, (cell) => (cell === undefined || cell === '' ? null : cell))
  while (dense.at(-1) === null) dense.pop()
  return dense
}

function sheetjsValue({ t, v, w, f }: CellObject): Cell {
  if (t === 'e') return w ?? '#N/A'
  if (v === undefined) return f === undefined ? null : `=${f}`
  return v as Cell
}

function sheetjsGrid(path: string): Grid {
  const book = read(readFileSync(path), { dense: true })
  return Object.fromEntries(
    book.SheetNames.map((name) => {
      const rows = (book.Sheets[name]?.['!data'] ?? []).map((cells): [number, Cell[]] => [
        0,
        trimmed(Array.from(cells ?? [], (cell) => (cell === undefined ? null : sheetjsValue(cell)))),
      ])
      const kept = rows
        .map(([, cells], index): [number, Cell[]] => [index + 1, cells])
        .filter(([, cells]) => cells.length > 0)
      return [name, Object.fromEntries(kept)]
    }),
  )
}

async function ownGrid(path: string): Promise<Grid> {
  const { sheets } = await readAll(path)
  return Object.fromEntries(
    sheets.map(({ name, rows }) => [name, Object.fromEntries(rows.map((row) => [row.number, row.cells]))]),
  )
}

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...Array.from('آابپتجچگکیيئ‌ ۰۱۲٣()«»،')) }),
  fc.string({
    unit: fc.constantFrom(
      '😀',
      '👨‍👩‍👧',
      '<',
      '>',
      '&',
      '"',
      "'",
      ']]>',
      '&amp;',
      '\n',
      '\t',
      ' ',
      '=',
      '\u202e',
    ),
  }),
  fc.constantFrom('0012345678', ' leading', 'trailing ', '=1+1', 'x'.repeat(5000), 'گ'.repeat(3000)),
)
const cell = fc.oneof(
  { weight: 4, arbitrary: text },
  fc.integer(),
  fc.constantFrom(999_999_999_999_999, -999_999_999_999_999, 0.1, 1e-7, 1e300),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
  fc.boolean(),
  fc.constant(null),
)
const grid = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 30 })

test('files written by exceljs are read cell by cell as SheetJS reads them', async () => {
  const path = testPath('exceljs.xlsx')

  await fc.assert(
    fc.asyncProperty(grid, async (rows) => {
      const book = new ExcelJS.Workbook()
      const sheet = book.addWorksheet('برگهٔ یک')
      for (const row of rows) sheet.addRow(row)
      await book.xlsx.writeFile(path)
      expect(await ownGrid(path)).toEqual(sheetjsGrid(path))
    }),
    { numRuns: 40 },
  )
})

test.each([true, false])(
  'files written by SheetJS hold what went in (shared strings: %s)',
  async (bookSST) => {
    const path = testPath('sheetjs.xlsx')

    await fc.assert(
      fc.asyncProperty(grid, async (rows) => {
        const sheet = utils.aoa_to_sheet(rows)
        writeFileSync(
          path,
          write(
            { SheetNames: ['یک'], Sheets: { یک: sheet } },
            { type: 'buffer', bookType: 'xlsx', bookSST },
          ) as Buffer,
        )
        const expected = rows
          .map((row, index): [number, Cell[]] => [index + 1, trimmed(row)])
          .filter(([, cells]) => cells.length > 0)
        expect(await ownGrid(path)).toEqual({ یک: Object.fromEntries(expected) })
      }),
      { numRuns: 40 },
    )
  },
)

const SAMPLES = fileURLToPath(new URL('../../../../../../shared/samples/', import.meta.url))

test.skipIf(!existsSync(SAMPLES))('the sample lists are read as SheetJS reads them', async () => {
  const files = readdirSync(SAMPLES).filter((name) => name.endsWith('.xlsx'))

  expect(files.length).toBeGreaterThan(0)
  for (const name of files) expect(await ownGrid(SAMPLES + name), name).toEqual(sheetjsGrid(SAMPLES + name))
})

test('cells of every type are read, with rich text joined and phonetic readings left out', async () => {
  const shared =
    '<sst><si><t>ساده</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">دو </t></r><r><t>تکه</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si><si/></sst>'
  const rows =
    '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="s"><v>2</v></c><c r="D3" t="b"><v>1</v></c><c r="E3" t="e"><v>#N/A</v></c><c r="F3" t="inlineStr"><is><r><t>در</t></r><r><t>جا</t></r></is></c><c r="G3" t="d"><v>2023-03-15T12:00:00</v></c><c r="AA3"><v>123456789012345</v></c></row>'
  const path = await zipOf('types.xlsx', xlsxParts(worksheet(rows), { 'xl/sharedStrings.xml': shared }))

  const [sheet] = (await readAll(path)).sheets

  expect(sheet?.rows).toEqual([
    {
      number: 3,
      cells: [
        'ساده',
        'دو تکه',
        null,
        true,
        '#N/A',
        'درجا',
        45000.5,
        ...Array(19).fill(null),
        123456789012345,
      ],
      hidden: false,
    },
  ])
})

test('a formula gives its cached value, or else its own text, and its column is named', async () => {
  const rows =
    '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>HYPERLINK("x","نام")</f><v>نام</v></c><c r="C1"><f>A1&amp;"&lt;"</f></c><c r="D1" t="str"><f>""</f><v></v></c></row>' +
    '<row r="2"><c r="A2"><f t="shared" ref="A2:A3" si="0">B2*2</f></c></row><row r="3"><c r="A3"><f t="shared" si="0"/></c></row>'
  const path = await zipOf('formulas.xlsx', xlsxParts(worksheet(rows)))

  const [sheet] = (await readAll(path)).sheets

  expect(sheet?.rows).toEqual([
    { number: 1, cells: [2, 'نام', '=A1&"<"'], hidden: false, formulas: [0, 1, 2, 3] },
    { number: 2, cells: ['=B2*2'], hidden: false, formulas: [0] },
    { number: 3, cells: ['=B2*2'], hidden: false, formulas: [0] },
  ])
})

test('rows and cells without references follow one another, and prefixed names mean the same', async () => {
  const rows =
    '<x:row><x:c><x:v>1</x:v></x:c><x:c/><x:c><x:v>2</x:v></x:c></x:row><x:row r="5" hidden="1"><x:c r="B5"><x:v>3</x:v></x:c><x:c><x:v>4</x:v></x:c></x:row><x:row><x:c><x:v>5</x:v></x:c></x:row>'
  const sheet = `<x:worksheet xmlns:x="m"><x:sheetData>${rows}</x:sheetData></x:worksheet>`
  const path = await zipOf('prefixed.xlsx', xlsxParts(sheet))

  expect((await readAll(path)).sheets[0]?.rows).toEqual([
    { number: 1, cells: [1, null, 2], hidden: false },
    { number: 5, cells: [null, 3, 4], hidden: true },
    { number: 6, cells: [5], hidden: false },
  ])
})

test('zero characters and half characters in the name of a sheet are written as unreadable ones', async () => {
  const parts = xlsxParts(worksheet('<row><c><v>1</v></c></row>'))
  const workbook = parts['xl/workbook.xml'].replace('"یک"', '"الف&#0;&#xD800;ب"')
  const path = await zipOf('names.xlsx', { ...parts, 'xl/workbook.xml': workbook })

  expect((await readAll(path)).sheets.map(({ name }) => name)).toEqual(['الف��ب'])
})

test('dates counted from 1904 come out as serials of the 1900 system, numbers as they are', async () => {
  const parts = xlsxParts(
    worksheet(
      '<row r="1"><c r="A1" s="1"><v>43538.5</v></c><c r="B1" s="2"><v>43538</v></c><c r="C1"><v>43538</v></c><c r="D1" s="3"><v>7</v></c></row>',
    ),
    {
      'xl/styles.xml':
        '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-3000401]yyyy/mm/dd"/><numFmt numFmtId="171" formatCode="[Red]#,##0&quot;days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="14"/><xf numFmtId="171"/></cellXfs></styleSheet>',
    },
  )
  parts['xl/workbook.xml'] = parts['xl/workbook.xml'].replace(
    '<sheets>',
    '<workbookPr date1904="1"/><sheets>',
  )

  expect((await readAll(await zipOf('1904.xlsx', parts))).sheets[0]?.rows[0]?.cells).toEqual([
    45000.5, 45000, 43538, 7,
  ])
})

test('parts are found by their links, wherever they stand and however the links are written', async () => {
  const parts = xlsxParts('')
  const { '_rels/.rels': root, 'xl/workbook.xml': book, 'xl/_rels/workbook.xml.rels': links } = parts
  const path = await zipOf('elsewhere.xlsx', {
    '[Content_Types].xml': parts['[Content_Types].xml'],
    '_rels/.rels': root.replace('xl/workbook.xml', '/office/Book%201.xml'),
    'office/Book 1.xml': book
      .replaceAll('xmlns:r=', 'xmlns:q=')
      .replace('r:id', 'q:id')
      .replace('<sheet ', '<sheet state="veryHidden" '),
    'office/_rels/Book 1.xml.rels': links.replace('worksheets/sheet1.xml', '../Data/./S1.XML'),
    'data/s1.xml': worksheet('<row r="1"><c r="A1"><v>1</v></c></row>'),
  })

  expect((await readAll(path)).sheets).toEqual([
    { name: 'یک', hidden: true, rows: [{ number: 1, cells: [1], hidden: false }] },
  ])
})

test('long texts are cut at the limit without halving a character, and columns beyond theirs are left out', async () => {
  const long = 'ا'.repeat(99) + '😀' + 'ب'.repeat(10_000)
  const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>${long}</t></is></c><c r="C1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>`
  const path = await zipOf('long.xlsx', xlsxParts(worksheet(rows)))

  expect((await readAll(path)).sheets[0]?.rows[0]?.cells).toEqual([long, null, 1])
  expect(
    (await readAll(path, { limits: { maxCellCharacters: 100, maxColumns: 2 } })).sheets[0]?.rows[0]?.cells,
  ).toEqual(['ا'.repeat(99)])
})
