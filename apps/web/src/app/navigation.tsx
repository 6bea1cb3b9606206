import {
  AuditOutlined,
  BarChartOutlined,
  CheckSquareOutlined,
  HomeOutlined,
  ImportOutlined,
  PullRequestOutlined,
  ScheduleOutlined,
  SettingOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import type { Permission } from '@rasad/domain/access/permissions'
import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useLanguage, useText, type Language } from '../shared/language.ts'
import { useMe } from '../shared/session.ts'
import { SHELL_TEXT } from './shell-text.ts'

type Part = {
  to: NonNullable<LinkProps['to']>
  icon: ReactNode
  name: Record<Language, string>
  needs: Permission
}

const PARTS: readonly Part[] = [
  {
    to: '/',
    icon: <HomeOutlined />,
    name: { fa: 'امروز', en: 'Today' },
    needs: 'figure.read',
  },
  {
    to: '/figures',
    icon: <BarChartOutlined />,
    name: { fa: 'تفکیک رقم‌ها', en: 'Breakdown' },
    needs: 'figure.read',
  },
  {
    to: '/commitments',
    icon: <ScheduleOutlined />,
    name: { fa: 'تعهدها', en: 'Commitments' },
    needs: 'commitment.read',
  },
  {
    to: '/imports',
    icon: <ImportOutlined />,
    name: { fa: 'ورود فهرست‌ها', en: 'Imports' },
    needs: 'import.read',
  },
  { to: '/jobs', icon: <TeamOutlined />, name: { fa: 'شغل‌ها', en: 'Jobs' }, needs: 'job.read' },
  {
    to: '/queues/confirmation',
    icon: <CheckSquareOutlined />,
    name: { fa: 'صف تأیید دستگاه', en: 'To confirm' },
    needs: 'job.confirm',
  },
  {
    to: '/queues/verification',
    icon: <AuditOutlined />,
    name: { fa: 'صف راستی‌آزمایی', en: 'To verify' },
    needs: 'job.verify',
  },
  {
    to: '/conflicts',
    icon: <PullRequestOutlined />,
    name: { fa: 'تعارض‌ها', en: 'Conflicts' },
    needs: 'conflict.read',
  },
  {
    to: '/administration',
    icon: <SettingOutlined />,
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
              activeOptions={{ exact: to === '/', includeSearch: false }}
              onClick={() => onChosen?.()}
            >
              <span aria-hidden="true">{icon}</span>
              {name[language]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
