import { getJob, takeJobStep, type Job } from '@rasad/contracts/jobs'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ApiProblem, call, ConnectionLost, type WordsOf } from '../../shared/api.ts'
import { untilFresh } from '../../shared/forgetting.ts'
import type { Keeps } from '../../shared/own-changes.ts'
import { isActor, useMe } from '../../shared/session.ts'
import { jobQuery } from './jobs-query.ts'

/** A step as it is sent. */
export type StepOrder = Exclude<WordsOf<typeof takeJobStep>['body'], Blob>
/** A step with a job as it was seen. */
type SentStep = {
  province: string
  jobId: number
  version: number
  order: StepOrder
  /** Whose step it is where it may have been recorded before. */
  isOwn?: (by: string) => boolean
}

/** Takes a step with a job; when somebody was quicker, the job as it now stands is fetched. */
export function useTakeStep(job: Job, onTaken: () => void) {
  const queries = useQueryClient()
  const me = useMe()
  const { province, jobId, version } = job
  const taking = useMutation({
    mutationFn: (sent: SentStep) => takeOrFind(sent),
    onSuccess: async () => {
      await untilFresh(queries)
      onTaken()
    },
    onError: async (error) => {
      if (!isMeanwhile(error)) return
      await queries.invalidateQueries({ queryKey: jobQuery(province, jobId).queryKey })
    },
  })
  const { variables, error } = taking
  const isLost = error instanceof ConnectionLost
  const isOwn = (by: string) => isActor(me, by)
  const isFound = isLost && variables !== undefined && isTaken(job, variables, isOwn)
  useEffect(() => {
    if (isFound) onTaken()
  })
  const take = (order: StepOrder) =>
    taking.mutate({ province, jobId, version, order, ...(isLost && { isOwn }) })
  return { ...taking, take }
}

/** Takes a step. One whose answer was lost on the way has been recorded: it is found in the history and not called a conflict. */
export async function takeOrFind(sent: SentStep, asking: { keeps?: Keeps } = {}): Promise<void> {
  const { province, jobId, version, order, isOwn } = sent
  const params = { province, jobId: String(jobId) }
  try {
    await call(takeJobStep, { params, body: { version, ...order } }, asking)
  } catch (error) {
    if (!isMeanwhile(error) || isOwn === undefined) throw error
    if (!isTaken(await call(getJob, { params }), sent, isOwn)) throw error
  }
}

/** Whether a step was refused because the job has moved on since it was read. */
export function isMeanwhile(error: unknown): boolean {
  return (
    error instanceof ApiProblem && ['job.changed-meanwhile', 'job.wrong-state'].includes(error.problem.code)
  )
}

function isTaken(job: Job, { version, order }: SentStep, isOwn: (by: string) => boolean): boolean {
  const last = job.steps.at(-1)
  if (last === undefined || job.version !== version + 1 || !isOwn(last.by)) return false
  const { step, reason = '', corrections = {} } = order
  const isSame = Object.entries(corrections).every(([field, value]) => last.changes?.[field]?.[1] === value)
  return last.step === step && (last.reason ?? '') === reason && isSame
}
