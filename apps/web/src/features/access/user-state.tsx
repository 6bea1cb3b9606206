import type { User } from '@rasad/contracts/users'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { Mark } from '../../shared/ui/mark.tsx'
import { USERS_TEXT } from './users-text.ts'

/** Whether somebody can sign in, and what they still owe. */
export function UserState({ user: { lockedAt, lockedOutUntil, mustChangePassword } }: { user: User }) {
  const text = useText(USERS_TEXT)
  const { moment } = useFormat()
  if (lockedAt !== null) return <Mark tone="bad">{`${text.locked} · ${moment(lockedAt)}`}</Mark>
  if (lockedOutUntil !== null)
    return <Mark tone="warning">{`${text.lockedOut} ${moment(lockedOutUntil)}`}</Mark>
  return mustChangePassword ? <Mark tone="quiet">{text.mustChange}</Mark> : <span>{text.open}</span>
}

/** The second factor of somebody: on, off, or missing where the role needs it. */
export function SecondFactorState({ user: { secondFactor } }: { user: User }) {
  const text = useText(USERS_TEXT)
  if (secondFactor.on) return <span>{text.on}</span>
  return secondFactor.needed ? (
    <Mark tone="warning">{text.missing}</Mark>
  ) : (
    <span className="quiet">{text.off}</span>
  )
}
