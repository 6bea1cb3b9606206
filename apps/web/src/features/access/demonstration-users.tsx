import type { DemonstrationUser } from '@rasad/contracts/access'
import { useText } from '../../shared/language.ts'
import { ROLE_TEXT } from '../../shared/role-text.ts'
import { Code } from '../../shared/ui/code.tsx'
import { SIGN_IN_TEXT } from './sign-in-text.ts'

type DemonstrationUsersProps = {
  users: readonly DemonstrationUser[]
  chosen: string
  onChosen: (user: DemonstrationUser) => void
}

/** The accounts of a demonstration; one press fills in name and password. */
export function DemonstrationUsers({ users, chosen, onChosen }: DemonstrationUsersProps) {
  const text = useText(SIGN_IN_TEXT)
  const roles = useText(ROLE_TEXT)
  return (
    <section className="card demonstration-users" aria-labelledby="demonstration-users">
      <h2 id="demonstration-users">{text.demonstration}</h2>
      <p>{text.demonstrationWhy}</p>
      <ul>
        {users.map((user) => (
          <li key={user.userName}>
            <button type="button" aria-pressed={user.userName === chosen} onClick={() => onChosen(user)}>
              <strong>{roles[user.role]}</strong>
              <span>
                <bdi>{user.name}</bdi> <Code>{user.userName}</Code>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
