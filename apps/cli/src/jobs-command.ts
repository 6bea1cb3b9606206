import { getJobCsv } from '@rasad/contracts/papers'
import { getJob as getJobContract, listJobs as listJobsContract } from '@rasad/contracts/jobs'
import { writeJobCsv, writeJobWorkbook } from '@rasad/server/modules/jobs/job-files.commands'
import { listJobs } from '@rasad/server/modules/jobs/job-page.queries'
import { getJob } from '@rasad/server/modules/jobs/job-reading.queries'
import { readSnapshot } from '@rasad/server/platform/db'
import { readForFile } from '@rasad/server/platform/file-answer'
import { addDeskCommand, addGroup, type Branch } from './command.ts'
import { textOf } from './words.ts'
import { readWords } from './failure.ts'
import { FIGURES_TEXT } from './figures-text.ts'
import { kindOfFile } from './named-file.ts'
import { addRegisterCommand } from './job-register-command.ts'
import { addRevealCommand } from './job-reveal-command.ts'
import { addStepCommand } from './job-step-command.ts'
import { jobLines, jobListLines } from './jobs-printing.ts'
import { JOBS_TEXT } from './jobs-text.ts'
import { loadNames } from '@rasad/server/modules/places/names.queries'

/** `rasad jobs list`, `show`, `register`, `step` and `reveal`. */
export function addJobsCommands(branch: Branch): void {
  const { language } = branch
  const text = JOBS_TEXT[language]
  const group = addGroup(branch, 'jobs', text.group)
  const list = {
    name: 'list',
    summary: text.list,
    required: ['province', 'period'],
    optional: ['county', 'agency', 'state', 'importId', 'after', 'limit', 'out'],
  } as const
  addDeskCommand(group, list, async ({ rasad, actor, now }, words) => {
    const file = textOf(words, 'out')
    if (file !== undefined) {
      const write = kindOfFile(file, ['xlsx', 'csv']) === 'csv' ? writeJobCsv : writeJobWorkbook
      const query = readWords(getJobCsv.query, { ...words, importId: words['import'], language })
      const asked = { contract: getJobCsv, input: { params: {}, query, body: undefined }, actor }
      await readForFile(rasad.database, asked, (db) =>
        write(db, query, { scope: actor.scope, now, out: file }),
      )
      return { value: { file }, lines: () => [`${FIGURES_TEXT[language].written} ${file}`] }
    }
    const filter = readWords(listJobsContract.query, { ...words, importId: words['import'] })
    const { value, names } = await readSnapshot(rasad.database, async (db) => ({
      value: await listJobs(db, filter, actor.scope),
      names: await loadNames(db, language, filter.province),
    }))
    return { value, lines: () => jobListLines(language, names, value.jobs, value.next) }
  })

  const show = {
    name: 'show',
    summary: text.show,
    inputs: [['<ID>', text.id]],
    required: ['province'],
  } as const
  addDeskCommand(group, show, async ({ rasad, actor }, words, [id]) => {
    const { province, jobId } = readWords(getJobContract.params, { ...words, jobId: id })
    const { value, names } = await readSnapshot(rasad.database, async (db) => ({
      value: await getJob(db, province, jobId, actor),
      names: await loadNames(db, language, province),
    }))
    return { value, lines: () => jobLines(language, names, value) }
  })

  addRegisterCommand(group)
  addStepCommand(group)
  addRevealCommand(group)
}
