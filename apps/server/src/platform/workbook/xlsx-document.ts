import type { Writable } from 'node:stream'
import type { Cell } from './workbook-shape.ts'
import { cutText } from './workbook-shape.ts'
import { encodeCellText, escapeXml } from './xml-text.ts'
import { referenceOf } from './cell-reference.ts'
import { writeZip } from './zip-writer.ts'

/** How a cell looks; numbers in `number` and `percent` cells are shown with separators, or as a share of one. */
export type CellLook =
  | 'plain'
  | 'text'
  | 'title'
  | 'header'
  | 'number'
  | 'decimal'
  | 'percent'
  | 'bold-text'
  | 'bold-number'
  | 'bold-decimal'
  | 'bold-percent'

/** One row to write, at its number; cells stand from the first column on. */
export type DocumentRow = {
  number: number
  hidden?: boolean
  cells: readonly { value: Cell; look: CellLook }[]
}

/** One sheet to write; its rows are taken one by one, in the order of their numbers. */
export type DocumentSheet = {
  name: string
  rightToLeft: boolean
  hidden?: boolean
  widths: readonly number[]
  /** Rows that stay in sight while scrolling, from the first on. */
  frozenRows: number
  rows: AsyncIterable<DocumentRow> | Iterable<DocumentRow>
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAX_TEXT = 32_767
/** The last row that a sheet can have. */
const LAST_ROW = 1_048_576

// Number format, bold, fill and alignment of each look; the order gives the style numbers.
const LOOKS: Record<CellLook, { format: number; bold: boolean; size?: 'title'; shaded?: true; wrap?: true }> =
  {
    plain: { format: 0, bold: false },
    text: { format: 49, bold: false },
    title: { format: 49, bold: true, size: 'title' },
    header: { format: 49, bold: true, shaded: true, wrap: true },
    number: { format: 3, bold: false },
    decimal: { format: 4, bold: false },
    percent: { format: 164, bold: false },
    'bold-text': { format: 49, bold: true },
    'bold-number': { format: 3, bold: true },
    'bold-decimal': { format: 4, bold: true },
    'bold-percent': { format: 164, bold: true },
  }

const STYLE_NUMBERS = new Map(Object.keys(LOOKS).map((look, index) => [look, index]))

function font(size: number, bold: boolean): string {
  return `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="Tahoma"/><family val="2"/></font>`
}

function stylesXml(): string {
  const formats = Object.values(LOOKS).map(({ format, bold, size, shaded, wrap }) => {
    const fontId = size === 'title' ? 2 : bold ? 1 : 0
    const alignment = wrap === true ? '<alignment horizontal="center" vertical="center" wrapText="1"/>' : ''
    return `<xf numFmtId="${format}" fontId="${fontId}" fillId="${shaded === true ? 2 : 0}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">${alignment}</xf>`
  })
  return (
    `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts>` +
    `<fonts count="3">${font(10, false)}${font(10, true)}${font(12, true)}</fonts>` +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE7F0F3"/><bgColor indexed="64"/></patternFill></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  )
}

function cellXml(reference: string, value: Cell, look: CellLook): string {
  const start = `<c r="${reference}" s="${STYLE_NUMBERS.get(look) ?? 0}"`
  if (value === null || value === '') return `${start}/>`
  if (typeof value === 'boolean') return `${start} t="b"><v>${value ? 1 : 0}</v></c>`
  if (typeof value === 'number' && Number.isFinite(value)) return `${start}><v>${value}</v></c>`
  // Always a text cell: whatever the text begins with, it is never a formula.
  const text = encodeCellText(cutText(String(value), MAX_TEXT))
  return `${start} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}

async function* sheetXml(sheet: DocumentSheet): AsyncIterable<string> {
  const { frozenRows, rightToLeft, widths } = sheet
  const pane =
    frozenRows === 0
      ? ''
      : `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  let text =
    `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView ${rightToLeft ? 'rightToLeft="1" ' : ''}workbookViewId="0">${pane}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/>${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>`
  for await (const { number, hidden, cells } of sheet.rows) {
    if (number > LAST_ROW) throw new RangeError(`a sheet has no row ${number}`)
    text += `<row r="${number}"${hidden === true ? ' hidden="1"' : ''}>`
    cells.forEach(({ value, look }, column) => {
      if (value !== null || look !== 'plain') text += cellXml(referenceOf(column, number), value, look)
    })
    text += '</row>'
    if (text.length > 64 * 1024) {
      yield text
      text = ''
    }
  }
  // A printed table is as wide as its page and as long as it needs.
  yield `${text}</sheetData><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`
}

/** Names that Excel accepts: at most 31 characters without `[]:*?/\`, not twice whatever the case. */
function acceptableNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const clean =
      name
        .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || 'Sheet'
    let candidate = cutText(clean, 31)
    for (let copy = 2; taken.has(candidate.toLowerCase()); copy += 1) {
      candidate = `${cutText(clean, 30 - String(copy).length)} ${copy}`
    }
    taken.add(candidate.toLowerCase())
    return candidate
  })
}

function override(part: string, type: string): string {
  return `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`
}

function relation(id: number, kind: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`
}

/** Writes a new .xlsx row by row, to a path or a stream. */
export async function writeXlsxDocument(
  out: string | Writable,
  sheets: readonly DocumentSheet[],
): Promise<void> {
  const names = acceptableNames(sheets.map((sheet) => sheet.name))
  const numbers = sheets.map((_, index) => index + 1)
  const small: [string, string][] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
        `${override('workbook.xml', 'sheet.main')}${override('styles.xml', 'styles')}${numbers.map((n) => override(`worksheets/sheet${n}.xml`, 'worksheet')).join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews><sheets>` +
        names
          .map((name, index) => {
            const state = sheets[index]?.hidden === true ? ' state="hidden"' : ''
            return `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`
          })
          .join('') +
        '</sheets></workbook>',
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${numbers.map((n) => relation(n, 'worksheet', `worksheets/sheet${n}.xml`)).join('')}${relation(numbers.length + 1, 'styles', 'styles.xml')}</Relationships>`,
    ],
  ]
  await writeZip(out, async (zip) => {
    for (const [name, text] of small) await zip.write(name, [DECLARATION + text])
    await zip.write('xl/styles.xml', [stylesXml()])
    for (const [index, sheet] of sheets.entries())
      await zip.write(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet))
  })
}
