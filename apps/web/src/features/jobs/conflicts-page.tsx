import type { AnswerOf } from '@rasad/contracts/define-route'
import type { ConflictCase, listConflicts } from '@rasad/contracts/jobs'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Segmented, Select } from 'antd'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { useNotedList } from '../../shared/last-list.ts'
import { useMe } from '../../shared/session.ts'
import { Code } from '../../shared/ui/code.tsx'
import { ListTable } from '../../shared/ui/list-table.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { FOUND_BY_LABEL } from '../../shared/ui/found-by-label.ts'
import { PageHead } from '../../shared/ui/page-head.tsx'
import type { ConflictsSearch } from './conflicts-query.ts'
import { CONFLICTS_TEXT } from './conflicts-text.ts'
import { conflictsQuery } from './jobs-query.ts'
import { JOBS_TEXT } from './jobs-text.ts'
import { useNames } from './use-names.ts'
import './jobs.css'

type Place = { province: string; period: string }
const STATES = ['open', 'decided'] as const

/** The persons whom several agencies claim, the longest waiting first. */
export function ConflictsPage() {
  const text = useText(CONFLICTS_TEXT)
  const jobs = useText(JOBS_TEXT)
  const { province, period } = useSearch({ from: '/conflicts' })
  useNotedList('/conflicts')
  if (province !== undefined && period !== undefined) return <Conflicts place={{ province, period }} />
  return (
    <>
      <PageHead title={text.title} about={text.about} />
      <EmptyState title={jobs.noPeriod} about={jobs.noPeriodWhy} />
    </>
  )
}

function Conflicts({ place }: { place: Place }) {
  const text = useText(CONFLICTS_TEXT)
  const { count } = useFormat()
  const { scope } = useMe()
  const { state = 'open', agency, after } = useSearch({ from: '/conflicts' })
  const navigate = useNavigate({ from: '/conflicts' })
  const { agencyOptions } = useNames(place.province)
  const listed = useSuspenseQuery(conflictsQuery(place, { state, agency, after })).data
  const ask = (part: ConflictsSearch) =>
    void navigate({ search: (before) => ({ ...before, after: undefined, ...part }) })
  return (
    <>
      <PageHead
        title={text.title}
        about={text.about}
        actions={
          <>
            {scope.level !== 'agency' && (
              <Select
                aria-label={text.agency}
                className="filter"
                allowClear
                showSearch={FOUND_BY_LABEL}
                placeholder={text.anyAgency}
                value={agency ?? null}
                options={agencyOptions}
                onChange={(chosen: string | null | undefined) => ask({ agency: chosen ?? undefined })}
              />
            )}
            <Segmented
              aria-label={text.state}
              value={state}
              options={STATES.map((one) => ({
                value: one,
                label: `${text[one]} (${count(listed.counts[one])})`,
              }))}
              onChange={(chosen) => ask({ state: chosen })}
            />
          </>
        }
      />
      {listed.conflicts.length > 0 ? (
        <Cases place={place} state={state} listed={listed} onPage={(to) => ask({ after: to })} />
      ) : listed.counts[state] > 0 ? (
        <EmptyState
          title={text.pageEmpty}
          action={<Button onClick={() => ask({})}>{text.firstPage}</Button>}
        />
      ) : agency === undefined ? (
        <EmptyState title={state === 'open' ? text.none : text.noneDecided} about={text.noneWhy} />
      ) : (
        <EmptyState
          title={state === 'open' ? text.noneOfAgency : text.noneDecidedOfAgency}
          action={<Button onClick={() => ask({ agency: undefined })}>{text.anyAgency}</Button>}
        />
      )}
    </>
  )
}

type CasesProps = {
  place: Place
  state: (typeof STATES)[number]
  listed: AnswerOf<typeof listConflicts>
  onPage: (after: string | undefined) => void
}

function Cases({ place, state, listed: { conflicts, next, counts }, onPage }: CasesProps) {
  const text = useText(CONFLICTS_TEXT)
  const { moment, digits, count } = useFormat()
  const names = useNames(place.province)
  const { after } = useSearch({ from: '/conflicts' })
  const owner = ({ claims, ownerClaim }: ConflictCase) =>
    claims.filter(({ claimId }) => claimId === ownerClaim).map(({ agencyName }) => names.given(agencyName))
  return (
    <ListTable
      label={text.title}
      caption={
        <div className="pager">
          <strong>{`${count(counts[state])} ${state === 'open' ? text.openCases : text.decidedCases}`}</strong>
          <span className="pager-buttons no-print">
            {after !== undefined && (
              <Button size="small" type="text" onClick={() => onPage(undefined)}>
                {text.firstPage}
              </Button>
            )}
            {next !== null && (
              <Button size="small" onClick={() => onPage(String(next))}>
                {text.next}
              </Button>
            )}
          </span>
        </div>
      }
      rows={conflicts}
      keyOf={({ caseId }) => String(caseId)}
      columns={[
        {
          key: 'person',
          label: text.person,
          isHead: true,
          cell: ({ province, caseId, name }: ConflictCase) => (
            <Link to="/conflicts/$province/$caseId" params={{ province, caseId: String(caseId) }}>
              {name}
            </Link>
          ),
        },
        {
          key: 'nationalId',
          label: text.nationalId,
          cell: ({ nationalId }: ConflictCase) => <Code>{digits(nationalId)}</Code>,
        },
        {
          key: 'claims',
          label: text.claims,
          cell: ({ claims }: ConflictCase) =>
            claims.map(({ agencyName }) => names.given(agencyName)).join(' · '),
        },
        {
          key: 'openedAt',
          label: text.openedAt,
          cell: ({ openedAt }: ConflictCase) => <time dateTime={openedAt}>{moment(openedAt)}</time>,
        },
        ...(state === 'decided' ? [{ key: 'owner', label: text.decidedFor, cell: owner }] : []),
      ]}
    />
  )
}
