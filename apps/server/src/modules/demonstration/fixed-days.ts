import { parseJalaliDate, parseMonth, type JalaliDate, type JalaliMonth } from '@rasad/domain/calendar/jalali'

/** A day that is written in the program, `1404-05-31`; throws RangeError when the calendar has none such. */
export function fixedDay(text: string): JalaliDate {
  const day = parseJalaliDate(text)
  if (!day) throw new RangeError(`no such day: ${text}`)
  return day
}

/** A month that is written in the program, `1404-05`; throws RangeError when the calendar has none such. */
export function fixedMonth(text: string): JalaliMonth {
  const month = parseMonth(text)
  if (!month) throw new RangeError(`no such month: ${text}`)
  return month
}
