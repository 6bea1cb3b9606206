import { addUser } from '@rasad/contracts/users'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { call } from '../../shared/api.ts'
import { useDraft } from '../../shared/draft.ts'
import { faultyFields } from '../../shared/faulty-fields.ts'
import { untilFresh } from '../../shared/forgetting.ts'
import { useText } from '../../shared/language.ts'
import { Field, FormSheet } from '../../shared/ui/form-sheet.tsx'
import { OneTimeSecret } from './one-time-secret.tsx'
import { NO_STANDING, StandingFields, standingWords, standsSomewhere } from './standing-fields.tsx'
import { USERS_TEXT } from './users-text.ts'

const EMPTY = { userName: '', name: '', ...NO_STANDING }

/** Adds a user, and shows the one-time password that the server made. */
export function AddUserForm({ onClose }: { onClose: () => void }) {
  const text = useText(USERS_TEXT)
  const queries = useQueryClient()
  const { draft, change, discard } = useDraft('user', EMPTY)
  const [isTried, setIsTried] = useState(false)
  const { userName, name, ...standing } = draft
  const body = { userName, name, ...standingWords(standing) }
  const faults = faultyFields(addUser.body, body)
  const add = useMutation({
    mutationFn: () => call(addUser, { body }),
    onSuccess: () => {
      discard()
      return untilFresh(queries)
    },
  })
  if (add.data)
    return (
      <OneTimeSecret
        title={`${text.oneTime}: ${add.data.user.name}`}
        about={text.oneTimeWhy}
        secret={add.data.oneTimePassword ?? ''}
        onDone={onClose}
      />
    )
  return (
    <FormSheet
      label={text.add}
      submit={text.add}
      error={add.error}
      isBusy={add.isPending}
      onCancel={onClose}
      onSubmit={() => {
        setIsTried(true)
        if (faults.size === 0 && standsSomewhere(standing)) add.mutate()
      }}
    >
      <p className="quiet">{text.addWhy}</p>
      <Field label={text.name} fault={isTried && faults.has('name') ? text.needed : undefined}>
        {(marks) => (
          <Input {...marks} value={name} onChange={({ target }) => change({ name: target.value })} />
        )}
      </Field>
      <Field
        label={text.userName}
        hint={text.userNameHint}
        fault={isTried && faults.has('userName') ? text.userNameWrong : undefined}
      >
        {(marks) => (
          <Input
            {...marks}
            dir="ltr"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={userName}
            onChange={({ target }) => change({ userName: target.value })}
          />
        )}
      </Field>
      <StandingFields value={standing} isTried={isTried} onChange={change} />
    </FormSheet>
  )
}
