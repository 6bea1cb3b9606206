import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { nameOfActor } from '../../shared/actor-name.ts'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { useMe } from '../../shared/session.ts'
import { Code } from '../../shared/ui/code.tsx'
import { Count } from '../../shared/ui/count.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'
import { ListTable, type ListColumn } from '../../shared/ui/list-table.tsx'
import { PageHead } from '../../shared/ui/page-head.tsx'
import { BaselineChoice } from './baseline-choice.tsx'
import { nameOfSearch, versionsQuery, type CommitmentName, type VersionHead } from './commitments-query.ts'
import { COMMITMENTS_TEXT } from './commitments-text.ts'
import { StateMark } from './state-mark.tsx'
import { VersionFacts } from './version-facts.tsx'
import { inForceOf } from './version-state.ts'
import './commitments.css'

/** The versions of a period's commitment, and the ways to a new one. */
export function CommitmentsPage() {
  const text = useText(COMMITMENTS_TEXT)
  const search = useSearch({ from: '/commitments' })
  const navigate = useNavigate({ from: '/commitments' })
  const me = useMe()
  const name = nameOfSearch(search)
  const reason = me.may('commitment.set') ? undefined : text.notAllowed
  return (
    <>
      <PageHead
        title={text.title}
        about={text.about}
        actions={
          <>
            <BaselineChoice
              value={search.baseline}
              onChange={(baseline) => void navigate({ search: (before) => ({ ...before, baseline }) })}
            />
            {name !== undefined && <Ways reason={reason} />}
          </>
        }
      />
      {name === undefined ? (
        <EmptyState title={text.noPeriod} about={text.noPeriodWhy} />
      ) : (
        <Versions name={name} />
      )}
    </>
  )
}

function Ways({ reason }: { reason: string | undefined }) {
  const text = useText(COMMITMENTS_TEXT)
  const { baseline } = useSearch({ from: '/commitments' })
  const navigate = useNavigate()
  const search = baseline === undefined ? {} : { baseline }
  return (
    <>
      <ForbiddenButton reason={reason} onClick={() => void navigate({ to: '/commitments/upload', search })}>
        {text.upload}
      </ForbiddenButton>
      <ForbiddenButton
        type="primary"
        reason={reason}
        onClick={() => void navigate({ to: '/commitments/split', search })}
      >
        {text.split}
      </ForbiddenButton>
    </>
  )
}

function Versions({ name }: { name: CommitmentName }) {
  const text = useText(COMMITMENTS_TEXT)
  const { versions } = useSuspenseQuery(versionsQuery(name)).data
  const { count } = useFormat()
  const columns = useColumns(name, versions)
  const [newest, before] = versions
  if (newest === undefined) return <EmptyState title={text.empty} about={text.emptyWhy} />
  const inForce = inForceOf(versions)
  const current = versions.find(({ version }) => version === inForce) ?? newest
  return (
    <div className="commitments">
      <VersionFacts
        version={current}
        versions={versions}
        act={
          <Link
            className="version-link"
            to="/commitments/$version"
            params={{ version: String(current.version) }}
            search={{ baseline: name.baseline }}
          >
            {`${text.openMatrix} ${count(current.version)}`}
          </Link>
        }
      />
      <ListTable
        caption={
          <span className="commitments-caption">
            {text.versions}
            {before === undefined ? (
              <small>{text.onlyOne}</small>
            ) : (
              <Link to="/commitments/compare" search={{ baseline: name.baseline }}>
                {text.compare}
              </Link>
            )}
          </span>
        }
        label={text.versions}
        columns={columns}
        rows={versions}
        keyOf={({ version }) => String(version)}
      />
    </div>
  )
}

function useColumns(name: CommitmentName, versions: readonly VersionHead[]): ListColumn<VersionHead>[] {
  const text = useText(COMMITMENTS_TEXT)
  const { count, moment, day, digits } = useFormat()
  const inForce = inForceOf(versions)
  const totals = new Map(versions.map(({ version, total }) => [version, total]))
  return [
    {
      key: 'version',
      label: text.version,
      isHead: true,
      cell: ({ version }) => (
        <Link
          to="/commitments/$version"
          params={{ version: String(version) }}
          search={{ baseline: name.baseline }}
        >
          {`${text.version} ${count(version)}`}
        </Link>
      ),
    },
    { key: 'state', label: text.state, cell: (head) => <StateMark head={head} inForce={inForce} /> },
    { key: 'total', label: text.total, isNumber: true, cell: ({ total }) => <Count value={total} /> },
    {
      key: 'change',
      label: text.change,
      isNumber: true,
      cell: ({ version, total }) => {
        const earlier = totals.get(version - 1)
        return <Count value={earlier === undefined ? null : total - earlier} as="signed" />
      },
    },
    {
      key: 'letter',
      label: text.letter,
      cell: ({ notice }) => {
        if (notice === null) return <Count value={null} />
        if (notice.letter === null) return `${text.noLetter} · ${moment(notice.at)}`
        return (
          <>
            <Code>{digits(notice.letter.number)}</Code>
            {` · ${day(notice.letter.date)}`}
          </>
        )
      },
    },
    {
      key: 'reason',
      label: text.reason,
      cell: ({ reason, source }) => (
        <span className="two-lines">
          {reason ?? <Count value={null} />}
          <small>
            <Source source={source} />
          </small>
        </span>
      ),
    },
    {
      key: 'setBy',
      label: text.setBy,
      cell: ({ setBy, setAt }) => (
        <span className="two-lines">
          <Code>{nameOfActor(setBy)}</Code>
          <small>{moment(setAt)}</small>
        </span>
      ),
    },
  ]
}

function Source({ source }: { source: string }) {
  const text = useText(COMMITMENTS_TEXT)
  const { count } = useFormat()
  const from = /^version (\d+)$/.exec(source)?.[1]
  if (from !== undefined) return `${text.sourceVersion} ${count(Number(from))}`
  return source === 'split' ? text.sourceSplit : <Code>{source}</Code>
}
