import type { JobSummary } from '@rasad/contracts/jobs'
import { PERMISSIONS_OF_STEP } from '@rasad/domain/jobs/four-eyes'
import { JOB_STEPS } from '@rasad/domain/jobs/job-life-cycle'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { useMe } from '../../shared/session.ts'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'
import type { ListColumn } from '../../shared/ui/list-table.tsx'
import { STEP_TEXT } from '../../shared/step-text.ts'
import { BulkDialog, type BulkStep } from './bulk-dialog.tsx'
import { BULK_TEXT } from './bulk-text.ts'
import { nextState } from './step-refusal.ts'

/** The jobs that were selected in the list, over its pages. */
export type Selection = {
  chosen: ReadonlyMap<number, JobSummary>
  choose: (jobs: readonly JobSummary[], isChosen: boolean) => void
  clear: () => void
}
const MOST_AT_ONCE = 500
const STEPS = JOB_STEPS.filter((step): step is BulkStep => step !== 'correct')

/** Remembers what is selected while the list is open. */
export function useSelection(): Selection {
  const [chosen, setChosen] = useState<ReadonlyMap<number, JobSummary>>(new Map())
  const choose = (jobs: readonly JobSummary[], isChosen: boolean) => {
    const next = new Map(chosen)
    for (const job of jobs) {
      if (isChosen) next.set(job.jobId, job)
      else next.delete(job.jobId)
    }
    setChosen(next)
  }
  return { chosen, choose, clear: () => setChosen(new Map()) }
}

/** The column in which jobs are selected. */
export function useSelectionColumn(
  jobs: readonly JobSummary[],
  { chosen, choose }: Selection,
): ListColumn<JobSummary> {
  const text = useText(BULK_TEXT)
  const here = jobs.filter(({ jobId }) => chosen.has(jobId)).length
  return {
    key: 'selection',
    label: (
      <Checkbox
        aria-label={text.selectPage}
        checked={here > 0 && here === jobs.length}
        indeterminate={here > 0 && here < jobs.length}
        onChange={({ target }) => choose(jobs, target.checked)}
      />
    ),
    cell: (job) => (
      <Checkbox
        aria-label={text.select(job.name)}
        checked={chosen.has(job.jobId)}
        onChange={({ target }) => choose([job], target.checked)}
      />
    ),
  }
}

/** What can be done with the selected jobs together. */
export function SelectionBar({ selection }: { selection: Selection }) {
  const text = useText(BULK_TEXT)
  const steps = useText(STEP_TEXT)
  const { count } = useFormat()
  const me = useMe()
  const [step, setStep] = useState<BulkStep | null>(null)
  const jobs = [...selection.chosen.values()]
  if (jobs.length === 0 && step === null) return null
  const reasonAgainst = (one: BulkStep) => {
    if (!me.may('job.step') || !PERMISSIONS_OF_STEP[one].some(me.may)) return text.notYours
    if (jobs.length > MOST_AT_ONCE) return text.tooMany
    return jobs.some(({ state }) => nextState(state, one) !== undefined) ? undefined : text.nonePossible
  }
  return (
    <div className="selection-bar no-print" role="region" aria-label={text.selected(count(jobs.length))}>
      <strong>{text.selected(count(jobs.length))}</strong>
      {STEPS.map((one) => (
        <ForbiddenButton key={one} size="small" reason={reasonAgainst(one)} onClick={() => setStep(one)}>
          {steps[one]}
        </ForbiddenButton>
      ))}
      <Button size="small" type="text" onClick={selection.clear}>
        {text.clear}
      </Button>
      {step !== null && (
        <BulkDialog jobs={jobs} step={step} onTaken={selection.clear} onClose={() => setStep(null)} />
      )}
    </div>
  )
}
