import { getFigures } from '@rasad/contracts/figures'
import { parseJalaliDate } from '@rasad/domain/calendar/jalali'
import type { QueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api.ts'
import { agenciesQuery, countiesQuery } from '../../shared/places.ts'

/** What the breakdown can be cut by. */
export const CUTS = ['county', 'agency'] as const
export type Cut = (typeof CUTS)[number]

/** What the address of the page says besides province and period. */
export type FiguresSearch = {
  by?: Cut
  /** The end of this Jalali day; now where it is left out. */
  asOf?: string | undefined
}
/** The whole question of the page. */
export type FiguresQuestion = FiguresSearch & { province: string; period: string }

/** Reads the question from an address; what is not understood is left out. */
export function readFiguresSearch(search: Record<string, unknown>): FiguresSearch {
  const by = CUTS.find((cut) => cut === search['by'])
  const { asOf } = search
  return {
    ...(by && { by }),
    ...(typeof asOf === 'string' && parseJalaliDate(asOf) && { asOf }),
  }
}

/** The breakdown that is asked for. */
export function figuresQuery({ province, period, by = 'county', asOf }: FiguresQuestion) {
  const query = { province, period, by, ...(asOf !== undefined && { asOf }) }
  return {
    queryKey: ['figures', query],
    queryFn: ({ signal }: { signal: AbortSignal }) => call(getFigures, { query }, { signal }),
  }
}

/** Everything the page needs before it is shown. */
export async function figuresPageQuery(
  queries: QueryClient,
  search: FiguresSearch & { province?: string | undefined; period?: string | undefined },
): Promise<void> {
  const { province, period } = search
  if (province === undefined || period === undefined) return
  await Promise.all([
    queries.ensureQueryData(figuresQuery({ ...search, province, period })),
    queries.ensureQueryData(countiesQuery(province)),
    queries.ensureQueryData(agenciesQuery),
  ])
}
