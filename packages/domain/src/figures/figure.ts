import type { JobState } from '../jobs/job-life-cycle.ts'
import { percentOf, proRataTarget } from './rate.ts'

/** The truths of one figure as the ledger sums them: how many jobs stand in which state, each under its own name. */
export type Truths = {
  /** Promised for the period; null where a commitment is not split that way. */
  committed: number | null
  /** Came in, and not withdrawn or found duplicate: under review, verified, rejected and unreachable together. */
  registered: number
  verified: number
  rejected: number
  underReview: number
  unreachable: number
  duplicate: number
  withdrawn: number
  /** Registered jobs that are not new direct ones: they stand beside the commitment, in none of the other truths. */
  beside: number
}

/** The true number of jobs behind the registered ones, with the margin of the sample it was estimated from. */
export type Estimate = { value: number; low: number; high: number }

/** One figure: all its truths together, so that none can be shown without its name. */
export type Figure = Truths & {
  /** Absent until a sample has been checked. */
  estimated?: Estimate
  /** Registered ÷ committed, in per cent. */
  registeredOfCommitted: number | null
  /** Verified ÷ committed (تحقق), in per cent. */
  verifiedOfCommitted: number | null
  /** Verified ÷ registered, in per cent. */
  verifiedOfRegistered: number | null
  /** What should have been verified by the day of the question; null without a commitment. */
  proRataTarget: number | null
  /** Verified less the pro-rata target: negative when behind. */
  gap: number | null
}

/** In which truth a job of a state is counted. */
export const TRUTH_OF_STATE: Record<
  JobState,
  'underReview' | 'verified' | 'rejected' | 'unreachable' | 'duplicate' | 'withdrawn'
> = {
  registered: 'underReview',
  'agency-confirmed': 'underReview',
  returned: 'underReview',
  appealed: 'underReview',
  verified: 'verified',
  rejected: 'rejected',
  unreachable: 'unreachable',
  duplicate: 'duplicate',
  withdrawn: 'withdrawn',
}

/** Completes the truths with what is computed from them, last: shares and the distance to the pro-rata target. */
export function figureOf(truths: Truths, time: { elapsedDays: number; totalDays: number }): Figure {
  const target = truths.committed === null ? null : proRataTarget(truths.committed, time)
  return {
    ...truths,
    registeredOfCommitted: percentOf(truths.registered, truths.committed),
    verifiedOfCommitted: percentOf(truths.verified, truths.committed),
    verifiedOfRegistered: percentOf(truths.verified, truths.registered),
    proRataTarget: target,
    gap: target === null ? null : truths.verified - target,
  }
}
