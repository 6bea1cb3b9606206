import type { Job } from '@rasad/contracts/jobs'
import type { JobStep } from '@rasad/domain/jobs/job-life-cycle'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useDraft } from '../../shared/draft.ts'
import { useText } from '../../shared/language.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { STEP_TEXT } from '../../shared/step-text.ts'
import { CorrectionFields, correctionOf, type CorrectionDraft } from './correction-fields.tsx'
import { JobStepList } from './job-history.tsx'
import { JOB_TEXT } from './job-text.ts'
import { STEP_MEANING } from './job-words.ts'
import { jobQuery } from './jobs-query.ts'
import { ReasonField } from './reason-field.tsx'
import { StateTag } from './state-tag.tsx'
import { needsReason, nextState } from './step-refusal.ts'
import { isMeanwhile, useTakeStep } from './taking-steps.ts'

type StepDialogProps = { job: Job; step: JobStep; onClose: () => void; onTaken: () => void }
/** What was typed, and how many steps were seen then. */
type StepDraft = { reason: string; corrections: CorrectionDraft; seen: number }

const LOOK_AGAIN_MS = 10_000
const DANGEROUS: readonly JobStep[] = ['reject', 'withdraw', 'mark-duplicate']

/** Asks for what a step needs and takes it; shows what somebody else did in the meantime instead of writing over it. */
export function StepDialog({ job: latest, step, onClose, onTaken }: StepDialogProps) {
  const text = useText(JOB_TEXT)
  const steps = useText(STEP_TEXT)
  const meanings = useText(STEP_MEANING)
  const [first] = useState(latest.steps.length)
  const [sent, setSent] = useState<Job | null>(null)
  const { draft, change, discard, isKept } = useDraft<StepDraft>(
    `step.${latest.province}.${latest.jobId}.${step}`,
    { reason: '', corrections: {}, seen: first },
  )
  const { seen } = draft
  const [wasKept] = useState(isKept)
  const taking = useTakeStep(latest, () => {
    discard()
    onTaken()
  })
  // Under way it stands as it was sent: what comes into it then is one's own step.
  const job = taking.isPending && sent !== null ? sent : latest
  // The job may have been asked for again under the open dialog: what somebody else did is shown before anything is sent.
  const meanwhile = job.steps.slice(seen)
  useQuery({ ...jobQuery(job.province, job.jobId), refetchInterval: LOOK_AGAIN_MS })
  const next = nextState(job.state, step)
  const corrections = correctionOf(job, draft.corrections)
  const missing = missingOf(text, { job, step, reason: draft.reason, corrections, next })
  const take = () => {
    if (missing !== undefined || taking.isPending) return
    const reason = draft.reason.trim()
    setSent(job)
    taking.take({ step, ...(reason !== '' && { reason }), ...(step === 'correct' && { corrections }) })
  }
  return (
    <Dialog
      title={`${steps[step]} · ${job.name}`}
      onClose={onClose}
      {...(step === 'correct' && { size: 'wide' as const })}
      acts={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <ForbiddenButton
            type="primary"
            danger={DANGEROUS.includes(step)}
            loading={taking.isPending}
            reason={missing}
            onClick={take}
          >
            {meanwhile.length > 0 ? text.goOn : steps[step]}
          </ForbiddenButton>
        </>
      }
    >
      <form
        className="step-form"
        onSubmit={(event) => {
          event.preventDefault()
          take()
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || !(event.target instanceof HTMLTextAreaElement))
            return
          event.preventDefault()
          take()
        }}
      >
        <p className="step-meaning">{meanings[step]}</p>
        {next !== undefined && next !== job.state && (
          <p className="step-leads">
            <StateTag state={job.state} /> <span className="visually-hidden">{text.leadsTo}</span>
            <span aria-hidden="true" className="arrow" /> <StateTag state={next} />
          </p>
        )}
        {wasKept && <p className="quiet">{text.keptDraft}</p>}
        {meanwhile.length > 0 && (
          <Alert
            type="warning"
            role="alert"
            showIcon
            title={text.meanwhile}
            description={<JobStepList job={job} steps={meanwhile} />}
          />
        )}
        {taking.error !== null && !isMeanwhile(taking.error) && <ProblemAlert error={taking.error} />}
        {step === 'correct' && (
          <CorrectionFields
            job={job}
            draft={draft.corrections}
            onChange={(part) => change({ corrections: { ...draft.corrections, ...part }, seen })}
          />
        )}
        <ReasonField
          step={step}
          isNeeded={needsReason(job.state, step)}
          value={draft.reason}
          onChange={(reason) => change({ reason, seen })}
        />
      </form>
    </Dialog>
  )
}

type Asked = {
  job: Job
  step: JobStep
  reason: string
  corrections: CorrectionDraft
  next: Job['state'] | undefined
}

function missingOf(
  text: Record<keyof (typeof JOB_TEXT)['fa'], string>,
  { job, step, reason, corrections, next }: Asked,
): string | undefined {
  if (next === undefined) return text.meanwhileGone
  if (corrections.startDate === '') return text.startDateWrong
  if (step === 'correct' && Object.keys(corrections).length === 0) return text.correctNothing
  return needsReason(job.state, step) && reason.trim() === '' ? text.reasonRule : undefined
}
