import { setImmediate } from 'node:timers/promises'
import type { Column } from '@rasad/domain/imports/columns'
import { applyOverride, findHeader, type ColumnMapping } from '@rasad/domain/imports/header'
import { mendRow, type MendedCells } from '@rasad/domain/imports/mended-row'
import { findNamedHeader } from '@rasad/domain/imports/named-header'
import { readRow, type ImportContext, type RowReading } from '@rasad/domain/imports/read-row'
import { countyOfRow } from '@rasad/domain/imports/row-place'
import { warnOfSource } from '@rasad/domain/imports/row-source'
import type { RowWarning, VerdictReason } from '@rasad/domain/imports/verdict'
import { findPlace } from '@rasad/domain/places/place-names'
import type { Sheet, SheetRow, Workbook } from '../../platform/workbook/workbook.ts'
import type { LowerPlaces } from '../places/lower-places.queries.ts'
import { firstRow, type FirstRow } from './import-rows.commands.ts'
import type { Register } from './job-words.queries.ts'
import { stagedLine } from './staged-row.queries.ts'

/** What a list is read with. */
export type ListContext = {
  rules: ImportContext
  places: LowerPlaces
  /** What the jobs of the list enter. */
  register: Register
  /** Column names an agency uses of its own. */
  override: Readonly<Record<string, Column | 'ignore'>>
  /** What was put in place of cells of the file. */
  mendings?: Mendings
}

/** What stands in place of the cells of rows, by `rowKey`. */
export type Mendings = ReadonlyMap<string, MendedCells>

/** A row of a file: its sheet by number from 0, and its number there. */
export function rowKey({ sheet, row }: { sheet: number; row: number }): string {
  return `${sheet}.${row}`
}

/** A row that is not entered, and why. */
export type RefusedRow = {
  sheet: number
  row: number
  verdict: 'rejected' | 'duplicate'
  county: string | null
  reasons: VerdictReason[]
  warnings: RowWarning[]
}

/** One sheet as it was read. */
export type SheetReading = {
  name: string
  hidden: boolean
  mapping: ColumnMapping | null
  headerRows: [number, number] | null
  rows: number
  hiddenRows: number
  totalRows: number
}

/** What was read of a list besides the rows that may be entered. */
export type ListReading = {
  sheets: SheetReading[]
  refused: RefusedRow[]
  /** The first rows, as they stand in the file and as they were read. */
  first: FirstRow[]
  rowsRead: number
}

type JobRowReading = Extract<RowReading, { kind: 'row' }>

const HEADER_SEARCH_ROWS = 80
const FIRST_ROWS = 20
/** About two milliseconds of work. */
const ROWS_A_TURN = 200

/**
 * Reads every sheet that holds a list, and yields the rows that may be entered as lines for COPY into `staged`;
 * what it refuses, and how it read the sheets, gathers in `reading`.
 */
export async function* readJobList(
  workbook: Workbook,
  context: ListContext,
  reading: ListReading,
): AsyncGenerator<string> {
  const seen = new Set<string>()
  for (const sheet of workbook.sheets) {
    const state: SheetReading = {
      name: sheet.name,
      hidden: sheet.hidden,
      mapping: null,
      headerRows: null,
      rows: 0,
      hiddenRows: 0,
      totalRows: 0,
    }
    reading.sheets.push(state)
    yield* readSheet(sheet, state, context, reading, seen)
  }
}

async function* readSheet(
  sheet: Sheet,
  state: SheetReading,
  context: ListContext,
  reading: ListReading,
  seen: Set<string>,
): AsyncGenerator<string> {
  const rules = withSheetCounty(context.rules, sheet.name)
  let first: SheetRow[] = []
  for await (const batch of sheet.rows()) {
    if (state.mapping) {
      yield* enterableParts(batch, state, { ...context, rules }, reading, seen)
      continue
    }
    first = first.concat(batch)
    if (first.length < HEADER_SEARCH_ROWS) continue
    findMapping(first, state, context)
    if (!state.mapping) return
    yield* enterableParts(rowsBelowHeader(first, state), state, { ...context, rules }, reading, seen)
    first = []
  }
  if (state.mapping) return
  findMapping(first, state, context)
  if (state.mapping)
    yield* enterableParts(rowsBelowHeader(first, state), state, { ...context, rules }, reading, seen)
}

// Others of this thread, the server's requests among them, get their turn between two parts.
async function* enterableParts(
  rows: readonly SheetRow[],
  state: SheetReading,
  context: ListContext,
  reading: ListReading,
  seen: Set<string>,
): AsyncGenerator<string> {
  for (let from = 0; from < rows.length; from += ROWS_A_TURN) {
    yield judgeRows(rows.slice(from, from + ROWS_A_TURN), state, context, reading, seen)
    await setImmediate()
  }
}

/** What a sheet is judged by: it may be named after its county; the column, where there is one, goes before it. */
export function withSheetCounty(rules: ImportContext, name: string): ImportContext {
  const found = findPlace(rules.counties, name)
  return 'code' in found ? { ...rules, sheetCounty: found.code } : rules
}

function findMapping(rows: readonly SheetRow[], state: SheetReading, { override }: ListContext): void {
  const cells = rows.map((row) => row.cells)
  const found = findHeader(cells) ?? findNamedHeader(cells, override)
  if (!found) return
  state.mapping = applyOverride(found, override)
  state.headerRows = [rows[found.headerRows[0]]!.number, rows[found.headerRows[1]]!.number]
}

function rowsBelowHeader(rows: readonly SheetRow[], { mapping }: SheetReading): SheetRow[] {
  return rows.slice((mapping?.headerRows[1] ?? -1) + 1)
}

/** Judges rows of a sheet: those that may be entered come back as lines for COPY into `staged`, the others in `reading`. */
export function judgeRows(
  rows: readonly SheetRow[],
  state: SheetReading,
  context: ListContext,
  reading: ListReading,
  seen: Set<string>,
): string {
  const sheet = reading.sheets.indexOf(state)
  let lines = ''
  for (const raw of rows) {
    const mended = context.mendings?.get(rowKey({ sheet, row: raw.number }))
    const { row, mapping } = mendRow(raw, state.mapping!, mended)
    const read = readRow(row.cells, mapping, context.rules)
    if (read.kind === 'total') state.totalRows += 1
    if (read.kind !== 'row') continue
    state.rows += 1
    reading.rowsRead += 1
    if (row.hidden) state.hiddenRows += 1
    if (reading.first.length < FIRST_ROWS) reading.first.push(firstRow(sheet, row, mapping, read.job))
    const warnings = warningsOf(row, read, mapping)
    if (read.job === null) {
      reading.refused.push({
        sheet,
        row: row.number,
        verdict: 'rejected',
        county: countyOfRow(row.cells, mapping, context.rules) ?? null,
        reasons: unique(read.reasons.map(({ code }) => code)),
        warnings,
      })
    } else if (seen.has(read.job.nationalId)) {
      reading.refused.push({
        sheet,
        row: row.number,
        verdict: 'duplicate',
        county: read.job.county,
        reasons: ['duplicate.in-file'],
        warnings,
      })
    } else {
      seen.add(read.job.nationalId)
      lines += stagedLine(
        sheet,
        row.number,
        read.job,
        unique(read.corrections.map(({ code }) => code)),
        warnings,
        context,
      )
    }
  }
  return lines
}

function warningsOf(row: SheetRow, read: JobRowReading, mapping: ColumnMapping): RowWarning[] {
  const warnings = [...read.warnings, ...warnOfSource(row, mapping)]
  return warnings.length === 0 ? [] : unique(warnings.map(({ code }) => code))
}

function unique<T>(values: readonly T[]): T[] {
  return values.length < 2 ? [...values] : [...new Set(values)]
}
