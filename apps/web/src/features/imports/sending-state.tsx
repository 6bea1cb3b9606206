import type { ReactNode } from 'react'
import { useText } from '../../shared/language.ts'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { FileChanged } from './held-files.ts'
import { NEW_IMPORT_TEXT } from './new-import-text.ts'
import { RunProgress } from './run-progress.tsx'
import type { useSendingList } from './sending-list.ts'

/** What becomes of a list on its way to the server: it is being sent, or could not be. */
export function SendingState({
  sending,
  again,
}: {
  sending: ReturnType<typeof useSendingList>
  again: ReactNode
}) {
  const text = useText(NEW_IMPORT_TEXT)
  if (sending.isPending) {
    return (
      <div className="card run-head">
        <RunProgress label={`${text.sending}: ${sending.variables.file.name}`} progress={null} />
      </div>
    )
  }
  if (!sending.isError) return null
  if (sending.error instanceof FileChanged) {
    return (
      <p className="card" role="alert">
        {text.fileChanged}
      </p>
    )
  }
  return <ProblemAlert error={sending.error} action={again} />
}
