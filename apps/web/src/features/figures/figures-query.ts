import { getPassport, type Passport } from '@rasad/contracts/figures'
import { listDays } from '@rasad/contracts/ledger'
import type { QueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api.ts'
import { differenceQuery, figuresQuery } from '../../shared/figure-queries.ts'
import { agenciesQuery, countiesQuery, periodsQuery } from '../../shared/places.ts'
import type { SpecialPart } from './columns.ts'
import {
  cellWords,
  dimensionsOf,
  figureWords,
  filterWords,
  ledgerWords,
  type FiguresQuestion,
  type FiguresSearch,
  type PassportTruth,
} from './figures-search.ts'

const SPECIAL: Record<SpecialPart, { dimension: 'gender' | 'education' | 'settlement'; value: string }> = {
  women: { dimension: 'gender', value: 'female' },
  men: { dimension: 'gender', value: 'male' },
  graduates: { dimension: 'education', value: 'graduate' },
  rural: { dimension: 'settlement', value: 'rural' },
}

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
  const { dimension, value } = SPECIAL[part]
  const asked = question[dimension]
  if (asked !== undefined && !asked.split(',').includes(value)) return null
  return rowsQuery({ ...question, [dimension]: value })
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

/** Everything the page needs before it is shown. What stands beside the table tells its own faults. */
export async function figuresPageQuery(
  queries: QueryClient,
  search: FiguresSearch & { province?: string | undefined; period?: string | undefined },
): Promise<void> {
  const { province, period } = search
  if (province === undefined || period === undefined) return
  const question = { ...search, province, period }
  const { truth, asOf } = search
  await Promise.all([
    queries.ensureQueryData(rowsQuery(question)),
    ...(search.by === 'matrix'
      ? marginsQueries(question).map((margin) => queries.ensureQueryData(margin))
      : []),
    queries.ensureQueryData(countiesQuery(province)),
    queries.ensureQueryData(agenciesQuery),
    queries.ensureQueryData(periodsQuery(province)),
    queries.prefetchQuery(daysQuery(question)),
    ...(truth === undefined ? [] : [queries.prefetchQuery(passportQuery(question, truth, POSTINGS.first))]),
    ...(asOf === undefined ? [] : [queries.prefetchQuery(changeQuery(question, asOf))]),
  ])
}
