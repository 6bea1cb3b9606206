import { registerJob, type Job } from '@rasad/contracts/jobs'
import { CORRECTION_TEXT, WARNING_TEXT } from '@rasad/domain/imports/verdict-text'
import { registerOneJob } from '@rasad/server/modules/jobs/registration.commands'
import { act } from '@rasad/server/platform/act'
import { readSnapshot } from '@rasad/server/platform/db'
import { addDeskCommand, type Branch } from './command.ts'
import { readWords } from './failure.ts'
import { IMPORT_TEXT } from './import-text.ts'
import { wordOf } from './job-text.ts'
import { jobLines } from './jobs-printing.ts'
import { JOBS_TEXT } from './jobs-text.ts'
import type { Language } from './language.ts'
import { loadNames, type Names } from '@rasad/server/modules/places/names.queries'

/** `rasad jobs register`: one job by hand, by the rules of a row of a list. */
export function addRegisterCommand(group: Branch): void {
  const { language } = group
  const text = JOBS_TEXT[language]
  const shape = {
    name: 'register',
    summary: text.register,
    required: ['province', 'period', 'agency', 'nationalId', 'lastName', 'countyNamed', 'startDate'],
    optional: [
      'firstName',
      'fatherName',
      'birthDate',
      'gender',
      'mobile',
      'village',
      'sector',
      'isic',
      'jobType',
      'novelty',
      'directness',
      'settlement',
      'education',
      'employer',
      'workshopCode',
      'serviceType',
      'serviceDate',
      'amount',
      'documentRef',
    ],
  } as const
  addDeskCommand(group, shape, async ({ rasad, actor, now }, words) => {
    const entry = readWords(registerJob.body, words)
    const { province, period, agency, county } = entry
    const subject = { province, period, agency, county }
    const value = await act(rasad.database, { actor, action: registerJob.action, province, subject }, (tx) =>
      registerOneJob(tx, entry, { actor, now }),
    )
    const names = await readSnapshot(rasad.database, (db) => loadNames(db, language, province))
    return { value, lines: () => registeredLines(language, names, value) }
  })
}

function registeredLines(
  language: Language,
  names: Names,
  { job, corrections, warnings }: { job: Job; corrections: string[]; warnings: string[] },
): string[] {
  const { corrections: mended, warnings: doubtful } = IMPORT_TEXT[language]
  const list = (title: string, codes: readonly string[], words: Readonly<Record<string, string>>) =>
    codes.length === 0 ? [] : ['', `${title}:`, ...codes.map((code) => `  ${wordOf(words, code)}`)]
  return [
    ...jobLines(language, names, job),
    ...list(mended, corrections, CORRECTION_TEXT[language]),
    ...list(doubtful, warnings, WARNING_TEXT[language]),
  ]
}
