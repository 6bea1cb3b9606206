import { BASELINES } from '@rasad/domain/commitments/matrix'
import { SECTORS } from '@rasad/domain/organisations/sectors'
import { z } from 'zod'
import { defineChange, defineRead } from './define-route.ts'
import { AgencyCode, CountyCode, PeriodId, ProvinceCode, WholeNumber, Words } from './wire.ts'

const CommitmentCell = z.object({
  county: CountyCode,
  agency: AgencyCode,
  sector: z.enum([...SECTORS, 'unspecified']).default('unspecified'),
  value: z.number().int().min(0).max(10_000_000),
})

/** One version of a commitment: a whole matrix that adds up to its total. */
export const CommitmentVersion = z
  .object({
    province: z.string(),
    period: z.string(),
    baseline: z.enum(BASELINES),
    version: z.number().int(),
    total: z.number().int(),
    reason: z.string().nullable(),
    source: z.string(),
    setBy: z.string(),
    setAt: z.string(),
    /** When it came into force, and by which letter; null for a draft. */
    notice: z
      .object({
        by: z.string(),
        at: z.string(),
        letter: z.object({ number: z.string(), date: z.string() }).nullable(),
      })
      .nullable(),
    cells: z.array(
      z.object({ county: z.string(), agency: z.string(), sector: z.string(), value: z.number().int() }),
    ),
  })
  .meta({ id: 'CommitmentVersion' })
export type CommitmentVersion = z.infer<typeof CommitmentVersion>

export const setCommitment = defineChange({
  method: 'POST',
  path: '/commitments',
  summary:
    'Sets a commitment as a new version: a matrix agency × county (× sector), with the totals it must add up to',
  permission: 'commitment.set',
  action: 'commitment.set',
  audited: ['province', 'period', 'baseline', 'source', 'reason'],
  params: z.object({}),
  query: z.object({}),
  body: z.object({
    province: ProvinceCode,
    period: PeriodId,
    baseline: z.enum(BASELINES).default('provincial'),
    cells: z.array(CommitmentCell).min(1).max(100_000),
    /** Wholes the parts were announced with; each must be the sum of its cells. */
    stated: z
      .array(
        z.object({
          agency: AgencyCode.optional(),
          county: CountyCode.optional(),
          sector: Words.optional(),
          stated: z.number().int(),
          line: z.number().int().default(0),
        }),
      )
      .default([]),
    source: Words,
    reason: Words.optional(),
  }),
  response: CommitmentVersion.omit({ cells: true }),
})

export const getCommitment = defineRead({
  path: '/commitments',
  summary: 'A commitment as its newest or any earlier version has it',
  permission: 'commitment.read',
  params: z.object({}),
  query: z.object({
    province: ProvinceCode,
    period: PeriodId,
    baseline: z.enum(BASELINES).default('provincial'),
    version: WholeNumber.optional(),
  }),
  response: CommitmentVersion,
})
