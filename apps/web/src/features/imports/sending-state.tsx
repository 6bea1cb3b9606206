import { Alert, Button } from 'antd'
import { ApiProblem } from '../../shared/api.ts'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { Code } from '../../shared/ui/code.tsx'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { FileChanged } from './readable-file.ts'
import { NEW_IMPORT_TEXT } from './new-import-text.ts'
import { RunProgress } from './run-progress.tsx'
import type { Sending } from './sending-list.ts'

const BYTES_OF_A_MEGABYTE = 1_000_000

/** What becomes of a list on its way to the server: how much has left, or why it did not arrive. */
export function SendingState({ sending }: { sending: Sending }) {
  const text = useText(NEW_IMPORT_TEXT)
  const { list, isPending, error } = sending
  if (list === undefined) return null
  if (isPending) return <OnItsWay sending={sending} file={list.file} />
  if (error === null) return null
  if (error instanceof FileChanged)
    return <Alert role="alert" type="warning" showIcon title={text.fileChanged} />
  const again = <Button onClick={() => sending.send(list)}>{text.sendAgain}</Button>
  if (error instanceof DOMException) {
    return (
      <Alert
        role="status"
        type="info"
        showIcon
        title={text.calledBack}
        description={<Code>{list.file.name}</Code>}
        action={again}
      />
    )
  }
  return (
    <>
      <ProblemAlert error={error} action={mayArriveYet(error) && again} />
      <p className="held-file">
        <Code>{list.file.name}</Code>
        {mayArriveYet(error) && ` — ${text.held}`}
      </p>
    </>
  )
}

/** Whether the same file sent once more may be taken: the connection, the server or the sign-in failed, not the file. */
function mayArriveYet(error: unknown): boolean {
  return !(error instanceof ApiProblem) || error.status >= 500 || error.status === 401
}

function OnItsWay({ sending, file }: { sending: Sending; file: File }) {
  const text = useText(NEW_IMPORT_TEXT)
  const { count } = useFormat()
  const megabytes = (bytes: number) => count(Math.round((bytes / BYTES_OF_A_MEGABYTE) * 10) / 10)
  const isAway = sending.sent >= file.size
  return (
    <div className="card run-head">
      <RunProgress
        label={isAway ? text.arriving : text.sending}
        subject={file.name}
        progress={isAway ? null : sending.sent / file.size}
        about={`${megabytes(sending.sent)} ${text.of} ${megabytes(file.size)} ${text.megabytes}`}
      />
      <Button onClick={sending.callBack}>{text.callBack}</Button>
    </div>
  )
}
