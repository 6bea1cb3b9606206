import { renameUser, type User } from '@rasad/contracts/users'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { call } from '../../shared/api.ts'
import { useDraft } from '../../shared/draft.ts'
import { useText } from '../../shared/language.ts'
import { ChangedMeanwhile } from '../../shared/ui/changed-meanwhile.tsx'
import { Field, FormSheet } from '../../shared/ui/form-sheet.tsx'
import { isMeanwhile } from './role-form.tsx'
import { USERS_TEXT } from './users-text.ts'

type NameFormProps = { user: User; onDone: () => void; onCancel: () => void }

/** Corrects the first and last name of a user; a change that somebody else made meanwhile is shown first. */
export function NameForm({ user, onDone, onCancel }: NameFormProps) {
  const text = useText(USERS_TEXT)
  const queries = useQueryClient()
  const [seen] = useState(user)
  const [isTried, setIsTried] = useState(false)
  const { draft, change, discard } = useDraft(`user.name.${user.userName}`, { name: seen.name })
  const name = draft.name.trim()
  const send = useMutation({
    mutationFn: (version: number) =>
      call(renameUser, { params: { userName: user.userName }, body: { name, version } }),
    onSuccess: () => {
      discard()
      onDone()
    },
    onError: () => queries.invalidateQueries({ queryKey: ['users'] }),
  })
  const isLate = isMeanwhile(send.error)
  return (
    <FormSheet
      label={text.rename}
      submit={isLate ? text.saveAnyway : text.save}
      error={isLate ? null : send.error}
      isBusy={send.isPending}
      onCancel={() => {
        discard()
        onCancel()
      }}
      onSubmit={() => {
        setIsTried(true)
        if (name !== '') send.mutate(isLate ? user.version : seen.version)
      }}
    >
      <h3>{text.rename}</h3>
      <p className="quiet">{text.renameWhy}</p>
      {isLate && (
        <ChangedMeanwhile
          title={text.meanwhile}
          changed={user.changed}
          fields={[{ label: text.name, seen: seen.name, now: user.name, mine: name }]}
        />
      )}
      <Field label={text.name} fault={isTried && name === '' ? text.needed : undefined}>
        {(marks) => (
          <Input
            {...marks}
            autoFocus
            maxLength={300}
            value={draft.name}
            onChange={({ target }) => change({ name: target.value })}
          />
        )}
      </Field>
    </FormSheet>
  )
}
