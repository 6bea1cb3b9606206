import type { JalaliDate } from '../calendar/jalali.ts'
import { readWorkshopCode } from '../persian/identifiers.ts'
import { readMoney, type Rial } from '../persian/money.ts'
import { foldText } from '../persian/text.ts'
import { readDateOf } from './row-dates.ts'
import { textOf, valueOf, type RowInHand } from './row-notes.ts'

/** Reads the day of the service, which comes before the job. */
export function readServiceDate(row: RowInHand, startDate: JalaliDate | undefined): JalaliDate | null {
  const { date, refusal } = readDateOf(row, 'serviceDate', 'service-date.read')
  if (refusal === 'invalid') row.warnings.push({ code: 'service-date.invalid', column: 'serviceDate' })
  if (date === undefined) return null
  if (startDate !== undefined && startDate < date)
    row.warnings.push({ code: 'start-date.before-service', column: 'startDate' })
  return date
}

/** Reads the amount by its own unit or the unit of its header; without either it is left out. */
export function readAmount(row: RowInHand): Rial | null {
  const value = valueOf(row, row.mapping.columns.amount)
  if (value === null || value === '') return null
  const reading = readMoney(value, row.mapping.amountUnit)
  if ('rial' in reading) return reading.rial
  if ('doubtful' in reading) row.warnings.push({ code: 'amount.doubtful', column: 'amount' })
  else if (reading.refusal !== 'missing')
    row.warnings.push({ code: `amount.${reading.refusal}`, column: 'amount' })
  return null
}

/** Reads an activity class of ISIC; whether it exists is for the table of classes to say. */
export function readIsic(row: RowInHand): string | null {
  const text = textOf(row, row.mapping.columns.isic, 'isic')
  if (text === null) return null
  const code = foldText(text).toUpperCase()
  if (/^[A-U]?\d{2,4}$/.test(code)) return code
  row.warnings.push({ code: 'isic.invalid', column: 'isic' })
  return null
}

/** Reads the workshop code of the Social Security Organisation. */
export function readWorkshop(row: RowInHand): string | null {
  const value = valueOf(row, row.mapping.columns.workshopCode)
  if (value === null || value === '') return null
  const reading = readWorkshopCode(value)
  if ('refusal' in reading) {
    if (reading.refusal === 'invalid')
      row.warnings.push({ code: 'workshop-code.invalid', column: 'workshopCode' })
    return null
  }
  if (reading.padded) row.corrections.push({ code: 'workshop-code.padded', column: 'workshopCode' })
  return reading.workshopCode
}
