import type { ImportRun } from '@rasad/contracts/imports'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ApiProblem, toldProblem } from '../../shared/api.ts'
import { useText } from '../../shared/language.ts'
import { noteChange } from '../../shared/own-changes.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { CheckedReport } from './checked-report.tsx'
import { useFollowedRun } from './following-run.ts'
import { isKept } from './imports-query.ts'
import { CheckAgainButton } from './check-again.tsx'
import { NameColumns } from './name-columns.tsx'
import { NEW_IMPORT_TEXT } from './new-import-text.ts'
import { RunHead } from './run-head.tsx'
import type { RunWork } from './run-work.ts'
import { VerdictTiles } from './verdict-tiles.tsx'

type FollowedRunProps = RunWork & { runId: string; place: { province: string; period: string } }

/** A run that goes on, and what became of it; one that entered goes on to the page of its import. */
export function FollowedRun({ runId, place, ...work }: FollowedRunProps) {
  const text = useText(NEW_IMPORT_TEXT)
  const search = useSearch({ from: '/imports/new' })
  const navigate = useNavigate({ from: '/imports/new' })
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
      {run.dryRun && (run.phase === 'failed' || run.phase === 'cancelled') && (
        <CheckAgainButton run={run} work={work} />
      )}
      {isKept(run) ? (
        <CheckedReport
          run={run}
          words={work.words}
          search={search}
          ask={(part) => void navigate({ search: (before) => ({ ...before, ...part }), resetScroll: false })}
        />
      ) : (
        run.phase === 'done' && run.dryRun && <NotKept run={run} work={work} />
      )}
    </>
  )
}

/** A list whose rows are not there any more: it entered, or the check was set aside or has run out. */
function NotKept({ run, work }: { run: ImportRun; work: RunWork }) {
  const text = useText(NEW_IMPORT_TEXT)
  const next = run.importingRunId ?? run.checkingRunId
  if (next !== null) {
    return (
      <EmptyState
        title={run.checkingRunId === null ? text.entered : text.checkedAgain}
        action={
          <Link to="/imports/new" search={{ run: next }}>
            {run.checkingRunId === null ? text.toImport : text.toCheck}
          </Link>
        }
      />
    )
  }
  return (
    <>
      {run.outcome !== null && <VerdictTiles counts={run.outcome} chosen={undefined} />}
      <EmptyState
        title={text.notKept}
        about={text.notKeptWhy}
        action={<CheckAgainButton run={run} work={work} />}
      />
    </>
  )
}

function useEntered(run: ImportRun | undefined): void {
  const navigate = useNavigate()
  const province = run?.province
  const importId = run?.outcome?.importId ?? null
  useEffect(() => {
    if (province === undefined || importId === null) return
    noteChange('made')
    void navigate({
      to: '/imports/$province/$importId',
      params: { province, importId: String(importId) },
      replace: true,
    })
  }, [navigate, province, importId])
}
