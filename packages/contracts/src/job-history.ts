import { JOB_STATES } from '@rasad/domain/jobs/job-life-cycle'
import { CAUSES, MEASURES } from '@rasad/domain/ledger/posting'
import { z } from 'zod'

const Name = z.object({ nameFa: z.string(), nameEn: z.string() })

/** Two agencies or more that claim the same person. */
export const ConflictCase = z
  .object({
    province: z.string(),
    caseId: z.number().int(),
    period: z.string(),
    jobId: z.number().int(),
    state: z.enum(['open', 'decided']),
    nationalId: z.string(),
    name: z.string(),
    openedAt: z.string(),
    decidedAt: z.string().nullable(),
    decidedBy: z.string().nullable(),
    reason: z.string().nullable(),
    ownerClaim: z.number().int().nullable(),
    claims: z.array(
      z.object({
        claimId: z.number().int(),
        agency: z.string(),
        /** The other side's too, which no drop-down of the asker offers; in Persian the short name. */
        agencyName: Name,
        /** The claim whose job was registered first. */
        holdsJob: z.boolean(),
        county: z.string(),
        countyName: Name,
        sector: z.string(),
        startDate: z.string(),
        employer: z.string().nullable(),
        claimedBy: z.string(),
        claimedAt: z.string(),
        importId: z.number().int().nullable(),
      }),
    ),
  })
  .meta({ id: 'ConflictCase' })
export type ConflictCase = z.infer<typeof ConflictCase>

/** One posting that a job caused: where its count went up or down, and why. */
export const JobPosting = z
  .object({
    seq: z.number().int(),
    entry: z.number().int(),
    measure: z.enum(MEASURES),
    state: z.enum(JOB_STATES),
    cause: z.enum(CAUSES),
    amount: z.number().int(),
    month: z.string(),
    county: z.string(),
    agency: z.string(),
    at: z.string(),
    /** The batch it settled in; null while none holds it. */
    batch: z.number().int().nullable(),
  })
  .meta({ id: 'JobPosting' })
export type JobPosting = z.infer<typeof JobPosting>

/** A refusal of the catalogue as it is told beside something that was not refused as a whole. */
export const Refusal = z
  .object({ code: z.string(), params: z.record(z.string(), z.unknown()) })
  .meta({ id: 'Refusal' })
export type Refusal = z.infer<typeof Refusal>
