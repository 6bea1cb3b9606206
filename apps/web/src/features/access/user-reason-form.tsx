import { endUserSessions, lockUser, resetSecondFactor, type User } from '@rasad/contracts/users'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { call } from '../../shared/api.ts'
import { useDraft } from '../../shared/draft.ts'
import { useText } from '../../shared/language.ts'
import { ROLE_TEXT } from '../../shared/role-text.ts'
import { ChangedMeanwhile } from '../../shared/ui/changed-meanwhile.tsx'
import { Field, FormSheet } from '../../shared/ui/form-sheet.tsx'
import { isMeanwhile } from './role-form.tsx'
import { USERS_TEXT } from './users-text.ts'

/** What is done to a user for a reason that stays in the audit. */
export type ReasonedAct = 'lock' | 'factor' | 'sessions'

type UserReasonFormProps = { act: ReasonedAct; user: User; onDone: () => void; onCancel: () => void }

/** Asks why, and does it. */
export function UserReasonForm({ act, user, onDone, onCancel }: UserReasonFormProps) {
  const text = useText(USERS_TEXT)
  const roles = useText(ROLE_TEXT)
  const queries = useQueryClient()
  const [seen] = useState(user)
  const [isTried, setIsTried] = useState(false)
  const { draft, change, discard } = useDraft(`user.${act}.${user.userName}`, { reason: '' })
  const reason = draft.reason.trim()
  const send = useMutation({
    mutationFn: (version: number) => {
      const words = { params: { userName: user.userName }, body: { reason } }
      if (act === 'factor') return call(resetSecondFactor, words)
      if (act === 'sessions') return call(endUserSessions, words)
      return call(lockUser, { ...words, body: { reason, version } })
    },
    onSuccess: () => {
      discard()
      onDone()
    },
    onError: () => queries.invalidateQueries({ queryKey: ['users'] }),
  })
  const isLate = isMeanwhile(send.error)
  const { title, why } = {
    lock: { title: text.lock, why: text.lockWhy },
    factor: { title: text.resetSecondFactor, why: text.resetSecondFactorWhy },
    sessions: { title: text.endSessions, why: text.endSessionsWhy },
  }[act]
  return (
    <FormSheet
      label={title}
      submit={isLate ? text.saveAnyway : title}
      error={isLate ? null : send.error}
      isBusy={send.isPending}
      onCancel={() => {
        discard()
        onCancel()
      }}
      onSubmit={() => {
        setIsTried(true)
        if (reason !== '') send.mutate(isLate ? user.version : seen.version)
      }}
    >
      <h3>{title}</h3>
      <p className="quiet">{why}</p>
      {isLate && (
        <ChangedMeanwhile
          title={text.meanwhile}
          changed={user.changed}
          fields={[
            { label: text.role, seen: roles[seen.role], now: roles[user.role], mine: roles[user.role] },
            { label: text.state, seen: stateOf(seen), now: stateOf(user), mine: text.locked },
          ]}
        />
      )}
      <Field label={text.reason} fault={isTried && reason === '' ? text.needed : undefined}>
        {(marks) => (
          <Input
            {...marks}
            autoFocus
            maxLength={300}
            value={draft.reason}
            onChange={({ target }) => change({ reason: target.value })}
          />
        )}
      </Field>
    </FormSheet>
  )

  function stateOf({ lockedAt }: User): string {
    return lockedAt === null ? text.open : text.locked
  }
}
