import type { ImportOutcome, ImportRun } from '@rasad/contracts/imports'
import { SEVERAL_AGENCIES } from '@rasad/contracts/import-mappings'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { useMe } from '../../shared/session.ts'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { isForAnother, useCheckingAgain } from './checking-again.ts'
import { NEW_IMPORT_TEXT } from './new-import-text.ts'
import type { RunWork } from './run-work.ts'
import { useSenderName } from './sender-name.ts'

type CheckedRun = { run: ImportRun; work: RunWork }
type CheckAgainProps = {
  run: ImportRun & { outcome: ImportOutcome }
  work: RunWork
  /** How many headers were said to mean something else since. */
  changed: number
  refusal: string | undefined
}

/** What was said otherwise of a checked list, its columns or its sender, to be taken back or checked anew. */
export function CheckAgain({ run, work, changed, refusal }: CheckAgainProps) {
  const text = useText(NEW_IMPORT_TEXT)
  const { count } = useFormat()
  const senderName = useSenderName()
  const navigate = useNavigate({ from: '/imports/new' })
  const sender = work.sender === SEVERAL_AGENCIES ? null : (work.sender ?? null)
  const pending = [
    ...(changed > 0 ? [`${count(changed)} ${text.pending}`] : []),
    ...(isForAnother(run, work) ? [`${text.pendingSender}: ${senderName(sender)}`] : []),
    ...(run.mended > 0 ? [text.againKeeps] : []),
  ]
  const takeBack = () => {
    work.words.discard()
    const agency = run.agency ?? SEVERAL_AGENCIES
    void navigate({ search: (before) => ({ ...before, agency }), replace: true })
  }
  return (
    <>
      <span className="run-pending" role="status">
        {pending.join(' · ')}
      </span>
      <Button onClick={takeBack}>{text.undoChanges}</Button>
      <AgainButton refusal={refusal} run={run} work={work} />
    </>
  )
}

/** Checks a list again whose rows are not there: its file is. */
export function CheckAgainButton(checked: CheckedRun) {
  const text = useText(NEW_IMPORT_TEXT)
  const isAllowed = useMe().may('import.run')
  return <AgainButton refusal={isAllowed ? undefined : text.enterDenied} {...checked} />
}

function AgainButton({ refusal, run, work }: CheckedRun & { refusal: string | undefined }) {
  const text = useText(NEW_IMPORT_TEXT)
  const checking = useCheckingAgain(run, work)
  return (
    <>
      <ForbiddenButton
        type="primary"
        reason={refusal}
        loading={checking.isPending}
        onClick={() => checking.mutate()}
      >
        {text.again}
      </ForbiddenButton>
      {checking.isError && <ProblemAlert error={checking.error} />}
    </>
  )
}
