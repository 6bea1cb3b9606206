import type { JobStep } from '@rasad/domain/jobs/job-life-cycle'
import { takeJobSteps } from '@rasad/contracts/bulk-steps'
import type { JobSummary } from '@rasad/contracts/jobs'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { call } from '../../shared/api.ts'
import { untilFresh } from '../../shared/forgetting.ts'
import { useFormat } from '../../shared/fa.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { sentenceOfRefusal } from '../../shared/problem-text.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { STEP_TEXT } from '../../shared/step-text.ts'
import { BULK_TEXT } from './bulk-text.ts'
import { STEP_MEANING } from './job-words.ts'
import { ReasonField } from './reason-field.tsx'
import { needsReason, nextState } from './step-refusal.ts'

/** The steps that several jobs may take together; a correction is about one. */
export type BulkStep = Exclude<JobStep, 'correct'>

type BulkDialogProps = {
  jobs: readonly JobSummary[]
  step: BulkStep
  onTaken: () => void
  onClose: () => void
}

/** Takes one step with several jobs and tells of each that was refused why. */
export function BulkDialog({ jobs: selected, step, onTaken, onClose }: BulkDialogProps) {
  const text = useText(BULK_TEXT)
  const steps = useText(STEP_TEXT)
  const meanings = useText(STEP_MEANING)
  const { count } = useFormat()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  // The selection is emptied when the step was taken; what was asked for stays to be told about.
  const [jobs] = useState(() => selected.filter(({ state }) => nextState(state, step) !== undefined))
  const [leftOut] = useState(selected.length - jobs.length)
  const taking = useMutation({
    mutationFn: () =>
      call(takeJobSteps, {
        params: { province: jobs[0]?.province ?? '' },
        body: {
          step,
          jobs: jobs.map(({ jobId, version }) => ({ jobId, version })),
          ...(reason.trim() !== '' && { reason: reason.trim() }),
        },
      }),
    onSuccess: async () => {
      onTaken()
      await untilFresh(queries)
    },
  })
  const isNeeded = jobs.some(({ state }) => needsReason(state, step))
  const missing = isNeeded && reason.trim() === '' ? text.reasonFirst : undefined
  const take = () => {
    if (missing === undefined && !taking.isPending) taking.mutate()
  }
  const isDone = taking.data !== undefined
  return (
    <Dialog
      title={text.title(steps[step], count(jobs.length))}
      onClose={onClose}
      acts={
        <>
          <Button onClick={onClose}>{isDone ? text.close : text.cancel}</Button>
          {!isDone && (
            <ForbiddenButton type="primary" loading={taking.isPending} reason={missing} onClick={take}>
              {steps[step]}
            </ForbiddenButton>
          )}
        </>
      }
    >
      {taking.data === undefined ? (
        <div className="step-form">
          <p className="step-meaning">{meanings[step]}</p>
          {leftOut > 0 && <p className="quiet">{text.notPossible(count(leftOut))}</p>}
          {taking.error !== null && <ProblemAlert error={taking.error} />}
          <ReasonField step={step} isNeeded={isNeeded} value={reason} onChange={setReason} />
        </div>
      ) : (
        <Outcome jobs={jobs} taken={taking.data.taken} outcomes={taking.data.jobs} />
      )}
    </Dialog>
  )
}

type Refused = { code: string; params: Record<string, unknown> }
type OutcomeProps = {
  jobs: readonly JobSummary[]
  taken: number
  outcomes: readonly { jobId: number; refusal: Refused | null }[]
}

function Outcome({ jobs, taken, outcomes }: OutcomeProps) {
  const text = useText(BULK_TEXT)
  const language = useLanguage()
  const { count } = useFormat()
  const names = new Map(jobs.map(({ jobId, name }) => [jobId, name]))
  const refused = outcomes.flatMap(({ jobId, refusal }) =>
    refusal === null ? [] : [{ jobId, sentence: sentenceOfRefusal(language, refusal) }],
  )
  return (
    <div className="step-form" role="status">
      <Alert type={taken > 0 ? 'success' : 'info'} showIcon title={text.taken(count(taken))} />
      {refused.length > 0 && (
        <>
          <p>{text.refused(count(refused.length))}</p>
          <ul className="bulk-refused">
            {refused.map(({ jobId, sentence }) => (
              <li key={jobId}>
                <strong>{names.get(jobId)}</strong> <span>{sentence}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
