/** What a figure can be cut by. A commitment is split only by the first four. */
export const DIMENSIONS = [
  'province',
  'county',
  'agency',
  'sector',
  'month',
  'gender',
  'jobType',
  'novelty',
  'directness',
  'settlement',
  'education',
  'activityLine',
] as const
export type Dimension = (typeof DIMENSIONS)[number]

const COMMITMENT_DIMENSIONS: readonly Dimension[] = ['province', 'county', 'agency', 'sector']

/** Whether commitments are split by this dimension, so that "committed" can be said for its parts. */
export function splitsCommitments(dimension: Dimension): boolean {
  return COMMITMENT_DIMENSIONS.includes(dimension)
}

/** Reads the name of a dimension as a person types it: `job-type`, `jobType`. */
export function readDimension(text: string): Dimension | undefined {
  const name = text.trim().replace(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase())
  return DIMENSIONS.find((dimension) => dimension === name)
}
