import type { User } from '@rasad/contracts/users'
import { Tag } from 'antd'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { USERS_TEXT } from './users-text.ts'

/** Whether somebody can sign in, and what they still owe. */
export function UserState({ user: { lockedAt, lockedOutUntil, mustChangePassword } }: { user: User }) {
  const text = useText(USERS_TEXT)
  const { moment } = useFormat()
  if (lockedAt !== null) return <Tag color="error">{`${text.locked} · ${moment(lockedAt)}`}</Tag>
  if (lockedOutUntil !== null) return <Tag color="warning">{`${text.lockedOut} ${moment(lockedOutUntil)}`}</Tag>
  return mustChangePassword ? <Tag>{text.mustChange}</Tag> : <span>{text.open}</span>
}

/** The second factor of somebody: on, off, or missing where the role needs it. */
export function SecondFactorState({ user: { secondFactor } }: { user: User }) {
  const text = useText(USERS_TEXT)
  if (secondFactor.on) return <span>{text.on}</span>
  return secondFactor.needed ? <Tag color="warning">{text.missing}</Tag> : <span className="quiet">{text.off}</span>
}
