import { JOB_STEPS } from '@rasad/domain/jobs/job-life-cycle'
import { z } from 'zod'
import { defineChange } from './define-route.ts'
import { Refusal } from './job-history.ts'
import { ProvinceCode, Words } from './wire.ts'

/** So many jobs are moved at once. */
const MOST_AT_ONCE = 500

export const takeJobSteps = defineChange({
  method: 'POST',
  path: '/jobs/:province/steps',
  summary: 'Takes the same step with several jobs: each is taken or refused by itself',
  permission: 'job.step',
  action: 'job.steps-taken',
  audited: ['step', 'reason'],
  params: z.object({ province: ProvinceCode }),
  query: z.object({}),
  body: z.object({
    /** A correction names what was wrong with one job, so it is not among them. */
    step: z.enum(JOB_STEPS).exclude(['correct']),
    reason: Words.optional(),
    /** Each with the version that was seen. */
    jobs: z
      .array(z.object({ jobId: z.number().int(), version: z.number().int() }))
      .min(1)
      .max(MOST_AT_ONCE),
  }),
  response: z.object({
    taken: z.number().int(),
    /** In the order in which they were asked for; `refusal` is null where the step was taken. */
    jobs: z.array(z.object({ jobId: z.number().int(), refusal: Refusal.nullable() })),
  }),
})
