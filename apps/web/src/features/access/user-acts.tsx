import {
  changeUserRole,
  lockUser,
  resetPassword,
  resetSecondFactor,
  unlockUser,
  type User,
} from '@rasad/contracts/users'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { call } from '../../shared/api.ts'
import { useText } from '../../shared/language.ts'
import { useMe } from '../../shared/session.ts'
import { ConfirmButton } from '../../shared/ui/confirm-button.tsx'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'
import { Field, FormSheet } from '../../shared/ui/form-sheet.tsx'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { OneTimeSecret } from './one-time-secret.tsx'
import { StandingFields, standingWords, standsSomewhere } from './standing-fields.tsx'
import { USERS_TEXT } from './users-text.ts'

/** What can be done with a user; what cannot be done now stays in its place with its reason. */
export function UserActs({ user }: { user: User }) {
  const text = useText(USERS_TEXT)
  const { may } = useMe()
  const queries = useQueryClient()
  const [open, setOpen] = useState<'role' | 'lock' | null>(null)
  const params = { userName: user.userName }
  const done = () => {
    setOpen(null)
    void queries.invalidateQueries({ queryKey: ['users'] })
  }
  const after = { onSuccess: done }
  const unlock = useMutation({ mutationFn: () => call(unlockUser, { params, body: {} }), ...after })
  const factor = useMutation({ mutationFn: () => call(resetSecondFactor, { params, body: {} }), ...after })
  const password = useMutation({ mutationFn: () => call(resetPassword, { params, body: {} }), ...after })
  const mayNot = may('user.manage') ? undefined : text.mayNot
  const noFactor = mayNot ?? (user.secondFactor.on ? undefined : text.noSecondFactor)
  const isLocked = user.lockedAt !== null || user.lockedOutUntil !== null
  const oneTime = password.data?.oneTimePassword ?? null
  const error = unlock.error ?? factor.error ?? password.error
  if (open === 'role') return <RoleForm user={user} onDone={done} onCancel={() => setOpen(null)} />
  if (open === 'lock') return <LockForm user={user} onDone={done} onCancel={() => setOpen(null)} />
  return (
    <div className="user-acts">
      {oneTime !== null && (
        <OneTimeSecret
          title={text.oneTime}
          about={text.oneTimeWhy}
          secret={oneTime}
          onDone={() => password.reset()}
        />
      )}
      {error !== null && <ProblemAlert error={error} />}
      <ForbiddenButton reason={mayNot} onClick={() => setOpen('role')}>
        {text.changeRole}
      </ForbiddenButton>
      {mayNot === undefined ? (
        <ConfirmButton question={text.resetPasswordWhich} onConfirm={() => password.mutate()}>
          {text.resetPassword}
        </ConfirmButton>
      ) : (
        <ForbiddenButton reason={mayNot}>{text.resetPassword}</ForbiddenButton>
      )}
      {noFactor === undefined ? (
        <ConfirmButton question={text.resetSecondFactorWhich} onConfirm={() => factor.mutate()}>
          {text.resetSecondFactor}
        </ConfirmButton>
      ) : (
        <ForbiddenButton reason={noFactor}>{text.resetSecondFactor}</ForbiddenButton>
      )}
      {isLocked && mayNot === undefined && (
        <ConfirmButton question={text.unlockWhich} onConfirm={() => unlock.mutate()}>
          {text.unlock}
        </ConfirmButton>
      )}
      {user.lockedAt === null && (
        <ForbiddenButton reason={mayNot} danger onClick={() => setOpen('lock')}>
          {text.lock}
        </ForbiddenButton>
      )}
    </div>
  )
}

type UserFormProps = { user: User; onDone: () => void; onCancel: () => void }

function RoleForm({ user, onDone, onCancel }: UserFormProps) {
  const text = useText(USERS_TEXT)
  const { scope } = user
  const [isTried, setIsTried] = useState(false)
  const [standing, setStanding] = useState({
    role: user.role,
    province: scope.province?.code ?? '',
    county: scope.county?.code ?? '',
    agency: scope.agency?.code ?? '',
    bank: scope.bank?.code ?? '',
    employer: scope.agency === null ? (user.agency ?? '') : '',
  })
  const send = useMutation({
    mutationFn: () =>
      call(changeUserRole, { params: { userName: user.userName }, body: standingWords(standing) }),
    onSuccess: onDone,
  })
  return (
    <FormSheet
      label={text.changeRole}
      submit={text.save}
      error={send.error}
      isBusy={send.isPending}
      onCancel={onCancel}
      onSubmit={() => {
        setIsTried(true)
        if (standsSomewhere(standing)) send.mutate()
      }}
    >
      <h2>{text.changeRole}</h2>
      <p className="quiet">{text.changeRoleWhy}</p>
      <StandingFields
        value={standing}
        isTried={isTried}
        onChange={(part) => setStanding({ ...standing, ...part })}
      />
    </FormSheet>
  )
}

function LockForm({ user, onDone, onCancel }: UserFormProps) {
  const text = useText(USERS_TEXT)
  const [reason, setReason] = useState('')
  const [isTried, setIsTried] = useState(false)
  const send = useMutation({
    mutationFn: () => call(lockUser, { params: { userName: user.userName }, body: { reason } }),
    onSuccess: onDone,
  })
  return (
    <FormSheet
      label={text.lock}
      submit={text.lock}
      error={send.error}
      isBusy={send.isPending}
      onCancel={onCancel}
      onSubmit={() => {
        setIsTried(true)
        if (reason.trim() !== '') send.mutate()
      }}
    >
      <h2>{text.lock}</h2>
      <p className="quiet">{text.lockWhy}</p>
      <Field label={text.reason} fault={isTried && reason.trim() === '' ? text.needed : undefined}>
        {(marks) => (
          <Input {...marks} autoFocus value={reason} onChange={({ target }) => setReason(target.value)} />
        )}
      </Field>
    </FormSheet>
  )
}
