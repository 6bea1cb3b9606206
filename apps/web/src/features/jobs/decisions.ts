import type { JobStep } from '@rasad/domain/jobs/job-life-cycle'
import type { QueryKey } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { ApiProblem } from '../../shared/api.ts'
import { isMeanwhile, takeOrFind } from './taking-steps.ts'

/** A decision in a queue: about the job as it was seen. */
export type Decision = {
  province: string
  jobId: number
  version: number
  name: string
  step: JobStep
  reason: string
  /** Until then (milliseconds of the clock) it can be taken back. */
  due: number
}
type Refusal = { decision: Decision; error: ApiProblem }
/** Decisions that wait to be sent, those that were refused, and the jobs decided since the page was opened. */
type Decisions = {
  waiting: readonly Decision[]
  refused: readonly Refusal[]
  /** By job the version that was decided about: what comes back later in a newer one waits again. */
  decided: ReadonlyMap<string, number>
  last: Decision | null
}

/** So long a decision can be taken back before it is sent. */
const TAKE_BACK_MS = 6000
const RETRY_MS = 3000

let kept = ''
let sending: Decision | null = null
let timer: number | undefined
let now: Decisions = { waiting: [], refused: [], decided: new Map(), last: null }
const listeners = new Set<() => void>()

window.addEventListener('beforeunload', (event) => {
  if (now.waiting.length > 0) event.preventDefault()
})

/** The decisions of whoever is signed in; what could not be sent before is sent now. */
export function openDecisions(user: string): void {
  const name = `rasad.decisions.${user}`
  if (kept === name) return
  kept = name
  const waiting = readKept(name)
  change({ waiting, refused: [], decided: new Map(waiting.map(entryOf)), last: null })
  schedule(0)
}

/** Decides; the decision is sent after a moment in which it can be taken back. */
export function decide(decision: Omit<Decision, 'due'>): void {
  const made = { ...decision, due: Date.now() + TAKE_BACK_MS }
  change({
    ...now,
    waiting: [...now.waiting, made],
    decided: new Map([...now.decided, entryOf(made)]),
    last: made,
  })
  schedule(0)
}

/** Takes the latest decision back if it has not been sent; tells which one. */
export function takeBack(): Decision | null {
  const latest = now.waiting.at(-1)
  if (latest === undefined || latest === sending) return null
  change({ ...now, waiting: now.waiting.slice(0, -1), decided: without(latest), last: null })
  return latest
}

/** Sends at once what waits: the page is left. */
export function sendNow(): void {
  change({ ...now, waiting: now.waiting.map((decision) => ({ ...decision, due: 0 })) })
  schedule(0)
}

/** Puts a refused decision aside after it was read. */
export function forgetRefusal(decision: Decision): void {
  change({ ...now, refused: now.refused.filter((one) => one.decision !== decision) })
}

/** What has been decided and what has become of it. */
export function useDecisions(): Decisions {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => now,
  )
}

/** Whether a job as it stands was decided about in this sitting. */
export function isDecided(
  { decided }: Decisions,
  job: { province: string; jobId: number; version: number },
): boolean {
  return (decided.get(keyOf(job)) ?? 0) >= job.version
}

/** The job that a decision is about. */
export function keyOf({ province, jobId }: { province: string; jobId: number }): string {
  return `${province}/${jobId}`
}

function change(next: Decisions): void {
  now = next
  if (next.waiting.length === 0) localStorage.removeItem(kept)
  else localStorage.setItem(kept, JSON.stringify(next.waiting))
  for (const tell of listeners) tell()
}

function schedule(atLeast: number): void {
  window.clearTimeout(timer)
  const first = now.waiting[0]
  if (first === undefined || sending !== null) return
  timer = window.setTimeout(() => void send(first), Math.max(atLeast, first.due - Date.now()))
}

async function send(decision: Decision): Promise<void> {
  sending = decision
  let again = 0
  try {
    const { step, reason, ...about } = decision
    const order = { step, ...(reason !== '' && { reason }) }
    // Whoever took the same step for the same reason decided the same.
    await takeOrFind(
      { ...about, order, isOwn: () => true },
      { keeps: (key) => isOfSitting(key, String(decision.jobId)) },
    )
    settle(decision)
  } catch (error) {
    // Without an answer, or without a session, the decision waits; only a refusal is an end.
    if (error instanceof ApiProblem && error.status !== 401 && error.status < 500)
      settle(decision, { decision, error })
    else again = RETRY_MS
  } finally {
    sending = null
    schedule(again)
  }
}

// The next records and the list go on as they are: the list knows what was decided, and no other record has changed.
function isOfSitting([kind, what, , id]: QueryKey, decided: string): boolean {
  if (kind === 'queues') return what === 'waiting' || what === 'counts'
  return kind === 'jobs' && what === 'one' && id !== decided
}

// A job that was refused as it stands waits as before; one that has moved on does where its newer version still waits.
function settle(decision: Decision, refusal?: Refusal): void {
  const waiting = now.waiting.filter((one) => keyOf(one) !== keyOf(decision))
  change({
    ...now,
    waiting,
    ...(refusal && { refused: [...now.refused, refusal] }),
    ...(refusal && !isMeanwhile(refusal.error) && { decided: without(decision) }),
  })
}

function entryOf(decision: Decision): [string, number] {
  return [keyOf(decision), decision.version]
}

function without(decision: Decision): ReadonlyMap<string, number> {
  return new Map([...now.decided].filter(([key]) => key !== keyOf(decision)))
}

function readKept(name: string): Decision[] {
  try {
    return JSON.parse(localStorage.getItem(name) ?? '[]')
  } catch {
    return []
  }
}
