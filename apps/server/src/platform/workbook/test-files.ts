import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openWorkbook, type Sheet, type SheetRow, type WorkbookLimits } from './workbook.ts'
import { WorkbookRefusal } from './workbook-refusal.ts'
import { writeZip } from './zip-writer.ts'

/** A path in a folder that goes when the test ends. */
export function testPath(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'workbook-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, name)
}

/** A zip with these parts, for files that no library would write. */
export async function zipOf(name: string, parts: Record<string, string | Iterable<string>>): Promise<string> {
  const path = testPath(name)
  await writeZip(path, async (zip) => {
    for (const [part, text] of Object.entries(parts))
      await zip.write(part, typeof text === 'string' ? [text] : text)
  })
  return path
}

/** The rows of a sheet, gathered. */
async function rowsOf(sheet: Sheet | undefined): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  if (sheet !== undefined) for await (const batch of sheet.rows()) rows.push(...batch)
  return rows
}

/** Everything that can be read from a file. */
export async function readAll(
  path: string,
  options: { name?: string; limits?: Partial<WorkbookLimits> } = {},
): Promise<{
  format: string
  renamedFrom?: string
  sheets: { name: string; hidden: boolean; rows: SheetRow[] }[]
}> {
  const workbook = await openWorkbook(path, options)
  try {
    const sheets: { name: string; hidden: boolean; rows: SheetRow[] }[] = []
    for (const sheet of workbook.sheets)
      sheets.push({ name: sheet.name, hidden: sheet.hidden, rows: await rowsOf(sheet) })
    const { format, renamedFrom } = workbook
    return { format, sheets, ...(renamedFrom !== undefined && { renamedFrom }) }
  } finally {
    await workbook.close()
  }
}

/** The refusal that reading a file ends with; undefined when it is read to its end. */
export async function refusalOf(
  path: string,
  options: { name?: string; limits?: Partial<WorkbookLimits> } = {},
): Promise<Pick<WorkbookRefusal, 'code' | 'params'> | undefined> {
  try {
    await readAll(path, options)
    return undefined
  } catch (error) {
    if (!(error instanceof WorkbookRefusal)) throw error
    return { code: error.code, params: error.params }
  }
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

type XlsxFrame = Record<
  '[Content_Types].xml' | '_rels/.rels' | 'xl/workbook.xml' | 'xl/_rels/workbook.xml.rels',
  string
>

/** The parts of a small .xlsx around the XML of its first sheet. */
export function xlsxParts(
  sheet: string,
  more: Record<string, string> = {},
): Record<string, string> & XlsxFrame {
  return {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="یک" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${OFFICE}/styles" Target="/xl/styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  }
}

/** A worksheet's XML around its rows. */
export function worksheet(rows: string, before = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData></worksheet>`
}
