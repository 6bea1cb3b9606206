import type { Permission } from '@rasad/domain/access/permissions'
import { Link, type LinkProps } from '@tanstack/react-router'
import type { ComponentProps } from 'react'
import { useLanguage, useText, type Language } from '../shared/language.ts'
import { useMe } from '../shared/session.ts'
import { LineIcon } from '../shared/ui/line-icon.tsx'
import { SHELL_TEXT } from './shell-text.ts'

type Part = {
  to: NonNullable<LinkProps['to']>
  icon: ComponentProps<typeof LineIcon>['name']
  name: Record<Language, string>
  needs: Permission
}

const PARTS: readonly Part[] = [
  {
    to: '/',
    icon: 'home',
    name: { fa: 'امروز', en: 'Today' },
    needs: 'figure.read',
  },
  {
    to: '/figures',
    icon: 'bars',
    name: { fa: 'تفکیک رقم‌ها', en: 'Breakdown' },
    needs: 'figure.read',
  },
  {
    to: '/commitments',
    icon: 'calendar',
    name: { fa: 'تعهدها', en: 'Commitments' },
    needs: 'commitment.read',
  },
  {
    to: '/imports',
    icon: 'bring',
    name: { fa: 'ورود فهرست‌ها', en: 'Imports' },
    needs: 'import.read',
  },
  { to: '/jobs', icon: 'people', name: { fa: 'شغل‌ها', en: 'Jobs' }, needs: 'job.read' },
  {
    to: '/queues/confirmation',
    icon: 'tick',
    name: { fa: 'صف تأیید دستگاه', en: 'To confirm' },
    needs: 'job.confirm',
  },
  {
    to: '/queues/verification',
    icon: 'look',
    name: { fa: 'صف راستی‌آزمایی', en: 'To verify' },
    needs: 'job.verify',
  },
  {
    to: '/conflicts',
    icon: 'branch',
    name: { fa: 'تعارض‌ها', en: 'Conflicts' },
    needs: 'conflict.read',
  },
  {
    to: '/administration',
    icon: 'gear',
    name: { fa: 'مدیریت سامانه', en: 'Administration' },
    needs: 'reference.read',
  },
]

/** The parts of the system that this person may see. */
export function Navigation({ onChosen }: { onChosen?: () => void }) {
  const text = useText(SHELL_TEXT)
  const me = useMe()
  const language = useLanguage()
  return (
    <nav aria-label={text.navigation} className="navigation">
      <ul>
        {PARTS.filter(({ needs }) => me.may(needs)).map(({ to, icon, name }) => (
          <li key={to}>
            <Link
              to={to}
              {...(to === '/figures' && me.scope.county !== null && { search: { by: 'agency' } })}
              activeOptions={{ exact: to === '/', includeSearch: false }}
              onClick={() => onChosen?.()}
            >
              <LineIcon name={icon} />
              {name[language]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
