import { checkRunAgain } from '@rasad/contracts/import-runs'
import { SEVERAL_AGENCIES } from '@rasad/contracts/import-mappings'
import type { ImportRun } from '@rasad/contracts/imports'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { call } from '../../shared/api.ts'
import { untilFresh } from '../../shared/forgetting.ts'
import { runQuery } from './imports-query.ts'
import type { RunWork } from './run-work.ts'

/** Checks the list of a dry run again as the server keeps it, by what is said of its columns and its sender, and goes on to that. */
export function useCheckingAgain({ runId }: ImportRun, { words, sender }: RunWork) {
  const queries = useQueryClient()
  const navigate = useNavigate({ from: '/imports/new' })
  return useMutation({
    mutationFn: () =>
      call(checkRunAgain, {
        params: { runId },
        body: { columns: words.said, ...(sender !== undefined && { agency: sender }) },
      }),
    onSuccess: async (run) => {
      queries.setQueryData(runQuery(run.runId).queryKey, run)
      await untilFresh(queries)
      const agency = run.agency ?? SEVERAL_AGENCIES
      await navigate({ search: { agency, run: run.runId } })
      queries.removeQueries({ queryKey: runQuery(runId).queryKey })
    },
    onError: () => queries.invalidateQueries({ queryKey: runQuery(runId).queryKey }),
  })
}

/** Whether another sender is chosen than the one a list was checked for. */
export function isForAnother({ agency }: ImportRun, { sender }: RunWork): boolean {
  return sender !== undefined && sender !== (agency ?? SEVERAL_AGENCIES)
}
