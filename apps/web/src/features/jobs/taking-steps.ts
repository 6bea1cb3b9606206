import { takeJobStep, type Job } from '@rasad/contracts/jobs'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiProblem, call, type WordsOf } from '../../shared/api.ts'
import { forgetJobs, jobQuery } from './jobs-query.ts'

/** A step as it is sent. */
export type StepOrder = Exclude<WordsOf<typeof takeJobStep>['body'], Blob>

/** Takes a step with a job; when somebody was quicker, the job as it now stands is fetched. */
export function useTakeStep(job: Job, onTaken: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (order: StepOrder) =>
      call(takeJobStep, {
        params: { province: job.province, jobId: String(job.jobId) },
        body: { version: job.version, ...order },
      }),
    onSuccess: async () => {
      onTaken()
      await forgetJobs(queries)
    },
    onError: async (error) => {
      if (!isMeanwhile(error)) return
      await queries.invalidateQueries({ queryKey: jobQuery(job.province, job.jobId).queryKey })
    },
  })
}

/** Whether a step was refused because the job has moved on since it was read. */
export function isMeanwhile(error: unknown): boolean {
  return (
    error instanceof ApiProblem && ['job.changed-meanwhile', 'job.wrong-state'].includes(error.problem.code)
  )
}
