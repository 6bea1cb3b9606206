import { undoImport, type Import } from '@rasad/contracts/imports'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { call } from '../../shared/api.ts'
import { useDraft } from '../../shared/draft.ts'
import { untilFresh } from '../../shared/forgetting.ts'
import { useText } from '../../shared/language.ts'
import { useMe } from '../../shared/session.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { IMPORT_TEXT } from './import-text.ts'

/** Takes an import back as a whole, with its reason; what hinders it is said. */
export function UndoImport({ found }: { found: Import }) {
  const text = useText(IMPORT_TEXT)
  const isAllowed = useMe().may('import.undo')
  const [isOpen, setIsOpen] = useState(false)
  const hindrance = found.undone !== null ? text.undoDone : isAllowed ? undefined : text.undoDenied
  return (
    <>
      <ForbiddenButton danger reason={hindrance} onClick={() => setIsOpen(true)}>
        {text.undo}
      </ForbiddenButton>
      {isOpen && <UndoDialog found={found} onClose={() => setIsOpen(false)} />}
    </>
  )
}

function UndoDialog({ found, onClose }: { found: Import; onClose: () => void }) {
  const text = useText(IMPORT_TEXT)
  const { province, importId } = found
  const queries = useQueryClient()
  const { draft, change, discard } = useDraft(`undo-import.${province}.${importId}`, { reason: '' })
  const reason = draft.reason.trim()
  const undoing = useMutation({
    mutationFn: () =>
      call(undoImport, { params: { province, importId: String(importId) }, body: { reason } }),
    onSuccess: async () => {
      discard()
      await untilFresh(queries)
      onClose()
    },
  })
  return (
    <Dialog
      title={text.undoTitle}
      onClose={onClose}
      acts={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <ForbiddenButton
            danger
            type="primary"
            loading={undoing.isPending}
            reason={reason === '' ? text.undoReasonNeeded : undefined}
            onClick={() => undoing.mutate()}
          >
            {text.undo}
          </ForbiddenButton>
        </>
      }
    >
      <div className="undo-dialog">
        <p>{text.undoAbout}</p>
        <label htmlFor="undo-reason">{text.undoReason}</label>
        <Input.TextArea
          id="undo-reason"
          autoFocus
          maxLength={300}
          autoSize={{ minRows: 2, maxRows: 6 }}
          value={draft.reason}
          onChange={(event) => change({ reason: event.target.value })}
        />
        {undoing.isError && <ProblemAlert error={undoing.error} />}
      </div>
    </Dialog>
  )
}
