import { jobStateText } from '@rasad/domain/jobs/job-state-text'
import type { JobState } from '@rasad/domain/jobs/job-life-cycle'
import { useLanguage } from '../../shared/language.ts'

/** Where a job stands, in a word; the colour only repeats it. */
export function StateTag({ state }: { state: JobState }) {
  const language = useLanguage()
  return (
    <span className="state-tag" data-state={state}>
      {jobStateText(language, state)}
    </span>
  )
}
