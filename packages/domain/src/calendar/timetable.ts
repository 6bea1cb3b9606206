/** When something is done: at a minute of every day, or of one day of the week; in Tehran, days from Sunday as 0. */
export type Hour = { day?: number; minutes: number }

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
/** Iran has kept UTC+03:30 all year since 1401 (law of Ordibehesht 1401 on the official time). */
const TEHRAN_MINUTES = 210
const DAY_MINUTES = 24 * 60

/** Reads `02:00` or `fri 04:30`; undefined for anything else. */
export function readHour(text: string): Hour | undefined {
  const [, day, hours, minutes] =
    /^(?:(\w{3}) )?([01]\d|2[0-3]):([0-5]\d)$/.exec(text.trim().toLowerCase()) ?? []
  if (hours === undefined || minutes === undefined) return undefined
  const at = Number(hours) * 60 + Number(minutes)
  if (day === undefined) return { minutes: at }
  return DAYS.includes(day) ? { day: DAYS.indexOf(day), minutes: at } : undefined
}

/** Whether a minute, told in UTC, is the one that is meant. */
export function isDue({ day, minutes }: Hour, utc: { dow: number; hour: number; min: number }): boolean {
  const inWeek = (utc.dow * DAY_MINUTES + utc.hour * 60 + utc.min + TEHRAN_MINUTES) % (7 * DAY_MINUTES)
  if (inWeek % DAY_MINUTES !== minutes) return false
  return day === undefined || Math.floor(inWeek / DAY_MINUTES) === day
}

const MINUTE_MS = 60_000
/** The first day since 1970 was a Thursday. */
const FIRST_WEEKDAY = 4

/** The next moment that is meant, in milliseconds since 1970: after the minute of `now`. */
export function nextDue({ day, minutes }: Hour, now: number): number {
  const from = Math.floor(now / MINUTE_MS) + 1 + TEHRAN_MINUTES
  const today = from - (from % DAY_MINUTES) + minutes
  const at = today >= from ? today : today + DAY_MINUTES
  const weekday = (Math.floor(at / DAY_MINUTES) + FIRST_WEEKDAY) % 7
  const daysOn = day === undefined ? 0 : (day - weekday + 7) % 7
  return (at + daysOn * DAY_MINUTES - TEHRAN_MINUTES) * MINUTE_MS
}
