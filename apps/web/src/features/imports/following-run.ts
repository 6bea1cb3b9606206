import { getImportRun, type ImportRun } from '@rasad/contracts/imports'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { noteTold } from '../../shared/own-changes.ts'
import { followEvents } from '../../shared/server-events.ts'
import { isUnderWay, runQuery } from './imports-query.ts'

/** A run as it goes on: the server tells of each step, and it is asked now and then where that is not heard. */
export function useFollowedRun(runId: string, { province, period }: { province: string; period: string }) {
  const queries = useQueryClient()
  const followed = useQuery(runQuery(runId))
  const isLive = followed.data !== undefined && isUnderWay(followed.data)
  useEffect(() => {
    if (!isLive) return
    const { queryKey } = runQuery(runId)
    return followEvents(
      { province, period, runId },
      {
        'import-run': (run) => {
          noteTold(getImportRun.path)
          const known = queries.getQueryData<ImportRun>(queryKey)
          // A run that has ended is not under way any more, whatever is told late.
          if (!isUnderWay(run)) void queries.invalidateQueries({ queryKey })
          else if (known === undefined || isUnderWay(known)) queries.setQueryData(queryKey, run)
        },
      },
    )
  }, [isLive, queries, runId, province, period])
  return followed
}
