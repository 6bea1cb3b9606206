import { startImport, type ImportRun } from '@rasad/contracts/imports'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { call } from '../../shared/api.ts'
import type { Taken } from './columns-read.tsx'
import { holdFile, requireReadable } from './held-files.ts'
import { runQuery } from './imports-query.ts'

/** A list that is sent, to be checked only or to enter. */
export type SentList = {
  file: File
  /** Null where each row names its own. */
  agency: string | null
  dryRun: boolean
  mapping: Readonly<Record<string, Taken>>
}

/** Sends a list and goes on to its run; the file is kept in this tab whatever becomes of it. */
export function useSendingList({ province, period }: { province: string; period: string }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const sending = useMutation({
    mutationFn: async ({ file, agency, dryRun, mapping }: SentList): Promise<ImportRun> => {
      await requireReadable(file)
      const named = Object.keys(mapping).length > 0 && { mapping: JSON.stringify(mapping) }
      const sender = agency !== null && { agency }
      const query = { province, period, ...sender, name: file.name, dryRun: String(dryRun), ...named }
      return call(startImport, { query, body: file })
    },
    onSuccess: async (run, { file, agency }) => {
      holdFile(run.runId, file)
      queries.setQueryData(runQuery(run.runId).queryKey, run)
      await queries.invalidateQueries({ queryKey: ['import-runs'] })
      await navigate({
        to: '/imports/new',
        search: { province, period, agency: agency ?? undefined, run: run.runId },
      })
    },
  })
  useLeavingIsAsked(sending.isPending)
  return sending
}

function useLeavingIsAsked(isSending: boolean): void {
  useEffect(() => {
    if (!isSending) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isSending])
}
