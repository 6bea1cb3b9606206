import type { Job, JobSummary } from '@rasad/contracts/jobs'
import type { JobStep } from '@rasad/domain/jobs/job-life-cycle'
import { useQueryClient, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useText } from '../../shared/language.ts'
import { useMe } from '../../shared/session.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { decide, isDecided, openDecisions, sendNow, takeBack, useDecisions } from './decisions.ts'
import { forgetJobs, jobQuery } from './jobs-query.ts'
import { useQueueCount } from './queue-counts.ts'
import { QueueList } from './queue-list.tsx'
import { QUEUES, queueQuery, type Queue, type QueueSearch } from './queue-query.ts'
import { QueueRecord } from './queue-record.tsx'
import { QueueStanding } from './queue-standing.tsx'
import { QUEUE_NAMES, QUEUE_TEXT } from './queue-text.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { needsReason, useStepRefusal } from './step-refusal.ts'

const FETCH_AHEAD = 2
const FETCH_MORE_BELOW = 30
const LOOK_AGAIN_MS = 10_000

type QueueWorkProps = {
  queue: Queue
  place: { province: string; period: string }
  search: QueueSearch
  onHelp: () => void
}

/** The work at a queue: one record at hand, decided by a key, and on to the next. */
export function QueueWork({ queue, place, search, onHelp }: QueueWorkProps) {
  const text = useText(QUEUE_TEXT)
  const { done } = useText(QUEUE_NAMES)[queue]
  const me = useMe()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const refusalOf = useStepRefusal()
  const waiting = useSuspenseInfiniteQuery(queueQuery(place, queue, search))
  const decisions = useDecisions()
  const { waiting: unsent, refused } = decisions
  const count = useQueueCount(place, queue)
  const isWhole = Object.values(search).every((narrowed) => narrowed === undefined)
  const jobs = waiting.data.pages.flatMap((page) => page.jobs).filter((job) => !isDecided(decisions, job))
  const [chosen, setChosen] = useState<{ jobId: number; index: number } | null>(null)
  const [asked, setAsked] = useState<{ job: Job; step: JobStep } | null>(null)
  const [said, setSaid] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const index = placeOf(jobs, chosen)
  const current = jobs[index]
  // What comes into the list above it does not take the record at hand away.
  if (current !== undefined && chosen?.jobId !== current.jobId) setChosen({ jobId: current.jobId, index })

  useEffect(() => {
    openDecisions(me.userName ?? '')
    list.current?.focus({ preventScroll: true })
    return sendNow
  }, [me.userName])
  useEffect(() => {
    for (const job of jobs.slice(index, index + FETCH_AHEAD + 1)) {
      const query = jobQuery(job.province, job.jobId)
      void queries.prefetchQuery(
        isOlder(queries.getQueryData(query.queryKey), job) ? { ...query, staleTime: 0 } : query,
      )
    }
  })
  useEffect(() => {
    if (jobs.length < FETCH_MORE_BELOW && waiting.hasNextPage && !waiting.isFetching)
      void waiting.fetchNextPage()
  })
  useEffect(() => {
    if (refused.length > 0) void forgetJobs(queries)
  }, [refused.length, queries])
  // What came after the list was fetched, or is still to be decided, is there once the list is worked off.
  const { refetch } = waiting
  const isEmpty = jobs.length === 0
  const desk = useRef<HTMLDivElement>(null)
  // The keys go on working when the list empties and when it fills again.
  useEffect(() => {
    if (document.activeElement !== document.body && document.activeElement !== desk.current) return
    const seat = isEmpty ? desk : list
    seat.current?.focus({ preventScroll: true })
  }, [isEmpty])
  const left = (count ?? 0) - unsent.length
  useEffect(() => {
    if (!isEmpty || left <= 0) return
    void refetch()
    const timer = window.setInterval(() => void refetch(), LOOK_AGAIN_MS)
    return () => window.clearInterval(timer)
  }, [isEmpty, left, refetch])

  const go = (by: number) => {
    const to = jobs[Math.min(Math.max(index + by, 0), jobs.length - 1)]
    if (to) setChosen({ jobId: to.jobId, index: jobs.indexOf(to) })
  }
  const take = (job: Job, step: JobStep, reason: string) => {
    setAsked(null)
    setSaid('')
    setChosen({ jobId: -1, index })
    decide({ province: job.province, jobId: job.jobId, version: job.version, name: job.name, step, reason })
    list.current?.focus({ preventScroll: true })
  }
  const begin = (step: JobStep) => {
    if (current === undefined) return
    const job = queries.getQueryData<Job>(jobQuery(current.province, current.jobId).queryKey)
    // What is not fetched yet, or was before the job came back, is nothing to decide about.
    if (job === undefined || isOlder(job, current)) return
    const refusal = refusalOf(job, step)
    if (refusal !== undefined) return setSaid(refusal)
    if (needsReason(job.state, step)) setAsked({ job, step })
    else take(job, step, '')
  }
  const undo = () => {
    const taken = takeBack()
    setSaid(taken === null ? text.nothingToTakeBack : `${text.takenBack} ${taken.name}`)
    if (taken !== null) setChosen({ jobId: taken.jobId, index })
  }
  const open = () => {
    if (current)
      void navigate({
        to: '/jobs/$province/$jobId',
        params: { province: current.province, jobId: String(current.jobId) },
      })
  }
  const steps: Readonly<Record<string, JobStep>> = QUEUES[queue].steps
  const pressed = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return
    const step = steps[event.code]
    const acts: Record<string, () => void> = {
      ArrowDown: () => go(1),
      KeyJ: () => go(1),
      ArrowUp: () => go(-1),
      KeyK: () => go(-1),
      Home: () => go(-jobs.length),
      End: () => go(jobs.length),
      KeyZ: undo,
      KeyO: open,
      ...(event.target === list.current && { Enter: open }),
      ...(event.shiftKey && { Slash: onHelp }),
      ...(step !== undefined && { [event.code]: () => begin(step) }),
    }
    const act = acts[event.code]
    if (act === undefined) return
    event.preventDefault()
    act()
  }
  return (
    <div ref={desk} className="queue" tabIndex={-1} onKeyDown={pressed}>
      <QueueStanding
        waiting={isWhole && count !== null ? Math.max(count - unsent.length, jobs.length) : jobs.length}
        isMore={waiting.hasNextPage && (!isWhole || count === null)}
        said={said}
        onTakeBack={undo}
      />
      {current === undefined ? (
        <EmptyState title={waiting.isFetching ? text.more : text.done} about={done} />
      ) : (
        <div className="queue-desk">
          <QueueList
            list={list}
            jobs={jobs}
            current={current}
            onChoose={(job) => setChosen({ jobId: job.jobId, index: jobs.indexOf(job) })}
          />
          <QueueRecord key={current.jobId} summary={current} steps={steps} onStep={begin} />
        </div>
      )}
      {asked !== null && (
        <ReasonDialog
          job={asked.job}
          step={asked.step}
          onClose={() => setAsked(null)}
          onTake={(reason) => take(asked.job, asked.step, reason)}
        />
      )}
    </div>
  )
}

/** Whether a job was fetched before it became what the list tells. */
function isOlder(job: Job | undefined, { version }: JobSummary): boolean {
  return job !== undefined && job.version < version
}

/** Where the record at hand stands: itself, else the one that moved into its place. */
function placeOf(jobs: readonly JobSummary[], chosen: { jobId: number; index: number } | null): number {
  if (chosen === null) return 0
  const found = jobs.findIndex(({ jobId }) => jobId === chosen.jobId)
  return found === -1 ? Math.max(0, Math.min(chosen.index, jobs.length - 1)) : found
}

// What happens in a dialog above the page arrives here too.
function isTyping({ target, currentTarget }: KeyboardEvent<HTMLDivElement>): boolean {
  if (!(target instanceof HTMLElement) || !currentTarget.contains(target)) return true
  return target.closest('input, textarea, select, [contenteditable]') !== null
}
