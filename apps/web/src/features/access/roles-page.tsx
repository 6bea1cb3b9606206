import { PERMISSIONS } from '@rasad/domain/access/permissions'
import { levelsOf, needsSecondFactor, permissionsOf, ROLES } from '@rasad/domain/access/roles'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { LEVEL_TEXT, ROLE_TEXT } from '../../shared/role-text.ts'
import { PageHead } from '../../shared/ui/page-head.tsx'
import { PERMISSION_TEXT } from './permission-text.ts'
import { ROLES_TEXT } from './roles-text.ts'
import './access.css'

/** Every role and what it may do, from the table by which the server acts. */
export function RolesPage() {
  const text = useText(ROLES_TEXT)
  const roles = useText(ROLE_TEXT)
  const levels = useText(LEVEL_TEXT)
  const permissions = useText(PERMISSION_TEXT)
  const { count } = useFormat()
  return (
    <>
      <PageHead title={text.title} about={text.about} />
      <div className="table-box" role="group" tabIndex={0} aria-label={text.caption}>
        <table className="roles-table">
          <caption>{text.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{text.permission}</th>
              {ROLES.map((role) => (
                <th key={role} scope="col">
                  {roles[role]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{text.levels}</th>
              {ROLES.map((role) => (
                <td key={role}>
                  {levelsOf(role)
                    .map((level) => levels[level])
                    .join(' / ')}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{text.secondFactor}</th>
              {ROLES.map((role) => (
                <td key={role}>{needsSecondFactor(role) ? text.needed : text.free}</td>
              ))}
            </tr>
            {PERMISSIONS.map((permission) => (
              <tr key={permission}>
                <th scope="row">{permissions[permission]}</th>
                {ROLES.map((role) => {
                  const has = permissionsOf(role).includes(permission)
                  return (
                    <td key={role}>
                      <span className={has ? 'role-mark' : 'quiet'} aria-hidden="true">
                        {has ? '✓' : '·'}
                      </span>
                      <span className="visually-hidden">{has ? text.may : text.mayNot}</span>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{text.total}</th>
              {ROLES.map((role) => (
                <td key={role}>{count(permissionsOf(role).length)}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  )
}
