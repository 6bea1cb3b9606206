import type { Me } from '@rasad/contracts/access'
import { getSystem } from '@rasad/contracts/system'
import type { QueryClient } from '@tanstack/react-query'
import { call } from '../shared/api.ts'
import { periodsQuery, provincesQuery } from '../shared/places.ts'

/** Which province and period the pages show; both stand in the address. */
export type PlaceSearch = { province?: string | undefined; period?: string | undefined }

const REMEMBERED = 'rasad.province'

/** Reads province and period from an address. */
export function readPlaceSearch(search: Record<string, unknown>): PlaceSearch {
  const { province, period } = search
  return {
    ...(typeof province === 'string' && { province }),
    ...(typeof period === 'string' && { period }),
  }
}

/**
 * Completes what an address leaves open: the province of the own scope, else the one this browser last looked at,
 * else the one with the most work in it, else the first; and its latest period. A province without a period keeps none.
 */
export async function choosePlace(queries: QueryClient, me: Me, asked: PlaceSearch): Promise<PlaceSearch> {
  const own = me.scope.province?.code
  const province =
    asked.province ?? own ?? localStorage.getItem(REMEMBERED) ?? (await firstProvince(queries, me))
  localStorage.setItem(REMEMBERED, province)
  const [{ periods }] = await Promise.all([
    queries.ensureQueryData(periodsQuery(province)),
    queries.ensureQueryData(provincesQuery),
  ])
  const latest = periods.toSorted((one, other) => (one.from < other.from ? 1 : -1))[0]
  const known = periods.find(({ period }) => period === asked.period)
  const period = (known ?? latest)?.period
  return { province, ...(period !== undefined && { period }) }
}

async function firstProvince(queries: QueryClient, { permissions }: Me): Promise<string> {
  const { positions } = permissions.includes('system.read')
    ? await queries.ensureQueryData({ queryKey: ['system'], queryFn: () => call(getSystem, {}) })
    : { positions: [] }
  const { provinces } = await queries.ensureQueryData(provincesQuery)
  const busiest = positions.toSorted((one, other) => other.batch - one.batch)[0]
  return busiest?.province ?? provinces[0]?.code ?? ''
}
