import { JOB_STATES } from '@rasad/domain/jobs/job-life-cycle'
import { z } from 'zod'
import { defineChange, defineRead } from './define-route.ts'
import { MonthRange, PeriodId, ProvinceCode, WholeNumber } from './wire.ts'

const Check = z.object({
  name: z.string(),
  /** How many sums, rows or cells were compared. */
  checked: z.number().int(),
  wrong: z.number().int(),
  /** The first few that differ, in words. */
  examples: z.array(z.string()),
})

/** What a check of the ledger compared, province by province. */
export const LedgerCheck = z
  .object({
    provinces: z.array(
      z.object({
        province: z.string(),
        postings: z.number().int(),
        batch: z.number().int(),
        checks: z.array(Check),
      }),
    ),
    wrong: z.number().int(),
  })
  .meta({ id: 'LedgerCheck' })
export type LedgerCheck = z.infer<typeof LedgerCheck>

export const checkLedger = defineRead({
  path: '/ledger/check',
  summary: 'Sums every posting again and compares every balance; nothing is kept of it',
  permission: 'ledger.check',
  params: z.object({}),
  query: z.object({ province: ProvinceCode.optional() }),
  response: LedgerCheck,
})

export const runLedgerCheck = defineChange({
  method: 'POST',
  path: '/ledger/check',
  summary: 'The same, and what was found is kept as the last check of the ledger: of the province, or of all',
  permission: 'ledger.check',
  action: 'ledger.checked',
  audited: ['province'],
  params: z.object({}),
  query: z.object({}),
  body: z.object({ province: ProvinceCode.optional() }),
  response: LedgerCheck,
})

/** What a rebuild of the roll-ups wrote. */
export const LedgerRebuild = z
  .object({
    provinces: z.array(
      z.object({
        province: z.string(),
        postings: z.number().int(),
        balances: z.number().int(),
        deltas: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'LedgerRebuild' })
export type LedgerRebuild = z.infer<typeof LedgerRebuild>

export const rebuildLedger = defineChange({
  method: 'POST',
  path: '/ledger/rebuild',
  summary: 'Makes the roll-ups anew from the postings',
  permission: 'ledger.rebuild',
  action: 'ledger.rebuilt',
  audited: ['province'],
  params: z.object({}),
  query: z.object({}),
  body: z.object({ province: ProvinceCode.optional() }),
  response: LedgerRebuild,
})

export const listBatches = defineRead({
  path: '/ledger/batches',
  summary: 'The positions of the ledger of a province, newest first: each can be asked "as of"',
  permission: 'figure.read',
  params: z.object({}),
  query: z.object({
    province: ProvinceCode,
    before: WholeNumber.optional(),
    limit: WholeNumber.pipe(z.number().min(1).max(500)).default(50),
  }),
  response: z.object({
    batches: z.array(
      z.object({ batch: z.number().int(), settledAt: z.string(), postings: z.number().int() }),
    ),
  }),
})

export const listDays = defineRead({
  path: '/ledger/days',
  summary: 'A time line of the ledger: for each day its last position and what the day moved in a period',
  permission: 'figure.read',
  params: z.object({}),
  query: z.object({ province: ProvinceCode, period: PeriodId, month: MonthRange.optional() }),
  response: z.object({
    days: z.array(
      z.object({
        /** The day in Tehran, Jalali. */
        day: z.string(),
        /** The last position of the day: the period can be asked for as of it. */
        batch: z.number().int(),
        settledAt: z.string(),
        /** How the jobs of each state changed over the day, those counted beside the commitment included. */
        jobs: z.partialRecord(z.enum(JOB_STATES), z.number().int()),
        /** How what was promised changed, by baseline. */
        committed: z.record(z.string(), z.number().int()),
      }),
    ),
  }),
})
