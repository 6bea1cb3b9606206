import { expect, test } from 'vitest'
import { ratioOf, splitByFactors, type FactorSplit } from './split-by-factors.ts'

const one = { numerator: 1, denominator: 1 }
const order = (change: Partial<FactorSplit>): FactorSplit => ({
  total: 90,
  counties: ['C', 'D'],
  sectors: ['unspecified'],
  programmes: ['unspecified'],
  factors: [
    {
      coefficient: one,
      values: [
        { agency: 'A', county: 'C', sector: 'agriculture', value: 2 },
        { agency: 'B', county: 'D', sector: 'industry', value: 1 },
      ],
    },
  ],
  floor: { numerator: 0, denominator: 1 },
  margins: {},
  pins: [],
  ...change,
})
const valuesOf = (asked: FactorSplit) => {
  const { split } = splitByFactors(asked)
  return 'cells' in split
    ? Object.fromEntries(split.cells.map(({ agency, county, value }) => [`${agency} ${county}`, value]))
    : split
}

test('whoever has a value in a factor takes part, and its sectors are one where the split has one', () => {
  expect(splitByFactors(order({})).axes.agencies).toEqual(['A', 'B'])
  expect(valuesOf(order({}))).toEqual({ 'A C': 60, 'B D': 30 })
})

test('what a factor says of places outside the split is left aside', () => {
  expect(valuesOf(order({ agencies: ['A'] }))).toEqual({ 'A C': 90 })
  expect(valuesOf(order({ agencies: ['A'], counties: ['D'] }))).toEqual({
    weights: { code: 'weights.factor-empty', factor: 0 },
  })
})

test('a pin alone brings its agency in, and a whole that cannot hold is named', () => {
  const pins = [{ agency: 'E', county: 'C', value: 95 }]
  const outcome = splitByFactors(order({ pins }))

  expect(outcome.axes.agencies).toEqual(['A', 'B', 'E'])
  expect(outcome.split).toMatchObject({ refusal: { of: 'total', wanted: 90 } })
})

test('a decimal is a ratio, exactly', () => {
  expect([ratioOf('0.35'), ratioOf('2'), ratioOf('1.50')]).toEqual([
    { numerator: 35, denominator: 100 },
    { numerator: 2, denominator: 1 },
    { numerator: 150, denominator: 100 },
  ])
})
