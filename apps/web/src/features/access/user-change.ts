import type { User } from '@rasad/contracts/users'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem } from '../../shared/api.ts'
import { useDraft } from '../../shared/draft.ts'
import { untilFresh } from '../../shared/forgetting.ts'

type UserChange<Draft> = {
  /** What is changed; what was typed is kept under it until it is sent. */
  name: string
  first: (seen: User) => Draft
  send: (draft: Draft, version: number) => Promise<unknown>
  onDone: () => void
  onCancel: () => void
}

/** A form that changes a user as they were seen; late once somebody else was quicker, and then sent over their change. */
export function useUserChange<Draft extends object>(
  user: User,
  { name, first, send, onDone, onCancel }: UserChange<Draft>,
) {
  const queries = useQueryClient()
  const [atFirst] = useState(user)
  const [isTried, setIsTried] = useState(false)
  // What was typed goes with what was seen then, however much later it is sent.
  const kept = useDraft<{ typed: Partial<Draft>; seen: User }>(`user.${name}.${user.userName}`, {
    typed: {},
    seen: atFirst,
  })
  const { typed, seen } = kept.draft
  const draft = { ...first(seen), ...typed }
  const sending = useMutation({
    mutationFn: (version: number) => send(draft, version),
    onSuccess: async () => {
      kept.discard()
      await untilFresh(queries)
      onDone()
    },
    onError: () => queries.invalidateQueries({ queryKey: ['users'] }),
  })
  const { error } = sending
  const isLate = error instanceof ApiProblem && error.problem.code === 'user.changed-meanwhile'
  return {
    seen,
    draft,
    change: (part: Partial<Draft>) => kept.change({ typed: { ...typed, ...part }, seen }),
    isTried,
    isLate,
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
      if (isWhole) sending.mutate(isLate ? user.version : seen.version)
    },
  }
}
