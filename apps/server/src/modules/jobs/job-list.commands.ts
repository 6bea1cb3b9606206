import { setImmediate } from 'node:timers/promises'
import type { Column } from '@rasad/domain/imports/columns'
import { countyOfHeading } from '@rasad/domain/imports/county-words'
import { applyOverride, findHeader, type ColumnMapping } from '@rasad/domain/imports/header'
import { mendRow, type MendedCells } from '@rasad/domain/imports/mended-row'
import { noteMerged, takeMerged } from '@rasad/domain/imports/merged-cells'
import { findNamedHeader } from '@rasad/domain/imports/named-header'
import { readRow, type ImportContext, type JobRow, type RowReading } from '@rasad/domain/imports/read-row'
import { followHeadings, underHeading } from '@rasad/domain/imports/row-heading'
import { countyOfRow } from '@rasad/domain/imports/row-place'
import { warnOfSource } from '@rasad/domain/imports/row-source'
import type { Correction, RowWarning, VerdictReason } from '@rasad/domain/imports/verdict'
import { findAgency } from '@rasad/domain/organisations/agency-names'
import type { Sheet, SheetRow, Workbook } from '../../platform/workbook/workbook.ts'
import type { LowerPlaces } from '../places/lower-places.queries.ts'
import { firstRow, type FirstRow } from './import-rows.commands.ts'
import type { SheetReading } from './import-runs.queries.ts'
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

/** The same of a row that is told by the number of its sheet. */
export function placeKey({ sheetNumber, row }: { sheetNumber: number; row: number }): string {
  return rowKey({ sheet: sheetNumber, row })
}

/** A row that is not entered, and why. */
export type RefusedRow = {
  sheet: number
  row: number
  /** Null where the row names none that is known. */
  agency: string | null
  verdict: 'rejected' | 'duplicate'
  county: string | null
  reasons: VerdictReason[]
  warnings: RowWarning[]
}

/** What was read of a list besides the rows that may be entered. */
export type ListReading = {
  sheets: SheetReading[]
  refused: RefusedRow[]
  /** Rows whose person another agency names higher up in the file, as lines for COPY: they enter last, against what stands then. */
  contested: string[]
  /** The first rows, as they stand in the file and as they were read. */
  first: FirstRow[]
  rowsRead: number
}

/** Who has been named so far in the file: by national ID the first agency, and with whom else (`ID agency`). */
type Seen = { firstAgency: Map<string, string>; others: Set<string> }

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
  const seen = nobodySeen()
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

/** Before the first row nobody is named. */
export function nobodySeen(): Seen {
  return { firstAgency: new Map(), others: new Set() }
}

async function* readSheet(
  sheet: Sheet,
  state: SheetReading,
  context: ListContext,
  reading: ListReading,
  seen: Seen,
): AsyncGenerator<string> {
  const rules = withSheetName(context.rules, sheet.name)
  const enter = (rows: readonly SheetRow[]) =>
    enterableParts(rows, state, { ...context, rules }, reading, seen)
  let follow: ReturnType<typeof followSheet> | undefined
  let first: SheetRow[] = []
  for await (const batch of sheet.rows()) {
    if (follow) {
      yield* enter(batch.flatMap(follow))
      continue
    }
    first = first.concat(batch)
    if (first.length < HEADER_SEARCH_ROWS) continue
    findMapping(first, state, context)
    if (!state.mapping) return
    follow = followSheet(state, rules)
    yield* enter(first.flatMap(follow))
    first = []
  }
  if (follow) return
  findMapping(first, state, context)
  if (state.mapping) yield* enter(first.flatMap(followSheet(state, rules)))
}

/**
 * Goes down a sheet from its first row and gives the rows below its header as they are read: with what merged cells and
 * headings above say of them, the headings themselves left out.
 */
export function followSheet(
  { mapping, headerRows }: Pick<SheetReading, 'mapping' | 'headerRows'>,
  rules: ImportContext,
): (row: SheetRow) => SheetRow[] {
  const headings = followHeadings(mapping!, rules)
  const [top, bottom] = headerRows!
  return (row) => {
    if (row.number < top) headings.above(row.cells)
    if (row.number <= bottom) return []
    const read = headings.below(takeMerged(row, mapping!, bottom))
    return read === undefined ? [] : [read]
  }
}

// Others of this thread, the server's requests among them, get their turn between two parts.
async function* enterableParts(
  rows: readonly SheetRow[],
  state: SheetReading,
  context: ListContext,
  reading: ListReading,
  seen: Seen,
): AsyncGenerator<string> {
  for (let from = 0; from < rows.length; from += ROWS_A_TURN) {
    yield judgeRows(rows.slice(from, from + ROWS_A_TURN), state, context, reading, seen)
    await setImmediate()
  }
}

/** What a sheet is judged by: it may be named after its county or its agency; the column, where there is one, goes before it. */
export function withSheetName(rules: ImportContext, name: string): ImportContext {
  const county = countyOfHeading(rules, name)
  const agency = findAgency(rules.agencies, name)
  return {
    ...rules,
    ...(county !== undefined && { sheetCounty: county }),
    ...('code' in agency && { sheetAgency: agency.code }),
  }
}

function findMapping(rows: readonly SheetRow[], state: SheetReading, { override }: ListContext): void {
  const cells = rows.map((row) => row.cells)
  const found = findHeader(cells) ?? findNamedHeader(cells, override)
  if (!found) return
  state.mapping = applyOverride(found, override)
  state.headerRows = [rows[found.headerRows[0]]!.number, rows[found.headerRows[1]]!.number]
}

/** Judges rows of a sheet: those that may be entered come back as lines for COPY into `staged`, the others in `reading`. */
export function judgeRows(
  rows: readonly SheetRow[],
  state: SheetReading,
  context: ListContext,
  reading: ListReading,
  seen: Seen,
): string {
  const sheet = reading.sheets.indexOf(state)
  let lines = ''
  for (const raw of rows) {
    const mended = context.mendings?.get(rowKey({ sheet, row: raw.number }))
    const { row, mapping } = mendRow(raw, state.mapping!, mended)
    const rules = underHeading(context.rules, row.heading)
    const read = readRow(row.cells, mapping, rules)
    if (read.kind === 'total') state.totalRows += 1
    if (read.kind !== 'row') continue
    state.rows += 1
    reading.rowsRead += 1
    if (row.hidden) state.hiddenRows += 1
    if (reading.first.length < FIRST_ROWS) reading.first.push(firstRow(sheet, row, mapping, read.job))
    const warnings = warningsOf(row, read, mapping)
    const refused = { sheet, row: row.number, agency: read.agency, warnings }
    if (read.job === null) {
      const reasons = unique(read.reasons.map(({ code }) => code))
      const county = countyOfRow(row.cells, mapping, rules) ?? null
      reading.refused.push({ ...refused, county, verdict: 'rejected', reasons })
      continue
    }
    const standing = standingInFile(seen, read.job)
    if (standing === 'again') {
      const { county } = read.job
      reading.refused.push({ ...refused, county, verdict: 'duplicate', reasons: ['duplicate.in-file'] })
      continue
    }
    const corrections = correctionsOf(row, read, mapping)
    const line = stagedLine(sheet, row.number, read.job, corrections, warnings, context)
    if (standing === 'first') lines += line
    else reading.contested.push(line)
  }
  return lines
}

/** Whether a person is named first, again by the same agency, or by another one that contests them. */
function standingInFile(
  { firstAgency, others }: Seen,
  { nationalId, agency }: JobRow,
): 'first' | 'again' | 'contested' {
  const first = firstAgency.get(nationalId)
  if (first === undefined) {
    firstAgency.set(nationalId, agency)
    return 'first'
  }
  const claim = `${nationalId} ${agency}`
  if (first === agency || others.has(claim)) return 'again'
  others.add(claim)
  return 'contested'
}

function warningsOf(row: SheetRow, read: JobRowReading, mapping: ColumnMapping): RowWarning[] {
  const warnings = [...read.warnings, ...warnOfSource(row, mapping), ...noteMerged(row, mapping).warnings]
  return warnings.length === 0 ? [] : unique(warnings.map(({ code }) => code))
}

function correctionsOf(row: SheetRow, read: JobRowReading, mapping: ColumnMapping): Correction[] {
  const corrections = [...read.corrections, ...noteMerged(row, mapping).corrections]
  return unique(corrections.map(({ code }) => code))
}

function unique<T>(values: readonly T[]): T[] {
  return values.length < 2 ? [...values] : [...new Set(values)]
}
