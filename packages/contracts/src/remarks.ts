import { z } from 'zod'
import { defineChange, defineRead } from './define-route.ts'
import { AgencyCode, CountyCode, PeriodId, ProvinceCode, Text } from './wire.ts'

/** What a remark is about: the row of an agency, or that of a county. */
export const REMARKED = ['agency', 'county'] as const
export type Remarked = (typeof REMARKED)[number]

/** Of these two exactly one is named. */
const Row = { agency: AgencyCode.optional(), county: CountyCode.optional() }
const isOneRow = ({ agency, county }: { agency?: string | undefined; county?: string | undefined }) =>
  (agency === undefined) !== (county === undefined)
const ONE_ROW = { path: ['agency'], message: 'an agency or a county, and not both' }

/** One version of a remark; an empty text means that it was withdrawn. */
const RemarkVersion = z.object({
  /** From 1. */
  version: z.number().int(),
  text: z.string(),
  by: z.string(),
  at: z.string(),
})

/** What stands beside the row of an agency or a county (توضیح). */
const Remark = RemarkVersion.extend({
  agency: z.string().optional(),
  county: z.string().optional(),
}).meta({ id: 'Remark' })
export type Remark = z.infer<typeof Remark>

/** A remark through all its versions, the newest first; without any, nobody has written one. */
const RemarkHistory = z.object({ versions: z.array(RemarkVersion) }).meta({ id: 'RemarkHistory' })
export type RemarkHistory = z.infer<typeof RemarkHistory>

export const listRemarks = defineRead({
  path: '/remarks',
  summary:
    'The remarks that stand beside the rows of a breakdown by agency or by county, now or as of any moment',
  permission: 'figure.read',
  params: z.object({}),
  query: z.object({
    province: ProvinceCode,
    period: PeriodId,
    by: Text.pipe(z.enum(REMARKED)),
    /** A batch number, an instant or a Jalali day, whose end is meant. */
    asOf: Text.pipe(z.string().min(1)).optional(),
  }),
  response: z.object({ remarks: z.array(Remark) }),
})

export const getRemarkHistory = defineRead({
  path: '/remarks/history',
  summary: 'Every version of the remark of one agency or one county, the newest first',
  permission: 'figure.read',
  params: z.object({}),
  query: z.object({ province: ProvinceCode, period: PeriodId, ...Row }).refine(isOneRow, ONE_ROW),
  response: RemarkHistory,
})

export const writeRemark = defineChange({
  method: 'PUT',
  path: '/remarks',
  summary: 'Writes, alters or (with an empty text) withdraws the remark of an agency or a county',
  permission: 'figure.remark',
  action: 'figure.remarked',
  audited: ['province', 'period', 'agency', 'county'],
  params: z.object({}),
  query: z.object({}),
  body: z
    .object({
      province: ProvinceCode,
      period: PeriodId,
      ...Row,
      /** Kept as it is typed, letters and digits too; only what is invisible is left out. At most 500 characters. */
      text: z.string().max(20_000),
      /** The version that whoever writes saw, 0 where there was none; refused when somebody else was quicker. */
      version: z.number().int().min(0).optional(),
    })
    .refine(isOneRow, ONE_ROW),
  response: RemarkHistory,
})
