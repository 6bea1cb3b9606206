import { UserAddOutlined } from '@ant-design/icons'
import type { User } from '@rasad/contracts/users'
import { useQuery, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { ROLE_TEXT } from '../../shared/role-text.ts'
import { useMe } from '../../shared/session.ts'
import { Code } from '../../shared/ui/code.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'
import { ListTable } from '../../shared/ui/list-table.tsx'
import { PageHead } from '../../shared/ui/page-head.tsx'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { SidePanel } from '../../shared/ui/side-panel.tsx'
import { userQuery, usersQuery } from './access-query.ts'
import { AddUserForm } from './add-user-form.tsx'
import { UserFilters } from './user-filters.tsx'
import { UserScope } from './user-scope.tsx'
import { UserSheet } from './user-sheet.tsx'
import { SecondFactorState, UserState } from './user-state.tsx'
import { USERS_TEXT } from './users-text.ts'
import './access.css'

/** The users: who they are, what state their accounts are in, and what can be done with them. */
export function UsersPage() {
  const text = useText(USERS_TEXT)
  const me = useMe()
  const search = useSearch({ from: '/administration/users' })
  const navigate = useNavigate({ from: '/administration/users' })
  const [isAdding, setIsAdding] = useState(false)
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(
    usersQuery(search),
  )
  const users = data.pages.flatMap((page) => page.users)
  const listed = users.find(({ userName }) => userName === search.user)
  const one = useQuery({
    ...userQuery(search.user ?? ''),
    enabled: search.user !== undefined,
    ...(listed && { placeholderData: listed }),
  })
  const shown = one.data ?? listed
  const close = () => void navigate({ search: (before) => ({ ...before, user: undefined }) })
  return (
    <>
      <PageHead
        title={text.title}
        about={text.about}
        actions={
          <>
            <UserFilters search={search} />
            <ForbiddenButton
              type="primary"
              icon={<UserAddOutlined aria-hidden="true" />}
              reason={me.may('user.manage') ? undefined : text.mayNot}
              onClick={() => setIsAdding(true)}
            >
              {text.add}
            </ForbiddenButton>
          </>
        }
      />
      {users.length === 0 ? (
        <EmptyState title={text.empty} about={text.emptyWhy} />
      ) : (
        <UserTable users={users} />
      )}
      {hasNextPage && (
        <Button className="more" aria-busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {text.more}
        </Button>
      )}
      {isAdding && (
        <SidePanel title={text.add} size="narrow" onClose={() => setIsAdding(false)}>
          <AddUserForm onClose={() => setIsAdding(false)} />
        </SidePanel>
      )}
      {search.user !== undefined && (
        <SidePanel title={shown?.name ?? search.user} size="narrow" onClose={close}>
          {shown && <UserSheet user={shown} />}
          {one.isError && <ProblemAlert error={one.error} />}
        </SidePanel>
      )}
    </>
  )
}

function UserTable({ users }: { users: readonly User[] }) {
  const text = useText(USERS_TEXT)
  const roles = useText(ROLE_TEXT)
  const { moment, count } = useFormat()
  return (
    <ListTable
      caption={`${count(users.length)} ${text.count}`}
      label={text.title}
      rows={users}
      keyOf={({ userName }) => userName}
      columns={[
        {
          key: 'name',
          label: text.name,
          isHead: true,
          cell: ({ name, userName }) => (
            <Link
              from="/administration/users"
              to="/administration/users"
              search={(before) => ({ ...before, user: userName })}
            >
              {name}
            </Link>
          ),
        },
        { key: 'userName', label: text.userName, cell: ({ userName }) => <Code>{userName}</Code> },
        { key: 'role', label: text.role, cell: ({ role }) => roles[role] },
        { key: 'scope', label: text.scope, cell: (user) => <UserScope user={user} /> },
        { key: 'state', label: text.state, cell: (user) => <UserState user={user} /> },
        { key: 'secondFactor', label: text.secondFactor, cell: (user) => <SecondFactorState user={user} /> },
        {
          key: 'lastSignIn',
          label: text.lastSignIn,
          cell: ({ lastSignInAt }) =>
            lastSignInAt === null ? <span className="quiet">{text.never}</span> : moment(lastSignInAt),
        },
      ]}
    />
  )
}
