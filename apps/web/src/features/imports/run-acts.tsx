import {
  getImportMapping,
  saveImportMapping,
  SEVERAL_AGENCIES,
  type ImportRun,
} from '@rasad/contracts/imports'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { call } from '../../shared/api.ts'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { useMe } from '../../shared/session.ts'
import { ConfirmButton } from '../../shared/ui/confirm-button.tsx'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { unheeded } from './column-words.ts'
import type { RunWork } from './run-work.ts'
import { heldFile } from './held-files.ts'
import { NEW_IMPORT_TEXT } from './new-import-text.ts'

type RunActsProps = RunWork & { run: ImportRun; outcome: NonNullable<ImportRun['outcome']> }

/** What can be done with a list that was checked: enter it, check it again with other columns, remember the columns. */
export function RunActs({ run, outcome, words, sending }: RunActsProps) {
  const text = useText(NEW_IMPORT_TEXT)
  const { count } = useFormat()
  const file = heldFile(run.runId)
  const changed = unheeded(words.said, outcome.sheets).length
  const send = (dryRun: boolean) =>
    file && sending.mutate({ file, agency: run.agency, dryRun, mapping: words.said })
  const reason = file === undefined ? text.enterNoFile : changed > 0 ? text.enterPending : undefined
  const entering = [
    `${count(outcome.accepted)} ${text.accepted}`,
    ...(outcome.conflict > 0 ? [`${count(outcome.conflict)} ${text.conflicts}`] : []),
  ]
  return (
    <div className="run-acts no-print">
      {changed > 0 && (
        <>
          <span className="run-pending" role="status">{`${count(changed)} ${text.pending}`}</span>
          <Button onClick={words.discard}>{text.undoChanges}</Button>
          <ForbiddenButton
            type="primary"
            reason={file === undefined ? text.enterNoFile : undefined}
            onClick={() => send(true)}
          >
            {text.again}
          </ForbiddenButton>
        </>
      )}
      {changed === 0 && <SaveColumns run={run} words={words} />}
      {reason === undefined ? (
        <ConfirmButton
          type="primary"
          question={`${text.enterQuestion} ${entering.join('، ')}`}
          onConfirm={() => send(false)}
        >
          {text.enter}
        </ConfirmButton>
      ) : (
        <ForbiddenButton reason={reason}>{text.enter}</ForbiddenButton>
      )}
    </div>
  )
}

function SaveColumns({ run: { province, agency }, words }: Pick<RunActsProps, 'run' | 'words'>) {
  const text = useText(NEW_IMPORT_TEXT)
  const isAllowed = useMe().may('import.mapping')
  const saving = useMutation({
    mutationFn: async () => {
      const params = { province, agency: agency ?? SEVERAL_AGENCIES }
      const { columns } = await call(getImportMapping, { params })
      return call(saveImportMapping, { params, body: { columns: { ...columns, ...words.said } } })
    },
    onSuccess: words.discard,
  })
  if (saving.isSuccess) return <span role="status">{text.saved}</span>
  if (Object.keys(words.said).length === 0) return null
  return (
    <>
      {saving.isError && <ProblemAlert error={saving.error} />}
      <ForbiddenButton
        loading={saving.isPending}
        reason={isAllowed ? undefined : text.saveDenied}
        onClick={() => saving.mutate()}
      >
        {text.saveMapping}
      </ForbiddenButton>
    </>
  )
}
