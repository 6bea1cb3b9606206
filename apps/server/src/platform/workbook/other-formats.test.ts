import { readFileSync, writeFileSync } from 'node:fs'
import { type BookType, utils, write, type WorkBook } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { readAll, refusalOf, testPath, zipOf } from './test-files.ts'

function book(): WorkBook {
  const sheet = utils.aoa_to_sheet([
    ['نام', 'کد ملی', 'تاریخ'],
    ['علی', '0012345678', 45000.5],
    ['😀 رضا', true, null],
    [null],
    ['پنهان', 123456789012345],
  ])
  Object.assign(sheet['C2'] as object, { z: 'yyyy/mm/dd' })
  sheet['C5'] = { t: 'e', v: 0x2a }
  sheet['D5'] = { t: 'n', v: 7, f: '3+4' }
  sheet['!ref'] = 'A1:D5'
  sheet['!rows'] = [{}, {}, { hidden: true }]
  const other = utils.aoa_to_sheet([['دو']])
  return {
    SheetNames: ['یک', 'دو'],
    Sheets: { یک: sheet, دو: other },
    Workbook: { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] },
  }
}

function saved(type: BookType, name: string): string {
  const path = testPath(name)
  writeFileSync(path, write(book(), { type: 'buffer', bookType: type, cellStyles: true }) as Buffer)
  return path
}

const HEADER = { number: 1, cells: ['نام', 'کد ملی', 'تاریخ'], hidden: false }
const FIRST = { number: 2, cells: ['علی', '0012345678', 45000.5], hidden: false }

test.each<[BookType, string, string]>([
  ['biff8', 'list.xls', 'xls'],
  ['xlsb', 'list.xlsb', 'xlsx'],
  ['xlml', 'list.xls', 'xls'],
])(
  'a workbook saved as %s is read with its dates as serials and its codes as text',
  async (type, name, format) => {
    const { sheets, ...rest } = await readAll(saved(type, name))

    expect(rest).toEqual({ format })
    expect(sheets.map((sheet) => [sheet.name, sheet.hidden])).toEqual([
      ['یک', false],
      ['دو', true],
    ])
    expect(sheets[0]?.rows.slice(0, 2)).toEqual([HEADER, FIRST])
    expect(sheets[0]?.rows[2]).toMatchObject({ number: 3, cells: ['😀 رضا', true] })
    expect(sheets[0]?.rows[3]).toMatchObject({ number: 5, cells: ['پنهان', 123456789012345, '#N/A', 7] })
  },
)

test('hidden rows and formulas of an .xlsb and of SpreadsheetML are told', async () => {
  const xlsb = await readAll(saved('xlsb', 'list.xlsb'))
  const xml = await readAll(saved('xlml', 'list.xml'))

  expect(xlsb.sheets[0]?.rows.map(({ hidden }) => hidden)).toEqual([false, false, true, false])
  expect(xml.sheets[0]?.rows.map(({ hidden }) => hidden)).toEqual([false, false, true, false])
  expect(xml.sheets[0]?.rows[3]?.formulas).toEqual([3])
})

test('an HTML table saved as .xls keeps leading zeros', async () => {
  const path = testPath('report.xls')
  writeFileSync(
    path,
    '<html><body><table><tr><td>کد</td></tr><tr><td>0012345678</td></tr></table></body></html>',
  )

  expect(await readAll(path)).toMatchObject({
    format: 'xls',
    sheets: [{ rows: [{ cells: ['کد'] }, { cells: ['0012345678'] }] }],
  })
})

test.each<[BookType, string]>([
  ['ods', 'list.ods'],
  ['fods', 'list.fods'],
])('a spreadsheet saved as %s is read', async (type, name) => {
  const { format, sheets } = await readAll(saved(type, name))

  expect(format).toBe('ods')
  expect(sheets.map((sheet) => sheet.name)).toEqual(['یک', 'دو'])
  expect(sheets[0]?.rows.slice(0, 2)).toEqual([HEADER, FIRST])
  expect(sheets[0]?.rows.at(-1)).toMatchObject({ number: 5, formulas: [3] })
})

function odsOf(content: string): Promise<string> {
  return zipOf('list.ods', {
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<?xml version="1.0"?><office:document-content>${content}</office:document-content>`,
  })
}

test('everything that LibreOffice writes into a cell is understood', async () => {
  const cells = [
    '<table:table-cell office:value-type="string"><text:p>یک<text:s text:c="2"/>دو<text:tab/>سه</text:p><text:p>خط  دوم\n  سه</text:p></table:table-cell>',
    '<table:table-cell office:value-type="percentage" office:value="0.5"><text:p>50%</text:p></table:table-cell>',
    '<table:table-cell office:value-type="date" office:date-value="2023-03-15T12:00:00"><text:p>۲۴ اسفند</text:p></table:table-cell>',
    '<table:table-cell office:value-type="time" office:time-value="PT18H00M00S"/>',
    '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>',
    '<table:table-cell table:formula="of:=[.A1]" office:value-type="string" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>',
    '<table:table-cell office:value-type="string"><office:annotation><text:p>یادداشت</text:p></office:annotation><text:p>متن</text:p></table:table-cell>',
    '<table:covered-table-cell/>',
    '<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="3"/>',
    '<table:table-cell table:number-columns-repeated="16000"/>',
  ]
  const path = await odsOf(
    `<table:table table:name="a"><table:table-row>${cells.join('')}</table:table-row></table:table>`,
  )

  expect((await readAll(path)).sheets[0]?.rows).toEqual([
    {
      number: 1,
      cells: ['یک  دو\tسه\nخط  دوم سه', 0.5, 45000.5, 0.75, true, '#N/A', 'متن', null, 3, 3],
      hidden: false,
      formulas: [5],
    },
  ])
})

test('rows of an .ods are hidden by themselves, by a filter or by their group, and a sheet by its style', async () => {
  const cell = '<table:table-cell office:value-type="float" office:value="1"/>'
  const path = await odsOf(
    '<style:style style:name="ta1"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>' +
      `<table:table table:name="a" table:style-name="ta1"><table:table-row table:number-rows-repeated="9"/><table:table-row table:number-rows-repeated="2">${cell}</table:table-row>` +
      `<table:table-row table:visibility="collapse">${cell}</table:table-row><table:table-row table:visibility="filter">${cell}</table:table-row>` +
      `<table:table-row-group table:display="false"><table:table-row>${cell}</table:table-row></table:table-row-group><table:table-row>${cell}</table:table-row></table:table>` +
      `<table:table table:name="b" table:style-name="ta2"><table:table-row>${cell}</table:table-row></table:table>`,
  )

  const { sheets } = await readAll(path)

  expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['a', false],
    ['b', true],
  ])
  expect(sheets[0]?.rows.map(({ number, hidden }) => [number, hidden])).toEqual([
    [10, false],
    [11, false],
    [12, true],
    [13, true],
    [14, true],
    [15, false],
  ])
  expect(sheets[1]?.rows).toHaveLength(1)
})

test('an .xls that is cut short or empty is a damage, and too many rows in one are refused', async () => {
  const path = saved('biff8', 'list.xls')
  const broken = testPath('broken.xls')
  writeFileSync(broken, Buffer.concat([Buffer.from('0908100000060500', 'hex'), Buffer.alloc(40, 7)]))
  const short = testPath('short.xls')
  const whole = readFileSync(path)
  writeFileSync(short, whole.subarray(0, whole.length - 600))

  expect((await refusalOf(short))?.code).toBe('workbook.damaged')
  expect((await refusalOf(broken))?.code).toBe('workbook.damaged')
  expect((await refusalOf(path, { limits: { maxRows: 3 } }))?.code).toBe('workbook.too-many-rows')
})
