import { toLatinDigits } from '@rasad/domain/persian/digits'
import { listJobs as listJobsContract, takeJobStep } from '@rasad/contracts/jobs'
import { countJobs, listJobs } from '@rasad/server/modules/jobs/job-page.queries'
import { getJob } from '@rasad/server/modules/jobs/job-reading.queries'
import type { StepOrder } from '@rasad/server/modules/jobs/jobs.commands'
import { loadNames } from '@rasad/server/modules/places/names.queries'
import { readSnapshot } from '@rasad/server/platform/db'
import { Problem } from '@rasad/server/platform/problem'
import { addDeskCommand, type Answer, type Branch, type Desk } from './command.ts'
import { readWords } from './failure.ts'
import { readJobIds } from './job-ids.ts'
import { JOBS_AT_ONCE, stepMany, stepOne } from './job-steps.ts'
import { jobLines } from './jobs-printing.ts'
import { JOBS_TEXT } from './jobs-text.ts'
import { textOf, type Words } from './words.ts'

const CORRECTED = [
  'county',
  'agency',
  'sector',
  'jobType',
  'novelty',
  'directness',
  'settlement',
  'startDate',
  'isic',
] as const

/** `rasad jobs step`: one job, several, or all that a filter names. */
export function addStepCommand(group: Branch): void {
  const { language } = group
  const text = JOBS_TEXT[language]
  const shape = {
    name: 'step',
    summary: text.step,
    inputs: [
      ['<IDS>', text.ids],
      ['[STEP]', text.stepName],
    ],
    required: ['province'],
    optional: ['reason', 'seenVersion', ...CORRECTED, 'all', 'period', 'state', 'importId'],
    details: text.stepDetails,
  } as const
  addDeskCommand(group, shape, async (desk, words, [first = '', second]) => {
    if (words['all'] === true) {
      if (second !== undefined) throw badInput('IDS', text.ids)
      return stepAll(desk, words, first)
    }
    const ids = readJobIds(first)
    if (!ids) throw badInput('IDS', text.ids)
    if (second === undefined) throw badInput('STEP', text.stepName)
    const order = readOrder(words, second, CORRECTED)
    const province = provinceOf(words)
    const [jobId = 0, ...more] = ids
    if (more.length === 0) {
      await stepOne(desk, province, jobId, order)
      return showJob(desk, province, jobId)
    }
    if (order.version !== undefined) throw badInput('version', 'goes with one job')
    return stepMany(desk, province, order, { total: ids.length, portions: portionsOf(ids) })
  })
}

function badInput(field: string, message: string): Problem {
  return new Problem('bad-input', { fields: [{ field, message }] })
}

async function stepAll(desk: Desk, words: Words, stepName: string): Promise<Answer> {
  const { rasad, actor } = desk
  // With --all, county and agency choose the jobs, so that a correction may not name them too.
  const order = readOrder(words, stepName, CORRECTED.slice(2))
  const filter = readWords(listJobsContract.query, {
    ...words,
    importId: words['import'],
    limit: String(JOBS_AT_ONCE),
  })
  const { count } = await readSnapshot(rasad.database, (db) => countJobs(db, filter, actor.scope))
  return stepMany(desk, filter.province, order, { total: count, portions: pagesOf(desk, filter) })
}

async function* pagesOf(
  { rasad, actor }: Desk,
  filter: Parameters<typeof listJobs>[1],
): AsyncGenerator<readonly number[]> {
  let after: string | undefined
  do {
    const page = await readSnapshot(rasad.database, (db) => listJobs(db, { ...filter, after }, actor.scope))
    yield page.jobs.map(({ jobId }) => jobId)
    after = page.next ?? undefined
  } while (after !== undefined)
}

async function* portionsOf(jobIds: readonly number[]): AsyncGenerator<readonly number[]> {
  for (let at = 0; at < jobIds.length; at += JOBS_AT_ONCE) yield jobIds.slice(at, at + JOBS_AT_ONCE)
}

async function showJob({ rasad, actor, language }: Desk, province: string, jobId: number): Promise<Answer> {
  const { value, names } = await readSnapshot(rasad.database, async (db) => ({
    value: await getJob(db, province, jobId, actor),
    names: await loadNames(db, language, province),
  }))
  return { value, lines: () => jobLines(language, names, value) }
}

function readOrder(words: Words, stepName: string | undefined, correctable: readonly string[]): StepOrder {
  const given = correctable
    .filter((name) => words[name] !== undefined)
    .map((name) => [name, words[name]] as const)
  const seen = textOf(words, 'version')
  const version = seen === undefined ? {} : { version: Number(toLatinDigits(seen)) }
  const corrections = given.length === 0 ? {} : { corrections: Object.fromEntries(given) }
  return readWords(takeJobStep.body, { step: stepName, reason: words['reason'], ...version, ...corrections })
}

function provinceOf(words: Words): string {
  return readWords(takeJobStep.params.pick({ province: true }), words).province
}
