import type { ConflictCase } from '@rasad/contracts/jobs'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { useNotedList } from '../../shared/last-list.ts'
import { Code } from '../../shared/ui/code.tsx'
import { ListTable } from '../../shared/ui/list-table.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { PageHead } from '../../shared/ui/page-head.tsx'
import { CONFLICTS_TEXT } from './conflicts-text.ts'
import { conflictsQuery } from './jobs-query.ts'
import { JOBS_TEXT } from './jobs-text.ts'
import { useNames } from './use-names.ts'
import './jobs.css'

/** The persons whom several agencies claim, the longest waiting first. */
export function ConflictsPage() {
  const text = useText(CONFLICTS_TEXT)
  const jobs = useText(JOBS_TEXT)
  const { province, period, state = 'open', after } = useSearch({ from: '/conflicts' })
  const navigate = useNavigate({ from: '/conflicts' })
  useNotedList('/conflicts')
  return (
    <>
      <PageHead
        title={text.title}
        about={text.about}
        actions={
          <Segmented
            aria-label={text.state}
            value={state}
            options={(['open', 'decided'] as const).map((one) => ({ value: one, label: text[one] }))}
            onChange={(chosen) =>
              void navigate({ search: (before) => ({ ...before, state: chosen, after: undefined }) })
            }
          />
        }
      />
      {province === undefined || period === undefined ? (
        <EmptyState title={jobs.noPeriod} about={jobs.noPeriodWhy} />
      ) : (
        <Cases place={{ province, period }} state={state} after={after} />
      )}
    </>
  )
}

type CasesProps = {
  place: { province: string; period: string }
  state: 'open' | 'decided'
  after: string | undefined
}

function Cases({ place, state, after }: CasesProps) {
  const text = useText(CONFLICTS_TEXT)
  const { moment, digits } = useFormat()
  const names = useNames(place.province)
  const navigate = useNavigate({ from: '/conflicts' })
  const { conflicts, next } = useSuspenseQuery(conflictsQuery(place, { state, after })).data
  const go = (to: string | undefined) => void navigate({ search: (before) => ({ ...before, after: to }) })
  if (conflicts.length === 0 && after !== undefined)
    return (
      <EmptyState
        title={text.pageEmpty}
        action={<Button onClick={() => go(undefined)}>{text.firstPage}</Button>}
      />
    )
  if (conflicts.length === 0)
    return state === 'open' ? (
      <EmptyState title={text.none} about={text.noneWhy} />
    ) : (
      <EmptyState title={text.noneDecided} about={text.noneWhy} />
    )
  const owner = ({ claims, ownerClaim }: ConflictCase) =>
    claims.filter(({ claimId }) => claimId === ownerClaim).map(({ agencyName }) => names.given(agencyName))
  return (
    <ListTable
      label={text.title}
      caption={
        <div className="pager">
          <span>{text[state]}</span>
          <span className="pager-buttons no-print">
            {after !== undefined && (
              <Button size="small" type="text" onClick={() => go(undefined)}>
                {text.firstPage}
              </Button>
            )}
            {next !== null && (
              <Button size="small" onClick={() => go(String(next))}>
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
