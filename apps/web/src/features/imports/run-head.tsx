import { cancelImportRun } from '@rasad/contracts/import-runs'
import type { ImportRun } from '@rasad/contracts/imports'
import { jalaliDateAt } from '@rasad/domain/calendar/jalali'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api.ts'
import { useFormat } from '../../shared/fa.ts'
import { untilFresh } from '../../shared/forgetting.ts'
import { useText } from '../../shared/language.ts'
import { useMe } from '../../shared/session.ts'
import { Code } from '../../shared/ui/code.tsx'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { isKept, isUnderWay, runQuery } from './imports-query.ts'
import { NEW_IMPORT_TEXT } from './new-import-text.ts'
import { RunActs } from './run-acts.tsx'
import { RunProgress } from './run-progress.tsx'
import type { RunWork } from './run-work.ts'
import { useSenderName } from './sender-name.ts'

/** Whose list a run is about, how far it has come, and what can be done with it. */
export function RunHead({ run, work }: { run: ImportRun; work: RunWork }) {
  const text = useText(NEW_IMPORT_TEXT)
  const { moment, digits, dayInWords, count } = useFormat()
  const senderName = useSenderName()
  return (
    <div className="card run-head">
      <div>
        <h2>
          <Code>{run.file}</Code>
        </h2>
        <p>
          {`${senderName(run.agency)} · ${text.period} ${digits(run.period)} · `}
          <time dateTime={run.startedAt}>{moment(run.startedAt)}</time>
          {isKept(run) && run.keptUntil !== null && (
            <>
              {` · ${text.keptUntil} `}
              <time dateTime={run.keptUntil}>{dayInWords(jalaliDateAt(Date.parse(run.keptUntil)))}</time>
            </>
          )}
        </p>
        <p>
          {run.phase === 'done' && run.dryRun && <span className="run-checked">{text.checked}</span>}
          {run.mended > 0 && ` · ${count(run.mended)} ${text.mended}`}
          {run.outcome?.afterCutoff === true && <span className="run-cutoff">{` · ${text.cutoff}`}</span>}
          {run.phase === 'cancelled' && <span className="run-cutoff">{text.cancelled}</span>}
        </p>
      </div>
      {isUnderWay(run) && <UnderWay run={run} />}
      {isKept(run) && <RunActs run={run} {...work} />}
    </div>
  )
}

function UnderWay({ run }: { run: ImportRun }) {
  const text = useText(NEW_IMPORT_TEXT)
  const { count } = useFormat()
  const queries = useQueryClient()
  const isAllowed = useMe().may('import.run')
  const cancelling = useMutation({
    mutationFn: () => call(cancelImportRun, { params: { runId: run.runId }, body: {} }),
    onSuccess: () => untilFresh(queries),
    onError: () => queries.invalidateQueries({ queryKey: runQuery(run.runId).queryKey }),
  })
  const labels = { waiting: text.waiting, reading: text.reading, entering: text.entering }
  const { phase } = run
  return (
    <>
      <RunProgress
        label={phase === 'waiting' || phase === 'entering' ? labels[phase] : labels.reading}
        progress={phase === 'waiting' ? null : run.progress}
        about={`${run.rowsRead === 0 ? '' : `${count(run.rowsRead)} ${text.rowsRead} · `}${text.survives}`}
      />
      <ForbiddenButton
        loading={cancelling.isPending}
        reason={isAllowed ? undefined : text.enterDenied}
        onClick={() => cancelling.mutate()}
      >
        {run.dryRun ? text.cancelCheck : text.cancelImport}
      </ForbiddenButton>
      {cancelling.isError && <ProblemAlert error={cancelling.error} />}
    </>
  )
}
