import type { User } from '@rasad/contracts/users'
import { useVersionedForm } from '../../shared/versioned-form.ts'

type UserChange<Draft> = {
  /** What is changed; what was typed is kept under it until it is sent. */
  name: string
  first: (seen: User) => Draft
  send: (draft: Draft, version: number) => Promise<unknown>
  onDone: () => void
  onCancel: () => void
}

/** A form that changes a user as they were seen; late once somebody else was quicker, and then sent over their change. */
export function useUserChange<Draft extends object>(user: User, { name, ...change }: UserChange<Draft>) {
  return useVersionedForm(user, {
    ...change,
    name: `user.${name}.${user.userName}`,
    lateCode: 'user.changed-meanwhile',
    shownBy: ['users'],
  })
}
