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
    /** Rises with every change. */
    version: z.number().int(),
    /** The last change; null before the first. */
    changed: z.object({ by: z.string(), at: z.string() }).nullable(),
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

export const changePeriod = defineChange({
  method: 'PUT',
  path: '/periods/:province/:period',
  summary: 'Changes the title of a period and the last day of registration; its days stay',
  permission: 'period.add',
  action: 'period.changed',
  audited: ['title', 'cutoff'],
  params: z.object({ province: ProvinceCode, period: PeriodId }),
  query: z.object({}),
  body: z.object({
    title: Words,
    cutoff: JalaliDay,
    /** The version that whoever asks saw; the change is refused when somebody else was quicker. */
    version: z.number().int().optional(),
  }),
  response: Period,
})
