import type { AuditRow } from '@rasad/contracts/audit'
import { BASELINE_TEXT } from '@rasad/domain/commitments/baseline-text'
import { jobStateText } from '@rasad/domain/jobs/job-state-text'
import { kindText } from '@rasad/domain/ledger/dimension-text'
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useFormat } from '../../shared/fa.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { agenciesQuery, namesByCode, provincesQuery } from '../../shared/places.ts'
import { ROLE_TEXT } from '../../shared/role-text.ts'
import { STEP_TEXT } from '../../shared/step-text.ts'
import { Code } from '../../shared/ui/code.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { ListTable } from '../../shared/ui/list-table.tsx'
import { PageHead } from '../../shared/ui/page-head.tsx'
import { AuditFilters } from './audit-filters.tsx'
import { auditQuery } from './audit-query.ts'
import { ACTION_TEXT, AUDIT_TEXT, SUBJECT_TEXT } from './audit-text.ts'
import { TASK_NAME_TEXT } from './tasks-text.ts'
import './system.css'

// The province has a column of its own.
const SAID_ELSEWHERE: readonly string[] = ['province']

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
        { key: 'subject', label: text.subject, cell: ({ subject }) => <Subject subject={subject} /> },
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

/** What an act was done to and with, word by word. */
function Subject({ subject }: { subject: unknown }) {
  const names = useText(SUBJECT_TEXT)
  const sayValue = useSubjectValue()
  const entries = typeof subject === 'object' && subject !== null ? Object.entries(subject) : []
  const said = entries.filter(
    ([name, value]) => value !== null && value !== undefined && !SAID_ELSEWHERE.includes(name),
  )
  return (
    <span className="audit-subject">
      {said.map(([name, value]) => (
        <span key={name}>
          <small>{names[name] ?? name}</small> <bdi dir="auto">{sayValue(name, value)}</bdi>
        </span>
      ))}
    </span>
  )
}

/** The value of a word of a subject: states, steps, roles, baselines, kinds and tasks in words, lists with commas, and what has none as it is. */
function useSubjectValue(): (name: string, value: unknown) => string {
  const text = useText(AUDIT_TEXT)
  const tasks = useText(TASK_NAME_TEXT)
  const language = useLanguage()
  const { count, day, digits } = useFormat()
  const baselines = useText(BASELINE_TEXT)
  const steps = useText(STEP_TEXT)
  const roles = useText(ROLE_TEXT)
  const { agencies } = useSuspenseQuery(agenciesQuery).data
  const agencyOf = namesByCode(language, agencies)
  const inWords: Readonly<Record<string, (code: string) => string>> = {
    agency: agencyOf,
    employer: agencyOf,
    role: (code) => (isNameIn(roles, code) ? roles[code] : code),
    step: (code) => (isNameIn(steps, code) ? steps[code] : code),
    baseline: (code) => (isNameIn(baselines, code) ? baselines[code] : code),
    period: digits,
    letterNumber: digits,
    letterDate: day,
    task: (code) => tasks[code] ?? code,
    state: (code) => jobStateText(language, code),
  }
  const say = (name: string, value: unknown): string => {
    if (Array.isArray(value)) return value.map((item) => say(name, item)).join(text.comma)
    if (typeof value === 'boolean') return value ? text.yes : text.no
    if (typeof value === 'number') return COUNTED.has(name) ? count(value) : String(value)
    if (typeof value !== 'string') return JSON.stringify(value)
    return KINDS.has(name) ? kindText(language, value) : (inWords[name]?.(value) ?? value)
  }
  return say
}

const COUNTED: ReadonlySet<string> = new Set([
  'rows',
  'jobs',
  'files',
  'tables',
  'bytes',
  'wrong',
  'provinces',
])
const KINDS: ReadonlySet<string> = new Set(['sector', 'gender', 'jobType', 'novelty', 'directness'])

function isNameIn<Names extends object>(names: Names, code: string): code is string & keyof Names {
  return Object.hasOwn(names, code)
}
