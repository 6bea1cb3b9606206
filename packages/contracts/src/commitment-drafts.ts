import { z } from 'zod'
import { CommitmentName, CommitmentVersion, SentMatrix, SPLIT_FACTORS } from './commitments.ts'
import { defineChange, defineRead } from './define-route.ts'
import { PeriodId, Text } from './wire.ts'

export const draftCommitment = defineChange({
  method: 'POST',
  path: '/commitments/drafts',
  summary:
    'Makes a draft from a whole matrix with the totals it must add up to; it counts nothing until its notice',
  permission: 'commitment.set',
  action: 'commitment.drafted',
  audited: ['province', 'period', 'baseline', 'source', 'reason'],
  params: z.object({}),
  query: z.object({}),
  body: SentMatrix,
  response: CommitmentVersion.omit({ cells: true }),
})

export const getSplitGround = defineRead({
  path: '/commitments/grounds',
  summary: 'What one ground of a split comes to by place: for looking at a split before it is made',
  permission: 'commitment.set',
  params: z.object({}),
  query: CommitmentName.extend({
    kind: Text.pipe(z.enum(SPLIT_FACTORS).exclude(['chosen'])),
    /** For `last-commitment` and `last-achievement`: the period that is meant; without it the one before. */
    from: PeriodId.optional(),
  }),
  response: z.object({
    values: z.array(
      z.object({
        agency: z.string().optional(),
        county: z.string().optional(),
        sector: z.string().optional(),
        programme: z.string().optional(),
        value: z.number().int(),
      }),
    ),
  }),
})
