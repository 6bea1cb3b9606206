import type { User } from '@rasad/contracts/users'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { ROLE_TEXT } from '../../shared/role-text.ts'
import { ActorName } from '../../shared/ui/actor-name.tsx'
import { Code } from '../../shared/ui/code.tsx'
import { UserActs } from './user-acts.tsx'
import { UserScope } from './user-scope.tsx'
import { SecondFactorState, UserState } from './user-state.tsx'
import { USERS_TEXT } from './users-text.ts'

/** One user: what they are, how their account stands, and what can be done with it. */
export function UserSheet({ user }: { user: User }) {
  const text = useText(USERS_TEXT)
  const roles = useText(ROLE_TEXT)
  const { moment, count } = useFormat()
  return (
    <div className="side-sheet">
      <dl className="facts">
        <dt>{text.userName}</dt>
        <dd>
          <Code>{user.userName}</Code>
        </dd>
        <dt>{text.role}</dt>
        <dd>{roles[user.role]}</dd>
        <dt>{text.scope}</dt>
        <dd>
          <UserScope user={user} />
        </dd>
        <dt>{text.state}</dt>
        <dd>
          <UserState user={user} />
        </dd>
        {user.lockedAt !== null && user.lockReason !== null && (
          <>
            <dt>{text.lockReason}</dt>
            <dd>{user.lockReason}</dd>
            <dt>{text.lockedBy}</dt>
            <dd>
              <ActorName actor={user.lockedBy ?? ''} />
            </dd>
          </>
        )}
        <dt>{text.secondFactor}</dt>
        <dd>
          <SecondFactorState user={user} />
        </dd>
        <dt>{text.lastSignIn}</dt>
        <dd>
          {user.lastSignInAt === null ? (
            <span className="quiet">{text.never}</span>
          ) : (
            moment(user.lastSignInAt)
          )}
        </dd>
        <dt>{text.sessions}</dt>
        <dd>{count(user.sessions)}</dd>
        <dt>{text.addedAt}</dt>
        <dd>{moment(user.addedAt)}</dd>
        {user.changed !== null && (
          <>
            <dt>{text.changed}</dt>
            <dd>
              {moment(user.changed.at)} <ActorName actor={user.changed.by} />
            </dd>
          </>
        )}
      </dl>
      <UserActs key={user.userName} user={user} />
    </div>
  )
}
