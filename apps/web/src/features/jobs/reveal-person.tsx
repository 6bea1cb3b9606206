import { revealPerson, type Job } from '@rasad/contracts/jobs'
import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { call } from '../../shared/api.ts'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { useMe } from '../../shared/session.ts'
import { Code } from '../../shared/ui/code.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { REVEAL_REASONS, REVEAL_TEXT } from './reveal-text.ts'
import { ReasonChips } from './reason-chips.tsx'

/** The national ID of a job's person, masked until somebody asks for it with a reason; who asked stays in the audit. */
export function NationalId({ job }: { job: Job }) {
  const text = useText(REVEAL_TEXT)
  const { digits } = useFormat()
  const me = useMe()
  const [isAsked, setIsAsked] = useState(false)
  const revealing = useMutation({
    mutationFn: (reason: string) =>
      call(revealPerson, {
        params: { province: job.province, jobId: String(job.jobId) },
        body: { reason },
      }),
    onSuccess: () => setIsAsked(false),
    gcTime: 0,
  })
  const shown = revealing.data
  if (shown !== undefined)
    return (
      <span role="status">
        <Code>{digits(shown.nationalId)}</Code>
        {shown.mobile !== null && (
          <>
            {` · ${text.mobile} `}
            <Code>{digits(shown.mobile)}</Code>
          </>
        )}{' '}
        <Button size="small" type="link" onClick={() => revealing.reset()}>
          {text.hide}
        </Button>
      </span>
    )
  return (
    <>
      <Code>{digits(job.nationalId)}</Code>{' '}
      <span className="no-print">
        <ForbiddenButton
          size="small"
          reason={me.may('person.reveal') ? undefined : text.noPermission}
          onClick={() => setIsAsked(true)}
        >
          {text.show}
        </ForbiddenButton>
      </span>
      {isAsked && (
        <AskReason
          name={job.name}
          error={revealing.error}
          isPending={revealing.isPending}
          onClose={() => setIsAsked(false)}
          onReason={(reason) => revealing.mutate(reason)}
        />
      )}
    </>
  )
}

type AskReasonProps = {
  name: string
  error: Error | null
  isPending: boolean
  onClose: () => void
  onReason: (reason: string) => void
}

function AskReason({ name, error, isPending, onClose, onReason }: AskReasonProps) {
  const text = useText(REVEAL_TEXT)
  const frequent = useText(REVEAL_REASONS)
  const [reason, setReason] = useState('')
  const id = useId()
  const missing = reason.trim() === '' ? text.reasonFirst : undefined
  return (
    <Dialog
      title={`${text.title} · ${name}`}
      onClose={onClose}
      acts={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <ForbiddenButton
            type="primary"
            loading={isPending}
            reason={missing}
            onClick={() => onReason(reason.trim())}
          >
            {text.show}
          </ForbiddenButton>
        </>
      }
    >
      <form
        className="reason-field"
        onSubmit={(event) => {
          event.preventDefault()
          if (missing === undefined && !isPending) onReason(reason.trim())
        }}
      >
        <label htmlFor={id}>{text.reason}</label>
        <Input
          id={id}
          autoFocus
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <ReasonChips label={text.frequent} reasons={frequent} value={reason} onChoose={setReason} />
        <p className="quiet">{text.about}</p>
        {error !== null && <ProblemAlert error={error} />}
      </form>
    </Dialog>
  )
}
