import { countsTowardCommitment, DIRECTNESS, NOVELTY_CLASSES } from '@rasad/domain/jobs/job-kinds'
import { sql } from 'kysely'

// The rule of the domain, spelled out as the pairs for which it holds.
const COUNTED = NOVELTY_CLASSES.flatMap((novelty) =>
  DIRECTNESS.filter((directness) => countsTowardCommitment({ novelty, directness })).map(
    (directness) => `${novelty}/${directness}`,
  ),
)

/** The measure of rows that carry novelty and directness: `measureOf`, for postings made in bulk. */
export const MEASURE = sql`case when novelty || '/' || directness in (${sql.join(COUNTED.map((pair) => sql.lit(pair)))})
  then 'job' else 'job-beside' end`
