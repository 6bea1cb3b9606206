import { z } from 'zod'
import { defineRead } from './define-route.ts'
import { PeriodId, ProvinceCode, Text } from './wire.ts'

const Count = z.number().int().nullable()

/** How much waits in the asker's scope; null where the work is not theirs to do. */
export const QueueCounts = z
  .object({
    /** Registered, and the agency has not confirmed yet. */
    confirmation: Count,
    /** Returned to whoever registered it. */
    returned: Count,
    /** Confirmed, and nobody has verified yet. */
    verification: Count,
    unreachable: Count,
    appeals: Count,
    /** Persons whom several agencies claim, undecided. */
    conflicts: Count,
  })
  .meta({ id: 'QueueCounts' })
export type QueueCounts = z.infer<typeof QueueCounts>

const Deadline = z.object({
  /** The day, Jalali. */
  date: z.string(),
  /** Days from today in Tehran; negative when it has passed. */
  daysLeft: z.number().int(),
})

export const getQueues = defineRead({
  path: '/queues',
  summary: 'What waits for the asker in a period, and its deadlines',
  permission: 'job.read',
  params: z.object({}),
  query: z.object({ province: ProvinceCode, period: PeriodId }),
  response: z.object({
    province: z.string(),
    period: z.string(),
    counts: QueueCounts,
    deadlines: z.object({ end: Deadline, cutoff: Deadline }),
  }),
})

/** The answer is a stream of server-sent events: `queues`, `ledger` and `import-run`, each when it has changed. */
export const streamEvents = defineRead({
  path: '/events',
  summary: 'Server-sent events: what waits, the position of the ledger, and how far an import has come',
  permission: 'job.read',
  params: z.object({}),
  query: z.object({
    province: ProvinceCode,
    period: PeriodId,
    /** The import run to follow. */
    runId: Text.optional(),
    /** Ends after what is so now. */
    once: Text.pipe(z.enum(['true', 'false']))
      .transform((text) => text === 'true')
      .default(false),
  }),
  response: z.unknown(),
})
