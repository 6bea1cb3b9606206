import type { Dimension } from '@rasad/domain/ledger/dimensions'

/** A roll-up: the balances of one set of dimensions, kept so that a fixed report need not sum postings. */
export type Grain = { name: 'province' | 'report' | 'month'; dimensions: readonly Dimension[] }

/** From the smallest to the largest; a question is answered from the first that has all its dimensions. */
export const GRAINS: readonly Grain[] = [
  { name: 'province', dimensions: [] },
  { name: 'report', dimensions: ['county', 'agency'] },
  { name: 'month', dimensions: ['month', 'county', 'agency', 'sector'] },
]

/** The batch number under which a grain keeps its running balance; a checkpoint has the number of its batch. */
export const RUNNING = 0

const COLUMNS: Record<Dimension, string> = {
  province: 'province_id',
  county: 'county_id',
  agency: 'agency_id',
  sector: 'sector',
  month: 'month',
  gender: 'gender',
  jobType: 'job_type',
  novelty: 'novelty',
  directness: 'directness',
  settlement: 'settlement',
  education: 'education',
  activityLine: 'activity_line',
}

/** The column that holds a dimension, in postings, tail and balances alike. */
export function columnOf(dimension: Dimension): string {
  return COLUMNS[dimension]
}

/** The smallest grain that can answer a question over these dimensions; undefined when only the postings can. */
export function grainFor(dimensions: readonly Dimension[]): Grain | undefined {
  return GRAINS.find((grain) =>
    dimensions.every((wanted) => wanted === 'province' || grain.dimensions.includes(wanted)),
  )
}
