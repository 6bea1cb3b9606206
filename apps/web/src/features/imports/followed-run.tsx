import type { ImportRun } from '@rasad/contracts/imports'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ApiProblem, toldProblem } from '../../shared/api.ts'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import type { ColumnWords } from './column-words.ts'
import { useFollowedRun } from './following-run.ts'
import { isUnderWay } from './imports-query.ts'
import { NameColumns } from './name-columns.tsx'
import { NEW_IMPORT_TEXT } from './new-import-text.ts'
import { Report } from './report.tsx'
import { RunActs } from './run-acts.tsx'
import { RunProgress } from './run-progress.tsx'
import type { RunWork } from './run-work.ts'
import { useSenderName } from './sender-name.ts'

type FollowedRunProps = RunWork & { runId: string; place: { province: string; period: string } }

/** A run that goes on, and what became of it; one that entered goes on to the page of its import. */
export function FollowedRun({ runId, place, ...work }: FollowedRunProps) {
  const text = useText(NEW_IMPORT_TEXT)
  const { data: run, error } = useFollowedRun(runId, place)
  useEntered(run)
  if (run === undefined) {
    if (error === null) return null
    return error instanceof ApiProblem && error.problem.code === 'not-found' ? (
      <EmptyState title={text.gone} about={text.goneWhy} />
    ) : (
      <ProblemAlert error={error} />
    )
  }
  return (
    <>
      <RunHead run={run} work={work} />
      {run.problem !== null && <ProblemAlert error={toldProblem(run.problem)} />}
      {run.problem?.code === 'import.not-a-job-list' && <NameColumns run={run} {...work} />}
      {run.outcome !== null && run.outcome.importId === null && (
        <CheckedReport run={run} outcome={run.outcome} words={work.words} />
      )}
    </>
  )
}

function RunHead({ run, work }: { run: ImportRun; work: RunWork }) {
  const text = useText(NEW_IMPORT_TEXT)
  const { moment, count, digits } = useFormat()
  const senderName = useSenderName()
  return (
    <div className="card run-head">
      <div>
        <h2>
          <bdi>{run.file}</bdi>
        </h2>
        <p>
          {`${senderName(run.agency)} · ${text.period} ${digits(run.period)} · `}
          <time dateTime={run.startedAt}>{moment(run.startedAt)}</time>
        </p>
        {run.phase === 'done' && run.dryRun && <p className="run-checked">{text.checked}</p>}
        {run.outcome?.afterCutoff === true && <p className="run-cutoff">{text.cutoff}</p>}
      </div>
      {isUnderWay(run) && (
        <RunProgress
          label={run.phase === 'entering' ? text.entering : text.reading}
          progress={run.progress}
          about={`${count(run.rowsRead)} ${text.rowsRead} · ${text.survives}`}
        />
      )}
      {run.outcome !== null && run.outcome.importId === null && (
        <RunActs run={run} outcome={run.outcome} {...work} />
      )}
    </div>
  )
}

type CheckedReportProps = {
  run: ImportRun
  outcome: NonNullable<ImportRun['outcome']>
  words: ColumnWords
}

function CheckedReport({ run, outcome, words }: CheckedReportProps) {
  const search = useSearch({ from: '/imports/new' })
  const navigate = useNavigate({ from: '/imports/new' })
  return (
    <Report
      subject={{ runId: run.runId }}
      result={outcome}
      search={search}
      ask={(part) => void navigate({ search: (before) => ({ ...before, ...part }), resetScroll: false })}
      choices={words}
    />
  )
}

function useEntered(run: ImportRun | undefined): void {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const province = run?.province
  const importId = run?.outcome?.importId ?? null
  useEffect(() => {
    if (province === undefined || importId === null) return
    // Everything that is counted may have changed.
    void queries.invalidateQueries()
    void navigate({
      to: '/imports/$province/$importId',
      params: { province, importId: String(importId) },
      replace: true,
    })
  }, [queries, navigate, province, importId])
}
