import { getDifference } from '@rasad/contracts/figures'
import { rebuildLedger } from '@rasad/contracts/ledger'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { happen, ledgerActs } from '../../../test/ledger-acts.ts'
import { asModelRows, breakdownOf, type Model } from '../../../test/ledger-model.ts'
import { openWorld, type World } from '../../../test/world.ts'

const CUTS = [
  ['county', 'agency'],
  ['month'],
  ['gender', 'jobType'],
  ['sector', 'novelty'],
  ['activityLine'],
  ['agency'],
  [],
]

async function expectSame(world: World, model: Model, asOf?: number): Promise<void> {
  const moment = asOf === undefined ? {} : { asOf: String(asOf) }
  for (const by of CUTS) {
    const { rows, total } = await world.figures({ by: by.join(','), ...moment })
    expect({ asOf, by, rows: asModelRows(rows, by) }).toEqual({ asOf, by, rows: breakdownOf(model, by) })
    const [whole = {}] = breakdownOf(model, [])
    expect(asModelRows([total], [])).toMatchObject([whole])
  }
  const national = await world.figures({ by: 'county', baseline: 'national', ...moment })
  expect(asModelRows(national.rows, ['county'])).toEqual(breakdownOf(model, ['county'], 'national'))
}

/** Every cause between two moments adds up to the change, and leaves nothing over. */
async function expectExplained(world: World, from: number, to?: number): Promise<void> {
  const difference = await world.call(getDifference, {
    query: {
      province: world.province,
      period: world.period,
      from: String(from),
      ...(to !== undefined && { to: String(to) }),
    },
  })
  const { before, after, causes, residue } = difference
  for (const truth of Object.keys(residue) as (keyof typeof residue)[]) {
    const explained = causes.reduce((sum, cause) => sum + (cause[truth] ?? 0), 0)
    expect([truth, (after[truth] ?? 0) - (before[truth] ?? 0), residue[truth] ?? 0]).toEqual([
      truth,
      explained,
      0,
    ])
  }
}

async function sumOfEverything({ rasad, province }: World): Promise<number> {
  const { rows } = await rasad.pool.query<{ sum: string }>(
    `select coalesce(sum(amount), 0) as sum from posting where province_id = $1 and measure <> 'commitment'`,
    [province],
  )
  return Number(rows[0]!.sum)
}

test('whatever happens, every figure now and as of every batch is what a model of it says, and every change is explained', async () => {
  const history = fc.asyncProperty(
    ledgerActs,
    fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 4, maxLength: 4 }),
    async (acts, pairs) => {
      await using world = await openWorld()
      const model: Model = { jobs: [], lost: [], promised: [] }
      const past: { batch: number; model: Model }[] = [{ batch: 0, model: structuredClone(model) }]
      for (const act of acts) {
        await happen(world, model, act)
        if (act.kind !== 'settle') continue
        const batch = await world.settle()
        if (batch !== past.at(-1)!.batch) past.push({ batch, model: structuredClone(model) })
      }

      await expectSame(world, model)
      for (const moment of past) await expectSame(world, moment.model, moment.batch)
      for (const pair of pairs) {
        const [from, to] = pair.map((pick) => past[pick % past.length]!.batch).toSorted((a, b) => a - b)
        await expectExplained(world, from!, to)
        await expectExplained(world, from!)
      }
      expect(await sumOfEverything(world)).toBe(model.jobs.length + model.lost.length)
      await world.check()

      await world.call(rebuildLedger, { body: { province: world.province } })
      await expectSame(world, model)
      for (const moment of past) await expectSame(world, moment.model, moment.batch)
      await world.check()
    },
  )

  await fc.assert(history, { numRuns: 12, endOnFailure: true })
}, 120_000)
