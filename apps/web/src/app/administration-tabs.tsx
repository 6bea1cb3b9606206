import type { Permission } from '@rasad/domain/access/permissions'
import { Link, useRouterState, type LinkProps } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useText, type Language } from '../shared/language.ts'
import { useMe, type Session } from '../shared/session.ts'
import { SHELL_TEXT } from './shell-text.ts'

type PartName = 'users' | 'tokens' | 'roles' | 'agencies' | 'periods' | 'mappings' | 'audit' | 'system'

const PARTS: readonly { to: NonNullable<LinkProps['to']>; name: PartName; needs: Permission }[] = [
  { to: '/administration/users', name: 'users', needs: 'user.read' },
  { to: '/administration/tokens', name: 'tokens', needs: 'token.manage' },
  { to: '/administration/roles', name: 'roles', needs: 'reference.read' },
  { to: '/administration/agencies', name: 'agencies', needs: 'reference.read' },
  { to: '/administration/periods', name: 'periods', needs: 'period.read' },
  { to: '/administration/mappings', name: 'mappings', needs: 'import.read' },
  { to: '/administration/audit', name: 'audit', needs: 'audit.read' },
  { to: '/administration/system', name: 'system', needs: 'system.read' },
]

const NAMES: Record<Language, Record<PartName, string>> = {
  fa: {
    users: 'کاربران',
    tokens: 'توکن‌ها',
    roles: 'نقش‌ها',
    agencies: 'دستگاه‌ها',
    periods: 'دوره‌ها',
    mappings: 'نگاشت ستون‌ها',
    audit: 'سابقهٔ اقدامات',
    system: 'وضعیت سامانه',
  },
  en: {
    users: 'Users',
    tokens: 'Tokens',
    roles: 'Roles',
    agencies: 'Agencies',
    periods: 'Periods',
    mappings: 'Column mappings',
    audit: 'Audit trail',
    system: 'System state',
  },
}

/** The first part of the administration that somebody may see. */
export function firstAdministrationPart(may: Session['may']): NonNullable<LinkProps['to']> {
  return PARTS.find(({ needs }) => may(needs))?.to ?? '/'
}

/** The parts of the administration, above each of its pages. */
export function AdministrationTabs() {
  const text = useText(SHELL_TEXT)
  const names = useText(NAMES)
  const { may } = useMe()
  const tabs = useRef<HTMLElement>(null)
  const shown = useRouterState({
    select: ({ matches }) => matches.find(({ routeId }) => routeId.startsWith('/administration/'))?.routeId,
  })
  useEffect(() => {
    if (shown === undefined) return
    tabs.current
      ?.querySelector('[aria-current=page]')
      ?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
  }, [shown])
  if (shown === undefined) return null
  return (
    <nav ref={tabs} className="page-tabs" aria-label={text.administration}>
      {PARTS.filter(({ needs }) => may(needs)).map(({ to, name }) => (
        <Link key={to} to={to}>
          {names[name]}
        </Link>
      ))}
    </nav>
  )
}
