/** How a cell looks; numbers in `number` and `percent` cells are shown with separators, or as a share of one. */
export type CellLook =
  | 'plain'
  | 'text'
  | 'table-text'
  | 'title'
  | 'note'
  | 'header'
  | 'marked-header'
  | 'number'
  | 'decimal'
  | 'percent'
  | 'bold-text'
  | 'bold-number'
  | 'bold-decimal'
  | 'bold-percent'
  | 'wrapped-text'

/** The digits that numbers are shown with; the numbers themselves stay numbers. */
export type DigitStyle = 'latin' | 'persian'

type Look = {
  format: 'general' | 'text' | 'whole' | 'decimal' | 'percent'
  font?: 'bold' | 'title' | 'note' | 'inverse'
  fill?: 'header' | 'marked' | 'total'
  bordered?: true
  align?: 'centre' | 'wrap' | 'start'
}

// The order gives the style numbers.
const LOOKS: Record<CellLook, Look> = {
  plain: { format: 'general' },
  text: { format: 'text' },
  'table-text': { format: 'text', bordered: true },
  title: { format: 'text', font: 'title', align: 'start' },
  note: { format: 'text', font: 'note', align: 'wrap' },
  header: { format: 'text', font: 'inverse', fill: 'header', bordered: true, align: 'centre' },
  'marked-header': { format: 'text', font: 'inverse', fill: 'marked', bordered: true, align: 'centre' },
  number: { format: 'whole', bordered: true },
  decimal: { format: 'decimal', bordered: true },
  percent: { format: 'percent', bordered: true },
  'bold-text': { format: 'text', font: 'bold', fill: 'total', bordered: true },
  'bold-number': { format: 'whole', font: 'bold', fill: 'total', bordered: true },
  'bold-decimal': { format: 'decimal', font: 'bold', fill: 'total', bordered: true },
  'bold-percent': { format: 'percent', font: 'bold', fill: 'total', bordered: true },
  'wrapped-text': { format: 'text', bordered: true, align: 'wrap' },
}

const STYLE_NUMBERS = new Map(Object.keys(LOOKS).map((look, index) => [look, index]))
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const FONTS = ['normal', 'bold', 'title', 'note', 'inverse']
const FILLS = ['none', 'gray125', 'header', 'marked', 'total']

// 3000429 shows a number in the digits of Persian (0429) that Excel has under 30.
const FORMATS: Record<DigitStyle, Record<Look['format'], { id: number; code?: string }>> = {
  latin: {
    general: { id: 0 },
    text: { id: 49 },
    whole: { id: 3 },
    decimal: { id: 4 },
    percent: { id: 164, code: '0.0%' },
  },
  persian: {
    general: { id: 0 },
    text: { id: 49 },
    whole: { id: 165, code: '[$-3000429]#,##0' },
    decimal: { id: 166, code: '[$-3000429]#,##0.00' },
    percent: { id: 167, code: '[$-3000429]0.0%' },
  },
}

/** The number of a look in the styles part. */
export function styleNumber(look: CellLook): number {
  return STYLE_NUMBERS.get(look) ?? 0
}

/** The styles part of a workbook, with every look in it; headings and notes read in the direction of the sheets. */
export function stylesXml(digits: DigitStyle, { rightToLeft }: { rightToLeft: boolean }): string {
  const formats = FORMATS[digits]
  const own = Object.values(formats).filter(({ code }) => code !== undefined)
  const cells = Object.values(LOOKS).map(({ format, font = 'normal', fill = 'none', bordered, align }) => {
    const attributes = `numFmtId="${formats[format].id}" fontId="${FONTS.indexOf(font)}" fillId="${FILLS.indexOf(fill)}" borderId="${bordered ? 1 : 0}" xfId="0"`
    const reads = rightToLeft && align !== undefined ? ' readingOrder="2"' : ''
    const wraps = align === 'centre' || align === 'wrap' ? ' wrapText="1"' : ''
    const alignment = `<alignment${align === 'centre' ? ' horizontal="center"' : ''} vertical="center"${wraps}${reads}/>`
    return `<xf ${attributes} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`
  })
  const edges = ['left', 'right', 'top', 'bottom']
    .map((edge) => `<${edge} style="thin"><color rgb="FFBFCDD2"/></${edge}>`)
    .join('')
  return (
    `<styleSheet xmlns="${MAIN}"><numFmts count="${own.length}">${own.map(({ id, code }) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`).join('')}</numFmts>` +
    `<fonts count="5">${fontXml(10)}${fontXml(10, '<b/>')}${fontXml(14, '<b/>', 'FF0F4C5C')}${fontXml(9, '', 'FF4A5A60')}${fontXml(10, '<b/>', 'FFFFFFFF')}</fonts>` +
    `<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fillXml('FF0F4C5C')}${fillXml('FFA4501E')}${fillXml('FFE7F0F3')}</fills>` +
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${edges}<diagonal/></border></borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${cells.length}">${cells.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  )
}

function fontXml(size: number, weight = '', colour?: string): string {
  const painted = colour === undefined ? '' : `<color rgb="${colour}"/>`
  return `<font>${weight}<sz val="${size}"/>${painted}<name val="Tahoma"/><family val="2"/></font>`
}

function fillXml(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`
}
