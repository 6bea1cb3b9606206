import { parseMonth } from '@rasad/domain/calendar/jalali'
import { readDate } from '@rasad/domain/calendar/read-date'
import { COLUMNS } from '@rasad/domain/imports/columns'
import { toLatinDigits } from '@rasad/domain/persian/digits'
import { cleanText } from '@rasad/domain/persian/text'
import { z } from 'zod'

/** Text as a person typed it, folded once: Persian and Arabic digits to Latin, Arabic ye and kaf, invisible marks gone. */
export const Text = z.string().transform((text) => toLatinDigits(cleanText(text).text))
/** As `Text`, and not empty. */
export const Words = Text.pipe(z.string().min(1).max(300))

/** Two digits, such as `15`. */
export const ProvinceCode = Text.pipe(z.string().regex(/^[0-9]{2}$/)).meta({ id: 'ProvinceCode' })
/** Four digits that begin with the province's, such as `1503`. */
export const CountyCode = Text.pipe(z.string().regex(/^[0-9]{4}$/)).meta({ id: 'CountyCode' })
/** The code of an agency, such as `AGRI`. */
export const AgencyCode = Text.pipe(z.string().regex(/^[A-Z0-9_-]{2,20}$/)).meta({ id: 'AgencyCode' })
/** The name of a commitment period, such as `1404`. */
export const PeriodId = Text.pipe(z.string().regex(/^[0-9A-Za-z-]{1,20}$/)).meta({ id: 'PeriodId' })

/** A Jalali day, `1404-05-03`, also as people write it with the year first: `1404/5/3`. */
export const JalaliDay = Text.transform((text, context) => {
  const read = readDate(text)
  if ('date' in read && read.form === 'plain') return read.date
  context.addIssue({ code: 'custom', message: 'not a day of the Jalali calendar, such as 1404-05-03' })
  return z.NEVER
})
/** A Jalali month, `1404-05`. */
const JalaliMonthText = Text.transform((text, context) => {
  const month = parseMonth(text)
  if (month) return month
  context.addIssue({ code: 'custom', message: 'not a month of the Jalali calendar, such as 1404-05' })
  return z.NEVER
})

/** One month, or two with two dots between: `1404-01..1404-05`. */
export const MonthRange = Text.transform((text, context) => {
  const [first = '', last = first] = text.split('..')
  const from = JalaliMonthText.safeParse(first)
  const to = JalaliMonthText.safeParse(last)
  if (from.success && to.success && from.data <= to.data) return { from: from.data, to: to.data }
  context.addIssue({ code: 'custom', message: 'not a range of Jalali months, such as 1404-01..1404-05' })
  return z.NEVER
})

/** A whole number in a path or query. */
export const WholeNumber = Text.pipe(z.string().regex(/^[0-9]{1,15}$/)).transform(Number)

/** Columns of a list by header, as JSON in a query. */
export const JsonColumns = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue({ code: 'custom', message: 'not JSON' })
      return z.NEVER
    }
  })
  .pipe(z.record(z.string(), z.enum([...COLUMNS, 'ignore'])))
