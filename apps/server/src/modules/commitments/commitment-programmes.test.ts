import {
  amendCommitment,
  compareCommitments,
  getCommitment,
  notifyCommitment,
  setCommitment,
  splitCommitment,
  type CommitmentVersion,
} from '@rasad/contracts/commitments'
import { addPeriod } from '@rasad/contracts/periods'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openWorld, type World } from '../../../test/world.ts'

const AXES = ['agency', 'county', 'sector', 'programme'] as const
const LETTER = { letterNumber: '۱۲۳/۴۵', letterDate: '۱۴۰۴-۰۲-۰۱' }
const place = ({ province, period }: World) => ({ province, period })

function sumsBy(cells: CommitmentVersion['cells'], axis: (typeof AXES)[number]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const cell of cells) sums[cell[axis]] = (sums[cell[axis]] ?? 0) + cell.value
  return sums
}

function total(sums: Record<string, number>): number {
  return Object.values(sums).reduce((sum, value) => sum + value, 0)
}

/** A commitment of two programmes and of none, in force. */
async function commitProgrammes(
  world: World,
  values: [number, number, number] = [30, 20, 50],
): Promise<void> {
  const cell = { county: world.county(0), agency: 'AGRI', sector: 'agriculture' as const }
  await world.commit([
    { ...cell, programme: 'greenhouses', value: values[0] },
    { ...cell, programme: 'internship', value: values[1] },
    { ...cell, county: world.county(1), value: values[2] },
  ])
}

test('a total is split over programmes too, with their wholes, and a pin may name one', async () => {
  await using world = await openWorld()
  const pins = [
    {
      agency: 'SMT',
      county: world.county(1),
      sector: 'industry' as const,
      programme: 'internship' as const,
      value: 17,
    },
    { agency: 'AGRI', county: world.county(0), sector: 'agriculture' as const, value: 40 },
  ]
  const draft = await world.call(splitCommitment, {
    body: {
      ...place(world),
      total: 1001,
      agencies: ['AGRI', 'SMT', 'KOMITEH'],
      counties: [world.county(0), world.county(1), world.county(2)],
      sectors: ['agriculture', 'industry'],
      programmes: ['greenhouses', 'internship', 'unspecified'],
      factors: [{ kind: 'population' }],
      margins: { programme: { greenhouses: 333 }, sector: { industry: 500 } },
      pins,
    },
  })

  expect(AXES.map((axis) => total(sumsBy(draft.cells, axis)))).toEqual([1001, 1001, 1001, 1001])
  expect(sumsBy(draft.cells, 'programme')['greenhouses']).toBe(333)
  expect(sumsBy(draft.cells, 'sector')['industry']).toBe(500)
  const inPlace = (agency: string, county: string, sector: string) =>
    draft.cells.filter((cell) => cell.agency === agency && cell.county === county && cell.sector === sector)
  expect(total(sumsBy(inPlace('AGRI', world.county(0), 'agriculture'), 'agency'))).toBe(40)
  expect(inPlace('SMT', world.county(1), 'industry')).toContainEqual(expect.objectContaining(pins[0]))
  expect(draft.pins).toEqual(pins)
})

test('the ledger knows no programme: what moves from one to another changes the version and no figure', async () => {
  await using world = await openWorld()
  await commitProgrammes(world)
  const before = await world.figures({ by: 'county,agency,sector' })

  await commitProgrammes(world, [10, 40, 50])

  expect((await world.figures({ by: 'county,agency,sector' })).rows).toEqual(before.rows)
  const difference = await world.call(compareCommitments, { query: { ...place(world), from: '1', to: '2' } })
  expect(difference.total.difference).toBe(0)
  expect(difference.margins).toEqual({
    agency: [],
    county: [],
    sector: [],
    programme: [
      { name: 'greenhouses', before: 30, after: 10, difference: -20 },
      { name: 'internship', before: 20, after: 40, difference: 20 },
    ],
  })
  await commitProgrammes(world, [10, 41, 50])
  expect((await world.figure()).committed).toBe(101)
  await world.settle()
  await world.check()
})

test('the commitment of an earlier period is weighed by its programmes, and folds into one where none are asked', async () => {
  await using world = await openWorld()
  await world.call(addPeriod, {
    body: { province: world.province, period: '1403', from: '1403-01-01', to: '1403-12-30' },
  })
  const cell = { agency: 'AGRI', county: world.county(0) }
  await world.commit(
    [
      { ...cell, programme: 'greenhouses', value: 30 },
      { ...cell, programme: 'internship', value: 10 },
    ],
    { period: '1403' },
  )
  const order = { ...place(world), total: 100, factors: [{ kind: 'last-commitment' as const }] }

  const divided = await world.call(splitCommitment, {
    body: { ...order, programmes: ['greenhouses', 'internship'] },
  })
  const whole = await world.call(splitCommitment, { body: order })

  expect(sumsBy(divided.cells, 'programme')).toEqual({ greenhouses: 75, internship: 25 })
  expect(whole.cells).toEqual([{ ...cell, sector: 'unspecified', programme: 'unspecified', value: 100 }])
})

test('an amendment divides a commitment by programme that was not, and every other whole stays', async () => {
  await using world = await openWorld()
  const cells = ['AGRI', 'SMT'].flatMap((agency, row) =>
    [0, 1].map((column) => ({ agency, county: world.county(column), value: 100 + 40 * row + 7 * column })),
  )
  await world.commit(cells)
  const before = await world.call(getCommitment, { query: place(world) })

  const pinned = { agency: 'AGRI', county: world.county(0), programme: 'greenhouses' as const, value: 25 }
  const first = await world.call(amendCommitment, {
    body: { ...place(world), cells: [pinned], reason: 'گلخانه‌های تازه' },
  })
  const second = await world.call(amendCommitment, {
    body: { ...place(world), margins: { programme: { internship: 60 } }, reason: 'سهم کارورزی' },
  })

  expect(sumsBy(first.cells, 'programme')).toEqual({ greenhouses: 25, unspecified: before.total - 25 })
  expect(sumsBy(second.cells, 'programme')).toMatchObject({ greenhouses: 25, internship: 60 })
  for (const axis of ['agency', 'county'] as const)
    expect([first, second].map((version) => sumsBy(version.cells, axis))).toEqual([
      sumsBy(before.cells, axis),
      sumsBy(before.cells, axis),
    ])
  const notified = await world.call(notifyCommitment, { body: { ...place(world), version: 3, ...LETTER } })
  expect(notified.total).toBe(before.total)
  expect((await world.figure()).committed).toBe(before.total)
})

test('a programme whose stated whole is not the sum of its cells is refused', async () => {
  await using world = await openWorld()
  const cell = { county: world.county(0), agency: 'AGRI' }
  const refusal = await world.refuse(setCommitment, {
    body: {
      ...place(world),
      source: 'a.csv',
      cells: [
        { ...cell, programme: 'greenhouses', value: 10 },
        { ...cell, value: 5 },
      ],
      stated: [
        { programme: 'greenhouses', stated: 11, line: 2 },
        { programme: 'unspecified', stated: 5, line: 3 },
      ],
    },
  })

  expect(refusal.code).toBe('commitment.does-not-add-up')
  expect(refusal.params['mismatches']).toMatchObject([
    { line: 2, programme: 'greenhouses', stated: 11, sum: 10 },
  ])
})

test('through any sequence of amendments that name programmes every version adds up in all four directions', async () => {
  await using world = await openWorld()
  await commitProgrammes(world, [300, 200, 500])
  const change = fc.record({
    total: fc.option(fc.integer({ min: 300, max: 3000 }), { nil: undefined }),
    greenhouses: fc.option(fc.integer({ min: 0, max: 600 }), { nil: undefined }),
    cell: fc.option(
      fc.record({
        programme: fc.constantFrom(
          'greenhouses' as const,
          'internship' as const,
          'clusters' as const,
          undefined,
        ),
        value: fc.integer({ min: 0, max: 200 }),
      }),
      { nil: undefined },
    ),
  })
  let amended = 0

  await fc.assert(
    fc.asyncProperty(change, async ({ total: whole, greenhouses, cell }) => {
      const margins = greenhouses === undefined ? {} : { programme: { greenhouses } }
      const at = { agency: 'AGRI', county: world.county(0), sector: 'agriculture' as const }
      const cells = cell === undefined ? [] : [{ ...at, ...cell }]
      const answer = await world.ask(amendCommitment, {
        body: { ...place(world), total: whole, margins, cells, reason: 'آزمون' },
      })
      if (answer.statusCode === 200) amended++

      const newest = await world.call(getCommitment, { query: place(world) })
      const sums = AXES.map((axis) => total(sumsBy(newest.cells, axis)))
      expect(sums).toEqual([newest.total, newest.total, newest.total, newest.total])
    }),
    { numRuns: 40 },
  )
  expect(amended).toBeGreaterThan(0)
})
