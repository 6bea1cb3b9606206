import { resetPassword, unlockUser, type User } from '@rasad/contracts/users'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../shared/api.ts'
import { untilFresh } from '../../shared/forgetting.ts'
import { useText } from '../../shared/language.ts'
import { meQuery, useMe } from '../../shared/session.ts'
import { ConfirmButton } from '../../shared/ui/confirm-button.tsx'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { NameForm } from './name-form.tsx'
import { OneTimeSecret } from './one-time-secret.tsx'
import { RoleForm } from './role-form.tsx'
import { UserReasonForm, type ReasonedAct } from './user-reason-form.tsx'
import { USERS_TEXT } from './users-text.ts'

/** What can be done with a user; what cannot be done now stays in its place with its reason. */
export function UserActs({ user }: { user: User }) {
  const text = useText(USERS_TEXT)
  const { may, userName } = useMe()
  const queries = useQueryClient()
  const [open, setOpen] = useState<'role' | 'name' | ReasonedAct | null>(null)
  const params = { userName: user.userName }
  const done = () => {
    setOpen(null)
    if (user.userName === userName) void queries.invalidateQueries({ queryKey: meQuery.queryKey })
  }
  const after = {
    onSuccess: async () => {
      await untilFresh(queries)
      done()
    },
  }
  const unlock = useMutation({ mutationFn: () => call(unlockUser, { params, body: {} }), ...after })
  const password = useMutation({ mutationFn: () => call(resetPassword, { params, body: {} }), ...after })
  const mayNot = may('user.manage') ? undefined : text.mayNot
  const noFactor = mayNot ?? (user.secondFactor.on ? undefined : text.noSecondFactor)
  const isLocked = user.lockedAt !== null || user.lockedOutUntil !== null
  const oneTime = password.data?.oneTimePassword ?? null
  const error = unlock.error ?? password.error
  if (open === 'role') return <RoleForm user={user} onDone={done} onCancel={() => setOpen(null)} />
  if (open === 'name') return <NameForm user={user} onDone={done} onCancel={() => setOpen(null)} />
  if (open !== null)
    return <UserReasonForm act={open} user={user} onDone={done} onCancel={() => setOpen(null)} />
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
      <ForbiddenButton reason={mayNot} onClick={() => setOpen('name')}>
        {text.rename}
      </ForbiddenButton>
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
      <ForbiddenButton reason={noFactor} onClick={() => setOpen('factor')}>
        {text.resetSecondFactor}
      </ForbiddenButton>
      <ForbiddenButton
        reason={mayNot ?? (user.sessions > 0 ? undefined : text.noSession)}
        onClick={() => setOpen('sessions')}
      >
        {text.endSessions}
      </ForbiddenButton>
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
