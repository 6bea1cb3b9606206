import type { getQueues } from '@rasad/contracts/queues'
import type { AnswerOf } from '@rasad/contracts/define-route'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { followEvents } from '../../shared/server-events.ts'
import { queuesQuery, type Place } from './today-query.ts'

/** Keeps what waits up to date while the page is open, and asks for the figures again when the ledger has moved on. */
export function useLive({ province, period }: Place, batch: number | null): void {
  const queries = useQueryClient()
  const shown = useRef(batch)
  useEffect(() => {
    shown.current = batch
  }, [batch])
  useEffect(() => {
    const figuresMoved = () => {
      void queries.invalidateQueries({ queryKey: ['figures'] })
      void queries.invalidateQueries({ queryKey: ['difference'] })
    }
    const { queryKey } = queuesQuery({ province, period })
    return followEvents(
      { province, period },
      {
        queues: ({ counts }) => {
          const known = queries.getQueryData<AnswerOf<typeof getQueues>>(queryKey)
          if (known === undefined || JSON.stringify(known.counts) === JSON.stringify(counts)) return
          queries.setQueryData(queryKey, { ...known, counts })
          figuresMoved()
        },
        ledger: (position) => {
          if (position.batch > (shown.current ?? 0)) figuresMoved()
        },
      },
    )
  }, [queries, province, period])
}
