import type { JobSummary } from '@rasad/contracts/jobs'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { TableOutlined } from '@ant-design/icons'
import { useRef, useState } from 'react'
import { NO_FIGURE, useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { Code } from '../../shared/ui/code.tsx'
import type { ListColumn } from '../../shared/ui/list-table.tsx'
import { Popover } from '../../shared/ui/popover.tsx'
import { JOBS_TEXT } from './jobs-text.ts'
import { StateTag } from './state-tag.tsx'
import { useNames } from './use-names.ts'

/** The columns of the list that may be left out; the name always stands. */
const COLUMNS = [
  'nationalId',
  'state',
  'county',
  'agency',
  'sector',
  'gender',
  'jobType',
  'novelty',
  'directness',
  'startDate',
  'employer',
  'jobId',
] as const
type Column = (typeof COLUMNS)[number]

const REMEMBERED = 'rasad.jobs.columns'
const FIRST: readonly Column[] = [
  'nationalId',
  'state',
  'county',
  'agency',
  'sector',
  'startDate',
  'employer',
]

/** The columns this browser's user wants to see. */
export function useChosenColumns() {
  const [chosen, setChosen] = useState<readonly Column[]>(() => {
    const kept = localStorage.getItem(REMEMBERED)?.split(',')
    return kept === undefined ? FIRST : COLUMNS.filter((column) => kept.includes(column))
  })
  const choose = (column: Column, isWanted: boolean) => {
    const next = COLUMNS.filter((one) => (one === column ? isWanted : chosen.includes(one)))
    localStorage.setItem(REMEMBERED, next.join(','))
    setChosen(next)
  }
  return { chosen, choose }
}

/** Chooses the columns of the list. */
export function ColumnChoice({ chosen, choose }: ReturnType<typeof useChosenColumns>) {
  const text = useText(JOBS_TEXT)
  const [isOpen, setIsOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  return (
    <div className="column-choice">
      <Button
        ref={opener}
        icon={<TableOutlined aria-hidden="true" />}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {text.columns}
      </Button>
      <Popover isOpen={isOpen} label={text.columns} opener={opener} onClose={() => setIsOpen(false)}>
        <div className="column-list">
          {COLUMNS.map((column) => (
            <Checkbox
              key={column}
              checked={chosen.includes(column)}
              onChange={({ target }) => choose(column, target.checked)}
            >
              {text[column]}
            </Checkbox>
          ))}
        </div>
      </Popover>
    </div>
  )
}

/** The columns as the table draws them: the name first, then what was chosen. */
export function useJobColumns(province: string, chosen: readonly Column[]): ListColumn<JobSummary>[] {
  const text = useText(JOBS_TEXT)
  const { day, digits } = useFormat()
  const names = useNames(province)
  const cells: Record<Column, (job: JobSummary) => ListColumn<JobSummary>['label']> = {
    nationalId: (job) => <Code>{digits(job.nationalId)}</Code>,
    state: (job) => <StateTag state={job.state} />,
    county: (job) => names.county(job.county),
    agency: (job) => names.agency(job.agency),
    sector: (job) => names.kind(job.sector),
    gender: (job) => names.kind(job.gender),
    jobType: (job) => names.kind(job.jobType),
    novelty: (job) => names.kind(job.novelty),
    directness: (job) => names.kind(job.directness),
    startDate: (job) => <Code>{day(job.startDate)}</Code>,
    employer: (job) => (job.employer === null ? NO_FIGURE : digits(job.employer)),
    jobId: (job) => <Code>{digits(String(job.jobId))}</Code>,
  }
  return [
    {
      key: 'name',
      label: text.name,
      isHead: true,
      cell: (job) => (
        <Link to="/jobs/$province/$jobId" params={{ province: job.province, jobId: String(job.jobId) }}>
          {job.name}
        </Link>
      ),
    },
    ...chosen.map((column) => ({ key: column, label: text[column], cell: cells[column] })),
  ]
}
