import { getJob, registerJob } from '@rasad/contracts/jobs'
import type { AnswerOf } from '@rasad/contracts/define-route'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem, call, ConnectionLost, type WordsOf } from '../../shared/api.ts'
import { isActor, useMe } from '../../shared/session.ts'

/** A job as it is sent to be registered. */
type JobOrder = Exclude<WordsOf<typeof registerJob>['body'], Blob>
type Registered = Pick<AnswerOf<typeof registerJob>, 'job' | 'warnings'>

type Told = {
  onRegistered: (registered: Registered, order: JobOrder) => Promise<void>
  onRefused: () => void
}

/** Registers a job. One whose answer was lost on the way is found when it is sent again, and not called counted already. */
export function useRegistering({ onRegistered, onRefused }: Told) {
  const me = useMe()
  const [lost, setLost] = useState<string | null>(null)
  return useMutation({
    mutationFn: async (order: JobOrder): Promise<Registered> => {
      try {
        return await call(registerJob, { body: order })
      } catch (error) {
        const wasLost = lost === JSON.stringify(order)
        if (!wasLost || !(error instanceof ApiProblem) || error.problem.code !== 'job.person-already-counted')
          throw error
        const jobId = String(error.problem.params.jobId)
        const job = await call(getJob, { params: { province: order.province, jobId } })
        if (job.steps.length > 1 || !isActor(me, job.registeredBy)) throw error
        return { job, warnings: [] }
      }
    },
    onSuccess: onRegistered,
    onError: (error, order) => {
      if (error instanceof ConnectionLost) setLost(JSON.stringify(order))
      onRefused()
    },
  })
}
