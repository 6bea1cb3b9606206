import { expect, test } from 'vitest'
import { isDue, nextDue, readHour } from './timetable.ts'

/** The minutes of a week from Sunday 00:00 UTC that are due. */
function dueIn(text: string): string[] {
  const hour = readHour(text)!
  const due: string[] = []
  for (let minute = 0; minute < 7 * 1440; minute += 1) {
    const utc = { dow: Math.floor(minute / 1440), hour: Math.floor(minute / 60) % 24, min: minute % 60 }
    if (isDue(hour, utc)) due.push(new Date(Date.UTC(2026, 10, 22) + minute * 60_000).toISOString())
  }
  return due
}

const inTehran = (iso: string) =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Tehran',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(iso))

test('an hour of the day comes once a day, by the clock of Tehran', () => {
  expect(dueIn('02:00')).toHaveLength(7)
  expect(new Set(dueIn('02:00').map((iso) => inTehran(iso).slice(-5)))).toEqual(new Set(['02:00']))
})

test.each(['sat 00:10', 'sun 03:29', 'sun 03:31', 'fri 23:59', 'tue 12:00'])(
  '%s comes once a week, by the clock of Tehran',
  (text) => {
    const due = dueIn(text)

    expect(due).toHaveLength(1)
    expect(
      inTehran(due[0] ?? '')
        .toLowerCase()
        .replace(',', ''),
    ).toBe(text)
  },
)

test.each(['', '2:00', '24:00', '12:60', 'day 02:00', '0 2 * * *', 'fri'])('«%s» is no hour', (text) => {
  expect(readHour(text)).toBeUndefined()
})

test.each(['02:00', '23:59', '00:00', 'fri 04:30', 'sun 00:00', 'sat 03:29'])(
  'the next %s is the first minute from now on that is due',
  (text) => {
    const hour = readHour(text)!
    for (const start of ['2026-11-22T22:29:59.999Z', '2026-11-26T20:30:00Z', '2026-11-28T01:00:00Z']) {
      const now = Date.parse(start)
      const minutes = Array.from(
        { length: 7 * 1440 + 1 },
        (_, n) => (Math.floor(now / 60_000) + n + 1) * 60_000,
      )
      const first = minutes.find((at) => {
        const utc = new Date(at)
        return isDue(hour, { dow: utc.getUTCDay(), hour: utc.getUTCHours(), min: utc.getUTCMinutes() })
      })

      expect(nextDue(hour, now)).toBe(first)
    }
  },
)
