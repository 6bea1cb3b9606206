import { z } from 'zod'
import { defineRead } from './define-route.ts'
import { JalaliDay, ProvinceCode, WholeNumber, Words } from './wire.ts'

/** One thing that somebody did. */
export const AuditRow = z
  .object({
    auditId: z.number().int(),
    at: z.string(),
    /** `user:` and a user name, `token:` and its name, `operator:` and an account of the machine, or `schedule`. */
    actor: z.string(),
    action: z.string(),
    province: z.string().nullable(),
    /** What it was done to and with which words; never personal data. */
    subject: z.unknown(),
  })
  .meta({ id: 'AuditRow' })
export type AuditRow = z.infer<typeof AuditRow>

export const searchAudit = defineRead({
  path: '/audit',
  summary: 'Who did what, the newest first',
  permission: 'audit.read',
  params: z.object({}),
  query: z.object({
    actor: Words.optional(),
    action: Words.optional(),
    province: ProvinceCode.optional(),
    /** The first day. */
    from: JalaliDay.optional(),
    /** The last day. */
    to: JalaliDay.optional(),
    /** Occurs in the subject. */
    text: Words.optional(),
    /** Continue behind this row: the `next` of the page before. */
    after: WholeNumber.optional(),
    limit: WholeNumber.pipe(z.number().min(1).max(500)).default(50),
  }),
  response: z.object({ rows: z.array(AuditRow), next: z.number().int().nullable() }),
})
