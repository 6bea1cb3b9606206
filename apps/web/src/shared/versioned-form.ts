import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem } from './api.ts'
import { useDraft } from './draft.ts'
import { untilFresh } from './forgetting.ts'

type VersionedForm<Thing, Draft> = {
  /** What was typed is kept under it until it is sent. */
  name: string
  /** What stands in fields that nobody has typed over. */
  first: (seen: Thing) => Draft
  send: (draft: Draft, version: number) => Promise<unknown>
  /** The refusal of who comes late. */
  lateCode: string
  /** The queries that show what is changed. */
  shownBy: readonly unknown[]
  onDone: () => void
  onCancel: () => void
}

/**
 * A form that changes something as it was seen. It is late once somebody else was quicker: `thing` as it stands now is
 * shown first, and what is sent then goes over that change.
 */
export function useVersionedForm<Thing extends { version: number }, Draft extends object>(
  thing: Thing,
  { name, first, send, lateCode, shownBy, onDone, onCancel }: VersionedForm<Thing, Draft>,
) {
  const queries = useQueryClient()
  const [atFirst] = useState(thing)
  const [isTried, setIsTried] = useState(false)
  // What was typed goes with what was seen then, however much later it is sent.
  const kept = useDraft<{ typed: Partial<Draft>; seen: Thing }>(name, { typed: {}, seen: atFirst })
  const { typed, seen } = kept.draft
  const draft = { ...first(seen), ...typed }
  const sending = useMutation({
    mutationFn: ({ words, version }: { words: Draft; version: number }) => send(words, version),
    onSuccess: async () => {
      kept.discard()
      await untilFresh(queries)
      onDone()
    },
    onError: () => queries.invalidateQueries({ queryKey: shownBy }),
  })
  const { error } = sending
  const isLate = error instanceof ApiProblem && error.problem.code === lateCode
  /** Sends words of one's own in place of what is typed. */
  const sendWords = (words: Draft) =>
    sending.mutate({ words, version: isLate ? thing.version : seen.version })
  return {
    seen,
    draft,
    change: (part: Partial<Draft>) => kept.change({ typed: { ...typed, ...part }, seen }),
    isTried,
    isLate,
    sendWords,
    /** What the sheet of the form is given. */
    sheet: {
      error: isLate ? null : error,
      isBusy: sending.isPending,
      onCancel: () => {
        kept.discard()
        onCancel()
      },
    },
    /** Sends what is whole; what is not is marked. */
    submit: (isWhole: boolean) => {
      setIsTried(true)
      if (isWhole) sendWords(draft)
    },
  }
}
