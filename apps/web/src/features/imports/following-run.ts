import type { ImportRun } from '@rasad/contracts/imports'
import { streamEvents } from '@rasad/contracts/queues'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { addressFor } from '../../shared/api.ts'
import { isUnderWay, runQuery } from './imports-query.ts'

/** A run as it goes on: the server tells of each step, and it is asked now and then where that is not heard. */
export function useFollowedRun(runId: string, { province, period }: { province: string; period: string }) {
  const queries = useQueryClient()
  const followed = useQuery(runQuery(runId))
  const isLive = followed.data !== undefined && isUnderWay(followed.data)
  useEffect(() => {
    if (!isLive) return
    const { queryKey } = runQuery(runId)
    const stream = new EventSource(addressFor(streamEvents, { query: { province, period, runId } }))
    stream.addEventListener('import-run', ({ data }: MessageEvent<string>) => {
      const run: ImportRun = JSON.parse(data)
      if (isUnderWay(run)) queries.setQueryData(queryKey, run)
      else void queries.invalidateQueries({ queryKey })
    })
    return () => stream.close()
  }, [isLive, queries, runId, province, period])
  return followed
}
