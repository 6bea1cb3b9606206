import { expect, test } from 'vitest'
import fc from 'fast-check'
import type { Axis } from './request.ts'
import { weightsFrom, type Factor, type WeightGrounds } from './weights.ts'

const one = { numerator: 1, denominator: 1 }
const history = (values: [agency: string, county: string, value: number][], coefficient = one): Factor => ({
  coefficient,
  values: values.map(([agency, county, value]) => ({ agency, county, sector: 'S', value })),
})
const grounds = (change: Partial<WeightGrounds>): WeightGrounds => ({
  agencies: ['A', 'B'],
  counties: ['C', 'D'],
  sectors: ['S'],
  floor: { numerator: 0, denominator: 1 },
  factors: [],
  ...change,
})

function shares(given: WeightGrounds, axes: readonly Axis[]): Record<string, number> {
  const made = weightsFrom(given)
  if (made.refusal) throw new Error(made.refusal.code)
  const sums: Record<string, number> = {}
  for (const entry of made.weights) {
    const key = axes.map((axis) => entry[axis]).join(' ')
    sums[key] = (sums[key] ?? 0) + entry.weight
  }
  return Object.fromEntries(Object.entries(sums).map(([key, sum]) => [key, Math.round(sum * 1e9) / 1e9]))
}

test('commitment and achievement of last period count by their coefficients, whatever their units', () => {
  const commitment = history(
    [
      ['A', 'C', 300],
      ['B', 'D', 100],
    ],
    { numerator: 35, denominator: 100 },
  )
  const achievement = history(
    [
      ['A', 'C', 1],
      ['B', 'D', 1],
    ],
    { numerator: 15, denominator: 100 },
  )

  expect(shares(grounds({ factors: [commitment, achievement] }), ['agency'])).toEqual({
    A: 0.675,
    B: 0.325,
  })
})

test('a county factor goes to its county and is spread there as history is, evenly where there is none', () => {
  const past = history([
    ['A', 'C', 30],
    ['B', 'C', 10],
  ])
  const population: Factor = {
    coefficient: one,
    values: [
      { county: 'C', value: 600 },
      { county: 'D', value: 400 },
    ],
  }

  expect(shares(grounds({ factors: [past, population] }), ['agency', 'county'])).toEqual({
    'A C': 0.5 * 0.75 + 0.5 * 0.6 * 0.75,
    'B C': 0.5 * 0.25 + 0.5 * 0.6 * 0.25,
    'A D': 0.1,
    'B D': 0.1,
  })
})

test('without history chosen weights of agencies are spread evenly', () => {
  const chosen: Factor = {
    coefficient: one,
    values: [
      { agency: 'A', value: 3 },
      { agency: 'B', value: 1 },
    ],
  }

  expect(shares(grounds({ factors: [chosen] }), ['agency', 'county'])).toEqual({
    'A C': 0.375,
    'A D': 0.375,
    'B C': 0.125,
    'B D': 0.125,
  })
})

test('an agency without history takes the floor of an average one, where all history is', () => {
  const past = history([
    ['A', 'C', 60],
    ['A', 'D', 20],
    ['B', 'C', 20],
  ])
  const given = { agencies: ['A', 'B', 'NEW'], factors: [past], floor: { numerator: 1, denominator: 2 } }

  expect(shares(grounds(given), ['agency'])).toEqual({ A: 0.64, B: 0.16, NEW: 0.2 })
  expect(shares(grounds(given), ['agency', 'county'])).toMatchObject({ 'NEW C': 0.16, 'NEW D': 0.04 })
  expect(shares(grounds({ ...given, floor: { numerator: 0, denominator: 1 } }), ['agency'])).toMatchObject({
    NEW: 0,
  })
})

test('a factor with the coefficient nought takes no part', () => {
  const past = history([['A', 'C', 1]])
  const ignored = history([['B', 'D', 1]], { numerator: 0, denominator: 7 })

  expect(shares(grounds({ factors: [past, ignored] }), ['agency'])).toEqual({ A: 1, B: 0 })
})

test('weights together are one', () => {
  const value = fc.integer({ min: 1, max: 1_000_000 })
  const coefficient = fc.record({
    numerator: fc.integer({ min: 1, max: 100 }),
    denominator: fc.integer({ min: 1, max: 100 }),
  })
  fc.assert(
    fc.property(
      value,
      value,
      value,
      coefficient,
      coefficient,
      coefficient,
      (a, b, c, first, second, floor) => {
        const factors: Factor[] = [
          history(
            [
              ['A', 'C', a],
              ['B', 'C', b],
            ],
            first,
          ),
          {
            coefficient: second,
            values: [
              { county: 'C', value: b },
              { county: 'D', value: c },
            ],
          },
        ]

        expect(shares(grounds({ agencies: ['A', 'B', 'NEW'], factors, floor }), [])).toEqual({ '': 1 })
      },
    ),
  )
})

test.each<[string, Partial<WeightGrounds>, { code: string; factor: number | undefined }]>([
  ['no factor that counts', { factors: [] }, { code: 'weights.ratio-invalid', factor: undefined }],
  [
    'a floor over nothing',
    { factors: [history([['A', 'C', 1]])], floor: { numerator: 1, denominator: 0 } },
    { code: 'weights.ratio-invalid', factor: undefined },
  ],
  [
    'a negative coefficient',
    { factors: [history([['A', 'C', 1]]), history([['A', 'C', 1]], { numerator: -1, denominator: 2 })] },
    { code: 'weights.ratio-invalid', factor: 1 },
  ],
  ['half a job', { factors: [history([['A', 'C', 0.5]])] }, { code: 'weights.value-invalid', factor: 0 }],
  [
    'an unknown county',
    { factors: [history([['A', 'X', 5]])] },
    { code: 'weights.place-unknown', factor: 0 },
  ],
  [
    'values of different axes',
    {
      factors: [
        {
          coefficient: one,
          values: [
            { county: 'C', value: 1 },
            { agency: 'A', value: 1 },
          ],
        },
      ],
    },
    { code: 'weights.place-unknown', factor: 0 },
  ],
  [
    'a factor of nothing',
    { factors: [history([['A', 'C', 0]])] },
    { code: 'weights.factor-empty', factor: 0 },
  ],
])('%s is refused', (_, change, refusal) => {
  expect(weightsFrom(grounds(change))).toEqual({ refusal })
})

test('an achievement that knows no programmes is divided into them as the commitment was, evenly where that has nothing', () => {
  const commitment: Factor = {
    coefficient: one,
    values: [
      { agency: 'A', county: 'C', sector: 'S', programme: 'greenhouses', value: 3 },
      { agency: 'A', county: 'C', sector: 'S', programme: 'internship', value: 1 },
    ],
  }
  const achievement = history([
    ['A', 'C', 5],
    ['B', 'D', 5],
  ])

  const given = grounds({
    programmes: ['greenhouses', 'internship'],
    factors: [achievement, commitment],
  })

  expect(shares(given, ['agency', 'programme'])).toEqual({
    'A greenhouses': 0.5625,
    'A internship': 0.1875,
    'B greenhouses': 0.125,
    'B internship': 0.125,
  })
})
