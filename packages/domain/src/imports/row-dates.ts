import type { JalaliDate } from '../calendar/jalali.ts'
import { readListDate } from './list-date.ts'
import { valueOf, type RowInHand } from './row-notes.ts'
import type { Correction } from './verdict.ts'

type DateColumn = 'startDate' | 'birthDate' | 'serviceDate'

/** Reads the date of a column; one that was not written plainly is noted as read. */
export function readDateOf(
  row: RowInHand,
  column: DateColumn,
  correction: Correction,
): { date?: JalaliDate; refusal?: 'missing' | 'invalid' } {
  const reading = readListDate(valueOf(row, row.mapping.columns[column]))
  if ('date' in reading && reading.form !== 'plain') row.corrections.push({ code: correction, column })
  return reading
}

/** Reads the day the job starts, which must be in the period and not to come. */
export function readStartDate(row: RowInHand): JalaliDate | undefined {
  const { date, refusal = 'missing' } = readDateOf(row, 'startDate', 'start-date.read')
  if (date === undefined) {
    row.reasons.push({ code: `start-date.${refusal}`, column: 'startDate' })
    return undefined
  }
  const { period, today } = row.context
  if (date < period.start || date > period.end)
    row.reasons.push({ code: 'start-date.outside-period', column: 'startDate' })
  else if (date > today) row.reasons.push({ code: 'start-date.in-future', column: 'startDate' })
  return date
}
