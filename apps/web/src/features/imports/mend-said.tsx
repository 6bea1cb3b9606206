import type { WholeRunRow } from '@rasad/contracts/import-runs'
import type { ImportOutcome, ImportRun } from '@rasad/contracts/imports'
import { VERDICT_TEXT } from '@rasad/domain/imports/verdict-text'
import { Button } from 'antd'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { MEND_TEXT } from './mend-text.ts'
import { useMending, valuesBefore } from './mending.ts'

type MendSaidProps = {
  run: ImportRun & { outcome: ImportOutcome }
  /** The row that was mended last, as it stands since. */
  said: WholeRunRow | null
  onUndone: (row: WholeRunRow) => void
}

/** What became of the row that was mended last, with the way back, and how many wrong rows are left. */
export function MendSaid({ run, said: row, onUndone }: MendSaidProps) {
  const text = useText(MEND_TEXT)
  const verdicts = useText(VERDICT_TEXT)
  const { count, digits } = useFormat()
  const undoing = useMending(run.runId)
  const left = run.outcome.rejected
  return (
    <>
      <div className="mend-said no-print" data-verdict={row?.verdict}>
        <span role="status">
          {row === null ? (
            <span className="keys">{text.keys}</span>
          ) : (
            <>
              <strong>{`${text.row} ${digits(String(row.row))}: ${verdicts[row.verdict]}`}</strong>
              {` · ${left === 0 ? text.noneLeft : `${count(left)} ${text.left}`}`}
            </>
          )}
        </span>
        {row && row.mendings.length > 0 && (
          <Button
            size="small"
            loading={undoing.isPending}
            onClick={() =>
              undoing.mutate(
                { place: row, version: row.version, values: valuesBefore(row) },
                { onSuccess: () => onUndone(row) },
              )
            }
          >
            {text.undo}
          </Button>
        )}
      </div>
      {undoing.isError && <ProblemAlert error={undoing.error} />}
    </>
  )
}
