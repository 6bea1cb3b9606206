import { getMap, getOutlines } from '@rasad/contracts/places'
import { getQueues } from '@rasad/contracts/queues'
import type { Period } from '@rasad/contracts/periods'
import {
  formatMonth,
  jalaliDateAt,
  monthLength,
  monthOf,
  monthsBetween,
  parseJalaliDate,
  type JalaliDate,
} from '@rasad/domain/calendar/jalali'
import type { QueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api.ts'
import { figuresQuery } from '../../shared/figure-queries.ts'
import { agenciesQuery, countiesQuery, periodsQuery } from '../../shared/places.ts'
import { meQuery } from '../../shared/session.ts'

const REFERENCE_MS = 60 * 60_000

/** Which province and period the page speaks of. */
export type Place = { province: string; period: string }

/** The figures of now by county and by agency. */
export function nowQueries({ province, period }: Place) {
  return {
    byCounty: figuresQuery({ province, period, by: 'county' }),
    byAgency: figuresQuery({ province, period, by: 'agency' }),
  }
}

/** The ends of the months of a period that are over, and as the last one the period so far. */
export function monthEnds({ from, to }: Period, today: JalaliDate): readonly JalaliDate[] {
  const [first, last] = [parseJalaliDate(from), parseJalaliDate(to)]
  if (first === undefined || last === undefined || today < first) return []
  const until = last < today ? last : today
  return monthsBetween(monthOf(first), monthOf(until)).flatMap((month) => {
    const length = monthLength(Math.floor(month / 100), month % 100)
    const end = parseJalaliDate(`${formatMonth(month)}-${String(length).padStart(2, '0')}`)
    return end === undefined || end >= today ? [] : [end]
  })
}

/** The figures as they were known at the end of a day. */
export function figuresAtEndOf({ province, period }: Place, day: JalaliDate) {
  return figuresQuery({ province, period, asOf: day })
}

/** What waits for whoever looks. */
export function queuesQuery(query: Place) {
  return {
    queryKey: ['queues', query.province, query.period],
    queryFn: ({ signal }: { signal: AbortSignal }) => call(getQueues, { query }, { signal }),
  }
}

/** The counties of a province on a map. */
export function mapQuery(province: string) {
  return {
    queryKey: ['map', province],
    queryFn: () => call(getMap, { query: { province } }),
    staleTime: REFERENCE_MS,
  }
}

/** The outlines of a province in one state of them. */
export function outlinesQuery(province: string, state: string) {
  return {
    queryKey: ['outlines', province, state],
    queryFn: () => call(getOutlines, { query: { province } }),
    staleTime: Number.POSITIVE_INFINITY,
  }
}

/** Everything the page needs before it is shown; the trend is drawn when its points have come. */
export async function todayPageQuery(
  queries: QueryClient,
  { province, period }: { [Part in keyof Place]?: string | undefined },
): Promise<void> {
  if (province === undefined || period === undefined) return
  const { permissions } = await queries.ensureQueryData(meQuery)
  if (!permissions.includes('figure.read')) return
  const { byCounty, byAgency } = nowQueries({ province, period })
  await Promise.all([
    queries.ensureQueryData(byCounty),
    queries.ensureQueryData(byAgency),
    queries.ensureQueryData(agenciesQuery),
    queries.ensureQueryData(countiesQuery(province)),
    queries.ensureQueryData(periodsQuery(province)),
    queries.prefetchQuery(queuesQuery({ province, period })),
    queries.prefetchQuery(mapQuery(province)),
  ])
}

/** Today's day in Tehran. */
export function todayInTehran(): JalaliDate {
  return jalaliDateAt(Date.now())
}
