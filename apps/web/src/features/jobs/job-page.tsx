import { JOB_STEPS, type JobStep } from '@rasad/domain/jobs/job-life-cycle'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { Job } from '@rasad/contracts/jobs'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { lastList } from '../../shared/last-list.ts'
import { PageLink } from '../../shared/page-link.tsx'
import { Code } from '../../shared/ui/code.tsx'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'
import { PageHead } from '../../shared/ui/page-head.tsx'
import { STEP_TEXT } from '../../shared/step-text.ts'
import { JobConflicts } from './job-conflicts.tsx'
import { JobEvidence } from './job-evidence.tsx'
import { JobFacts } from './job-facts.tsx'
import { JobHistory } from './job-history.tsx'
import { JobPostings } from './job-postings.tsx'
import { JobServices } from './job-services.tsx'
import { jobQuery } from './jobs-query.ts'
import { JOB_TEXT } from './job-text.ts'
import { StateTag } from './state-tag.tsx'
import { StepDialog } from './step-dialog.tsx'
import { useStepRefusal } from './step-refusal.ts'
import './jobs.css'

/** One job: the person, the work, its history, and every step that may be taken with it. */
export function JobPage() {
  const { province, jobId } = useParams({ from: '/jobs/$province/$jobId' })
  const text = useText(JOB_TEXT)
  const { digits } = useFormat()
  const { data: job } = useSuspenseQuery(jobQuery(province, jobId))
  return (
    <>
      <PageHead
        title={job.name}
        about={
          <>
            <StateTag state={job.state} /> {text.job} <Code>{digits(String(job.jobId))}</Code>
          </>
        }
        actions={
          <PageLink route="/jobs" address={lastList('/jobs', province)}>
            {text.back}
          </PageLink>
        }
      />
      <div className="job">
        <div className="job-main">
          <JobConflicts job={job} />
          <JobFacts job={job} />
          <JobServices job={job} />
          <JobEvidence job={job} />
          <JobHistory job={job} />
          <JobPostings job={job} />
        </div>
        <JobSteps key={`${job.province}/${job.jobId}`} job={job} />
      </div>
    </>
  )
}

function JobSteps({ job }: { job: Job }) {
  const text = useText(JOB_TEXT)
  const steps = useText(STEP_TEXT)
  const refusalOf = useStepRefusal()
  const [step, setStep] = useState<JobStep | null>(null)
  const [said, setSaid] = useState('')
  return (
    <aside className="job-steps card no-print" aria-label={text.steps}>
      <h2>{text.steps}</h2>
      {JOB_STEPS.map((one) => (
        <ForbiddenButton key={one} block reason={refusalOf(job, one)} onClick={() => setStep(one)}>
          {steps[one]}
        </ForbiddenButton>
      ))}
      <p role="status">{said}</p>
      {step !== null && (
        <StepDialog
          job={job}
          step={step}
          onClose={() => setStep(null)}
          onTaken={() => {
            setStep(null)
            setSaid(`${text.taken} ${steps[step]}`)
          }}
        />
      )}
    </aside>
  )
}
