import { draftCommitment } from '@rasad/contracts/commitment-drafts'
import { setCommitment, type readCommitmentMatrix } from '@rasad/contracts/commitments'
import type { AnswerOf } from '@rasad/contracts/define-route'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Input } from 'antd'
import { useId } from 'react'
import { call } from '../../shared/api.ts'
import { useDraft } from '../../shared/draft.ts'
import { untilFresh } from '../../shared/forgetting.ts'
import { useText } from '../../shared/language.ts'
import { useMe } from '../../shared/session.ts'
import { ConfirmButton } from '../../shared/ui/confirm-button.tsx'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'
import type { CommitmentName } from './commitments-query.ts'
import { COMMITMENTS_TEXT } from './commitments-text.ts'
import { MatrixProblem } from './matrix-problem.tsx'
import { UPLOAD_TEXT } from './upload-text.ts'

type KeepMatrixProps = {
  name: CommitmentName
  reading: AnswerOf<typeof readCommitmentMatrix> & { file: string }
}

/** Keeps a matrix that was read as a draft, or brings it into force without a letter. */
export function KeepMatrix({ name, reading }: KeepMatrixProps) {
  const text = useText(UPLOAD_TEXT)
  const shared = useText(COMMITMENTS_TEXT)
  const me = useMe()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const reasonId = useId()
  const { province, period, baseline } = name
  const { draft, change, discard } = useDraft(`upload.${province}.${period}.${baseline}`, { reason: '' })
  const reason = draft.reason.trim()
  const keep = useMutation({
    mutationFn: (contract: typeof draftCommitment | typeof setCommitment) => {
      const { cells, stated, file } = reading
      const body = { ...name, cells, stated, source: file, ...(reason !== '' && { reason }) }
      return call(contract, { body })
    },
    onSuccess: async ({ version }) => {
      discard()
      await untilFresh(queries)
      await navigate({
        to: '/commitments/$version',
        params: { version: String(version) },
        search: { baseline },
      })
    },
  })
  const doesNotHold = reading.mismatches.length > 0 ? text.mustAddUp : undefined
  const noDraft = me.may('commitment.set') ? doesNotHold : shared.notAllowed
  const noForce = noDraft ?? (me.may('commitment.notify') ? undefined : text.notNotifying)
  return (
    <div className="card dialog-fields">
      <p>{text.draftAbout}</p>
      <label htmlFor={reasonId}>{text.reason}</label>
      <Input
        id={reasonId}
        value={draft.reason}
        maxLength={300}
        onChange={(event) => change({ reason: event.target.value })}
      />
      {keep.isError && <MatrixProblem error={keep.error} />}
      <div className="edit-acts">
        <ForbiddenButton
          type="primary"
          reason={noDraft}
          loading={keep.isPending && keep.variables === draftCommitment}
          onClick={() => keep.mutate(draftCommitment)}
        >
          {text.draft}
        </ForbiddenButton>
        {noForce === undefined ? (
          <ConfirmButton
            question={text.setSure}
            loading={keep.isPending && keep.variables === setCommitment}
            onConfirm={() => keep.mutate(setCommitment)}
          >
            {text.set}
          </ConfirmButton>
        ) : (
          <ForbiddenButton reason={noForce}>{text.set}</ForbiddenButton>
        )}
      </div>
    </div>
  )
}
