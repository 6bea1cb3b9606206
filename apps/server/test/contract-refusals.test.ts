import type { ProblemCode } from '@rasad/contracts/problem-catalogue'
import { expect, test } from 'vitest'
import { CONTRACT_CASES } from './contract-cases.ts'
import { openWorld } from './world.ts'

test.each(CONTRACT_CASES)(
  '$route refuses with its problem and writes nothing',
  async ({ contract, refused }) => {
    await using world = await openWorld()
    const cases = await refused(world)

    const codes: ProblemCode[] = []
    for (const [, words] of cases) codes.push((await world.refuse(contract, words)).code)

    expect(codes).toEqual(cases.map(([code]) => code))
  },
)
