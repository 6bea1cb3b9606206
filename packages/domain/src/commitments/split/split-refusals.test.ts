import { expect, test } from 'vitest'
import fc from 'fast-check'
import type { Axis, SplitRefusal, SplitRequest } from './request.ts'
import { splitCommitment } from './split-commitment.ts'

/** Two agencies and two counties of equal weight; agency B works in county D only. */
const plain: SplitRequest = {
  total: 100,
  agencies: ['A', 'B'],
  counties: ['C', 'D'],
  sectors: ['farming', 'trade'],
  weights: ['farming', 'trade'].flatMap((sector) => [
    { agency: 'A', county: 'C', sector, weight: 1 },
    { agency: 'A', county: 'D', sector, weight: 1 },
    { agency: 'B', county: 'D', sector, weight: 1 },
  ]),
}
const given = (axis: Axis, values: Record<string, number>): SplitRequest['margins'] => ({
  [axis]: new Map(Object.entries(values)),
})

test.each<[string, Partial<SplitRequest>, SplitRefusal]>([
  [
    'a total that is no whole number',
    { total: 10.4 },
    { code: 'split.value-invalid', of: 'total', name: '*', wanted: 10.4, possible: 10 },
  ],
  [
    'a negative whole',
    { margins: given('county', { D: -3 }) },
    { code: 'split.value-invalid', of: 'county', name: 'D', wanted: -3, possible: 0 },
  ],
  [
    'a negative weight',
    { weights: [{ agency: 'A', county: 'C', sector: 'trade', weight: -1 }] },
    { code: 'split.value-invalid', of: 'pair', name: 'A/C', wanted: -1, possible: 0 },
  ],
  [
    'a whole of an unknown agency',
    { margins: given('agency', { X: 3 }) },
    { code: 'split.name-unknown', of: 'agency', name: 'X', wanted: 3, possible: 0 },
  ],
  [
    'a pin in an unknown sector',
    { pins: [{ agency: 'A', county: 'C', sector: 'mining', value: 3 }] },
    { code: 'split.name-unknown', of: 'sector', name: 'mining', wanted: 3, possible: 0 },
  ],
  [
    'a cell pinned twice',
    {
      pins: [
        { agency: 'A', county: 'C', value: 3 },
        { agency: 'A', county: 'C', value: 4 },
      ],
    },
    { code: 'split.pin-repeated', of: 'pair', name: 'A/C', wanted: 4, possible: 4 },
  ],
  [
    'agencies that do not add up',
    { margins: given('agency', { A: 40, B: 50 }) },
    { code: 'split.margins-disagree', of: 'agency', name: '*', wanted: 100, possible: 90 },
  ],
  [
    'one sector above the total',
    { margins: given('sector', { trade: 101 }) },
    { code: 'split.margins-disagree', of: 'sector', name: '*', wanted: 100, possible: 101 },
  ],
  [
    'pins above their county',
    { margins: given('county', { C: 5 }), pins: [{ agency: 'A', county: 'C', value: 6 }] },
    { code: 'split.pins-exceed-margin', of: 'county', name: 'C', wanted: 5, possible: 6 },
  ],
  [
    'pins above their sector',
    {
      margins: given('sector', { trade: 5 }),
      pins: [{ agency: 'A', county: 'C', sector: 'trade', value: 6 }],
    },
    { code: 'split.pins-exceed-margin', of: 'sector', name: 'trade', wanted: 5, possible: 6 },
  ],
  [
    'pins above their pair',
    {
      pins: [
        { agency: 'A', county: 'C', value: 5 },
        { agency: 'A', county: 'C', sector: 'trade', value: 6 },
      ],
    },
    { code: 'split.pins-exceed-margin', of: 'pair', name: 'A/C', wanted: 5, possible: 6 },
  ],
  [
    'pins above the total',
    {
      pins: [
        { agency: 'A', county: 'C', value: 60 },
        { agency: 'A', county: 'D', value: 41 },
      ],
    },
    { code: 'split.pins-exceed-margin', of: 'total', name: '*', wanted: 100, possible: 101 },
  ],
  [
    'no weight anywhere',
    { weights: [] },
    { code: 'split.weights-empty', of: 'total', name: '*', wanted: 100, possible: 0 },
  ],
  [
    'a pair without weight',
    { pins: [{ agency: 'B', county: 'C', value: 4 }] },
    { code: 'split.weights-empty', of: 'pair', name: 'B/C', wanted: 4, possible: 0 },
  ],
  [
    'an agency whose every cell is pinned below its whole',
    {
      margins: given('agency', { B: 9 }),
      pins: [
        { agency: 'B', county: 'D', sector: 'trade', value: 4 },
        { agency: 'B', county: 'D', sector: 'farming', value: 3 },
      ],
    },
    { code: 'split.weights-empty', of: 'agency', name: 'B', wanted: 9, possible: 7 },
  ],
  [
    'a county below the agency that works only there',
    { margins: { ...given('agency', { B: 60 }), ...given('county', { D: 59 }) } },
    { code: 'split.no-room', of: 'county', name: 'D', wanted: 59, possible: 60 },
  ],
  [
    'all pairs pinned below the total',
    {
      pins: [
        { agency: 'A', county: 'C', value: 10 },
        { agency: 'A', county: 'D', value: 20 },
        { agency: 'B', county: 'D', value: 30 },
      ],
    },
    { code: 'split.no-room', of: 'total', name: '*', wanted: 100, possible: 60 },
  ],
])('%s is refused', (_, change, refusal) => {
  expect(splitCommitment({ ...plain, ...change })).toEqual({ refusal })
})

/** Whether the parts of a set can always be taken up: by Hall's theorem, when every group of them finds room enough. */
function findRoom(
  wanted: readonly number[],
  room: readonly number[],
  mayGo: (from: number, to: number) => boolean,
): boolean {
  const groups = Array.from({ length: 2 ** wanted.length }, (_, bits) =>
    [...wanted.keys()].filter((member) => Math.floor(bits / 2 ** member) % 2 === 1),
  )
  return groups.every((group) => {
    const needed = group.reduce((sum, member) => sum + wanted.at(member)!, 0)
    return (
      needed <= room.reduce((sum, value, to) => sum + (group.some((from) => mayGo(from, to)) ? value : 0), 0)
    )
  })
}

type Transport = { agencies: number[]; counties: number[]; open: boolean[][] }

/** Whether all agencies and the first counties can hold, the other counties being free. */
function holds({ agencies, open }: Transport, counties: readonly number[]): boolean {
  const isOpen = (agency: number, county: number): boolean => open.at(agency)!.at(county)!
  const width = open.at(0)!.length
  const room = Array.from({ length: width }, (_, county) => counties.at(county) ?? Infinity)
  const isWhole = counties.length < width || sum(counties) === sum(agencies)
  return (
    isWhole &&
    findRoom(agencies, room, isOpen) &&
    findRoom(counties, agencies, (county, agency) => isOpen(agency, county))
  )
}

const sum = (values: readonly number[]): number => values.reduce((whole, value) => whole + value, 0)
const cut = (total: number, cuts: readonly number[]): number[] => {
  const marks = [0, ...cuts.map((part) => Math.round(part * total)).toSorted((a, b) => a - b), total]
  return marks.slice(1).map((mark, at) => mark - marks.at(at)!)
}
const parts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 })
const transports = fc
  .record({
    total: fc.integer({ min: 0, max: 60 }),
    agencies: parts,
    counties: parts,
    rolls: fc.array(fc.nat(9), { minLength: 36, maxLength: 36 }),
    filled: fc.integer({ min: 2, max: 9 }),
  })
  .map(({ total, agencies, counties, rolls, filled }): Transport => ({
    agencies: cut(total, agencies),
    counties: cut(total, counties),
    open: Array.from({ length: agencies.length + 1 }, (_, row) =>
      Array.from({ length: counties.length + 1 }, (__, column) => rolls.at(row * 6 + column)! < filled),
    ),
  }))

test('two margins are refused exactly when they cannot hold, by a county that cannot and the nearest value that can', () => {
  const answers = { held: 0, refused: 0 }
  fc.assert(
    fc.property(transports, (transport) => {
      const [agencies, counties] = [
        transport.agencies.map((_, at) => `A${at}`),
        transport.counties.map((_, at) => `C${at}`),
      ]
      const split = splitCommitment({
        total: sum(transport.agencies),
        agencies,
        counties,
        sectors: ['unspecified'],
        weights: agencies.flatMap((agency, a) =>
          counties.map((county, c) => ({
            agency,
            county,
            sector: 'unspecified',
            weight: transport.open.at(a)!.at(c)! ? 1 + ((a * 5 + c * 3) % 7) : 0,
          })),
        ),
        margins: {
          agency: new Map(agencies.map((name, at) => [name, transport.agencies.at(at)!])),
          county: new Map(counties.map((name, at) => [name, transport.counties.at(at)!])),
        },
      })

      expect('cells' in split).toBe(holds(transport, transport.counties))
      if ('cells' in split) return void answers.held++
      answers.refused++
      if (split.refusal.code === 'split.weights-empty') return
      const { of, name, wanted, possible } = split.refusal
      const at = counties.indexOf(name)
      const before = transport.counties.slice(0, at)
      const step = Math.sign(wanted - possible)
      expect([of, wanted]).toEqual(['county', transport.counties.at(at)])
      expect(
        [before, [...before, possible], [...before, possible + step], [...before, wanted]].map((some) =>
          holds(transport, some),
        ),
      ).toEqual([true, true, false, false])
    }),
    { numRuns: 600 },
  )
  expect(Math.min(answers.held, answers.refused)).toBeGreaterThan(100)
})

test('three margins refused by their wholes name one that is too small or too large for the two before it', () => {
  const split = splitCommitment({
    ...plain,
    weights: plain.weights.filter(({ agency, sector }) => agency !== 'A' || sector === 'farming'),
    margins: { ...given('agency', { A: 70, B: 30 }), ...given('sector', { farming: 65, trade: 35 }) },
  })

  expect(split).toEqual({
    refusal: { code: 'split.no-room', of: 'sector', name: 'farming', wanted: 65, possible: 70 },
  })
})
