import { expect, test } from 'vitest'
import { countsTowardCommitment, DIRECTNESS, NOVELTY_CLASSES } from './job-kinds.ts'

test('only a new direct job counts toward the commitment', () => {
  const pairs = NOVELTY_CLASSES.flatMap((novelty) =>
    DIRECTNESS.map((directness) => ({ novelty, directness })),
  )

  expect(pairs.filter(countsTowardCommitment)).toEqual([{ novelty: 'new', directness: 'direct' }])
})
