import type { JobSummary } from '@rasad/contracts/jobs'
import type { JobStep } from '@rasad/domain/jobs/job-life-cycle'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useText } from '../../shared/language.ts'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { STEP_TEXT } from '../../shared/step-text.ts'
import { JobConflicts } from './job-conflicts.tsx'
import { JobFacts } from './job-facts.tsx'
import { JobHistory } from './job-history.tsx'
import { JobServices } from './job-services.tsx'
import { jobQuery } from './jobs-query.ts'
import { QUEUE_TEXT } from './queue-text.ts'
import { StateTag } from './state-tag.tsx'
import { useStepRefusal } from './step-refusal.ts'

type QueueRecordProps = {
  summary: JobSummary
  /** The steps of this queue by the key that takes them. */
  steps: Readonly<Record<string, JobStep>>
  onStep: (step: JobStep) => void
}

/** The record at hand: all that is known of it, and the decisions of this queue. */
export function QueueRecord({ summary, steps, onStep }: QueueRecordProps) {
  const text = useText(QUEUE_TEXT)
  const words = useText(STEP_TEXT)
  const refusalOf = useStepRefusal()
  const { data: job, error } = useQuery(jobQuery(summary.province, summary.jobId))
  return (
    <section className="queue-record" aria-label={text.record}>
      <div className="queue-record-head card">
        <h2>
          <Link
            to="/jobs/$province/$jobId"
            params={{ province: summary.province, jobId: String(summary.jobId) }}
          >
            {summary.name}
          </Link>{' '}
          <StateTag state={job?.state ?? summary.state} />
        </h2>
        <div className="queue-acts" role="group">
          {Object.entries(steps).map(([key, step], index) => (
            <ForbiddenButton
              key={key}
              type={index === 0 ? 'primary' : 'default'}
              reason={job && refusalOf(job, step)}
              aria-keyshortcuts={key.replace('Key', '')}
              onClick={() => onStep(step)}
            >
              {words[step]} <kbd aria-hidden="true">{key.replace('Key', '')}</kbd>
            </ForbiddenButton>
          ))}
        </div>
      </div>
      {error !== null && job === undefined && <ProblemAlert error={error} />}
      {job !== undefined && (
        <>
          <JobConflicts job={job} />
          <JobFacts job={job} />
          <JobServices job={job} />
          <JobHistory job={job} />
        </>
      )}
    </section>
  )
}
