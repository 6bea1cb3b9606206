import type { NationalId } from '../persian/identifiers.ts'
import { readNationalId } from '../persian/identifiers.ts'
import { cleanText } from '../persian/text.ts'
import type { Cell } from './cell.ts'
import type { ColumnMapping } from './header.ts'
import type { ImportContext, JobRow } from './job-row.ts'
import { isWhole, readJob } from './row-job.ts'
import { kindOfIdleRow, type IdleRow } from './row-kind.ts'
import {
  valueOf,
  type CorrectionNote,
  type ReasonNote,
  type RowInHand,
  type WarningNote,
} from './row-notes.ts'

export type { ImportContext, JobRow } from './job-row.ts'

/** What a row of a list is: nobody's, or somebody's job with what was mended in it, or the reasons why it is refused. */
export type RowReading =
  | { kind: IdleRow }
  | {
      kind: 'row'
      reasons: readonly ReasonNote[]
      corrections: readonly CorrectionNote[]
      warnings: readonly WarningNote[]
      /** Null where there is a reason against the row. */
      job: JobRow | null
      /** The code of the agency the row speaks for, of a refused row too; null where it names none that is known. */
      agency: string | null
      /** The ten digits, or what stands in their place, for naming the row in a report; null where nothing does. */
      nationalId: string | null
    }

const LONGEST_ID_SHOWN = 20

/** Reads one row of a list by the mapping of its sheet; every reason against it is given, not only the first. */
export function readRow(cells: readonly Cell[], mapping: ColumnMapping, context: ImportContext): RowReading {
  const row: RowInHand = { cells, mapping, context, reasons: [], corrections: [], warnings: [] }
  const nationalId = readId(row)
  const hasSecond = namesSecondPerson(row, nationalId)
  if (hasSecond) row.warnings.push({ code: 'row.second-person', column: null })
  if (nationalId === undefined && !hasSecond) {
    const idle = kindOfIdleRow(cells, mapping)
    if (idle !== undefined) return { kind: idle }
  }
  const draft = readJob(row, nationalId)
  const { reasons, corrections, warnings } = row
  const job = reasons.length === 0 && isWhole(draft) ? draft : null
  const agency = draft.agency ?? null
  return { kind: 'row', reasons, corrections, warnings, job, agency, nationalId: nationalId ?? shownId(row) }
}

function readId(row: RowInHand): NationalId | undefined {
  const reading = readNationalId(valueOf(row, row.mapping.columns.nationalId))
  if ('refusal' in reading) {
    row.reasons.push({ code: `national-id.${reading.refusal}`, column: 'nationalId' })
    return undefined
  }
  for (const code of reading.corrections) row.corrections.push({ code, column: 'nationalId' })
  if (reading.suspicious) row.warnings.push({ code: 'national-id.suspicious', column: 'nationalId' })
  return reading.id
}

/** Whether another table stands beside the list: the sheet has the column of IDs again, and somebody else's in it. */
function namesSecondPerson({ cells, mapping }: RowInHand, first: NationalId | undefined): boolean {
  return mapping.repeated.some(({ column, index }) => {
    const cell = cells[index]
    if (column !== 'nationalId' || typeof cell === 'boolean') return false
    const reading = readNationalId(cell)
    return 'id' in reading && reading.id !== first
  })
}

function shownId(row: RowInHand): string | null {
  const value = valueOf(row, row.mapping.columns.nationalId)
  const text = value === null ? '' : cleanText(String(value)).text
  return text === '' ? null : text.slice(0, LONGEST_ID_SHOWN)
}
