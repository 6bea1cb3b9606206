import { listJobs } from '@rasad/contracts/jobs'
import { JOB_STATES, type JobState, type JobStep } from '@rasad/domain/jobs/job-life-cycle'
import { infiniteQueryOptions, type QueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api.ts'
import { openNames } from './jobs-query.ts'

/** The queues that are worked through: what waits in each, and what may be decided there by one key. */
export const QUEUES = {
  confirmation: {
    states: ['registered'],
    steps: { KeyC: 'confirm', KeyB: 'return', KeyW: 'withdraw' },
  },
  verification: {
    states: ['agency-confirmed', 'unreachable', 'appealed'],
    steps: { KeyV: 'verify', KeyR: 'reject', KeyU: 'mark-unreachable', KeyB: 'return' },
  },
} as const satisfies Record<string, { states: readonly JobState[]; steps: Record<string, JobStep> }>
export type Queue = keyof typeof QUEUES

/** What the address of a queue says: narrowed to a county, an agency or one of the states that wait in it. */
export type QueueSearch = {
  county?: string | undefined
  agency?: string | undefined
  state?: JobState | undefined
}

/** Reads the question from an address; what is not understood is left out. */
export function readQueueSearch(search: Record<string, unknown>): QueueSearch {
  const { county, agency } = search
  const state = JOB_STATES.find((known) => known === search['state'])
  return {
    ...(state !== undefined && { state }),
    ...(typeof county === 'string' && /^\d{4}$/.test(county) && { county }),
    ...(typeof agency === 'string' && /^[A-Z0-9_-]{2,20}$/.test(agency) && { agency }),
  }
}

const PORTION = 100

/** What waits in a queue, a portion at a time, the longest waiting first. */
export function queueQuery(
  place: { province: string; period: string },
  queue: Queue,
  { county, agency, state }: QueueSearch,
) {
  const all: readonly JobState[] = QUEUES[queue].states
  const query = {
    ...place,
    state: state !== undefined && all.includes(state) ? state : all.join(','),
    order: 'oldest',
    limit: String(PORTION),
    ...(county !== undefined && { county }),
    ...(agency !== undefined && { agency }),
  }
  return infiniteQueryOptions({
    queryKey: ['queues', 'waiting', query],
    queryFn: ({ pageParam, signal }) =>
      call(listJobs, { query: { ...query, ...(pageParam !== '' && { after: pageParam }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 0,
    refetchOnWindowFocus: false,
  })
}

type Asked = QueueSearch & { province?: string | undefined; period?: string | undefined }

/** What the page of a queue needs before it is shown. */
export async function openQueuePage(queries: QueryClient, queue: Queue, asked: Asked): Promise<void> {
  const { province, period, ...search } = asked
  if (province === undefined || period === undefined) return
  await Promise.all([
    openNames(queries, province),
    queries.prefetchInfiniteQuery(queueQuery({ province, period }, queue, search)),
  ])
}
