import type { Job } from '@rasad/contracts/jobs'
import { countsTowardCommitment } from '@rasad/domain/jobs/job-kinds'
import { isCounted } from '@rasad/domain/jobs/job-life-cycle'
import type { ReactNode } from 'react'
import { nameOfActor } from '../../shared/actor-name.ts'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { PageLink } from '../../shared/page-link.tsx'
import { Code } from '../../shared/ui/code.tsx'
import { JOB_TEXT } from './job-text.ts'
import { useNames } from './use-names.ts'
import { NationalId } from './reveal-person.tsx'

/** What is known of a job: the person, the work, and the record itself. */
export function JobFacts({ job }: { job: Job }) {
  const text = useText(JOB_TEXT)
  const { day, digits } = useFormat()
  const names = useNames(job.province)
  const code = (value: string | null) => (value === null ? null : <Code>{digits(value)}</Code>)
  const counted = !isCounted(job.state)
    ? text.countsNot
    : countsTowardCommitment(job)
      ? text.countsToward
      : text.countsBeside
  return (
    <div className="job-facts card">
      <Facts
        title={text.person}
        facts={[
          [text.name, job.name],
          [text.nationalId, <NationalId key="id" job={job} />],
          [text.gender, names.kind(job.gender)],
          [text.education, names.kind(job.education)],
        ]}
      />
      <Facts
        title={text.work}
        facts={[
          [text.agency, names.agency(job.agency)],
          [text.county, names.county(job.county)],
          [text.placeText, job.placeText && digits(job.placeText)],
          [text.ruralDistrict, code(job.ruralDistrict)],
          [text.village, code(job.village)],
          [text.settlement, names.kind(job.settlement)],
          [text.employer, job.employer && digits(job.employer)],
          [text.workshopCode, code(job.workshopCode)],
          [text.sector, names.kind(job.sector)],
          [text.isic, code(job.isic)],
          [text.jobType, names.kind(job.jobType)],
          [text.novelty, names.kind(job.novelty)],
          [text.directness, names.kind(job.directness)],
          [text.startDate, code(day(job.startDate))],
        ]}
      />
      <Facts
        title={text.record}
        facts={[
          [text.counted, counted],
          [text.registeredBy, <Code key="by">{nameOfActor(job.registeredBy)}</Code>],
          [
            text.source,
            job.source === null ? (
              text.byHand
            ) : (
              <JobSource key="source" province={job.province} source={job.source} />
            ),
          ],
          [text.period, code(job.period)],
        ]}
      />
    </div>
  )
}

// A CSV file has no sheets; what stands there is the reader's own word.
const SHEET_OF_CSV = 'csv'

type JobSourceProps = { province: string; source: NonNullable<Job['source']> }

/** The file, sheet and row something came from; leads to the import. */
export function JobSource({ province, source }: JobSourceProps) {
  const text = useText(JOB_TEXT)
  const { count } = useFormat()
  return (
    <>
      <PageLink route="/imports/$province/$importId" address={`/imports/${province}/${source.importId}`}>
        {`${text.file} ${count(source.importId)}`}
      </PageLink>
      {source.sheet !== SHEET_OF_CSV && (
        <>
          {` · ${text.sheet} `}
          <bdi>{source.sheet}</bdi>
        </>
      )}
      {` · ${text.row} ${count(source.row)}`}
    </>
  )
}

/** Facts under a heading; what is not known is left out. */
function Facts({ title, facts }: { title: string; facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <dl>
        {facts
          .filter(([, value]) => value !== null && value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}
