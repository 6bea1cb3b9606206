import { jalaliToIso, type JalaliDate } from '@rasad/domain/calendar/jalali'
import type { Rasad } from '../../app.ts'
import { openSingleConnection, type SingleConnection } from '../../platform/single-connection.ts'

/** One connection on which it is the moment that was said last; the database refuses it outside a demonstration. */
export type PastConnection = Pick<SingleConnection, 'database' | 'pool' | 'close'> & {
  /** From now on it is this moment, in epoch milliseconds. */
  setMoment: (moment: number) => Promise<void>
}

/** Opens a connection of its own beside the pool of an open Rasad. */
export function openPastConnection({ pool }: Pick<Rasad, 'pool'>): PastConnection {
  // A load that is broken off is begun anew in another folder: its acts need not wait for the disk one by one.
  const own = openSingleConnection(pool, { synchronous_commit: 'off' })
  return {
    ...own,
    setMoment: (moment) => own.setSetting('rasad.moment_of_act', new Date(moment).toISOString()),
  }
}

const MINUTE_MS = 60_000

/** The moment at so many minutes after eight in the morning of a day, in Tehran's standard time. */
export function workingMoment(day: JalaliDate, minutes: number): number {
  return Date.parse(`${jalaliToIso(day)}T08:00:00.000+03:30`) + minutes * MINUTE_MS
}
