import { countJobs, listRegistrars } from '@rasad/contracts/job-filter'
import { getConflict, getJob, listConflicts, listJobs } from '@rasad/contracts/jobs'
import { listActivities } from '@rasad/contracts/organisations'
import type { QueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api.ts'
import { activityLinesQuery, agenciesQuery, countiesQuery, periodsQuery } from '../../shared/places.ts'
import { filterOf, type JobsSearch } from './jobs-search.ts'

/** The jobs of one page of the list. */
export const PAGE_ROWS = 100

type Place = { province: string; period: string }
type Asking = { signal: AbortSignal }
type OpenPlace = { province?: string | undefined; period?: string | undefined }

/** One page of the list. */
export function jobsQuery({ province, period }: Place, search: JobsSearch) {
  const after = search.after?.split(',').at(-1)
  const words = { province, period, ...filterOf(search) }
  const query = { ...words, limit: String(PAGE_ROWS), ...(after !== undefined && { after }) }
  return {
    queryKey: ['jobs', 'list', query],
    queryFn: ({ signal }: Asking) => call(listJobs, { query }, { signal }),
  }
}

/** How many jobs the filters leave, exact up to a bound. */
export function jobCountQuery({ province, period }: Place, search: JobsSearch) {
  const { order: _order, ...filter } = filterOf(search)
  const query = { province, period, ...filter }
  return {
    queryKey: ['jobs', 'count', query],
    queryFn: ({ signal }: Asking) => call(countJobs, { query }, { signal }),
  }
}

/** Who registered the jobs of a period. */
export function registrarsQuery(place: Place) {
  return {
    queryKey: ['jobs', 'registrars', place],
    queryFn: ({ signal }: Asking) => call(listRegistrars, { query: place }, { signal }),
  }
}

/** One job with its whole history. */
export function jobQuery(province: string, jobId: number | string) {
  return {
    queryKey: ['jobs', 'one', province, String(jobId)],
    queryFn: ({ signal }: Asking) => call(getJob, { params: { province, jobId: String(jobId) } }, { signal }),
  }
}

/** The conflict cases of a period, the oldest first. */
export function conflictsQuery(
  { province, period }: Place,
  {
    state,
    agency,
    after,
  }: { state: 'open' | 'decided'; agency?: string | undefined; after?: string | undefined },
) {
  const query = {
    province,
    period,
    state,
    ...(agency !== undefined && { agency }),
    ...(after !== undefined && { after }),
  }
  return {
    queryKey: ['conflicts', 'list', query],
    queryFn: ({ signal }: Asking) => call(listConflicts, { query }, { signal }),
  }
}

/** One conflict case with all its claims. */
export function conflictQuery(province: string, caseId: string) {
  return {
    queryKey: ['conflicts', 'one', province, caseId],
    queryFn: ({ signal }: Asking) => call(getConflict, { params: { province, caseId } }, { signal }),
  }
}

/** After somebody else has moved a job, everything that may show it is asked again where it is on screen. */
export async function forgetJobs(queries: QueryClient): Promise<void> {
  await Promise.all(
    ['jobs', 'conflicts', 'queues', 'figures'].map((part) => queries.invalidateQueries({ queryKey: [part] })),
  )
}

/** What the list needs before it is shown. */
export async function openJobsPage(queries: QueryClient, search: JobsSearch & OpenPlace): Promise<void> {
  const { province, period, ...asked } = search
  if (province === undefined || period === undefined) return
  await Promise.all([
    openNames(queries, province),
    queries.ensureQueryData(jobsQuery({ province, period }, asked)),
    ...(asked.activityLine === undefined ? [] : [queries.ensureQueryData(activityLinesQuery)]),
  ])
}

/** What the page of a job needs before it is shown. */
export async function openJobPage(queries: QueryClient, province: string, jobId: string): Promise<void> {
  await Promise.all([openNames(queries, province), queries.ensureQueryData(jobQuery(province, jobId))])
}

/** The names and periods of a province. */
export async function openNames(queries: QueryClient, province: string): Promise<void> {
  await Promise.all([
    queries.ensureQueryData(countiesQuery(province)),
    queries.ensureQueryData(agenciesQuery),
    queries.ensureQueryData(periodsQuery(province)),
  ])
}

/** Every activity of ISIC, to choose one by its title. */
export const activitiesQuery = {
  queryKey: ['activities', 'all'],
  queryFn: () => call(listActivities, {}),
  staleTime: 60 * 60_000,
}
