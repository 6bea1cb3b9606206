import type { Job } from '@rasad/contracts/jobs'
import { nameOfActor } from '../../shared/actor-name.ts'
import { useFormat } from '../../shared/fa.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { Code } from '../../shared/ui/code.tsx'
import { STEP_TEXT } from '../../shared/step-text.ts'
import { DIMENSION_TEXT } from '@rasad/domain/ledger/dimension-text'
import { JOB_TEXT } from './job-text.ts'
import { StateTag } from './state-tag.tsx'
import { useNames } from './use-names.ts'

/** The steps of a job, the latest first. */
export function JobHistory({ job }: { job: Job }) {
  const text = useText(JOB_TEXT)
  return (
    <section className="card">
      <h2>{text.history}</h2>
      <JobStepList job={job} steps={job.steps.toReversed()} />
    </section>
  )
}

/** Steps as a time line: what was done, by whom, when, why, and what it changed. */
export function JobStepList({ job, steps }: { job: Job; steps: Job['steps'] }) {
  const text = useText(JOB_TEXT)
  const words = useText(STEP_TEXT)
  const { moment } = useFormat()
  return (
    <ol className="time-line">
      {steps.map((step) => (
        <li key={step.number} data-state={step.to}>
          <p className="time-line-head">
            <strong>{nameOfStep(words, step.step)}</strong>
            {step.from !== step.to && <StateTag state={step.to} />}
          </p>
          <p className="time-line-about">
            <time dateTime={step.at}>{moment(step.at)}</time>
            {` · ${text.by} `}
            <Code>{nameOfActor(step.by)}</Code>
          </p>
          {step.reason !== null && <blockquote>{step.reason}</blockquote>}
          {step.changes !== null && <Changes province={job.province} changes={step.changes} />}
        </li>
      ))}
    </ol>
  )
}

function Changes({ province, changes }: { province: string; changes: Record<string, [string, string]> }) {
  const text = useText(JOB_TEXT)
  const language = useLanguage()
  const names = useNames(province)
  const labels: Readonly<Record<string, string>> = {
    ...DIMENSION_TEXT[language],
    startDate: text.startDate,
    isic: text.isic,
  }
  return (
    <ul className="changes">
      {Object.entries(changes).map(([field, [before, after]]) => (
        <li key={field}>
          {`${labels[field] ?? field}: `}
          <del>{names.valueOf(field, before)}</del> <ins>{names.valueOf(field, after)}</ins>
        </li>
      ))}
    </ul>
  )
}

function nameOfStep(words: Readonly<Record<string, string>>, step: string): string {
  return words[step] ?? step
}
