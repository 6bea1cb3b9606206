import { discardDryRun, getRunErrors, importDryRun } from '@rasad/contracts/import-runs'
import { getImportMapping, saveImportMapping, SEVERAL_AGENCIES } from '@rasad/contracts/import-mappings'
import { type ImportOutcome, type ImportRun } from '@rasad/contracts/imports'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { addressFor, call } from '../../shared/api.ts'
import { useFormat } from '../../shared/fa.ts'
import { untilFresh } from '../../shared/forgetting.ts'
import { useText } from '../../shared/language.ts'
import { useMe } from '../../shared/session.ts'
import { ConfirmButton } from '../../shared/ui/confirm-button.tsx'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { unheeded } from './column-words.ts'
import { CheckAgain } from './check-again.tsx'
import { isForAnother } from './checking-again.ts'
import { isOfRun, runQuery } from './imports-query.ts'
import { useMendRefusal } from './mend-refusal.ts'
import { NEW_IMPORT_TEXT } from './new-import-text.ts'
import type { RunWork } from './run-work.ts'

type RunActsProps = RunWork & { run: ImportRun & { outcome: ImportOutcome } }

/** What can be done with a list that was checked: enter it as it stands, take its errors along, check it again, set it aside. */
export function RunActs({ run, ...work }: RunActsProps) {
  const text = useText(NEW_IMPORT_TEXT)
  const { count } = useFormat()
  const { outcome, runId } = run
  const { words } = work
  const refusal = useMendRefusal(run)
  const entering = useEntering(runId)
  const settingAside = useSettingAside(runId)
  const changed = unheeded(words.said, outcome.sheets).length
  const isPending = changed > 0 || isForAnother(run, work)
  const reason = refusal ?? (isPending ? text.enterPending : undefined)
  const what = [
    `${count(outcome.accepted)} ${text.accepted}`,
    ...(outcome.conflict > 0 ? [`${count(outcome.conflict)} ${text.conflicts}`] : []),
  ]
  return (
    <div className="run-acts no-print">
      {isPending ? (
        <CheckAgain run={run} work={work} changed={changed} refusal={refusal} />
      ) : (
        <SaveColumns run={run} words={words} />
      )}
      {refusal === undefined && (
        <ConfirmButton type="text" question={text.setAsideQuestion} onConfirm={() => settingAside.mutate()}>
          {text.setAside}
        </ConfirmButton>
      )}
      {outcome.accepted < outcome.rows &&
        (refusal === undefined ? (
          <Button href={addressFor(getRunErrors, { params: { runId } })} download>
            {text.errors}
          </Button>
        ) : (
          <ForbiddenButton reason={refusal}>{text.errors}</ForbiddenButton>
        ))}
      {reason === undefined ? (
        <ConfirmButton
          type="primary"
          loading={entering.isPending}
          question={`${text.enterQuestion} ${what.join('، ')}`}
          onConfirm={() => entering.mutate()}
        >
          {text.enter}
        </ConfirmButton>
      ) : (
        <ForbiddenButton reason={reason}>{text.enter}</ForbiddenButton>
      )}
      {entering.isError && <ProblemAlert error={entering.error} />}
      {settingAside.isError && <ProblemAlert error={settingAside.error} />}
    </div>
  )
}

function useEntering(runId: string) {
  const queries = useQueryClient()
  const navigate = useNavigate({ from: '/imports/new' })
  return useMutation({
    mutationFn: () => call(importDryRun, { params: { runId }, body: {} }),
    onSuccess: async (run) => {
      queries.setQueryData(runQuery(run.runId).queryKey, run)
      queries.removeQueries({ queryKey: runQuery(runId).queryKey })
      await untilFresh(queries)
      await navigate({ search: ({ agency }) => ({ agency, run: run.runId }) })
    },
    onError: () => queries.invalidateQueries({ queryKey: runQuery(runId).queryKey }),
  })
}

function useSettingAside(runId: string) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: () => call(discardDryRun, { params: { runId }, body: {} }),
    onSuccess: async () => {
      await untilFresh(queries)
      await navigate({ to: '/imports' })
      queries.removeQueries({ queryKey: runQuery(runId).queryKey })
    },
  })
}

function SaveColumns({ run: { province, agency }, words }: Pick<RunActsProps, 'run' | 'words'>) {
  const text = useText(NEW_IMPORT_TEXT)
  const isAllowed = useMe().may('import.mapping')
  const saving = useMutation({
    mutationFn: async () => {
      const params = { province, agency: agency ?? SEVERAL_AGENCIES }
      const { columns } = await call(getImportMapping, { params })
      const body = { columns: { ...columns, ...words.said } }
      return call(saveImportMapping, { params, body }, { keeps: isOfRun })
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
