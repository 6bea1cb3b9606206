import { amendCommitment, listCommitmentVersions, type CommitmentVersion } from '@rasad/contracts/commitments'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Button, Input } from 'antd'
import { useId, useState } from 'react'
import { call } from '../../shared/api.ts'
import { untilFresh } from '../../shared/forgetting.ts'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { Count } from '../../shared/ui/count.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { versionQuery, type CommitmentName, type VersionHead } from './commitments-query.ts'
import { forgetEdits, keepEdits } from './edit-history.ts'
import { orderOf, type Edits } from './edits.ts'
import { MATRIX_TEXT } from './matrix-text.ts'
import { OtherVersion } from './other-version.tsx'

type SaveDialogProps = {
  name: CommitmentName
  version: CommitmentVersion
  /** The newest version that its editor has seen. */
  seen: number
  keptAs: string
  edits: Edits
  cells: CommitmentVersion['cells']
  onClose: () => void
}

/** Asks for the reason and makes the next draft; a version that somebody else made meanwhile is shown first. */
export function SaveDialog({ name, version, seen, keptAs, edits, cells, onClose }: SaveDialogProps) {
  const text = useText(MATRIX_TEXT)
  const { count } = useFormat()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const reasonId = useId()
  const [reason, setReason] = useState(() => sessionStorage.getItem(`${keptAs}.reason`) ?? '')
  const [isTried, setIsTried] = useState(false)
  const [others, setOthers] = useState<VersionHead | null>(null)
  const isMissing = isTried && reason.trim() === ''
  const total = cells.reduce((sum, { value }) => sum + value, 0)

  const save = useMutation({
    mutationFn: async (isDecided: boolean) => {
      // Asked now: what is on its way may have been asked before the other version was made.
      const { versions } = await call(listCommitmentVersions, { query: name })
      const newest = versions[0]
      if (!isDecided && newest !== undefined && newest.version > Math.max(seen, version.version))
        return newest
      const body = { ...name, version: version.version, reason, ...orderOf(edits) }
      return call(amendCommitment, { body })
    },
    onSuccess: async (made) => {
      if (!('cells' in made)) {
        setOthers(made)
        return
      }
      forgetEdits(keptAs)
      sessionStorage.removeItem(`${keptAs}.reason`)
      queries.setQueryData(versionQuery(name, String(made.version)).queryKey, made)
      await untilFresh(queries)
      await toVersion(made.version)
    },
  })
  const toVersion = (number: number) =>
    navigate({
      to: '/commitments/$version',
      params: { version: String(number) },
      search: { baseline: name.baseline },
    })
  const trySave = (isDecided: boolean) => {
    setIsTried(true)
    if (reason.trim() !== '') save.mutate(isDecided)
  }
  return (
    <Dialog
      title={`${text.saveTitle} ${count(version.version)}`}
      onClose={onClose}
      acts={
        others === null && (
          <>
            <Button onClick={onClose}>{text.cancel}</Button>
            <Button type="primary" loading={save.isPending} onClick={() => trySave(false)}>
              {text.save}
            </Button>
          </>
        )
      }
    >
      <div className="dialog-fields">
        <p>{text.saveAbout}</p>
        <p>
          {`${text.newTotal}: `}
          <strong>{count(total)}</strong>
          {total !== version.total && (
            <>
              {' ('}
              <Count value={total - version.total} as="signed" />
              {')'}
            </>
          )}
        </p>
        <label htmlFor={reasonId}>{text.reasonLabel}</label>
        <Input.TextArea
          id={reasonId}
          autoFocus
          value={reason}
          maxLength={300}
          rows={2}
          status={isMissing ? 'error' : ''}
          aria-invalid={isMissing}
          aria-describedby={`${reasonId}-fault`}
          onChange={(event) => {
            setReason(event.target.value)
            sessionStorage.setItem(`${keptAs}.reason`, event.target.value)
          }}
        />
        <p id={`${reasonId}-fault`} className="field-fault" role="status">
          {isMissing && text.reasonNeeded}
        </p>
        {save.isError && <ProblemAlert error={save.error} />}
        {others !== null && (
          <Alert
            role="alert"
            type="warning"
            showIcon
            title={text.othersTitle}
            description={
              <>
                <OtherVersion head={others} />
                <p>{text.othersAbout}</p>
                <div className="edit-acts">
                  <Link
                    to="/commitments/compare"
                    search={{
                      baseline: name.baseline,
                      from: String(version.version),
                      to: String(others.version),
                    }}
                  >
                    {text.seeDifference}
                  </Link>
                  <Button
                    type="primary"
                    onClick={() => {
                      keepEdits(keptAs.replace(/[0-9]+$/, String(others.version)), edits)
                      forgetEdits(keptAs)
                      void toVersion(others.version)
                    }}
                  >
                    {`${text.moveEdits} ${count(others.version)}`}
                  </Button>
                  <Button loading={save.isPending} onClick={() => trySave(true)}>
                    {`${text.fromThis} ${count(version.version)}`}
                  </Button>
                </div>
              </>
            }
          />
        )}
      </div>
    </Dialog>
  )
}
