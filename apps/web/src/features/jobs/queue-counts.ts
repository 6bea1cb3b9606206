import { getQueues, type QueueCounts } from '@rasad/contracts/queues'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call } from '../../shared/api.ts'
import { followEvents } from '../../shared/server-events.ts'
import type { Queue } from './queue-query.ts'

const PARTS: Record<Queue, readonly (keyof QueueCounts)[]> = {
  confirmation: ['confirmation'],
  verification: ['verification', 'unreachable', 'appeals'],
}

/** How much waits in a queue for whoever is signed in, as the server tells it live; null until it is known. */
export function useQueueCount(place: { province: string; period: string }, queue: Queue): number | null {
  const queries = useQueryClient()
  const { province, period } = place
  const { data } = useQuery({
    queryKey: ['queues', 'counts', province, period],
    queryFn: async ({ signal }) =>
      (await call(getQueues, { query: { province, period } }, { signal })).counts,
  })
  useEffect(
    () =>
      followEvents(
        { province, period },
        {
          queues: ({ counts }) => queries.setQueryData(['queues', 'counts', province, period], counts),
        },
      ),
    [queries, province, period],
  )
  if (data === undefined) return null
  const counts = PARTS[queue].map((part) => data[part])
  return counts.reduce<number | null>(
    (sum, count) => (sum === null || count === null ? null : sum + count),
    0,
  )
}
