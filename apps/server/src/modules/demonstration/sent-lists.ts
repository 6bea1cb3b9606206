import {
  addDays,
  makeJalaliDate,
  monthLength,
  type JalaliDate,
  type JalaliMonth,
} from '@rasad/domain/calendar/jalali'
import { apportion } from './chance.ts'
import type { ProvincePlan, Stretch } from './province-plans.ts'

/** A list that an agency sends: how many jobs of each month, and on which day. */
export type SentList = {
  agency: string
  day: JalaliDate
  months: readonly { month: JalaliMonth; jobs: number }[]
}

// Agencies do not all send on the same day: the last five days of a month are shared out among them.
const SENDING_DAYS = 5

/** Every list of a province and period, in the order of the days they are sent on. */
export function sentLists({ agencies, largeAgencies, stretches }: ProvincePlan): SentList[] {
  const codes = Object.keys(agencies)
  const lists = stretches.flatMap((stretch) => {
    const totals = apportion(stretch.total, Object.values(agencies))
    return codes.flatMap((agency, index) => {
      const size = index < largeAgencies ? stretch.monthsOfAList.large : stretch.monthsOfAList.small
      return listsOfAgency(agency, stretch, totals[index]!, size, index % SENDING_DAYS)
    })
  })
  return lists.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
}

function listsOfAgency(
  agency: string,
  { months, monthWeights, lastDay }: Stretch,
  total: number,
  size: number,
  daysBefore: number,
): SentList[] {
  const counts = apportion(total, monthWeights)
  const lists: SentList[] = []
  for (let first = 0; first < months.length; first += size) {
    const covered = months.slice(first, first + size)
    const end = lastDayOf(covered.at(-1)!)
    lists.push({
      agency,
      day: addDays(end < lastDay ? end : lastDay, -daysBefore),
      months: covered.map((month, index) => ({ month, jobs: counts[first + index]! })),
    })
  }
  return lists
}

function lastDayOf(month: JalaliMonth): JalaliDate {
  const year = Math.floor(month / 100)
  return makeJalaliDate(year, month % 100, monthLength(year, month % 100))!
}
