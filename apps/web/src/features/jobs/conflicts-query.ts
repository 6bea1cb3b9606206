import type { QueryClient } from '@tanstack/react-query'
import { conflictQuery, conflictsQuery, openNames } from './jobs-query.ts'

/** What the address of the conflicts says besides province and period. */
export type ConflictsSearch = {
  state?: 'open' | 'decided' | undefined
  /** One of the agencies that claim the person. */
  agency?: string | undefined
  after?: string | undefined
}

/** Reads the question from an address; what is not understood is left out. */
export function readConflictsSearch(search: Record<string, unknown>): ConflictsSearch {
  const { agency, after } = search
  return {
    ...(search['state'] === 'decided' && { state: 'decided' }),
    ...(typeof agency === 'string' && /^[A-Z0-9_-]{2,20}$/.test(agency) && { agency }),
    ...(typeof after === 'string' && /^\d{1,15}$/.test(after) && { after }),
  }
}

/** What the list of conflicts needs before it is shown. */
export async function openConflictsPage(
  queries: QueryClient,
  search: ConflictsSearch & { province?: string | undefined; period?: string | undefined },
): Promise<void> {
  const { province, period, state = 'open', agency, after } = search
  if (province === undefined || period === undefined) return
  await Promise.all([
    openNames(queries, province),
    queries.ensureQueryData(conflictsQuery({ province, period }, { state, agency, after })),
  ])
}

/** What the page of one case needs before it is shown. */
export async function openConflictPage(
  queries: QueryClient,
  province: string,
  caseId: string,
): Promise<void> {
  await Promise.all([openNames(queries, province), queries.ensureQueryData(conflictQuery(province, caseId))])
}
