import { SEVERAL_AGENCIES } from '@rasad/contracts/import-mappings'
import { startImport, type ImportRun } from '@rasad/contracts/imports'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { untilFresh } from '../../shared/forgetting.ts'
import { sendFile } from '../../shared/send-file.ts'
import type { Taken } from './columns-read.tsx'
import { requireReadable } from './readable-file.ts'
import { runQuery } from './imports-query.ts'

/** A list that is sent, to be checked only or to enter. */
export type SentList = {
  file: File
  /** Null for a list whose rows say it. */
  agency: string | null
  dryRun: boolean
  mapping: Readonly<Record<string, Taken>>
}

/** A list on its way to the server. */
export type Sending = {
  send: (list: SentList) => void
  callBack: () => void
  /** The list that was sent last, whatever became of it. */
  list: SentList | undefined
  isPending: boolean
  /** How many bytes of it have left. */
  sent: number
  /** Why it did not arrive; an AbortError where it was called back. */
  error: unknown
}

/** Sends a list and goes on to its run; the file is kept in this tab whatever becomes of it. */
export function useSendingList({ province, period }: { province: string; period: string }): Sending {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [sent, setSent] = useState(0)
  const recall = useRef<AbortController>(null)
  const sending = useMutation({
    mutationFn: async ({ file, agency, dryRun, mapping }: SentList): Promise<ImportRun> => {
      recall.current = new AbortController()
      setSent(0)
      await requireReadable(file)
      const named = Object.keys(mapping).length > 0 && { mapping: JSON.stringify(mapping) }
      const sender = agency !== null && { agency }
      const query = { province, period, ...sender, name: file.name, dryRun: String(dryRun), ...named }
      const { signal } = recall.current
      // What frames the file is counted too.
      const onSent = (bytes: number) => setSent(Math.min(bytes, file.size))
      return sendFile(startImport, { query, body: file }, { signal, onSent })
    },
    onSuccess: async (run, { agency }) => {
      queries.setQueryData(runQuery(run.runId).queryKey, run)
      await untilFresh(queries)
      await navigate({
        to: '/imports/new',
        search: { province, period, agency: agency ?? SEVERAL_AGENCIES, run: run.runId },
      })
    },
  })
  useLeavingIsAsked(sending.isPending)
  const { mutate, variables, isPending, error } = sending
  return { send: mutate, callBack: () => recall.current?.abort(), list: variables, isPending, sent, error }
}

function useLeavingIsAsked(isSending: boolean): void {
  useEffect(() => {
    if (!isSending) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isSending])
}
