import type { Scope } from '../access/scope.ts'
import type { Baseline } from '../commitments/matrix.ts'
import { DIMENSIONS, splitsCommitments, type Dimension } from '../ledger/dimensions.ts'

/** Which values of each dimension count; a dimension that is not named is not restricted. */
export type Filters = { [D in Dimension]?: readonly string[] }

/** Until when the ledger is summed: everything that is in it, or what had settled. */
export type Position =
  | { kind: 'current' }
  /** Up to a batch of one province. */
  | { kind: 'batch'; batch: number }
  /** Up to the last batch each province had settled at a moment. */
  | { kind: 'moment'; moment: string }

/** A question to the ledger: which period, cut by what, restricted to what, as of when, for whom. */
export type Question = {
  /** Null asks about every province at once. */
  province: string | null
  period: string
  baseline: Baseline
  by: readonly Dimension[]
  filters: Filters
  /** Inclusive, as 140401..140405. */
  months: { from: number; to: number } | null
  position: Position
  scope: Scope
}

/** The dimensions that an answer is restricted by. */
export function restrictedBy({ filters }: Pick<Question, 'filters'>): Dimension[] {
  return DIMENSIONS.filter((dimension) => filters[dimension] !== undefined)
}

/** The dimensions that an answer must know: those it is cut by, restricted by or scoped by. */
export function dimensionsOf(question: Question): Dimension[] {
  const { by, months, scope } = question
  const county: Dimension[] = 'county' in scope && scope.county !== undefined ? ['county'] : []
  const agency: Dimension[] = scope.level === 'agency' ? ['agency'] : []
  const month: Dimension[] = months ? ['month'] : []
  return [...new Set([...by, ...restrictedBy(question), ...month, ...county, ...agency])]
}

/** Whether "committed" can be said at all: not once the question is restricted to what no commitment is split by. */
export function isCommitmentKnown(question: Question): boolean {
  return restrictedBy(question).every(splitsCommitments)
}
