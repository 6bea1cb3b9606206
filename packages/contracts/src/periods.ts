import { z } from 'zod'
import { defineChange, defineRead } from './define-route.ts'
import { JalaliDay, PeriodId, ProvinceCode, Words } from './wire.ts'

/** A commitment period: its days are Jalali, `1404-01-01`. */
export const Period = z
  .object({
    province: z.string(),
    period: z.string(),
    title: z.string(),
    from: z.string(),
    to: z.string(),
    /** The last day on which jobs of the period may be registered. */
    cutoff: z.string(),
  })
  .meta({ id: 'Period' })
export type Period = z.infer<typeof Period>

export const listPeriods = defineRead({
  path: '/periods',
  summary: 'The commitment periods of a province',
  permission: 'period.read',
  params: z.object({}),
  query: z.object({ province: ProvinceCode }),
  response: z.object({ periods: z.array(Period) }),
})

export const addPeriod = defineChange({
  method: 'POST',
  path: '/periods',
  summary: 'Opens a commitment period; it need not be the Jalali year',
  permission: 'period.add',
  action: 'period.added',
  audited: ['province', 'period', 'from', 'to', 'cutoff'],
  params: z.object({}),
  query: z.object({}),
  body: z.object({
    province: ProvinceCode,
    period: PeriodId,
    title: Words.optional(),
    from: JalaliDay,
    to: JalaliDay,
    cutoff: JalaliDay.optional(),
  }),
  response: Period,
})
