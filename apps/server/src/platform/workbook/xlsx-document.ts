import type { Writable } from 'node:stream'
import type { Cell } from './workbook-shape.ts'
import { cutText } from './workbook-shape.ts'
import { type CellLook, type DigitStyle, styleNumber, stylesXml } from './xlsx-styles.ts'
import { encodeCellText, escapeXml } from './xml-text.ts'
import { referenceOf } from './cell-reference.ts'
import { writeZip } from './zip-writer.ts'

/** One row to write, at its number; cells stand from the first column on. */
export type DocumentRow = {
  number: number
  hidden?: boolean
  /** In points; without it the usual. */
  height?: number
  cells: readonly { value: Cell; look: CellLook }[]
}

/** What may be chosen in the cells of a column, and what is said about them when they are entered. */
export type CellChoice = {
  column: number
  rows: readonly [number, number]
  /** The cells of another sheet that hold the words, such as `lists!$A$1:$A$9`; without it anything may be written. */
  from?: string
  title: string
  prompt: string
  /** Other words are refused, with the prompt as the reason. */
  strict?: boolean
}

/** One sheet to write; its rows are taken one by one, in the order of their numbers. */
export type DocumentSheet = {
  name: string
  rightToLeft: boolean
  /** A `deep` sheet does not even stand in the list of hidden ones. */
  hidden?: boolean | 'deep'
  widths: readonly number[]
  /** How the cells of a column look where nothing is written yet. */
  emptyLooks?: readonly CellLook[]
  /** Rows that stay in sight while scrolling, from the first on. */
  frozenRows: number
  /** Columns that stay in sight while scrolling, from the first on. */
  frozenColumns?: number
  /** Rows whose cells are one cell, from the first column to the last of `widths`. */
  joinedRows?: readonly number[]
  /** Rows that a printer repeats on every page, first and last. */
  repeatedRows?: readonly [number, number]
  choices?: readonly CellChoice[]
  rows: AsyncIterable<DocumentRow> | Iterable<DocumentRow>
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAX_TEXT = 32_767
/** The last row that a sheet can have. */
const LAST_ROW = 1_048_576

function cellXml(reference: string, value: Cell, look: CellLook): string {
  const start = `<c r="${reference}" s="${styleNumber(look)}"`
  if (value === null || value === '') return `${start}/>`
  if (typeof value === 'boolean') return `${start} t="b"><v>${value ? 1 : 0}</v></c>`
  if (typeof value === 'number' && Number.isFinite(value)) return `${start}><v>${value}</v></c>`
  // Always a text cell: whatever the text begins with, it is never a formula.
  const text = encodeCellText(cutText(String(value), MAX_TEXT))
  return `${start} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}

function paneXml({ frozenRows, frozenColumns = 0 }: DocumentSheet): string {
  if (frozenRows === 0 && frozenColumns === 0) return ''
  const split = `${frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : ''}${frozenRows > 0 ? ` ySplit="${frozenRows}"` : ''}`
  const active = frozenColumns === 0 ? 'bottomLeft' : frozenRows === 0 ? 'topRight' : 'bottomRight'
  return `<pane${split} topLeftCell="${referenceOf(frozenColumns, frozenRows + 1)}" activePane="${active}" state="frozen"/>`
}

function columnsXml({ widths, emptyLooks }: DocumentSheet): string {
  const columns = widths.map((width, index) => {
    const look = emptyLooks?.[index]
    const style = look === undefined ? '' : ` style="${styleNumber(look)}"`
    return `<col min="${index + 1}" max="${index + 1}" width="${width}"${style} customWidth="1"/>`
  })
  return columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''
}

function joinedXml({ joinedRows = [], widths }: DocumentSheet): string {
  if (joinedRows.length === 0 || widths.length < 2) return ''
  const cells = joinedRows.map(
    (row) => `<mergeCell ref="${referenceOf(0, row)}:${referenceOf(widths.length - 1, row)}"/>`,
  )
  return `<mergeCells count="${cells.length}">${cells.join('')}</mergeCells>`
}

function choicesXml({ choices = [] }: DocumentSheet): string {
  if (choices.length === 0) return ''
  const all = choices.map(({ column, rows: [first, last], from, title, prompt, strict }) => {
    const kind = from === undefined ? '' : ' type="list"'
    const shown = `promptTitle="${escapeXml(cutText(title, 32))}" prompt="${escapeXml(cutText(prompt, 255))}"`
    const refused = `showErrorMessage="${strict === true ? 1 : 0}" errorTitle="${escapeXml(cutText(title, 32))}" error="${escapeXml(cutText(prompt, 255))}"`
    const formula = from === undefined ? '' : `<formula1>${escapeXml(from)}</formula1>`
    return `<dataValidation${kind} allowBlank="1" showInputMessage="1" ${refused} ${shown} sqref="${referenceOf(column, first)}:${referenceOf(column, last)}">${formula}</dataValidation>`
  })
  return `<dataValidations count="${all.length}">${all.join('')}</dataValidations>`
}

async function* sheetXml(sheet: DocumentSheet): AsyncIterable<string> {
  let text =
    `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView ${sheet.rightToLeft ? 'rightToLeft="1" ' : ''}workbookViewId="0">${paneXml(sheet)}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/>${columnsXml(sheet)}<sheetData>`
  for await (const { number, hidden, height, cells } of sheet.rows) {
    if (number > LAST_ROW) throw new RangeError(`a sheet has no row ${number}`)
    text += `<row r="${number}"${hidden === true ? ' hidden="1"' : ''}${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>`
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
  const printed =
    '<printOptions horizontalCentered="1"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>'
  yield `${text}</sheetData>${joinedXml(sheet)}${choicesXml(sheet)}${printed}</worksheet>`
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

function printTitles(sheets: readonly DocumentSheet[], names: readonly string[]): string {
  const titles = sheets.flatMap(({ repeatedRows }, index) => {
    if (repeatedRows === undefined) return []
    const sheet = (names[index] ?? '').replaceAll("'", "''")
    const range = `'${sheet}'!$${repeatedRows[0]}:$${repeatedRows[1]}`
    return [
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeXml(range)}</definedName>`,
    ]
  })
  return titles.length === 0 ? '' : `<definedNames>${titles.join('')}</definedNames>`
}

/** Writes a new .xlsx row by row, to a path or a stream. */
export async function writeXlsxDocument(
  out: string | Writable,
  sheets: readonly DocumentSheet[],
  { digits = 'latin' }: { digits?: DigitStyle } = {},
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
            const hidden = sheets[index]?.hidden ?? false
            const state = hidden === false ? '' : ` state="${hidden === 'deep' ? 'veryHidden' : 'hidden'}"`
            return `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`
          })
          .join('') +
        `</sheets>${printTitles(sheets, names)}</workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${numbers.map((n) => relation(n, 'worksheet', `worksheets/sheet${n}.xml`)).join('')}${relation(numbers.length + 1, 'styles', 'styles.xml')}</Relationships>`,
    ],
  ]
  const rightToLeft = sheets.some((sheet) => sheet.rightToLeft)
  await writeZip(out, async (zip) => {
    for (const [name, text] of small) await zip.write(name, [DECLARATION + text])
    await zip.write('xl/styles.xml', [DECLARATION + stylesXml(digits, { rightToLeft })])
    for (const [index, sheet] of sheets.entries())
      await zip.write(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet))
  })
}
