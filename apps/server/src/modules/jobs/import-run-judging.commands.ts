import type { JudgedRow } from '@rasad/domain/imports/verdict-counts'
import { mendRow } from '@rasad/domain/imports/mended-row'
import { countyOfRow } from '@rasad/domain/imports/row-place'
import type { CopyInto } from '../../platform/bulk.ts'
import type { WriteTx } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import type { SheetRow } from '../../platform/workbook/workbook.ts'
import { judgeStaged } from './import-entering.commands.ts'
import type { FirstRow } from './import-rows.commands.ts'
import type { RowPlace } from './import-run-rows.queries.ts'
import * as staging from './import-staging.queries.ts'
import {
  judgeRows,
  rowKey,
  withSheetCounty,
  type ListContext,
  type ListReading,
  type SheetReading,
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
  await act.copyInto(`staged (${staging.STAGED_NAMES})`, [lines])
  await judgeStaged(act)
  const noted = new Map((await staging.listJudgedRows(act.tx)).map((row) => [rowKey(row), row]))
  const refused = new Map(reading.refused.map((row) => [rowKey(row), row]))
  return new Map(
    rows.map((row) => {
      const key = rowKey({ sheet: row.sheetNumber, row: row.row })
      const notes = { verdict: 'accepted' as const, reasons: [], corrections: [], warnings: [], jobId: null }
      const found = { ...notes, ...noted.get(key), ...refused.get(key) }
      const { verdict, reasons, corrections, warnings, jobId } = found
      const county = countyOf(row, { sheets, context })
      const { sheetNumber } = row
      return [key, { sheetNumber, verdict, reasons, corrections, warnings, jobId, county }]
    }),
  )
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
  const reading: ListReading = { sheets: states, refused: [], first: [], rowsRead: 0 }
  const seen = new Set<string>()
  let lines = ''
  for (const { sheetNumber, source } of rows) {
    const state = states[sheetNumber]!
    const rules = withSheetCounty(context.rules, state.name)
    lines += judgeRows([source], state, { ...context, rules }, reading, seen)
  }
  return { reading, lines }
}

const EMPTIED = { field: 'body.values', message: 'nothing of the row would be left' }

function countyOf(
  { sheetNumber, row, source }: SourceRow,
  { sheets, context }: { sheets: readonly SheetReading[]; context: ListContext },
): string | null {
  const state = sheets[sheetNumber]!
  const mended = mendRow(source, state.mapping!, context.mendings?.get(rowKey({ sheet: sheetNumber, row })))
  return countyOfRow(mended.row.cells, mended.mapping, withSheetCounty(context.rules, state.name)) ?? null
}
