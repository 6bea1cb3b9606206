import { addDays, parseJalaliDate, type JalaliDate } from '../calendar/jalali.ts'

/** The last day of the month before the one that a day lies in. */
export function endOfMonthBefore(day: JalaliDate): JalaliDate {
  return addDays(parseJalaliDate(`${day.slice(0, 8)}01`) ?? day, -1)
}

/** The period before another: of those that are over when it begins, the one that ended last. Days are `1404-01-01`. */
export function periodBefore<Period extends { from: string; to: string }>(
  periods: readonly Period[],
  current: Period,
): Period | undefined {
  return periods
    .filter(({ to }) => to < current.from)
    .toSorted((one, other) => (one.to < other.to ? -1 : 1))
    .at(-1)
}

/** How many places somebody went up since an earlier rank; negative is down, null where either has no rank. */
export function placesUp(now: unknown, before: unknown): number | null {
  return typeof now === 'number' && typeof before === 'number' ? before - now : null
}
