import { takeJobSteps } from '@rasad/contracts/bulk-steps'
import { takeJobStep } from '@rasad/contracts/jobs'
import type { JobStep } from '@rasad/domain/jobs/job-life-cycle'
import { formattingOf } from '@rasad/domain/persian/formatting'
import { takeSteps } from '@rasad/server/modules/jobs/job-steps.commands'
import { takeStep, type StepOrder } from '@rasad/server/modules/jobs/jobs.commands'
import { loadNames, type Names } from '@rasad/server/modules/places/names.queries'
import { act } from '@rasad/server/platform/act'
import { readSnapshot } from '@rasad/server/platform/db'
import { Problem } from '@rasad/server/platform/problem'
import type { Answer, Desk } from './command.ts'
import { EXIT } from './exit-codes.ts'
import { untilAsked } from './interruption.ts'
import { JOBS_TEXT } from './jobs-text.ts'
import type { Language } from './language.ts'
import { refusalSentence, type Refusal } from './problem-text.ts'
import { tableLines } from './table-printing.ts'

/** So many jobs take a step in one act: together or, where it is broken off, none of them. */
export const JOBS_AT_ONCE = 500

/** The jobs of a step, at most `JOBS_AT_ONCE` each time, and how many there are in all. */
export type JobsToStep = { total: number; portions: AsyncIterable<readonly number[]> }

type Outcome = {
  taken: number
  refused: Map<string, { jobs: number[]; refusal: Refusal }>
  interrupted: boolean
}

/** Takes a step with one job, as an act of its own. */
export function stepOne(
  { rasad, actor }: Desk,
  province: string,
  jobId: number,
  order: StepOrder,
): Promise<void> {
  const { step, reason, corrections } = order
  const subject = { province, jobId, step, reason, corrections }
  return act(rasad.database, { actor, action: takeJobStep.action, province, subject }, (tx) =>
    takeStep(tx, province, jobId, order, { actor, now: Date.now() }),
  )
}

/** Takes a step with many jobs, portion by portion; Ctrl-C lets the portion under way end, and the answer says how far it came. */
export async function stepMany(
  desk: Desk,
  province: string,
  order: StepOrder,
  { total, portions }: JobsToStep,
): Promise<Answer> {
  const { rasad, bar, language } = desk
  const outcome: Outcome = { taken: 0, refused: new Map(), interrupted: false }
  let done = 0
  await untilAsked(async (isAsked) => {
    for await (const jobIds of portions) {
      if (isAsked()) {
        outcome.interrupted = true
        return
      }
      if (jobIds.length === 0) return
      await stepPortion(desk, province, { order, jobIds }, outcome)
      done += jobIds.length
      const label = `${JOBS_TEXT[language].taken}: ${formattingOf(language).count(outcome.taken)}`
      bar.show(label, total === 0 ? undefined : done / total)
    }
  })
  const names = await readSnapshot(rasad.database, (db) => loadNames(db, language, province))
  return outcomeAnswer(language, names, outcome)
}

async function stepPortion(
  desk: Desk,
  province: string,
  { order, jobIds }: { order: StepOrder; jobIds: readonly number[] },
  outcome: Outcome,
): Promise<void> {
  const { rasad, actor } = desk
  const { step, reason } = order
  if (!isShared(step)) {
    for (const jobId of jobIds)
      count(outcome, jobId, await refusalOf(() => stepOne(desk, province, jobId, order)))
    return
  }
  const subject = { province, step, reason }
  const jobs = jobIds.map((jobId) => ({ jobId }))
  const answer = await act(rasad.database, { actor, action: takeJobSteps.action, province, subject }, (tx) =>
    takeSteps(tx, province, { step, reason, jobs }, { actor, now: Date.now() }),
  )
  for (const { jobId, refusal } of answer.jobs) count(outcome, jobId, refusal)
}

// A correction says of each job what it really is, and is an act of its own.
function isShared(step: JobStep): step is Exclude<JobStep, 'correct'> {
  return step !== 'correct'
}

async function refusalOf(work: () => Promise<void>): Promise<Refusal | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, params: { ...error.params } }
    throw error
  }
}

function count(outcome: Outcome, jobId: number, refusal: Refusal | null): void {
  if (refusal === null) {
    outcome.taken += 1
    return
  }
  const refused = outcome.refused.get(refusal.code)
  if (refused) refused.jobs.push(jobId)
  else outcome.refused.set(refusal.code, { jobs: [jobId], refusal })
}

function outcomeAnswer(language: Language, names: Names, { taken, refused, interrupted }: Outcome): Answer {
  const codes = [...refused]
  const value = {
    taken,
    refused: Object.fromEntries(codes.map(([code, { jobs }]) => [code, jobs.length])),
    refusedJobs: Object.fromEntries(codes.map(([code, { jobs }]) => [code, jobs])),
    interrupted,
  }
  const lines = () => outcomeLines(language, names, { taken, refused, interrupted })
  return { value, lines, exitCode: codes.length === 0 && !interrupted ? EXIT.done : EXIT.refused }
}

function outcomeLines(language: Language, names: Names, { taken, refused, interrupted }: Outcome): string[] {
  const text = JOBS_TEXT[language]
  const { count: written } = formattingOf(language)
  const columns = [
    { header: text.refused, align: 'end' as const },
    ...[text.reason, text.code, text.examples].map((header) => ({ header, align: 'start' as const })),
  ]
  const rows = [...refused].map(([code, { jobs, refusal }]) => [
    written(jobs.length),
    refusalSentence(language, refusal, names),
    code,
    jobs.slice(0, 3).join(', '),
  ])
  return [
    ...(interrupted ? [text.interrupted] : []),
    `${text.taken}: ${written(taken)}`,
    ...(rows.length === 0 ? [] : ['', ...tableLines(columns, rows)]),
  ]
}
