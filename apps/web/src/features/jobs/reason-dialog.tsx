import type { Job } from '@rasad/contracts/jobs'
import type { JobStep } from '@rasad/domain/jobs/job-life-cycle'
import { Button } from 'antd'
import { useDraft } from '../../shared/draft.ts'
import { useText } from '../../shared/language.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'
import { STEP_TEXT } from '../../shared/step-text.ts'
import { JOB_TEXT } from './job-text.ts'
import { ReasonField } from './reason-field.tsx'

type ReasonDialogProps = { job: Job; step: JobStep; onClose: () => void; onTake: (reason: string) => void }

/** Asks for the reason of a decision in a queue: a digit and Enter are enough. */
export function ReasonDialog({ job, step, onClose, onTake }: ReasonDialogProps) {
  const text = useText(JOB_TEXT)
  const steps = useText(STEP_TEXT)
  const { draft, change, discard } = useDraft(`step.${job.province}.${job.jobId}.${step}`, { reason: '' })
  const reason = draft.reason.trim()
  const take = () => {
    if (reason === '') return
    discard()
    onTake(reason)
  }
  return (
    <Dialog
      title={`${steps[step]} · ${job.name}`}
      onClose={onClose}
      acts={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <ForbiddenButton type="primary" reason={reason === '' ? text.reasonRule : undefined} onClick={take}>
            {steps[step]}
          </ForbiddenButton>
        </>
      }
    >
      <div
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey) return
          if (!(event.target instanceof HTMLTextAreaElement)) return
          event.preventDefault()
          take()
        }}
      >
        <ReasonField
          step={step}
          isNeeded
          value={draft.reason}
          onChange={(typed) => change({ reason: typed })}
        />
      </div>
    </Dialog>
  )
}
