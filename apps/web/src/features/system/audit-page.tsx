import type { AuditRow } from '@rasad/contracts/audit'
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useFormat } from '../../shared/fa.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { namesByCode, provincesQuery } from '../../shared/places.ts'
import { Code } from '../../shared/ui/code.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { ListTable } from '../../shared/ui/list-table.tsx'
import { PageHead } from '../../shared/ui/page-head.tsx'
import { AuditFilters } from './audit-filters.tsx'
import { auditQuery } from './audit-query.ts'
import { AuditSubject } from './audit-subject.tsx'
import { ACTION_TEXT, AUDIT_TEXT } from './audit-text.ts'
import './system.css'

/** Who did what, the newest first. */
export function AuditPage() {
  const text = useText(AUDIT_TEXT)
  const search = useSearch({ from: '/administration/audit' })
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(
    auditQuery(search),
  )
  const rows = data.pages.flatMap((page) => page.rows)
  return (
    <>
      <PageHead title={text.title} about={text.about} />
      <AuditFilters />
      {rows.length === 0 ? (
        <EmptyState title={text.empty} about={text.emptyWhy} />
      ) : (
        <AuditTable rows={rows} />
      )}
      {hasNextPage && (
        <Button className="more" aria-busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {text.more}
        </Button>
      )}
    </>
  )
}

function AuditTable({ rows }: { rows: readonly AuditRow[] }) {
  const text = useText(AUDIT_TEXT)
  const language = useLanguage()
  const actions = useText(ACTION_TEXT)
  const { moment, count } = useFormat()
  const { provinces } = useSuspenseQuery(provincesQuery).data
  const provinceOf = namesByCode(language, provinces)
  return (
    <ListTable
      caption={`${count(rows.length)} ${text.rows}`}
      label={text.title}
      rows={rows}
      keyOf={({ auditId }) => String(auditId)}
      columns={[
        { key: 'at', label: text.at, cell: ({ at }) => <time dateTime={at}>{moment(at)}</time> },
        {
          key: 'action',
          label: text.action,
          isHead: true,
          cell: ({ action }) => actions[action] ?? <Code>{action}</Code>,
        },
        { key: 'actor', label: text.actor, cell: ({ actor }) => <Actor actor={actor} /> },
        {
          key: 'province',
          label: text.province,
          cell: ({ province }) =>
            province === null ? <span className="quiet">{text.country}</span> : provinceOf(province),
        },
        { key: 'subject', label: text.subject, cell: ({ subject }) => <AuditSubject subject={subject} /> },
      ]}
    />
  )
}

function Actor({ actor }: { actor: string }) {
  const text = useText(AUDIT_TEXT)
  const [kind = '', name = ''] = actor.split(/:(.*)/s)
  if (kind === 'schedule') return text.schedule
  const about = kind === 'token' ? text.token : kind === 'operator' ? text.machine : null
  return (
    <span title={actor}>
      {about !== null && `${about} `}
      <Code>{name}</Code>
    </span>
  )
}
