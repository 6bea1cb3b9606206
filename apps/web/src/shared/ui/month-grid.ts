import { parseMonth, type JalaliMonth } from '@rasad/domain/calendar/jalali'

/** So many months later; the same where the calendar ends. */
export function monthsOn(month: JalaliMonth, step: number): JalaliMonth {
  const count = Math.floor(month / 100) * 12 + (month % 100) - 1 + step
  return parseMonth(`${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`) ?? month
}

/** Where a key leads from a month in a grid of three a row: a month or a row on, the ends of the year, a year on. */
export function monthAfterKey(month: JalaliMonth, key: string, direction: 'rtl' | 'ltr'): JalaliMonth | null {
  const forward = direction === 'rtl' ? -1 : 1
  const inYear = month % 100
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: forward,
    ArrowLeft: -forward,
    ArrowDown: 3,
    ArrowUp: -3,
    Home: 1 - inYear,
    End: 12 - inYear,
    PageDown: 12,
    PageUp: -12,
  }
  const step = steps[key]
  return step === undefined ? null : monthsOn(month, step)
}
