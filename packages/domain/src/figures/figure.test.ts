import fc from 'fast-check'
import { expect, test } from 'vitest'
import { JOB_STATES } from '../jobs/job-life-cycle.ts'
import { figureOf, TRUTH_OF_STATE, type Truths } from './figure.ts'
import { percentOf, proRataTarget } from './rate.ts'

const TRUTHS: Truths = {
  committed: 200,
  registered: 120,
  verified: 60,
  rejected: 20,
  underReview: 30,
  unreachable: 10,
  duplicate: 4,
  withdrawn: 3,
  beside: 7,
}

test.each([
  [59_370, 45_794, 129.6],
  [5_397, 20_500, 26.3],
  [1, 3, 33.3],
  [2, 3, 66.7],
  [1, 2000, 0.1],
  [1, 2001, 0],
  [0, 10, 0],
  [10, 10, 100],
])('%i of %i is %f per cent', (part, whole, percent) => {
  expect(percentOf(part, whole)).toBe(percent)
})

test('without a whole there is no percentage, rather than zero', () => {
  expect([percentOf(5, 0), percentOf(5, null)]).toEqual([null, null])
})

test('a percentage is the exact share rounded to the nearest tenth', () => {
  const counts = fc.integer({ min: 1, max: 2_000_000_000 })
  fc.assert(
    fc.property(fc.nat(2_000_000_000), counts, (part, whole) => {
      const tenths = BigInt(Math.round(percentOf(part, whole)! * 10))
      const error = 2n * (BigInt(part) * 1000n - tenths * BigInt(whole))
      expect(error <= BigInt(whole) && error > -BigInt(whole) - 1n).toBe(true)
    }),
  )
})

test.each([
  [0, 365, 0],
  [365, 365, 20_500],
  [400, 365, 20_500],
  [-3, 365, 0],
  [155, 365, 8705],
])('%i of %i days of 20,500 are %i', (elapsedDays, totalDays, target) => {
  expect(proRataTarget(20_500, { elapsedDays, totalDays })).toBe(target)
})

test('a figure carries all truths, then what is computed from them', () => {
  expect(figureOf(TRUTHS, { elapsedDays: 73, totalDays: 365 })).toEqual({
    ...TRUTHS,
    registeredOfCommitted: 60,
    verifiedOfCommitted: 30,
    verifiedOfRegistered: 50,
    proRataTarget: 40,
    gap: 20,
  })
})

test('where no commitment can be said, neither can what is measured by it', () => {
  const figure = figureOf({ ...TRUTHS, committed: null }, { elapsedDays: 73, totalDays: 365 })

  expect(figure).toMatchObject({
    registeredOfCommitted: null,
    verifiedOfCommitted: null,
    verifiedOfRegistered: 50,
    proRataTarget: null,
    gap: null,
  })
})

test('every state of a job is counted in one truth', () => {
  expect(JOB_STATES.map((state) => TRUTH_OF_STATE[state])).toEqual([
    'underReview',
    'underReview',
    'underReview',
    'verified',
    'rejected',
    'unreachable',
    'underReview',
    'withdrawn',
    'duplicate',
  ])
})
