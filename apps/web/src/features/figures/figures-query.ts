import { getPassport, type Passport } from '@rasad/contracts/figures'
import { listDays } from '@rasad/contracts/ledger'
import type { Period } from '@rasad/contracts/periods'
import { listLabourForce } from '@rasad/contracts/places'
import { jalaliDateAt } from '@rasad/domain/calendar/jalali'
import { endOfMonthBefore, periodBefore } from '@rasad/domain/figures/rank-before'
import type { QueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api.ts'
import { differenceQuery, figuresQuery } from '../../shared/figure-queries.ts'
import { activityLinesQuery, agenciesQuery, countiesQuery, periodsQuery } from '../../shared/places.ts'
import { remarkedBy, remarksQuery } from './remarks-query.ts'
import {
  cellWords,
  dimensionsOf,
  figureWords,
  filterWords,
  ledgerWords,
  PART_FILTER,
  type FiguresQuestion,
  type FiguresSearch,
  type PassportTruth,
  type SpecialPart,
} from './figures-search.ts'

const REFERENCE_MS = 60 * 60_000

/** The rows that are asked for, with the server's own total. */
export function rowsQuery(question: FiguresQuestion) {
  return figuresQuery(figureWords(question, dimensionsOf(question.by ?? 'county')))
}

/** The sums of the matrix: by county and by agency. */
export function marginsQueries(question: FiguresQuestion) {
  return [
    figuresQuery(figureWords(question, ['county'])),
    figuresQuery(figureWords(question, ['agency'])),
  ] as const
}

/** The same rows restricted to a part of the jobs; null where the page asks for others only. */
export function specialQuery(question: FiguresQuestion, part: SpecialPart) {
  const { dimension, value } = PART_FILTER[part]
  const asked = question[dimension]
  if (asked !== undefined && !asked.split(',').includes(value)) return null
  return rowsQuery({ ...question, [dimension]: value })
}

/** The rows as they were known at the end of the month before a moment; null where the period had not begun. */
export function rowsBeforeQuery(question: FiguresQuestion, period: Period, asOf: string) {
  const end = endOfMonthBefore(jalaliDateAt(Date.parse(asOf)))
  return end < period.from ? null : rowsQuery({ ...question, asOf: end })
}

/** The rows of the period before, as they are known at the same moment; null where there is none. */
export function rowsOfPeriodBeforeQuery(
  question: FiguresQuestion,
  period: Period,
  periods: readonly Period[],
) {
  const before = periodBefore(periods, period)
  return before === undefined ? null : rowsQuery({ ...question, period: before.period, month: undefined })
}

/** Why the figures of the chosen moment are not those of the other one. */
export function changeQuery(question: FiguresQuestion, asOf: string) {
  const { until } = question
  return differenceQuery({
    ...ledgerWords(question),
    ...filterWords(question),
    from: asOf,
    ...(until !== undefined && { to: until }),
  })
}

/** The days on which something of the period settled. */
export function daysQuery({ province, period }: FiguresQuestion) {
  const query = { province, period }
  return {
    queryKey: ['ledger-days', query],
    queryFn: ({ signal }: { signal: AbortSignal }) => call(listDays, { query }, { signal }),
  }
}

/** What is known of the labour force of the counties of a province. */
export function labourQuery(province: string) {
  return {
    queryKey: ['labour-force', province],
    queryFn: () => call(listLabourForce, { query: { province } }),
    staleTime: REFERENCE_MS,
  }
}

/** How many postings a passport shows at first, and at most. */
export const POSTINGS = { first: 50, most: 1000 } as const

/** The passport of a truth of the cell that the address names. */
export function passportQuery(question: FiguresQuestion, truth: PassportTruth, limit: number) {
  const { asOf } = question
  const query = {
    ...ledgerWords(question),
    truth,
    ...cellWords(question),
    ...(asOf !== undefined && { asOf }),
    limit: String(limit),
  }
  return {
    queryKey: ['passport', query],
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<Passport> =>
      call(getPassport, { query }, { signal }),
  }
}

/** Whether activity lines are named anywhere in the answer to a question. */
export function concernsLines({ by, activityLine }: FiguresSearch): boolean {
  return by === 'activityLine' || activityLine !== undefined
}

/** Everything the page needs before it is shown. What stands beside the table tells its own faults. */
export async function figuresPageQuery(
  queries: QueryClient,
  search: FiguresSearch & { province?: string | undefined; period?: string | undefined },
): Promise<void> {
  const { province, period } = search
  if (province === undefined || period === undefined) return
  const question = { ...search, province, period }
  const { truth, asOf } = search
  const remarked = remarkedBy(search.by ?? 'county')
  await Promise.all([
    queries.ensureQueryData(rowsQuery(question)),
    ...(search.by === 'matrix'
      ? marginsQueries(question).map((margin) => queries.ensureQueryData(margin))
      : []),
    queries.ensureQueryData(countiesQuery(province)),
    queries.ensureQueryData(agenciesQuery),
    ...(concernsLines(search) ? [queries.ensureQueryData(activityLinesQuery)] : []),
    queries.ensureQueryData(periodsQuery(province)),
    queries.prefetchQuery(daysQuery(question)),
    ...(remarked === undefined ? [] : [queries.prefetchQuery(remarksQuery(question, remarked))]),
    ...(truth === undefined ? [] : [queries.prefetchQuery(passportQuery(question, truth, POSTINGS.first))]),
    ...(asOf === undefined ? [] : [queries.prefetchQuery(changeQuery(question, asOf))]),
  ])
}
