import { jalaliToIso, type JalaliDate } from '@rasad/domain/calendar/jalali'
import pg from 'pg'
import type { Rasad } from '../../app.ts'
import { openKysely, type Database } from '../../platform/db.ts'

/** One connection on which it is the moment that was said last; the database refuses it outside a demonstration. */
export type PastConnection = {
  database: Database
  pool: pg.Pool
  /** From now on it is this moment, in epoch milliseconds. */
  setMoment: (moment: number) => Promise<void>
  close: () => Promise<void>
}

/** Opens a connection of its own beside the pool of an open Rasad. */
export function openPastConnection({ pool }: Pick<Rasad, 'pool'>): PastConnection {
  const { options } = pool.options
  // A load that is broken off is begun anew in another folder: its acts need not wait for the disk one by one.
  const own = new pg.Pool({
    ...pool.options,
    options: `${options ?? ''} -c synchronous_commit=off`,
    max: 1,
    idleTimeoutMillis: 0,
  })
  const database = openKysely(own)
  return {
    database,
    pool: own,
    setMoment: async (moment) => {
      await own.query(`select set_config('rasad.moment_of_act', $1, false)`, [new Date(moment).toISOString()])
    },
    close: () => database.destroy(),
  }
}

const MINUTE_MS = 60_000

/** The moment at so many minutes after eight in the morning of a day, in Tehran's standard time. */
export function workingMoment(day: JalaliDate, minutes: number): number {
  return Date.parse(`${jalaliToIso(day)}T08:00:00.000+03:30`) + minutes * MINUTE_MS
}
