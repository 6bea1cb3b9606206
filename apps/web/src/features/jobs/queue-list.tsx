import type { JobSummary } from '@rasad/contracts/jobs'
import { useEffect, type RefObject } from 'react'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { Code } from '../../shared/ui/code.tsx'
import { QUEUE_TEXT } from './queue-text.ts'
import { StateTag } from './state-tag.tsx'
import { useNames } from './use-names.ts'

type QueueListProps = {
  list: RefObject<HTMLDivElement | null>
  jobs: readonly JobSummary[]
  current: JobSummary
  onChoose: (job: JobSummary) => void
}

/** What waits, as a list from which one is at hand. */
export function QueueList({ list, jobs, current, onChoose }: QueueListProps) {
  const text = useText(QUEUE_TEXT)
  const { day } = useFormat()
  const names = useNames(current.province)
  const id = idOf(current)
  useEffect(() => document.getElementById(id)?.scrollIntoView({ block: 'nearest' }), [id])
  return (
    <div
      ref={list}
      className="queue-list"
      role="listbox"
      tabIndex={0}
      aria-label={text.list}
      aria-activedescendant={id}
    >
      {jobs.map((job) => (
        <div
          key={job.jobId}
          id={idOf(job)}
          role="option"
          aria-selected={job.jobId === current.jobId}
          onClick={() => onChoose(job)}
        >
          <strong>{job.name}</strong>
          <StateTag state={job.state} />
          <span>
            {`${names.county(job.county)} · ${names.agency(job.agency)} · `}
            <Code>{day(job.startDate)}</Code>
          </span>
        </div>
      ))}
    </div>
  )
}

function idOf({ jobId }: JobSummary): string {
  return `waiting-${jobId}`
}
