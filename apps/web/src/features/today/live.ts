import { streamEvents, type getQueues, type QueueCounts } from '@rasad/contracts/queues'
import type { AnswerOf } from '@rasad/contracts/define-route'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { addressFor } from '../../shared/api.ts'
import { queuesQuery, type Place } from './today-query.ts'

/** Keeps what waits up to date while the page is open, and asks for the figures again when the ledger has moved on. */
export function useLive({ province, period }: Place, batch: number | null): void {
  const queries = useQueryClient()
  useEffect(() => {
    const stream = new EventSource(addressFor(streamEvents, { query: { province, period } }))
    const figuresMoved = () => {
      void queries.invalidateQueries({ queryKey: ['figures'] })
      void queries.invalidateQueries({ queryKey: ['difference'] })
    }
    const { queryKey } = queuesQuery({ province, period })
    stream.addEventListener('queues', ({ data }: MessageEvent<string>) => {
      const { counts }: { counts: QueueCounts } = JSON.parse(data)
      const known = queries.getQueryData<AnswerOf<typeof getQueues>>(queryKey)
      if (known === undefined || JSON.stringify(known.counts) === JSON.stringify(counts)) return
      queries.setQueryData(queryKey, { ...known, counts })
      figuresMoved()
    })
    stream.addEventListener('ledger', ({ data }: MessageEvent<string>) => {
      const position: { batch: number } = JSON.parse(data)
      if (position.batch > (batch ?? 0)) figuresMoved()
    })
    return () => stream.close()
  }, [queries, province, period, batch])
}
