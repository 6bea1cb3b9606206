import {
  amendCommitment,
  compareCommitments,
  getCommitment,
  listCommitmentVersions,
  notifyCommitment,
  splitCommitment,
  type CommitmentVersion,
} from '@rasad/contracts/commitments'
import { addPeriod } from '@rasad/contracts/periods'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openWorld, type World } from '../../../test/world.ts'

const place = ({ province, period }: World) => ({ province, period })
const LETTER = { letterNumber: '۱۲۳/۴۵', letterDate: '۱۴۰۴-۰۲-۰۱' }

function sumsBy(
  cells: CommitmentVersion['cells'],
  axis: 'agency' | 'county' | 'sector',
): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const cell of cells) sums[cell[axis]] = (sums[cell[axis]] ?? 0) + cell.value
  return sums
}

function total(sums: Record<string, number>): number {
  return Object.values(sums).reduce((sum, value) => sum + value, 0)
}

/** Last year's commitment, from which a split can take its proportions. */
async function commitLastPeriod(world: World): Promise<void> {
  await world.call(addPeriod, {
    body: { province: world.province, period: '1403', from: '1403-01-01', to: '1403-12-30' },
  })
  const cells = ['AGRI', 'SMT', 'KOMITEH'].flatMap((agency, row) =>
    [0, 1, 2].map((column) => ({ agency, county: world.county(column), value: 10 * (row + 1) + column })),
  )
  await world.commit(cells, { period: '1403' })
}

const byLastCommitment = { factors: [{ kind: 'last-commitment' as const }] }

test('a total is split exactly, with the given margins and pins, into a draft that counts nothing', async () => {
  await using world = await openWorld()
  await commitLastPeriod(world)
  const pins = [{ agency: 'SMT', county: world.county(1), value: 333 }]

  const draft = await world.call(splitCommitment, {
    body: { ...place(world), total: 4001, ...byLastCommitment, margins: { agency: { AGRI: 1000 } }, pins },
  })

  expect(draft).toMatchObject({ version: 1, total: 4001, notice: null, source: 'split' })
  expect([sumsBy(draft.cells, 'agency')['AGRI'], total(sumsBy(draft.cells, 'county'))]).toEqual([1000, 4001])
  expect(
    draft.cells.find(({ agency, county }) => agency === 'SMT' && county === world.county(1))?.value,
  ).toBe(333)
  expect((await world.figure()).committed).toBe(0)
})

test('a notice brings the draft into force with its letter, and an amended draft waits for its own', async () => {
  await using world = await openWorld()
  await commitLastPeriod(world)
  await world.call(splitCommitment, { body: { ...place(world), total: 900, ...byLastCommitment } })

  const notified = await world.call(notifyCommitment, { body: { ...place(world), version: 1, ...LETTER } })
  const before = await world.settle()
  await world.call(amendCommitment, { body: { ...place(world), total: 1000, reason: 'افزایش ابلاغ' } })
  const whileDraft = (await world.figure()).committed
  await world.call(notifyCommitment, { body: { ...place(world), version: 2, ...LETTER } })

  expect(notified.notice).toMatchObject({ letter: { number: '123/45', date: '1404-02-01' } })
  expect([whileDraft, (await world.figure()).committed]).toEqual([900, 1000])
  expect((await world.figure({ asOf: String(before) })).committed).toBe(900)
  const { versions } = await world.call(listCommitmentVersions, { query: place(world) })
  expect(versions.map(({ version, reason }) => [version, reason])).toEqual([
    [2, 'افزایش ابلاغ'],
    [1, null],
  ])
  await world.check()
})

test('a version is notified once, and not after a later one', async () => {
  await using world = await openWorld()
  await commitLastPeriod(world)
  await world.call(splitCommitment, { body: { ...place(world), total: 90, ...byLastCommitment } })
  await world.call(amendCommitment, { body: { ...place(world), total: 100, reason: 'بیشتر' } })
  await world.call(notifyCommitment, { body: { ...place(world), version: 2, ...LETTER } })

  const again = await world.refuse(notifyCommitment, { body: { ...place(world), version: 2, ...LETTER } })
  const late = await world.refuse(notifyCommitment, { body: { ...place(world), version: 1, ...LETTER } })
  const unknown = await world.refuse(notifyCommitment, { body: { ...place(world), version: 9, ...LETTER } })

  expect([again.code, late.code, unknown.code]).toEqual([
    'commitment.already-notified',
    'commitment.overtaken',
    'not-found',
  ])
  expect(late.params).toEqual({ version: 1, inForce: 2 })
})

test('an amendment changes what it names, keeps the pins, and the comparison adds up', async () => {
  await using world = await openWorld()
  await commitLastPeriod(world)
  const pins = [{ agency: 'SMT', county: world.county(1), value: 50 }]
  await world.call(splitCommitment, { body: { ...place(world), total: 600, ...byLastCommitment, pins } })

  const next = await world.call(amendCommitment, {
    body: { ...place(world), total: 700, margins: { agency: { AGRI: 200 } }, reason: 'سهم کشاورزی' },
  })
  const difference = await world.call(compareCommitments, { query: { ...place(world), from: '1', to: '2' } })

  expect(sumsBy(next.cells, 'agency')).toMatchObject({ AGRI: 200 })
  expect(next.cells.find(({ agency, county }) => agency === 'SMT' && county === world.county(1))?.value).toBe(
    50,
  )
  expect(difference.total).toEqual({ before: 600, after: 700, difference: 100 })
  for (const axis of ['agency', 'county', 'sector'] as const) {
    expect(difference.margins[axis].reduce((sum, change) => sum + change.difference, 0)).toBe(100)
  }
})

test('what cannot hold is refused with the margin that cannot', async () => {
  await using world = await openWorld()
  await commitLastPeriod(world)
  const split = (more: object) =>
    world.refuse(splitCommitment, { body: { ...place(world), total: 100, ...byLastCommitment, ...more } })

  const tooMuch = await split({ margins: { agency: { AGRI: 200 } } })
  const pinned = await split({
    margins: { agency: { AGRI: 10 } },
    pins: [{ agency: 'AGRI', county: world.county(0), value: 11 }],
  })
  const weightless = await split({ factors: [{ kind: 'chosen', values: [] }] })
  const nothingBefore = await split({ factors: [{ kind: 'last-commitment', period: '1390' }] })

  expect(tooMuch).toMatchObject({
    code: 'commitment.cannot-hold',
    params: { code: 'split.margins-disagree' },
  })
  expect(pinned).toMatchObject({
    code: 'commitment.cannot-hold',
    params: { code: 'split.pins-exceed-margin', of: 'agency', name: 'AGRI', wanted: 10, possible: 11 },
  })
  expect(weightless.code).toBe('commitment.weights-unusable')
  expect(nothingBefore.code).toBe('not-found')
})

test('population, unemployment and last achievement weigh the counties', async () => {
  await using world = await openWorld({ province: '15' })
  await commitLastPeriod(world)
  for (const [county, jobs] of [
    [0, 3],
    [1, 1],
  ] as const) {
    for (let n = 0; n < jobs; n++) {
      const { jobId } = await world.register({ county: world.county(county), startDate: '1404-02-01' })
      await world.step(jobId, 'confirm')
      await world.step(jobId, 'verify')
    }
  }
  const agencies = ['AGRI']
  const counties = [world.county(0), world.county(1)]
  const split = (kind: 'population' | 'unemployed' | 'last-achievement') =>
    world.call(splitCommitment, {
      body: { ...place(world), total: 400, agencies, counties, factors: [{ kind, period: '1404' }] },
    })

  const byPeople = sumsBy((await split('population')).cells, 'county')
  const bySeekers = sumsBy((await split('unemployed')).cells, 'county')
  const byAchievement = sumsBy((await split('last-achievement')).cells, 'county')

  expect(byAchievement).toEqual({ [world.county(0)]: 300, [world.county(1)]: 100 })
  expect([total(byPeople), total(bySeekers)]).toEqual([400, 400])
  expect(byPeople).not.toEqual(bySeekers)
})

test('through any sequence of splits and amendments every version adds up in every direction', async () => {
  await using world = await openWorld()
  await commitLastPeriod(world)
  await world.call(splitCommitment, { body: { ...place(world), total: 500, ...byLastCommitment } })
  const change = fc.record({
    total: fc.integer({ min: 0, max: 3000 }),
    agri: fc.option(fc.integer({ min: 0, max: 800 }), { nil: undefined }),
    cell: fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }),
  })

  await fc.assert(
    fc.asyncProperty(change, async ({ total: whole, agri, cell }) => {
      const margins = agri === undefined ? {} : { agency: { AGRI: agri } }
      const cells = cell === undefined ? [] : [{ agency: 'SMT', county: world.county(0), value: cell }]
      await world.ask(amendCommitment, {
        body: { ...place(world), total: whole, margins, cells, reason: 'آزمون' },
      })

      const newest = await world.call(getCommitment, { query: place(world) })
      const sums = (['agency', 'county', 'sector'] as const).map((axis) => total(sumsBy(newest.cells, axis)))
      expect(sums).toEqual([newest.total, newest.total, newest.total])
    }),
    { numRuns: 25 },
  )
})
