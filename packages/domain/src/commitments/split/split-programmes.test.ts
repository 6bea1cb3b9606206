import { expect, test } from 'vitest'
import fc from 'fast-check'
import { AXES, type Axis, type Pin, type SplitCell, type SplitRequest } from './request.ts'
import { splitCommitment } from './split-commitment.ts'

const codes = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${letter}${at + 1}`)

function sumOf(cells: readonly SplitCell[], part: { [axis in Axis]?: string | undefined }): number {
  return cells
    .filter((cell) => AXES.every((axis) => part[axis] === undefined || part[axis] === cell[axis]))
    .reduce((sum, { value }) => sum + value, 0)
}

const roll = fc.nat(19)
const rolls = fc.array(roll, { minLength: 40, maxLength: 40 })

/**
 * A request over four axes that at least one division fulfils: wholes and pins are read off a hidden one. `filled` is how
 * many of twenty cells have weight.
 */
const possibleRequests = (filled: number): fc.Arbitrary<SplitRequest> =>
  fc
    .record({
      agencies: fc.integer({ min: 1, max: 5 }),
      counties: fc.integer({ min: 1, max: 5 }),
      sectors: fc.integer({ min: 1, max: 3 }),
      programmes: fc.integer({ min: 2, max: 4 }),
    })
    .chain((size) => {
      const count = size.agencies * size.counties * size.sectors * size.programmes
      const cell = fc.record({
        weight: fc.integer({ min: 1, max: 1000 }),
        roll,
        hidden: fc.nat(30),
        pin: roll,
      })
      return fc
        .record({
          cells: fc.array(cell, { minLength: count, maxLength: count }),
          open: fc.integer({ min: 0, max: 20 }),
          wholes: fc.record({ agency: rolls, county: rolls, sector: rolls, programme: rolls }),
          pins: fc.array(roll, { minLength: count, maxLength: count }),
        })
        .map(({ cells, open, wholes, pins }): SplitRequest => {
          const names = {
            agencies: codes('A', size.agencies),
            counties: codes('C', size.counties),
            sectors: codes('S', size.sectors),
            programmes: codes('P', size.programmes),
          }
          const pairs = names.agencies.flatMap((agency) =>
            names.counties.map((county) => ({ agency, county })),
          )
          const triples = pairs.flatMap((pair) => names.sectors.map((sector) => ({ ...pair, sector })))
          const places = triples.flatMap((triple) =>
            names.programmes.map((programme) => ({ ...triple, programme })),
          )
          const hidden = places.map((place, at) => ({
            ...place,
            value: cells.at(at)!.roll < filled ? cells.at(at)!.hidden : 0,
          }))
          const pinned = (all: readonly Omit<Pin, 'value'>[], from: number): Pin[] =>
            all
              .filter((_, at) => pins.at((at + from) % pins.length) === 0)
              .map((place) => ({ ...place, value: sumOf(hidden, place) }))
          const margins = Object.fromEntries(
            AXES.map((axis) => {
              const members = [...new Set(places.map((place) => place[axis]))]
              const set = members.filter((_, at) => wholes[axis].at(at)! >= open)
              return [axis, new Map(set.map((name) => [name, sumOf(hidden, { [axis]: name })]))]
            }),
          )
          return {
            ...names,
            total: sumOf(hidden, {}),
            weights: places.map((place, at) => ({
              ...place,
              weight: cells.at(at)!.roll < filled ? cells.at(at)!.weight : 0,
            })),
            margins,
            pins: [...pinned(places, 0), ...pinned(triples, 1), ...pinned(pairs, 2)],
          }
        })
    })

function expectKept({ total, margins = {}, pins = [], weights }: SplitRequest, cells: SplitCell[]): void {
  const keyOf = (place: Omit<Pin, 'value'>) => JSON.stringify(AXES.map((axis) => place[axis]))
  const open = new Set(weights.flatMap((place) => (place.weight > 0 ? [keyOf(place)] : [])))
  const pinned = new Set(pins.map(keyOf))
  expect(cells.every(({ value }) => Number.isSafeInteger(value) && value > 0)).toBe(true)
  expect(cells.filter((cell) => !open.has(keyOf(cell)) && !pinned.has(keyOf(cell)))).toEqual([])
  expect(sumOf(cells, {})).toBe(total)
  for (const axis of AXES)
    for (const [name, value] of margins[axis] ?? [])
      expect([axis, name, sumOf(cells, { [axis]: name })]).toEqual([axis, name, value])
  for (const pin of pins) expect({ ...pin, value: sumOf(cells, pin) }).toEqual(pin)
}

function cellsOf(request: SplitRequest): SplitCell[] {
  const split = splitCommitment(request)
  if ('refusal' in split) throw new Error(JSON.stringify(split.refusal))
  return split.cells
}

test('where every cell is open a split over four axes keeps every whole and every pin', () => {
  const answers = fc.sample(possibleRequests(20), 300).map((request) => {
    const split = splitCommitment(request)
    if ('cells' in split) expectKept(request, split.cells)
    return 'cells' in split ? 'found' : split.refusal.code
  })

  expect(answers.filter((answer) => answer !== 'found' && answer !== 'split.not-found')).toEqual([])
  expect(answers.filter((answer) => answer === 'found').length).toBeGreaterThan(295)
})

test('where many cells must stay empty what exists is never denied by a proof, and mostly found', () => {
  const answers = fc.sample(possibleRequests(8), 300).map((request) => {
    const split = splitCommitment(request)
    if ('cells' in split) expectKept(request, split.cells)
    return 'cells' in split ? 'found' : split.refusal.code
  })

  expect(answers.filter((answer) => answer !== 'found' && answer !== 'split.not-found')).toEqual([])
  expect(answers.filter((answer) => answer === 'found').length).toBeGreaterThan(285)
})

test('without pins and with every cell open a split over four axes is always found', () => {
  fc.assert(
    fc.property(possibleRequests(20), (request) => {
      const unpinned = { ...request, pins: [] }
      expectKept(unpinned, cellsOf(unpinned))
    }),
    { numRuns: 200 },
  )
})

test('neither the order a request is written in nor the unit of its weights changes a split over four axes', () => {
  fc.assert(
    fc.property(possibleRequests(18), fc.integer({ min: 2, max: 1_000_003 }), (request, unit) => {
      const otherwise: SplitRequest = {
        ...request,
        agencies: request.agencies.toReversed(),
        counties: request.counties.toReversed(),
        sectors: request.sectors.toReversed(),
        programmes: request.programmes!.toReversed(),
        weights: request.weights.map((entry) => ({ ...entry, weight: entry.weight / unit })).toReversed(),
        pins: request.pins!.toReversed(),
      }

      expect(splitCommitment(otherwise)).toEqual(splitCommitment(request))
    }),
    { numRuns: 60 },
  )
})

const even: SplitRequest = {
  total: 100,
  agencies: ['A', 'B'],
  counties: ['C'],
  sectors: ['farming', 'trade'],
  programmes: ['greenhouses', 'internship'],
  weights: ['A', 'B'].flatMap((agency) =>
    ['farming', 'trade'].flatMap((sector) =>
      ['greenhouses', 'internship'].map((programme) => ({
        agency,
        county: 'C',
        sector,
        programme,
        weight: 1,
      })),
    ),
  ),
}

test('programmes that are not set follow the weights by largest remainder', () => {
  const weights = even.weights.map((entry) => ({
    ...entry,
    weight: entry.programme === 'internship' ? 2 : 1,
  }))

  const cells = cellsOf({ ...even, weights })

  expect([sumOf(cells, { programme: 'greenhouses' }), sumOf(cells, { programme: 'internship' })]).toEqual([
    33, 67,
  ])
})

test('with one programme a split is the split over three axes, and its pins need not name it', () => {
  const programmes = ['greenhouses']
  const weights = even.weights.filter(({ programme }) => programme === 'greenhouses')
  const pin = { agency: 'A', county: 'C', sector: 'trade', value: 7 }
  const pins = [pin]

  const cells = cellsOf({ ...even, programmes, weights, pins })
  const plain = cellsOf({
    ...even,
    programmes: undefined,
    weights: weights.map((entry) => ({ ...entry, programme: undefined })),
    pins,
  })

  expect(cells).toEqual(plain.map((cell) => ({ ...cell, programme: 'greenhouses' })))
  expect(sumOf(cells, pin)).toBe(7)
})

test.each([
  [
    'programmes that do not add up',
    {
      margins: {
        programme: new Map([
          ['greenhouses', 60],
          ['internship', 60],
        ]),
      },
    },
    { code: 'split.margins-disagree', of: 'programme', name: '*', wanted: 100, possible: 120 },
  ],
  [
    'pins above their programme',
    {
      margins: { programme: new Map([['greenhouses', 5]]) },
      pins: [{ agency: 'A', county: 'C', sector: 'farming', programme: 'greenhouses', value: 6 }],
    },
    { code: 'split.pins-exceed-margin', of: 'programme', name: 'greenhouses', wanted: 5, possible: 6 },
  ],
  [
    'pins of programmes above the pin of their sector',
    {
      pins: [
        { agency: 'A', county: 'C', sector: 'farming', value: 5 },
        { agency: 'A', county: 'C', sector: 'farming', programme: 'greenhouses', value: 6 },
      ],
    },
    { code: 'split.pins-exceed-margin', of: 'pair', name: 'A/C', wanted: 5, possible: 6 },
  ],
  [
    'a programme that only a small sector knows',
    {
      weights: even.weights.filter(
        ({ sector, programme }) => sector === 'farming' || programme === 'internship',
      ),
      margins: { sector: new Map([['farming', 20]]), programme: new Map([['greenhouses', 21]]) },
    },
    { code: 'split.no-room', of: 'programme', name: 'greenhouses', wanted: 21, possible: 20 },
  ],
  [
    'a pin of a programme over several sectors',
    { pins: [{ agency: 'A', county: 'C', programme: 'greenhouses', value: 6 }] },
    { code: 'split.pin-without-sector', of: 'pair', name: 'A/C', wanted: 6, possible: 6 },
  ],
  [
    'an unknown programme',
    { margins: { programme: new Map([['clusters', 6]]) } },
    { code: 'split.name-unknown', of: 'programme', name: 'clusters', wanted: 6, possible: 0 },
  ],
])('%s are refused with the whole that cannot hold', (_name, change, refusal) => {
  expect(splitCommitment({ ...even, ...change })).toEqual({ refusal })
})
