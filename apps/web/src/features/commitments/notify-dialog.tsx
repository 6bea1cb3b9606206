import { notifyCommitment, type CommitmentVersion } from '@rasad/contracts/commitments'
import { jalaliDateAt, type JalaliDate } from '@rasad/domain/calendar/jalali'
import { refuseNotice } from '@rasad/domain/commitments/notice'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { ApiProblem, call } from '../../shared/api.ts'
import { useDraft } from '../../shared/draft.ts'
import { useFormat } from '../../shared/fa.ts'
import { untilFresh } from '../../shared/forgetting.ts'
import { useText } from '../../shared/language.ts'
import { useErrorWords } from '../../shared/problem-text.ts'
import { useMe } from '../../shared/session.ts'
import { Count } from '../../shared/ui/count.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'
import { JalaliDateInput } from '../../shared/ui/jalali-date-input.tsx'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import type { CommitmentName, VersionHead } from './commitments-query.ts'
import { COMMITMENTS_TEXT } from './commitments-text.ts'
import { MATRIX_TEXT } from './matrix-text.ts'
import { inForceOf } from './version-state.ts'

type NotifyProps = { name: CommitmentName; version: CommitmentVersion; versions: readonly VersionHead[] }

/** Brings a draft into force by letter; where that is not possible the button stays and says why. */
export function NotifyButton({ name, version, versions }: NotifyProps) {
  const text = useText(MATRIX_TEXT)
  const shared = useText(COMMITMENTS_TEXT)
  const me = useMe()
  const [isOpen, setIsOpen] = useState(false)
  const inForce = inForceOf(versions)
  const refusal = refuseNotice({ version: version.version, isNotified: version.notice !== null }, inForce)
  const refused = useErrorWords(
    refusal === 'commitment.overtaken'
      ? new ApiProblem(
          { code: refusal, params: { version: version.version, inForce: inForce ?? 0 } },
          409,
          null,
        )
      : new ApiProblem(
          { code: 'commitment.already-notified', params: { version: version.version } },
          409,
          null,
        ),
  )
  const reason = me.may('commitment.notify')
    ? refusal === undefined
      ? undefined
      : refused.sentence
    : shared.notAllowed
  return (
    <>
      <ForbiddenButton type="primary" reason={reason} onClick={() => setIsOpen(true)}>
        {text.notify}
      </ForbiddenButton>
      {isOpen && (
        <NotifyDialog name={name} version={version} versions={versions} onClose={() => setIsOpen(false)} />
      )}
    </>
  )
}

type Letter = { letterNumber: string; letterDate: JalaliDate | null }

function NotifyDialog({ name, version, versions, onClose }: NotifyProps & { onClose: () => void }) {
  const text = useText(MATRIX_TEXT)
  const { count, day } = useFormat()
  const queries = useQueryClient()
  const id = useId()
  const { province, period, baseline } = name
  const first: Letter = { letterNumber: '', letterDate: null }
  const { draft, change, discard } = useDraft(
    `notice.${province}.${period}.${baseline}.${version.version}`,
    first,
  )
  const { letterNumber, letterDate } = draft
  const [isTried, setIsTried] = useState(false)
  const [isLast, setIsLast] = useState(false)
  const [today] = useState(() => jalaliDateAt(Date.now()))
  const isWithoutNumber = letterNumber.trim() === ''
  const inForce = versions.find((head) => head.version === inForceOf(versions))

  const notify = useMutation({
    mutationFn: (date: JalaliDate) =>
      call(notifyCommitment, {
        body: { ...name, version: version.version, letterNumber, letterDate: date },
      }),
    onSuccess: async () => {
      discard()
      await untilFresh(queries)
      onClose()
    },
    onError: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey: [kind] }) => kind === 'commitment' || kind === 'figures',
      }),
  })
  const goOn = () => {
    setIsTried(true)
    if (isWithoutNumber || letterDate === null) return
    if (isLast) notify.mutate(letterDate)
    else setIsLast(true)
  }
  return (
    <Dialog
      title={`${text.notifyTitle} ${count(version.version)}`}
      onClose={onClose}
      acts={
        <>
          <Button onClick={() => (isLast ? setIsLast(false) : onClose())}>{text.cancel}</Button>
          <Button type="primary" loading={notify.isPending} onClick={goOn}>
            {isLast ? text.doNotify : text.next}
          </Button>
        </>
      }
    >
      {isLast && letterDate !== null ? (
        <div className="dialog-fields">
          <dl className="notice-sums">
            <dt>{text.inForceNow}</dt>
            <dd>{inForce === undefined ? text.notifyFirst : <Count value={inForce.total} />}</dd>
            <dt>{text.becomes}</dt>
            <dd>
              <Count value={version.total} />
              {inForce !== undefined && (
                <>
                  {' ('}
                  <Count value={version.total - inForce.total} as="signed" />
                  {')'}
                </>
              )}
            </dd>
            <dt>{text.letterNumber}</dt>
            <dd>
              <bdi dir="ltr">{letterNumber}</bdi>
              {` · ${day(letterDate)}`}
            </dd>
          </dl>
          <p>
            <strong>{text.notifySure}</strong>
          </p>
          {notify.isError && <ProblemAlert error={notify.error} />}
        </div>
      ) : (
        <div className="dialog-fields">
          <label htmlFor={id}>{text.letterNumber}</label>
          <Input
            id={id}
            autoFocus
            dir="ltr"
            value={letterNumber}
            maxLength={100}
            status={isTried && isWithoutNumber ? 'error' : ''}
            aria-invalid={isTried && isWithoutNumber}
            aria-describedby={`${id}-fault`}
            onChange={(event) => change({ letterNumber: event.target.value })}
            onPressEnter={goOn}
          />
          <p id={`${id}-fault`} className="field-fault" role="status">
            {isTried && isWithoutNumber && text.letterNeeded}
          </p>
          <JalaliDateInput
            label={text.letterDate}
            value={letterDate}
            onChange={(chosen) => change({ letterDate: chosen })}
            max={today}
            fault={isTried && letterDate === null ? text.dateNeeded : undefined}
            emptiesWhenWrong
          />
        </div>
      )}
    </Dialog>
  )
}
