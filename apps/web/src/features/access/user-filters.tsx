import { ROLES } from '@rasad/domain/access/roles'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import { useLanguage, useText } from '../../shared/language.ts'
import { inOrder, nameOf, provincesQuery } from '../../shared/places.ts'
import { ROLE_TEXT } from '../../shared/role-text.ts'
import { useMe } from '../../shared/session.ts'
import { FOUND_BY_LABEL } from '../../shared/ui/found-by-label.ts'
import { SearchBox } from '../../shared/ui/search-box.tsx'
import { readUsersSearch, type UsersSearch } from './access-query.ts'
import { USERS_TEXT } from './users-text.ts'

const HERE = '/administration/users'

/** Which users are looked at: by name, by role, and by province where one sees several; all of it stands in the address. */
export function UserFilters({ search: answered }: { search: UsersSearch }) {
  const text = useText(USERS_TEXT)
  const language = useLanguage()
  const roles = useText(ROLE_TEXT)
  const { scope } = useMe()
  const navigate = useNavigate({ from: HERE })
  const { pathname, search } = useLocation()
  const { provinces } = useSuspenseQuery(provincesQuery).data
  const { q, role, of } = pathname === HERE ? readUsersSearch(search) : answered
  const ask = (part: UsersSearch) =>
    void navigate({ replace: true, search: (before) => ({ ...before, ...part }) })
  return (
    <>
      <div className="filter">
        <SearchBox
          label={text.search}
          placeholder={text.search}
          asked={q}
          isLeft={pathname !== HERE}
          onAsk={(words) => ask({ q: words })}
        />
      </div>
      <Select
        aria-label={text.role}
        className="filter"
        allowClear
        showSearch={FOUND_BY_LABEL}
        placeholder={text.anyRole}
        value={role ?? null}
        options={ROLES.map((one) => ({ value: one, label: roles[one] }))}
        onChange={(chosen) => ask({ role: chosen ?? undefined })}
      />
      {scope.level === 'national' && (
        <Select
          aria-label={text.province}
          className="filter"
          allowClear
          showSearch={FOUND_BY_LABEL}
          placeholder={text.anyProvince}
          value={of ?? null}
          options={inOrder(language, provinces).map((one) => ({
            value: one.code,
            label: nameOf(language, one),
          }))}
          onChange={(chosen) => ask({ of: chosen ?? undefined })}
        />
      )}
    </>
  )
}
