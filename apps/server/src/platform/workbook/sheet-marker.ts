import type { MarkStyles, Tone } from './mark-styles.ts'
import { reasonHeight, withReasonWidth } from './reason-layout.ts'
import { damaged } from './workbook-refusal.ts'
import { prefixOf, withAttribute, withoutAttribute } from './xml-edit.ts'
import { encodeCellText } from './xml-text.ts'
import { attribute, createXmlTokenizer, isSet } from './xml-tokens.ts'
import { columnOf, referenceOf } from './cell-reference.ts'

/** What is said about one row: the text of its reason, the columns it is about, and how strongly. */
export type RowMark = { text: string; columns: number[]; tone: Tone }

/** The marks of one sheet and the column that takes their reasons. */
export type SheetMarks = {
  headerRow: number
  reasonColumn: number
  reasonHeader: string
  marks: ReadonlyMap<number, RowMark>
}

/** Rewrites a worksheet's XML as it comes; `take` hands over what is ready. */
export type SheetMarker = { feed: (chunk: string) => void; end: () => void; take: () => string }

type OpenCell = {
  raw: string
  column: number
  inner: string
  formula: string | undefined
  value: string | undefined
}

/** A marker for one worksheet; without marks it only replaces formulas by their values. */
export function createSheetMarker(
  part: string,
  sheet: SheetMarks | undefined,
  styles: MarkStyles,
): SheetMarker {
  let out = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
  let prefix = ''
  let columns: string[] = []
  let inColumns = false
  let skipped = 0
  let row: { raw: string; number: number; cells: { column: number; xml: string }[]; rest: string } | undefined
  let lastRow = 0
  let cell: OpenCell | undefined
  let collecting: 'f' | 'v' | undefined
  let sharedKey: string | undefined
  const sharedFormulas = new Map<string, string>()
  const added = sheet === undefined ? [] : [sheet.headerRow, ...sheet.marks.keys()].toSorted((a, b) => a - b)
  let nextAdded = 0

  const textCell = (tag: string, encoded: string): string =>
    `${withAttribute(tag.replace(/\/?>$/, '>'), 't', 'inlineStr')}<${prefix}is><${prefix}t xml:space="preserve">${encoded}</${prefix}t></${prefix}is></${prefix}c>`
  const newCell = (column: number, number: number, style: number, encoded?: string): string => {
    const tag = `<${prefix}c r="${referenceOf(column, number)}" s="${style}"/>`
    return encoded === undefined ? tag : textCell(tag, encoded)
  }

  /** The style a cell should have now: marked, freed of an earlier marking, or as it is. */
  const restyled = (raw: string, column: number, number: number): string => {
    if (sheet === undefined || number <= sheet.headerRow) return raw
    const mark = sheet.marks.get(number)
    const base = Number(attribute(raw, 's') ?? 0)
    const plain = styles.cleared(base)
    const style = mark?.columns.includes(column) === true ? styles.toned(plain, mark.tone) : plain
    return style === base ? raw : withAttribute(raw, 's', style)
  }

  const addCells = (number: number, cells: { column: number; xml: string }[]): void => {
    if (sheet === undefined) return
    const put = (column: number, xml: string): void => {
      const at = cells.findIndex((candidate) => candidate.column >= column)
      const same = cells[at]?.column === column
      cells.splice(at < 0 ? cells.length : at, same ? 1 : 0, { column, xml })
    }
    if (number === sheet.headerRow) {
      const neighbour = cells.findLast((candidate) => candidate.column < sheet.reasonColumn)?.xml
      const style =
        neighbour === undefined ? undefined : attribute(neighbour.slice(0, neighbour.indexOf('>') + 1), 's')
      put(
        sheet.reasonColumn,
        newCell(
          sheet.reasonColumn,
          number,
          Number(style ?? styles.header()),
          encodeCellText(sheet.reasonHeader),
        ),
      )
      return
    }
    const mark = sheet.marks.get(number)
    if (mark === undefined) return
    for (const column of mark.columns) {
      if (!cells.some((candidate) => candidate.column === column))
        put(column, newCell(column, number, styles.toned(0, mark.tone)))
    }
    put(sheet.reasonColumn, newCell(sheet.reasonColumn, number, styles.reason(), encodeCellText(mark.text)))
  }

  const isAltered = (number: number): boolean =>
    sheet !== undefined && (number === sheet.headerRow || sheet.marks.has(number))

  const writeRow = (
    raw: string,
    number: number,
    cells: { column: number; xml: string }[],
    rest: string,
  ): void => {
    let tag = raw
    if (isAltered(number)) {
      addCells(number, cells)
      tag = withoutAttribute(withAttribute(tag, 'r', number), 'spans')
      const mark = sheet?.marks.get(number)
      if (mark !== undefined && !isSet(attribute(tag, 'customHeight')))
        tag = withAttribute(tag, 'ht', reasonHeight(mark.text))
    }
    out += `${tag.replace(/\s*\/?>$/, '>')}${cells.map((candidate) => candidate.xml).join('')}${rest}</${prefix}row>`
  }

  const writeAddedBefore = (number: number): void => {
    for (let next = added[nextAdded]; next !== undefined && next < number; next = added[nextAdded]) {
      nextAdded += 1
      writeRow(`<${prefix}row r="${next}">`, next, [], '')
    }
    while (added[nextAdded] === number) nextAdded += 1
  }

  const openRow = (raw: string, empty: boolean): void => {
    const number = Number(attribute(raw, 'r') ?? lastRow + 1)
    if (number <= lastRow) throw damaged(part, 'row-order')
    writeAddedBefore(number)
    lastRow = number
    row = { raw, number, cells: [], rest: '' }
    if (empty) closeRow()
  }

  const closeRow = (): void => {
    if (row === undefined) return
    writeRow(row.raw, row.number, row.cells, row.rest)
    row = undefined
  }

  const openCell = (raw: string, empty: boolean): void => {
    if (row === undefined) return
    const last = row.cells.at(-1)?.column ?? -1
    const column = columnOf(attribute(raw, 'r') ?? '') ?? last + 1
    if (column <= last) throw damaged(part, 'cell-order')
    const located = isAltered(row.number) ? withAttribute(raw, 'r', referenceOf(column, row.number)) : raw
    cell = {
      raw: restyled(located, column, row.number),
      column,
      inner: '',
      formula: undefined,
      value: undefined,
    }
    if (empty) closeCell(`${cell.raw.replace(/\s*\/?>$/, '')}/>`)
  }

  const closeCell = (xml: string): void => {
    if (cell === undefined || row === undefined) return
    const isOldReason =
      sheet !== undefined && cell.column === sheet.reasonColumn && row.number >= sheet.headerRow
    row.cells.push({ column: cell.column, xml: isOldReason ? newCell(cell.column, row.number, 0) : xml })
    cell = undefined
  }

  const cellXml = ({ raw, inner, formula, value }: OpenCell): string => {
    if (formula === undefined) return `${raw}${inner}</${prefix}c>`
    // The cell's link to the workbook's list of array formulas goes with the formula.
    const tag = withoutAttribute(raw, 'cm')
    if (value === undefined) return textCell(tag, encodeCellText('=') + formula)
    return attribute(raw, 't') === 'str'
      ? textCell(tag, value)
      : `${tag}<${prefix}v>${value}</${prefix}v></${prefix}c>`
  }

  const openInCell = (open: OpenCell, name: string, raw: string, empty: boolean): void => {
    if (name === 'f') {
      open.formula = ''
      const shared = attribute(raw, 't') === 'shared' ? attribute(raw, 'si') : undefined
      if (empty && shared !== undefined) open.formula = sharedFormulas.get(shared) ?? ''
      if (empty) return
      collecting = 'f'
      sharedKey = shared
      return
    }
    if (name === 'v') {
      open.value = ''
      if (!empty) collecting = 'v'
    }
    open.inner += raw
  }
  const closeInCell = (open: OpenCell, name: string, raw: string): void => {
    if (name === 'c') return closeCell(cellXml(open))
    if (name === 'f') {
      if (sharedKey !== undefined) {
        if (open.formula === '') open.formula = sharedFormulas.get(sharedKey) ?? ''
        else sharedFormulas.set(sharedKey, open.formula ?? '')
      }
      collecting = undefined
      return
    }
    if (name === 'v') collecting = undefined
    open.inner += raw
  }

  const openOutside = (name: string, raw: string, empty: boolean): void => {
    if (name === 'worksheet') prefix = prefixOf(raw)
    if (name === 'row') return openRow(raw, empty)
    if (name === 'dimension') {
      skipped = empty ? 0 : 1
      return
    }
    if (name === 'cols' && sheet !== undefined) {
      inColumns = !empty
      return
    }
    if (name === 'sheetData' && sheet !== undefined) {
      out += withReasonWidth(columns, sheet.reasonColumn, prefix)
      if (empty) {
        out += raw.replace(/\s*\/>$/, '>')
        writeAddedBefore(Number.POSITIVE_INFINITY)
        out += `</${prefix}sheetData>`
        return
      }
    }
    out += raw
  }

  const tokens = createXmlTokenizer(part, {
    open(name, raw, empty) {
      if (skipped > 0) skipped += empty ? 0 : 1
      else if (cell !== undefined) openInCell(cell, name, raw, empty)
      else if (row !== undefined && name === 'c') openCell(raw, empty)
      else if (row !== undefined) row.rest += raw
      else if (inColumns) columns.push(raw)
      else openOutside(name, raw, empty)
    },
    close(name, raw) {
      if (skipped > 0) skipped -= 1
      else if (cell !== undefined) closeInCell(cell, name, raw)
      else if (row !== undefined && name === 'row') closeRow()
      else if (row !== undefined) row.rest += raw
      else if (inColumns) inColumns = name !== 'cols'
      else {
        if (name === 'sheetData') writeAddedBefore(Number.POSITIVE_INFINITY)
        out += raw
      }
    },
    text(raw) {
      if (skipped > 0 || inColumns) return
      if (cell === undefined) {
        if (row === undefined) out += raw
        return
      }
      if (collecting === 'f') cell.formula += raw
      else {
        if (collecting === 'v') cell.value += raw
        cell.inner += raw
      }
    },
  })

  return {
    feed: tokens.feed,
    end: tokens.end,
    take() {
      const ready = out
      out = ''
      return ready
    },
  }
}
