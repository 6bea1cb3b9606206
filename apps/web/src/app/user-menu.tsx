import { signOut } from '@rasad/contracts/access'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { call } from '../shared/api.ts'
import { useText } from '../shared/language.ts'
import { ROLE_TEXT } from '../shared/role-text.ts'
import { useScopeWords } from '../shared/scope-words.ts'
import { useMe } from '../shared/session.ts'
import { LineIcon } from '../shared/ui/line-icon.tsx'
import { MenuButton } from '../shared/ui/menu-button.tsx'
import { SIGN_IN_PATH } from './entrance.ts'
import { SHELL_TEXT } from './shell-text.ts'

/** Who is signed in, as what and where; their account, and the way out. */
export function UserMenu() {
  const text = useText(SHELL_TEXT)
  const roles = useText(ROLE_TEXT)
  const navigate = useNavigate()
  const { name, role, scope } = useMe()
  const scopeWords = useScopeWords()
  const shown = name ?? text.localOperator
  const standing = role === null ? '' : `${roles[role]} · ${scopeWords(scope)}`
  // A new page: nothing of what this person saw stays in its memory.
  const leave = useMutation({
    mutationFn: () => call(signOut, { body: {} }),
    onSuccess: () => window.location.assign(SIGN_IN_PATH),
  })
  const items = [
    { key: 'account', name: text.account, onChoose: () => void navigate({ to: '/account' }) },
    role === null
      ? {
          key: 'in',
          name: text.signIn,
          onChoose: () => void navigate({ to: SIGN_IN_PATH, search: {} }),
        }
      : { key: 'out', name: text.signOut, onChoose: () => leave.mutate() },
  ]
  return (
    <MenuButton
      className="user-menu"
      label={`${text.user}: ${shown}${standing === '' ? '' : `، ${standing}`}`}
      items={items}
    >
      <LineIcon name="person" />
      <span className="wide-only user-standing">
        <bdi>{shown}</bdi>
        {standing !== '' && <small>{standing}</small>}
      </span>
    </MenuButton>
  )
}
