import type ExcelJS from 'exceljs'
import { listAgencies } from '@rasad/contracts/organisations'
import { getImportTemplate } from '@rasad/contracts/papers'
import { listCounties } from '@rasad/contracts/places'
import { templateColumns } from '@rasad/domain/imports/template'
import { expect, test } from 'vitest'
import { newNationalId } from '../../../test/national-ids.ts'
import { bookOf, cellsOf, fileOf } from '../../../test/paper-files.ts'
import { openWorld, type World } from '../../../test/world.ts'

const HEADER_ROW = 3

const OF_AGRI = { agency: 'AGRI' }

/** With no agency it is the template of several. */
async function templateOf(
  world: World,
  language: 'fa' | 'en',
  sender: { agency?: string } = OF_AGRI,
): Promise<ExcelJS.Workbook> {
  const query = { province: world.province, period: world.period, ...sender, language }
  return bookOf((await fileOf(world, getImportTemplate, { query })).content)
}

test('the template reads from right to left, its header stays in sight, and its cells are text', async () => {
  await using world = await openWorld()
  const sheet = (await templateOf(world, 'fa')).worksheets[0]!

  expect(sheet.views[0]).toMatchObject({ rightToLeft: true, state: 'frozen', ySplit: HEADER_ROW })
  expect(cellsOf(sheet, HEADER_ROW)).toEqual(templateColumns('fa').map(({ header }) => header))
  expect(sheet.getCell(1, 1).text).toContain('جهاد کشاورزی')
  expect(sheet.getColumn(1).numFmt).toBe('@')
})

test('every drop-down takes its words from the sheet that nobody sees, the counties from the province', async () => {
  await using world = await openWorld()
  const book = await templateOf(world, 'fa')
  const [sheet, lists] = book.worksheets as [ExcelJS.Worksheet, ExcelJS.Worksheet]
  expect(lists.state).toBe('veryHidden')

  for (const [index, { choices, prompt }] of templateColumns('fa').entries()) {
    const validation = sheet.getCell(HEADER_ROW + 1, index + 1).dataValidation
    expect(validation.prompt).toBe(prompt)
    if (choices === null) continue
    const [, column = '', last = ''] =
      /^lists!\$([A-Z]+)\$1:\$\1\$(\d+)$/.exec(String(validation.formulae[0])) ?? []
    const words = Array.from({ length: Number(last) }, (_, row) => lists.getCell(`${column}${row + 1}`).value)
    if (choices !== 'counties') expect(words).toEqual(choices)
    else expect(words.length).toBeGreaterThan(3)
    expect(words).not.toContain(null)
  }
})

test.each(['fa', 'en'] as const)(
  'a filled %s template is accepted row by row, without a correction and without a warning',
  async (language) => {
    await using world = await openWorld()
    const book = await templateOf(world, language)
    const [sheet, lists] = book.worksheets as [ExcelJS.Worksheet, ExcelJS.Worksheet]
    const columns = templateColumns(language)
    const typed: Partial<Record<string, string>> = {
      firstName: 'زهرا',
      lastName: 'رضایی',
      birthDate: '۱۳۷۰/۰۲/۰۳',
      mobile: '09123456789',
      startDate: '1404/05/03',
      isic: '0111',
      workshopCode: '0012345678',
      serviceDate: '1404/04/01',
      amount: '1500',
      employer: 'کارگاه نمونه',
    }
    for (let row = 1; row <= 4; row += 1) {
      let list = 0
      for (const [index, { column, choices }] of columns.entries()) {
        const cell = sheet.getCell(HEADER_ROW + row, index + 1)
        if (choices !== null) {
          list += 1
          const words = lists.getColumn(list).values.filter((word) => typeof word === 'string')
          cell.value = words[row % words.length]!
        } else if (column === 'nationalId') cell.value = newNationalId()
        else cell.value = typed[column] ?? null
      }
    }

    const outcome = await world.importFile(Buffer.from(await book.xlsx.writeBuffer()), {
      name: 'filled.xlsx',
    })

    expect(outcome).toMatchObject({ rows: 4, accepted: 4, rejected: 0, warnings: {} })
    expect(outcome.sheets.filter(({ skipped }) => !skipped)).toHaveLength(1)
    expect(outcome.sheets[0]?.unknownHeaders).toEqual([])
  },
)

test('an empty template is no list with faults: nothing enters and nothing is refused', async () => {
  await using world = await openWorld()
  const book = await templateOf(world, 'fa')

  const outcome = await world.importFile(Buffer.from(await book.xlsx.writeBuffer()), { name: 'empty.xlsx' })

  expect(outcome).toMatchObject({ rows: 0, accepted: 0, rejected: 0 })
})

test.each(['fa', 'en'] as const)(
  'the %s template of several agencies offers every agency in each row, and each is read as itself',
  async (language) => {
    await using world = await openWorld()
    const { agencies } = await world.call(listAgencies)
    const book = await templateOf(world, language, {})
    const [sheet, lists] = book.worksheets as [ExcelJS.Worksheet, ExcelJS.Worksheet]
    const columns = templateColumns(language, true)
    expect(cellsOf(sheet, HEADER_ROW)).toEqual(columns.map(({ header }) => header))
    const at = columns
      .filter(({ choices }) => choices !== null)
      .findIndex(({ column }) => column === 'agency')
    const offered = lists.getColumn(at + 1).values.filter((word) => typeof word === 'string')
    expect(offered).toHaveLength(agencies.length)

    const county = (await world.call(listCounties, { query: { province: world.province } })).counties[0]!
    for (const [row, agency] of offered.entries()) {
      const typed: Partial<Record<string, string>> = {
        nationalId: newNationalId(),
        lastName: 'رضایی',
        startDate: '1404/05/03',
        county: county.nameFa,
        agency,
      }
      for (const [index, { column }] of columns.entries())
        sheet.getCell(HEADER_ROW + 1 + row, index + 1).value = typed[column] ?? null
    }
    const outcome = await world.importFile(Buffer.from(await book.xlsx.writeBuffer()), {
      agency: null,
      name: 'several.xlsx',
    })

    expect(outcome).toMatchObject({ rejected: 0, corrections: {} })
    expect(outcome.agencies.map(({ agency, accepted }) => [agency, accepted])).toEqual(
      agencies
        .map(({ code }) => code)
        .toSorted()
        .map((code) => [code, 1]),
    )
  },
)
