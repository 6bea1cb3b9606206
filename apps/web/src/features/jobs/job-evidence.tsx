import type { Job } from '@rasad/contracts/jobs'
import type { ReactNode } from 'react'
import { nameOfActor } from '../../shared/actor-name.ts'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { Code } from '../../shared/ui/code.tsx'
import { STEP_TEXT } from '../../shared/step-text.ts'
import { JobSource } from './job-facts.tsx'
import { JOB_TEXT } from './job-text.ts'
import { SERVICE_TEXT } from './job-words.ts'
import { useNames } from './use-names.ts'

const CHECKS = ['confirm', 'verify', 'reject', 'mark-unreachable'] as const
type Check = (typeof CHECKS)[number]

/** What a job rests on: the row of the file it came with, the documents of its services, and the checks that were made. */
export function JobEvidence({ job }: { job: Job }) {
  const text = useText(JOB_TEXT)
  const services = useText(SERVICE_TEXT)
  const steps = useText(STEP_TEXT)
  const { day, digits, moment } = useFormat()
  const names = useNames(job.province)
  const found: { key: string; what: ReactNode; about: ReactNode }[] = []
  if (job.source !== null)
    found.push({
      key: 'file',
      what: text.fileOfAgency,
      about: <JobSource province={job.province} source={job.source} />,
    })
  for (const { serviceId, type, documentRef, agency, date } of job.services)
    if (documentRef !== null)
      found.push({
        key: `service ${serviceId}`,
        what: (
          <>
            {`${text.documentRef} `}
            <Code>{digits(documentRef)}</Code>
          </>
        ),
        about: [type === null ? text.serviceType : services[type], names.agency(agency), day(date)].join(
          ' · ',
        ),
      })
  for (const { number, step, by, at, reason } of job.steps)
    if (isCheck(step))
      found.push({
        key: `step ${number}`,
        what: steps[step],
        about: (
          <>
            <time dateTime={at}>{moment(at)}</time>
            {` · ${text.by} `}
            <Code>{nameOfActor(by)}</Code>
            {reason !== null && ` · ${reason}`}
          </>
        ),
      })
  return (
    <section className="card">
      <h2>{text.evidence}</h2>
      {found.length === 0 ? (
        <p className="quiet">{text.noEvidence}</p>
      ) : (
        <dl className="evidence">
          {found.map(({ key, what, about }) => (
            <div key={key}>
              <dt>{what}</dt>
              <dd>{about}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

function isCheck(step: string): step is Check {
  return CHECKS.some((check) => check === step)
}
