import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useLanguage, useText } from '../../shared/language.ts'
import { useNotedList } from '../../shared/last-list.ts'
import { agenciesQuery, inOrder, nameOf } from '../../shared/places.ts'
import { useMe } from '../../shared/session.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'
import { FOUND_BY_LABEL } from '../../shared/ui/found-by-label.ts'
import { PageHead } from '../../shared/ui/page-head.tsx'
import { importsQuery } from './imports-query.ts'
import { IMPORTS_TEXT } from './imports-text.ts'
import { PastImports } from './past-imports.tsx'
import { RecentRuns } from './recent-runs.tsx'
import './imports.css'

/** The lists of a period that were imported, and those that are under way. */
export function ImportsPage() {
  const text = useText(IMPORTS_TEXT)
  const { province, period } = useSearch({ from: '/imports' })
  useNotedList('/imports')
  if (province === undefined || period === undefined) {
    return (
      <>
        <PageHead title={text.title} about={text.about} />
        <EmptyState title={text.noPeriod} about={text.noPeriodWhy} />
      </>
    )
  }
  return (
    <>
      <PageHead
        title={text.title}
        about={text.about}
        actions={
          <>
            <AgencyFilter />
            <StartButton />
          </>
        }
      />
      <div className="imports">
        <RecentRuns province={province} period={period} />
        <Imports province={province} period={period} />
      </div>
    </>
  )
}

function Imports({ province, period }: { province: string; period: string }) {
  const text = useText(IMPORTS_TEXT)
  const { agency } = useSearch({ from: '/imports' })
  const found = useSuspenseInfiniteQuery(importsQuery({ province, period }, agency))
  const imports = found.data.pages.flatMap((page) => page.imports)
  const isOfCounty = useMe().scope.county !== null
  if (imports.length === 0 && isOfCounty) {
    return (
      <EmptyState
        title={text.notOfCounty}
        about={text.notOfCountyWhy}
        action={<Link to="/jobs">{text.jobsOfCounty}</Link>}
      />
    )
  }
  if (imports.length === 0) {
    return agency === undefined ? (
      <EmptyState title={text.empty} about={text.emptyWhy} action={<StartButton />} />
    ) : (
      <EmptyState title={text.emptyOfAgency} action={<StartButton />} />
    )
  }
  return (
    <>
      <PastImports imports={imports} />
      {found.hasNextPage && (
        <Button
          className="more"
          loading={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {text.more}
        </Button>
      )}
    </>
  )
}

function AgencyFilter() {
  const text = useText(IMPORTS_TEXT)
  const language = useLanguage()
  const { agencies } = useSuspenseQuery(agenciesQuery).data
  const { agency } = useSearch({ from: '/imports' })
  const navigate = useNavigate({ from: '/imports' })
  return (
    <Select
      aria-label={text.agency}
      className="agency-filter"
      showSearch={FOUND_BY_LABEL}
      value={agency ?? ''}
      options={[
        { value: '', label: text.allAgencies },
        ...inOrder(language, agencies).map((one) => ({ value: one.code, label: nameOf(language, one) })),
      ]}
      onChange={(chosen) =>
        void navigate({ search: (before) => ({ ...before, agency: chosen === '' ? undefined : chosen }) })
      }
    />
  )
}

function StartButton() {
  const text = useText(IMPORTS_TEXT)
  const { agency } = useSearch({ from: '/imports' })
  const navigate = useNavigate()
  const isAllowed = useMe().may('import.run')
  return (
    <ForbiddenButton
      type="primary"
      reason={isAllowed ? undefined : text.startDenied}
      onClick={() => void navigate({ to: '/imports/new', search: { agency } })}
    >
      {text.start}
    </ForbiddenButton>
  )
}
