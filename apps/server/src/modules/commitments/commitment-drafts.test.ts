import { draftCommitment, getSplitGround } from '@rasad/contracts/commitment-drafts'
import {
  amendCommitment,
  getCommitment,
  notifyCommitment,
  setCommitment,
  splitCommitment,
} from '@rasad/contracts/commitments'
import { addPeriod } from '@rasad/contracts/periods'
import { ratioOf, splitByFactors } from '@rasad/domain/commitments/split/split-by-factors'
import { expect, test } from 'vitest'
import { localOperator } from '../../app.ts'
import { openWorld, type World } from '../../../test/world.ts'

const place = ({ province, period }: World) => ({ province, period })
const matrix = (world: World) => ({
  ...place(world),
  source: 'matrix.xlsx',
  cells: [
    { agency: 'AGRI', county: world.county(0), value: 30 },
    { agency: 'SMT', county: world.county(1), value: 12 },
  ],
})
const LETTER = { letterNumber: '۱۲۳/۴۵', letterDate: '۱۴۰۴-۰۲-۰۱' }

test('a matrix from a file becomes a draft that counts nothing until its notice', async () => {
  await using world = await openWorld()

  const draft = await world.call(draftCommitment, { body: { ...matrix(world), reason: 'تقسیم کارگروه' } })
  expect(draft).toMatchObject({ version: 1, total: 42, notice: null, source: 'matrix.xlsx' })
  expect((await world.figure()).committed).toBe(0)
  await world.call(notifyCommitment, { body: { ...place(world), version: 1, ...LETTER } })

  expect((await world.figure()).committed).toBe(42)
  const kept = await world.call(getCommitment, { query: place(world) })
  expect(kept.cells).toHaveLength(2)
})

test('a draft that does not add up is refused by its line, and nothing is kept of it', async () => {
  await using world = await openWorld()
  const stated = [{ agency: 'AGRI', stated: 31, line: 2 }]

  const answer = await world.ask(draftCommitment, { body: { ...matrix(world), stated } })

  expect(answer.json()).toMatchObject({
    code: 'commitment.does-not-add-up',
    params: { mismatches: [{ agency: 'AGRI', stated: 31, sum: 30, line: 2 }] },
  })
  expect((await world.ask(getCommitment, { query: place(world) })).statusCode).toBe(404)
})

test('whoever may not notify drafts a matrix, and brings none into force', async () => {
  const permissions = localOperator().permissions.filter((permission) => permission !== 'commitment.notify')
  await using world = await openWorld({ actor: { ...localOperator(), permissions } })

  const forced = await world.ask(setCommitment, { body: matrix(world) })
  const drafted = await world.ask(draftCommitment, { body: matrix(world) })

  expect([forced.statusCode, drafted.statusCode]).toEqual([403, 200])
})

test('what the same person sends twice is one version, kept or in force; other words or values are the next', async () => {
  await using world = await openWorld()
  const body = { ...matrix(world), reason: 'تقسیم کارگروه' }
  const versionOf = async (send: () => Promise<{ version: number }>) =>
    [await send(), await send()].map(({ version }) => version)

  expect(await versionOf(() => world.call(draftCommitment, { body }))).toEqual([1, 1])
  expect(
    await versionOf(() => world.call(draftCommitment, { body: { ...body, reason: 'بازنگری' } })),
  ).toEqual([2, 2])
  const amended = { ...place(world), version: 2, total: 84, reason: 'اصلاح' }
  expect(await versionOf(() => world.call(amendCommitment, { body: amended }))).toEqual([3, 3])
  expect(await versionOf(() => world.call(setCommitment, { body }))).toEqual([4, 4])

  expect((await world.figure()).committed).toBe(42)
  expect((await world.call(getCommitment, { query: place(world) })).notice).not.toBeNull()
  await world.check()
})

test('from the grounds that are served, the rule of the domain makes the very split that is kept', async () => {
  await using world = await openWorld()
  await world.call(addPeriod, {
    body: { province: world.province, period: '1403', from: '1403-01-01', to: '1403-12-30' },
  })
  await world.commit(
    [
      { agency: 'AGRI', county: world.county(0), value: 7 },
      { agency: 'SMT', county: world.county(1), value: 5 },
      { agency: 'SMT', county: world.county(2), value: 11 },
    ],
    { period: '1403' },
  )
  const counties = [0, 1, 2].map((at) => world.county(at))
  const order = { total: 1001, counties, floor: '0.1' }
  const ground = async (kind: 'last-commitment' | 'population') =>
    (await world.call(getSplitGround, { query: { ...place(world), kind } })).values

  const looked = splitByFactors({
    ...order,
    sectors: ['unspecified'],
    programmes: ['unspecified'],
    factors: [
      { coefficient: ratioOf('3'), values: await ground('last-commitment') },
      { coefficient: ratioOf('2'), values: await ground('population') },
    ],
    floor: ratioOf(order.floor),
    margins: {},
    pins: [],
  })
  const kept = await world.call(splitCommitment, {
    body: {
      ...place(world),
      ...order,
      factors: [
        { kind: 'last-commitment', coefficient: '3' },
        { kind: 'population', coefficient: '2' },
      ],
    },
  })

  const sorted = (cells: readonly { agency: string; county: string; value: number }[]) =>
    cells.map(({ agency, county, value }) => `${agency} ${county} ${value}`).toSorted()
  expect('cells' in looked.split && sorted(looked.split.cells)).toEqual(sorted(kept.cells))
  expect([kept.total, kept.cells.length]).toEqual([1001, 3])
})
