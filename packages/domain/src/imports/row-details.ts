import type { JalaliDate } from '../calendar/jalali.ts'
import { readSector } from '../organisations/sectors.ts'
import { readWorkshopCode } from '../persian/identifiers.ts'
import { readMoney, type Rial } from '../persian/money.ts'
import { foldText } from '../persian/text.ts'
import { readDateOf } from './row-dates.ts'
import { kindOf, textOf, valueOf, type RowInHand } from './row-notes.ts'

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

/**
 * Reads a code of ISIC. A spreadsheet makes 111 of 0111: where only the longer code is one of ISIC, the zero is put back;
 * where both are (141 and 0141), the code stays as it is written, and is doubtful where the sector of the row denies it.
 */
export function readIsic(row: RowInHand): string | null {
  const { columns } = row.mapping
  const text = textOf(row, columns.isic, 'isic')
  if (text === null) return null
  const code = foldText(text.replace(/^(\p{Nd}+)\.0+$/u, '$1')).toUpperCase()
  const known = row.context.activities
  const isLonger = code.length < 4 && known.has(`0${code}`)
  if (isLonger && !known.has(code)) {
    row.corrections.push({ code: 'isic.padded', column: 'isic' })
    return `0${code}`
  }
  if (!/^[A-U]?\d{2,4}$/.test(code)) {
    row.warnings.push({ code: 'isic.invalid', column: 'isic' })
    return null
  }
  const isNumber = typeof valueOf(row, columns.isic) === 'number'
  if (isLonger && isNumber && known.get(code) !== kindOf(row, columns.sector, readSector))
    row.warnings.push({ code: 'isic.doubtful', column: 'isic' })
  return code
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
