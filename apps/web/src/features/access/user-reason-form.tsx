import { endUserSessions, lockUser, resetSecondFactor, type User } from '@rasad/contracts/users'
import { Input } from 'antd'
import { call } from '../../shared/api.ts'
import { useText } from '../../shared/language.ts'
import { ROLE_TEXT } from '../../shared/role-text.ts'
import { ChangedMeanwhile } from '../../shared/ui/changed-meanwhile.tsx'
import { Field, FormSheet } from '../../shared/ui/form-sheet.tsx'
import { useUserChange } from './user-change.ts'
import { USERS_TEXT } from './users-text.ts'

/** What is done to a user for a reason that stays in the audit. */
export type ReasonedAct = 'lock' | 'factor' | 'sessions'

type UserReasonFormProps = { act: ReasonedAct; user: User; onDone: () => void; onCancel: () => void }

/** Asks why, and does it. */
export function UserReasonForm({ act, user, onDone, onCancel }: UserReasonFormProps) {
  const text = useText(USERS_TEXT)
  const roles = useText(ROLE_TEXT)
  const { seen, draft, change, isTried, isLate, sheet, submit } = useUserChange(user, {
    name: act,
    first: () => ({ reason: '' }),
    send: (typed, version) => {
      const reason = typed.reason.trim()
      const words = { params: { userName: user.userName }, body: { reason } }
      if (act === 'factor') return call(resetSecondFactor, words)
      if (act === 'sessions') return call(endUserSessions, words)
      return call(lockUser, { ...words, body: { reason, version } })
    },
    onDone,
    onCancel,
  })
  const reason = draft.reason.trim()
  const { title, why } = {
    lock: { title: text.lock, why: text.lockWhy },
    factor: { title: text.resetSecondFactor, why: text.resetSecondFactorWhy },
    sessions: { title: text.endSessions, why: text.endSessionsWhy },
  }[act]
  return (
    <FormSheet
      label={title}
      submit={isLate ? text.saveAnyway : title}
      onSubmit={() => submit(reason !== '')}
      {...sheet}
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
