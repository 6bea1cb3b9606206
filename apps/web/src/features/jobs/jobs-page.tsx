import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useText } from '../../shared/language.ts'
import { useNotedList } from '../../shared/last-list.ts'
import { useMe } from '../../shared/session.ts'
import { ListTable } from '../../shared/ui/list-table.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'
import { PageHead } from '../../shared/ui/page-head.tsx'
import { SelectionBar, useSelection, useSelectionColumn } from './job-selection.tsx'
import { ColumnChoice, useChosenColumns, useJobColumns } from './jobs-columns.tsx'
import { JobsFiles } from './jobs-files.tsx'
import { JobsFilters } from './jobs-filters.tsx'
import { JobsPager } from './jobs-pager.tsx'
import { jobsQuery } from './jobs-query.ts'
import { filterOf, filtersSet, ORDERS } from './jobs-search.ts'
import { JOBS_TEXT, ORDER_TEXT } from './jobs-text.ts'
import './jobs.css'

/** The jobs of a period: found, narrowed down, and a page at a time. */
export function JobsPage() {
  const text = useText(JOBS_TEXT)
  const { province, period } = useSearch({ from: '/jobs' })
  if (province === undefined || period === undefined) {
    return (
      <>
        <PageHead title={text.title} about={text.about} />
        <EmptyState title={text.noPeriod} about={text.noPeriodWhy} />
      </>
    )
  }
  return <JobList key={`${province}/${period}`} province={province} period={period} />
}

function JobList({ province, period }: { province: string; period: string }) {
  const text = useText(JOBS_TEXT)
  const search = useSearch({ from: '/jobs' })
  const { data } = useSuspenseQuery(jobsQuery({ province, period }, search))
  const columns = useChosenColumns()
  useNotedList('/jobs')
  const selection = useSelection()
  const picking = useSelectionColumn(data.jobs, selection)
  const drawn = useJobColumns(province, columns.chosen)
  const takesSteps = useMe().may('job.step')
  return (
    <>
      <PageHead
        title={text.title}
        about={text.about}
        actions={
          <>
            <OrderChoice />
            <ColumnChoice {...columns} />
            <JobsFiles place={{ province, period }} />
            <RegisterButton />
          </>
        }
      />
      <div className="jobs">
        <JobsFilters place={{ province, period }} />
        <SelectionBar selection={selection} />
        {data.jobs.length === 0 ? (
          <NoJobs />
        ) : (
          <ListTable
            label={text.table}
            caption={<JobsPager place={{ province, period }} rows={data.jobs.length} next={data.next} />}
            columns={takesSteps ? [picking, ...drawn] : drawn}
            rows={data.jobs}
            keyOf={(job) => String(job.jobId)}
          />
        )}
      </div>
    </>
  )
}

function NoJobs() {
  const text = useText(JOBS_TEXT)
  const search = useSearch({ from: '/jobs' })
  const navigate = useNavigate({ from: '/jobs' })
  const isNarrowed = filtersSet(filterOf(search)) > 0
  // The rows of a later page may have moved on since it was turned to.
  if (search.after !== undefined)
    return (
      <EmptyState
        title={text.pageEmpty}
        action={
          <Button onClick={() => void navigate({ search: (before) => ({ ...before, after: undefined }) })}>
            {text.firstPage}
          </Button>
        }
      />
    )
  return isNarrowed ? (
    <EmptyState title={text.nothingFound} about={text.nothingFoundWhy} />
  ) : (
    <EmptyState title={text.empty} about={text.emptyWhy} action={<RegisterButton />} />
  )
}

function RegisterButton() {
  const text = useText(JOBS_TEXT)
  const navigate = useNavigate()
  const isAllowed = useMe().may('job.register')
  return (
    <ForbiddenButton
      type="primary"
      reason={isAllowed ? undefined : text.registerDenied}
      onClick={() => void navigate({ to: '/jobs/new' })}
    >
      {text.register}
    </ForbiddenButton>
  )
}

function OrderChoice() {
  const text = useText(JOBS_TEXT)
  const orders = useText(ORDER_TEXT)
  const { order = 'newest' } = useSearch({ from: '/jobs' })
  const navigate = useNavigate({ from: '/jobs' })
  return (
    <Select
      aria-label={text.order}
      className="order-choice"
      value={order}
      options={ORDERS.map((one) => ({ value: one, label: orders[one] }))}
      onChange={(chosen) =>
        void navigate({ search: (before) => ({ ...before, order: chosen, after: undefined }) })
      }
    />
  )
}
