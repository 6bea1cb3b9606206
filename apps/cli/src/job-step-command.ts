import { toLatinDigits } from '@rasad/domain/persian/digits'
import { listJobs as listJobsContract, takeJobStep } from '@rasad/contracts/jobs'
import { listJobs } from '@rasad/server/modules/jobs/job-page.queries'
import { getJob } from '@rasad/server/modules/jobs/job-reading.queries'
import { takeStep, type StepOrder } from '@rasad/server/modules/jobs/jobs.commands'
import { act } from '@rasad/server/platform/act'
import { readSnapshot } from '@rasad/server/platform/db'
import { Problem } from '@rasad/server/platform/problem'
import { addDeskCommand, textOf, type Answer, type Branch, type Desk, type Words } from './command.ts'
import { EXIT } from './exit-codes.ts'
import { readWords } from './failure.ts'
import { formattingOf } from '@rasad/domain/persian/formatting'
import { readJobIds } from './job-ids.ts'
import { jobLines } from './jobs-printing.ts'
import { JOBS_TEXT } from './jobs-text.ts'
import type { Language } from './language.ts'
import { loadNames } from '@rasad/server/modules/places/names.queries'
import { problemSentence } from './problem-text.ts'

const PAGE = 500
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

type StepResult = {
  taken: number
  refused: Record<string, { count: number; jobs: number[]; problem: Problem }>
}

/** `rasad jobs step`: one job, several, or all that a filter names; each job is an act of its own. */
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
    optional: ['reason', 'version', ...CORRECTED, 'all', 'period', 'state', 'importId'],
    details: text.stepDetails,
  } as const
  addDeskCommand(group, shape, async (desk, words, [first = '', second]) => {
    if (words['all'] === true) return stepAll(desk, words, second ?? first)
    const ids = second === undefined ? undefined : readJobIds(first)
    if (!ids) throw new Problem('bad-input', { fields: [{ field: 'IDS', message: text.ids }] })
    const order = readOrder(words, second, CORRECTED)
    const province = provinceOf(words)
    return ids.length === 1
      ? stepOne(desk, province, ids[0] ?? 0, order)
      : stepMany(desk, province, ids, order)
  })
}

async function stepOne(desk: Desk, province: string, jobId: number, order: StepOrder): Promise<Answer> {
  const { rasad, actor, language } = desk
  await step(desk, province, jobId, order)
  const { value, names } = await readSnapshot(rasad.database, async (db) => ({
    value: await getJob(db, province, jobId, actor),
    names: await loadNames(db, language, province),
  }))
  return { value, lines: () => jobLines(language, names, value) }
}

async function stepMany(
  desk: Desk,
  province: string,
  ids: readonly number[],
  order: StepOrder,
): Promise<Answer> {
  const result: StepResult = { taken: 0, refused: {} }
  for (const [index, jobId] of ids.entries()) {
    await tryStep(desk, { province, jobId, order }, result)
    desk.bar.show(JOBS_TEXT[desk.language].steps, (index + 1) / ids.length)
  }
  return resultAnswer(desk.language, result)
}

async function stepAll(desk: Desk, words: Words, stepName: string): Promise<Answer> {
  const { rasad, actor, bar, language } = desk
  // With --all, county and agency choose the jobs, so that a correction may not name them too.
  const order = readOrder(words, stepName, CORRECTED.slice(2))
  const filter = readWords(listJobsContract.query, {
    ...words,
    importId: words['import'],
    limit: String(PAGE),
  })
  const result: StepResult = { taken: 0, refused: {} }
  let after: string | undefined
  do {
    const page = await readSnapshot(rasad.database, (db) => listJobs(db, { ...filter, after }, actor.scope))
    for (const { jobId } of page.jobs) {
      await tryStep(desk, { province: filter.province, jobId, order }, result)
      bar.show(`${JOBS_TEXT[language].taken}: ${formattingOf(language).count(result.taken)}`)
    }
    after = page.next ?? undefined
  } while (after !== undefined)
  return resultAnswer(language, result)
}

function step({ rasad, actor }: Desk, province: string, jobId: number, order: StepOrder): Promise<void> {
  const { step: name, reason, corrections } = order
  const subject = { province, jobId, step: name, reason, corrections }
  return act(rasad.database, { actor, action: takeJobStep.action, province, subject }, (tx) =>
    takeStep(tx, province, jobId, order, { actor, now: Date.now() }),
  )
}

async function tryStep(
  desk: Desk,
  { province, jobId, order }: { province: string; jobId: number; order: StepOrder },
  result: StepResult,
): Promise<void> {
  try {
    await step(desk, province, jobId, order)
    result.taken += 1
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const refused = (result.refused[error.code] ??= { count: 0, jobs: [], problem: error })
    refused.count += 1
    refused.jobs.push(jobId)
  }
}

function resultAnswer(language: Language, { taken, refused }: StepResult): Answer {
  const text = JOBS_TEXT[language]
  const { count } = formattingOf(language)
  const codes = Object.entries(refused)
  const value = { taken, refused: Object.fromEntries(codes.map(([code, { count: jobs }]) => [code, jobs])) }
  const lines = () => [
    `${text.taken}: ${count(taken)}`,
    ...codes.map(
      ([, { count: number, jobs, problem }]) =>
        `${text.refused}: ${count(number)} · ${problemSentence(language, problem)} (${text.examples} ${jobs.slice(0, 3).join(', ')})`,
    ),
  ]
  return { value, lines, exitCode: codes.length === 0 ? EXIT.done : EXIT.refused }
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
