import { createMergeTracker } from './merged-cells.ts'
import { cutText, type Cell, placeCell, type SheetRow, type WorkbookLimits } from './workbook-shape.ts'
import { decodeXml } from './xml-text.ts'
import { attributes, createXmlTokenizer } from './xml-tokens.ts'
import { serialOfIso } from './date-serial.ts'

/** A table of an OpenDocument spreadsheet. */
export type OdsSheet = { name: string; hidden: boolean }

/** Reads content.xml as it comes: the tables' names, and the rows of one of them. */
export type OdsScanner = {
  sheets: OdsSheet[]
  feed: (chunk: string) => void
  end: () => void
  take: () => SheetRow[]
}

function serialOfDuration(text: string): number | undefined {
  const match = /^(-?)PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/.exec(text)
  if (match === null) return undefined
  const [hours, minutes, seconds] = match.slice(2).map((part) => Number(part ?? 0))
  const days = ((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) / 86_400
  return match[1] === '-' ? -days : days
}

function typedValue(found: ReadonlyMap<string, string>, text: string): Cell {
  switch (found.get('office:value-type')) {
    case 'float':
    case 'percentage':
    case 'currency': {
      if (found.get('calcext:value-type') === 'error') return text
      const number = Number(found.get('office:value'))
      return Number.isFinite(number) ? number : text
    }
    case 'boolean':
      return found.get('office:boolean-value') === 'true'
    case 'date':
      return serialOfIso(found.get('office:date-value') ?? '') ?? text
    case 'time':
      return serialOfDuration(found.get('office:time-value') ?? '') ?? text
    case undefined:
    default:
      return text === '' ? (found.get('office:string-value') ?? null) : text
  }
}

function repeats(found: ReadonlyMap<string, string>, name: string): number {
  const times = Number(found.get(name) ?? 1)
  return Number.isSafeInteger(times) && times > 0 ? times : 1
}

/** A scanner for the table with this number; repeated rows share their cells; `onRows` hears of rows before they are made, and may refuse them. */
export function createOdsScanner(
  limits: WorkbookLimits,
  wanted: number,
  onRows: (count: number) => void,
): OdsScanner {
  const sheets: OdsSheet[] = []
  const hiddenStyles = new Set<string>()
  let style = ''
  let tables = 0
  let done: SheetRow[] = []
  let number = 1
  let row: { times: number; hidden: boolean; cells: Cell[]; formulas: number[]; column: number } | undefined
  const groups: boolean[] = []
  const merges = createMergeTracker()
  let cell: { found: ReadonlyMap<string, string>; text: string; paragraphs: number } | undefined
  let paragraph = 0
  let aside = 0

  const endCell = (found: ReadonlyMap<string, string>, text: string): void => {
    if (row === undefined) return
    const times = repeats(found, 'table:number-columns-repeated')
    const cached = typedValue(found, cutText(text, limits.maxCellCharacters))
    const formula = found.get('table:formula')
    const value = cached === null && formula !== undefined ? `=${formula.replace(/^\w+:=/, '')}` : cached
    const isBlank = value === null && formula === undefined
    const rows = repeats(found, 'table:number-rows-spanned')
    if (rows > 1 && row.column < limits.maxColumns)
      merges.begin({ column: row.column, first: number, last: number + rows - 1 }, value)
    const last = isBlank ? row.column : Math.min(row.column + times, limits.maxColumns)
    for (let column = row.column; column < last; column += 1) {
      placeCell(row.cells, column, value, limits.maxColumns)
      if (formula !== undefined) row.formulas.push(column)
    }
    row.column += times
  }

  const endRow = (): void => {
    if (row === undefined) return
    const { times, hidden, cells, formulas } = row
    row = undefined
    if (cells.length > 0) {
      onRows(times)
      for (let copy = 0; copy < times; copy += 1) {
        const made = { number: number + copy, cells, hidden, ...(formulas.length > 0 && { formulas }) }
        done.push(merges.withCovered(made))
      }
    }
    number += times
  }

  const openTable = (raw: string): void => {
    tables += 1
    if (tables > 1) return
    const found = attributes(raw)
    sheets.push({
      name: found.get('table:name') ?? '',
      hidden: hiddenStyles.has(found.get('table:style-name') ?? ''),
    })
    number = 1
  }

  const openInCell = (name: string, raw: string, empty: boolean): void => {
    if (cell === undefined) return
    if (name === 'annotation' || name === 'shape' || name === 'frame') aside += empty ? 0 : 1
    if (aside > 0) return
    if (name === 'p') {
      if (cell.paragraphs > 0) cell.text += '\n'
      cell.paragraphs += 1
      if (!empty) paragraph += 1
    } else if (name === 's') {
      cell.text += ' '.repeat(Math.min(repeats(attributes(raw), 'text:c'), limits.maxCellCharacters))
    } else if (name === 'tab') cell.text += '\t'
    else if (name === 'line-break') cell.text += '\n'
  }

  const openInTable = (name: string, raw: string, empty: boolean): void => {
    if (name === 'table-row-group' && !empty) groups.push(attributes(raw).get('table:display') === 'false')
    else if (name === 'table-row') {
      const found = attributes(raw)
      const hidden = groups.includes(true) || (found.get('table:visibility') ?? 'visible') !== 'visible'
      row = {
        times: repeats(found, 'table:number-rows-repeated'),
        hidden,
        cells: [],
        formulas: [],
        column: 0,
      }
      if (empty) endRow()
    } else if (name === 'table-cell' || name === 'covered-table-cell') {
      if (empty) endCell(attributes(raw), '')
      else cell = { found: attributes(raw), text: '', paragraphs: 0 }
    }
  }

  const tokens = createXmlTokenizer('content.xml', {
    open(name, raw, empty) {
      if (cell !== undefined) openInCell(name, raw, empty)
      else if (name === 'table' && !empty) openTable(raw)
      else if (tables === 1 && sheets.length - 1 === wanted) openInTable(name, raw, empty)
      else if (name === 'style') style = attributes(raw).get('style:name') ?? ''
      else if (name === 'table-properties' && attributes(raw).get('table:display') === 'false')
        hiddenStyles.add(style)
    },
    text(raw) {
      if (cell === undefined || paragraph === 0 || aside > 0 || cell.text.length > limits.maxCellCharacters)
        return
      // Only line breaks collapse: LibreOffice writes the sender's double spaces both as they are and as text:s.
      cell.text += raw.replace(/ *[\t\r\n]\s*/g, ' ')
    },
    close(name) {
      if (cell !== undefined) {
        if (name === 'annotation' || name === 'shape' || name === 'frame') aside -= 1
        else if (aside === 0 && name === 'p') paragraph -= 1
        else if (aside === 0 && (name === 'table-cell' || name === 'covered-table-cell')) {
          endCell(cell.found, decodeXml(cell.text))
          cell = undefined
        }
      } else if (name === 'table-row') endRow()
      else if (name === 'table-row-group') groups.pop()
      else if (name === 'table') tables -= 1
    },
  })

  return {
    sheets,
    feed: tokens.feed,
    end: tokens.end,
    take() {
      const rows = done
      done = []
      return rows
    },
  }
}
