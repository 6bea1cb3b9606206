import type { JudgedRow } from '@rasad/domain/imports/verdict-counts'
import { mendRow } from '@rasad/domain/imports/mended-row'
import { readRow } from '@rasad/domain/imports/read-row'
import { underHeading } from '@rasad/domain/imports/row-heading'
import { countyOfRow } from '@rasad/domain/imports/row-place'
import type { CopyInto } from '../../platform/bulk.ts'
import type { WriteTx } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import type { SheetRow } from '../../platform/workbook/workbook.ts'
import { judgeStaged } from './import-entering.commands.ts'
import type { FirstRow } from './import-rows.commands.ts'
import type { RowPlace } from './import-run-rows.queries.ts'
import type { SheetReading } from './import-runs.queries.ts'
import * as staging from './import-staging.queries.ts'
import {
  judgeRows,
  nobodySeen,
  placeKey,
  rowKey,
  withSheetName,
  type ListContext,
  type ListReading,
} from './job-list.commands.ts'

/** A row as it stands in the file. */
export type SourceRow = RowPlace & { source: SheetRow }

/** How a row is judged, and the job it collides with. */
export type Judgement = JudgedRow & {
  reasons: string[]
  corrections: string[]
  warnings: string[]
  jobId: number | null
}

/**
 * Judges rows of a list again, in the order of the file, by what judges a whole list: against the rules, each other and
 * the register. Rows that name the same person have to come together. Nothing of it stays.
 */
export async function judgeAgain(
  act: { tx: WriteTx; copyInto: CopyInto } & staging.Entering,
  rows: readonly SourceRow[],
  { sheets, context }: { sheets: readonly SheetReading[]; context: ListContext },
): Promise<Map<string, Judgement>> {
  const { reading, lines } = readAgain(rows, { sheets, context })
  if (reading.rowsRead < rows.length) throw new Problem('bad-input', { fields: [EMPTIED] })
  await staging.createStaging(act.tx)
  await stage(act, [lines])
  await stage(act, reading.contested)
  const contested = new Set(reading.contested.map((line) => line.split('\t', 2).join('.')))
  const noted = new Map((await staging.listJudgedRows(act.tx)).map((row) => [rowKey(row), row]))
  const refused = new Map(reading.refused.map((row) => [rowKey(row), row]))
  return new Map(
    rows.map((row) => {
      const key = placeKey(row)
      const notes = { verdict: 'accepted' as const, reasons: [], corrections: [], warnings: [], jobId: null }
      const found = { ...notes, ...noted.get(key), ...refused.get(key) }
      // Whoever is named first by another agency would stand in the register by then.
      const isClaim = contested.has(key) && found.verdict === 'accepted'
      const verdict = isClaim
        ? { verdict: 'conflict' as const, reasons: ['claim.conflict'], corrections: [] }
        : {}
      const { sheetNumber } = row
      const { warnings, jobId } = found
      const told = { sheetNumber, warnings, jobId, ...standingOf(row, { sheets, context }) }
      const { reasons, corrections } = found
      return [key, { ...told, verdict: found.verdict, reasons, corrections, ...verdict }]
    }),
  )
}

async function stage(
  act: { tx: WriteTx; copyInto: CopyInto } & staging.Entering,
  lines: readonly string[],
): Promise<void> {
  await act.copyInto(`staged (${staging.STAGED_NAMES})`, lines)
  await judgeStaged(act)
  await staging.clearStaged(act.tx)
}

/** What a row is read as, whatever else stands in its file; undefined for one that is nobody's. */
export function readAlone(
  row: SourceRow,
  list: { sheets: readonly SheetReading[]; context: ListContext },
): FirstRow | undefined {
  return readAgain([row], list).reading.first[0]
}

function readAgain(
  rows: readonly SourceRow[],
  { sheets, context }: { sheets: readonly SheetReading[]; context: ListContext },
): { reading: ListReading; lines: string } {
  const states = sheets.map((sheet) => ({ ...sheet }))
  const reading: ListReading = { sheets: states, refused: [], contested: [], first: [], rowsRead: 0 }
  const seen = nobodySeen()
  let lines = ''
  for (const { sheetNumber, source } of rows) {
    const state = states[sheetNumber]!
    const rules = withSheetName(context.rules, state.name)
    lines += judgeRows([source], state, { ...context, rules }, reading, seen)
  }
  return { reading, lines }
}

const EMPTIED = { field: 'body.values', message: 'nothing of the row would be left' }

/** The county and the agency that a row names, with what stands in place of its cells. */
export function standingOf(
  { sheetNumber, row, source }: SourceRow,
  { sheets, context }: { sheets: readonly SheetReading[]; context: ListContext },
): { county: string | null; agency: string | null } {
  const state = sheets[sheetNumber]!
  const values = context.mendings?.get(placeKey({ sheetNumber, row }))
  const { row: now, mapping } = mendRow(source, state.mapping!, values)
  const rules = underHeading(withSheetName(context.rules, state.name), now.heading)
  const read = readRow(now.cells, mapping, rules)
  return {
    county: countyOfRow(now.cells, mapping, rules) ?? null,
    agency: read.kind === 'row' ? read.agency : null,
  }
}
