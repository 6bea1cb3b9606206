import {
  addDays,
  jalaliToIso,
  makeJalaliDate,
  monthLength,
  type JalaliDate,
} from '@rasad/domain/calendar/jalali'

const SATURDAY = 6

/** The place of a day in the week: Saturday 0 to Friday 6. */
function weekdayOf(day: JalaliDate): number {
  return (new Date(jalaliToIso(day)).getUTCDay() + 7 - SATURDAY) % 7
}

/** The weeks of a month from Saturday to Friday; null where a day belongs to another month. */
export function weeksOf(year: number, month: number): (JalaliDate | null)[][] {
  const days = Array.from({ length: monthLength(year, month) }, (_, index) => dayOf(year, month, index + 1))
  const first = days[0]
  const before = first === undefined ? 0 : weekdayOf(first)
  const cells = [...Array.from({ length: before }, () => null), ...days]
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_empty, weekday) => cells[week * 7 + weekday] ?? null),
  )
}

/** The same day so many months later; the last day of a shorter month. */
export function addMonths(day: JalaliDate, months: number): JalaliDate {
  const { year, month, dayOfMonth } = partsOf(day)
  const count = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1]
  if (toYear < 1300 || toYear > 1500) return day
  return dayOf(toYear, toMonth, Math.min(dayOfMonth, monthLength(toYear, toMonth)))
}

/** Where a key leads from a day: a day or week on, the ends of the week, a month or a year on. */
export function dayAfterKey(
  day: JalaliDate,
  { key, shiftKey }: { key: string; shiftKey: boolean },
  direction: 'rtl' | 'ltr',
): JalaliDate | null {
  const forward = direction === 'rtl' ? -1 : 1
  switch (key) {
    case 'ArrowRight':
      return addDays(day, forward)
    case 'ArrowLeft':
      return addDays(day, -forward)
    case 'ArrowDown':
      return addDays(day, 7)
    case 'ArrowUp':
      return addDays(day, -7)
    case 'Home':
      return addDays(day, -weekdayOf(day))
    case 'End':
      return addDays(day, 6 - weekdayOf(day))
    case 'PageDown':
      return addMonths(day, shiftKey ? 12 : 1)
    case 'PageUp':
      return addMonths(day, shiftKey ? -12 : -1)
    default:
      return null
  }
}

/** The numbers of a day. */
export function partsOf(day: JalaliDate): { year: number; month: number; dayOfMonth: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), dayOfMonth: Number(day.slice(8)) }
}

function dayOf(year: number, month: number, day: number): JalaliDate {
  const made = makeJalaliDate(year, month, day)
  if (made === undefined) throw new RangeError(`no such day: ${year}-${month}-${day}`)
  return made
}
