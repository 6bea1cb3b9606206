import type { Job, JobSummary } from '@rasad/contracts/jobs'
import { kindText } from './dimension-text.ts'
import { formattingOf, NO_FIGURE } from '@rasad/domain/persian/formatting'
import { jobStateText, jobStepText } from './job-text.ts'
import { JOBS_TEXT } from './jobs-text.ts'
import type { Language } from './language.ts'
import { withCode, type Names } from '@rasad/server/modules/places/names.queries'
import { factLines, tableLines } from './table-printing.ts'

/** A page of jobs. */
export function jobListLines(
  language: Language,
  names: Names,
  jobs: readonly JobSummary[],
  next: string | null,
): string[] {
  const text = JOBS_TEXT[language]
  const { day } = formattingOf(language)
  if (jobs.length === 0) return [text.none]
  const headers = [
    text.stateColumn,
    text.nameColumn,
    text.nationalId,
    text.county,
    text.agency,
    text.startDate,
  ]
  const columns = [
    { header: text.idColumn, align: 'end' as const },
    ...headers.map((header) => ({ header, align: 'start' as const })),
  ]
  const rows = jobs.map((job) => [
    String(job.jobId),
    jobStateText(language, job.state),
    job.name,
    job.nationalId,
    names.county(job.county),
    names.agency(job.agency),
    day(job.startDate),
  ])
  return [...tableLines(columns, rows), ...(next === null ? [] : [`${text.more} ${next}`])]
}

/** One job with everything that happened to it. */
export function jobLines(language: Language, names: Names, job: Job): string[] {
  const text = JOBS_TEXT[language]
  const { count, day } = formattingOf(language)
  const kinds = [job.jobType, job.novelty, job.directness, job.gender, job.settlement, job.education]
  return [
    ...factLines([
      [text.idColumn, String(job.jobId)],
      [text.stateColumn, jobStateText(language, job.state)],
      [text.nameColumn, `${job.name} (${job.nationalId})`],
      [text.period, job.period],
      [text.county, withCode(names.county(job.county), job.county)],
      [text.agency, withCode(names.agency(job.agency), job.agency)],
      [text.sector, kindText(language, job.sector)],
      [text.startDate, day(job.startDate)],
      [text.kind, kinds.map((kind) => kindText(language, kind)).join(' · ')],
      [text.employer, job.employer ?? NO_FIGURE],
      [text.registeredBy, job.registeredBy],
      [text.version, count(job.version)],
      [
        text.possible,
        job.possibleSteps.map((step) => `${step} (${jobStepText(language, step)})`).join(' · ') || NO_FIGURE,
      ],
    ]),
    ...stepLines(language, job),
    ...serviceLines(language, names, job),
    ...(job.conflicts.length === 0
      ? []
      : ['', `${text.conflicts}: ${job.conflicts.map(({ caseId }) => caseId).join(' · ')}`]),
  ]
}

function stepLines(language: Language, { steps }: Job): string[] {
  const text = JOBS_TEXT[language]
  const { moment } = formattingOf(language)
  const lines = steps.map(({ step, to, at, by, reason, changes }) => {
    const changed = Object.entries(changes ?? {}).map(
      ([field, [old, fresh]]) => `${field}: ${old} → ${fresh}`,
    )
    const words = [
      moment(at),
      jobStepText(language, step),
      jobStateText(language, to),
      by,
      ...(reason === null ? [] : [reason]),
      ...changed,
    ]
    return `  ${words.join(' · ')}`
  })
  return lines.length === 0 ? [] : ['', `${text.steps}:`, ...lines]
}

function serviceLines(language: Language, names: Names, { services }: Job): string[] {
  const text = JOBS_TEXT[language]
  const { day, count } = formattingOf(language)
  const lines = services.map(({ agency, type, date, amountRial, documentRef, source }) => {
    const words = [
      names.agency(agency),
      ...(type === null ? [] : [type]),
      day(date),
      ...(amountRial === null ? [] : [`${count(Number(amountRial))} ${text.rial}`]),
      ...(documentRef === null ? [] : [documentRef]),
      ...(source === null
        ? []
        : [`${text.import} ${source.importId} «${source.sheet}» ${text.row} ${source.row}`]),
    ]
    return `  ${words.join(' · ')}`
  })
  return lines.length === 0 ? [] : ['', `${text.services}:`, ...lines]
}
