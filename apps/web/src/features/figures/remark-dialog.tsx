import type { Remark, RemarkHistory } from '@rasad/contracts/remarks'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { nameOfActor } from '../../shared/actor-name.ts'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { RemarkForm } from './remark-form.tsx'
import { REMARK_TEXT } from './remark-text.ts'
import { remarkHistoryQuery, type RemarkedRow } from './remarks-query.ts'

type RemarkDialogProps = {
  row: RemarkedRow
  name: string
  /** What stands in the table at its moment. */
  remark: Remark | undefined
  mayWrite: boolean
  isPast: boolean
  onClose: () => void
}
type Version = RemarkHistory['versions'][number]

/** A remark in full with all its versions; for whoever speaks for the row, to be written, altered or withdrawn. */
export function RemarkDialog({ row, name, remark, mayWrite, isPast, onClose }: RemarkDialogProps) {
  const text = useText(REMARK_TEXT)
  const history = useQuery(remarkHistoryQuery(row))
  const versions = history.data?.versions
  const isForm = mayWrite && versions !== undefined
  return (
    <Dialog
      title={`${text.remark}: ${name}`}
      onClose={onClose}
      {...(!isForm && { acts: <Button onClick={onClose}>{text.close}</Button> })}
    >
      {isForm ? (
        <RemarkForm row={row} versions={versions} onClose={onClose} />
      ) : (
        <>
          {remark !== undefined && <Said version={remark} />}
          {isPast && <p className="quiet">{text.ofThen}</p>}
        </>
      )}
      {history.isError && versions === undefined && <ProblemAlert error={history.error} />}
      {versions !== undefined && versions.length > (isForm ? 0 : 1) && <Versions versions={versions} />}
    </Dialog>
  )
}

function Versions({ versions }: { versions: readonly Version[] }) {
  const text = useText(REMARK_TEXT)
  const { count } = useFormat()
  return (
    <details className="remark-versions">
      <summary>{`${text.versions} (${count(versions.length)})`}</summary>
      <ol>
        {versions.map((version) => (
          <li key={version.version}>
            <Said version={version} />
          </li>
        ))}
      </ol>
    </details>
  )
}

function Said({ version: { text: said, by, at } }: { version: Version }) {
  const text = useText(REMARK_TEXT)
  const { moment } = useFormat()
  return (
    <div className="remark-said">
      {said === '' ? (
        <p className="quiet">{text.withdrawn}</p>
      ) : (
        <p className="remark-whole" dir="auto">
          {said}
        </p>
      )}
      <small>
        <bdi>{nameOfActor(by)}</bdi>
        {' · '}
        <time dateTime={at}>{moment(at)}</time>
      </small>
    </div>
  )
}
