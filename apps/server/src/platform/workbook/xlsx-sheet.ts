import { columnOf } from './cell-reference.ts'
import { createTextCollector } from './shared-strings.ts'
import { DAYS_TO_1904, serialOfIso } from './date-serial.ts'
import { cutText, type Cell, placeCell, type SheetRow, type WorkbookLimits } from './workbook-shape.ts'
import { damaged } from './workbook-refusal.ts'
import { decodeCellText } from './xml-text.ts'
import { attribute, createXmlTokenizer, isSet } from './xml-tokens.ts'

/** What the cells of a sheet mean: shared texts, and which styles are dates counted from 1904. */
export type SheetContext = {
  part: string
  sharedStrings: readonly string[]
  /** Styles whose numbers are days since 1904; empty for the usual system. */
  dates1904: readonly boolean[]
  limits: WorkbookLimits
  /** Told of each merged range, as in `A1:N1`. */
  onMerge?: (range: string) => void
}

/** Reads a sheet's XML as it comes; `take` hands over the rows that are complete. */
export type SheetScanner = { feed: (chunk: string) => void; end: () => void; take: () => SheetRow[] }

function readNumber(raw: string): Cell {
  const text = raw.trim()
  if (text === '') return null
  const number = Number(text)
  return Number.isFinite(number) ? number : text
}

/** A scanner for one worksheet part. */
export function createSheetScanner(context: SheetContext): SheetScanner {
  const { sharedStrings, dates1904, limits } = context
  const collector = createTextCollector(limits.maxCellCharacters)
  const sharedFormulas = new Map<string, string>()
  let done: SheetRow[] = []
  let inRow = false
  let row: SheetRow = { number: 0, cells: [], hidden: false }
  let formulas: number[] = []
  let column = -1
  let inCell = false
  let type: string | undefined
  let style = 0
  let value: string | undefined
  let formula: string | undefined
  let shared: string | undefined
  let collecting: 'v' | 'f' | 'is' | undefined

  const cellValue = (): Cell => {
    if (type === 'inlineStr') return collector.take()
    if (value === undefined)
      return formula === undefined ? null : cutText(`=${formula}`, limits.maxCellCharacters)
    switch (type) {
      case 's': {
        const text = value.trim() === '' ? undefined : sharedStrings[Number(value)]
        if (text === undefined) throw damaged(context.part, 'shared-string')
        return text
      }
      case 'b':
        return isSet(value.trim())
      case 'str':
      case 'e':
        return cutText(decodeCellText(value), limits.maxCellCharacters)
      case 'd':
        return serialOfIso(value) ?? value
      case undefined:
      default: {
        const number = readNumber(value)
        return typeof number === 'number' && dates1904[style] === true ? number + DAYS_TO_1904 : number
      }
    }
  }

  const startRow = (raw: string): void => {
    const written = attribute(raw, 'r')
    const number = written === undefined ? row.number + 1 : Number(written)
    if (!Number.isSafeInteger(number) || number < 1) throw damaged(context.part, 'row-number')
    row = { number, cells: [], hidden: isSet(attribute(raw, 'hidden')) }
    formulas = []
    column = -1
    inRow = true
  }

  const endRow = (): void => {
    inRow = false
    if (formulas.length > 0) row.formulas = formulas
    if (row.cells.length > 0) done.push(row)
  }

  const startCell = (raw: string): void => {
    const reference = attribute(raw, 'r')
    column = (reference === undefined ? undefined : columnOf(reference)) ?? column + 1
    type = attribute(raw, 't')
    style = dates1904.length === 0 ? 0 : Number(attribute(raw, 's') ?? 0)
    value = undefined
    formula = undefined
    shared = undefined
    collecting = undefined
    collector.start()
    inCell = true
  }

  const endCell = (): void => {
    inCell = false
    if (shared !== undefined) {
      if (formula === '') formula = sharedFormulas.get(shared) ?? ''
      else if (formula !== undefined) sharedFormulas.set(shared, formula)
    }
    if (formula !== undefined && column < limits.maxColumns) formulas.push(column)
    placeCell(row.cells, column, cellValue(), limits.maxColumns)
  }

  const openInCell = (name: string, raw: string, empty: boolean): void => {
    if (collecting === 'is') {
      if (!empty) collector.open(name)
    } else if (name === 'v') {
      value = ''
      if (!empty) collecting = 'v'
    } else if (name === 'f') {
      formula = ''
      if (attribute(raw, 't') === 'shared') shared = attribute(raw, 'si')
      if (!empty) collecting = 'f'
    } else if (name === 'is' && !empty) collecting = 'is'
  }

  const tokens = createXmlTokenizer(context.part, {
    open(name, raw, empty) {
      if (inCell) openInCell(name, raw, empty)
      else if (inRow) {
        if (name === 'c' && !empty) startCell(raw)
        else if (name === 'c') column = columnOf(attribute(raw, 'r') ?? '') ?? column + 1
      } else if (name === 'row') {
        startRow(raw)
        if (empty) endRow()
      } else if (name === 'mergeCell') context.onMerge?.(attribute(raw, 'ref') ?? '')
    },
    text(raw) {
      if (collecting === undefined) return
      if (collecting === 'is') collector.text(raw)
      else if (collecting === 'v' && (value?.length ?? 0) < limits.maxCellCharacters * 10) value += raw
      else if (collecting === 'f' && (formula?.length ?? 0) < limits.maxCellCharacters * 10) formula += raw
    },
    close(name) {
      if (inCell) {
        if (name === 'c') endCell()
        else if (name === collecting) {
          if (name === 'f') formula = decodeCellText(formula ?? '')
          collecting = undefined
        } else if (collecting === 'is') collector.close(name)
      } else if (name === 'row' && inRow) endRow()
    },
  })

  return {
    feed: tokens.feed,
    end: tokens.end,
    take() {
      const rows = done
      done = []
      return rows
    },
  }
}
