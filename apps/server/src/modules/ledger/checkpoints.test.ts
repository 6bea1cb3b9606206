import { checkLedger, listBatches, rebuildLedger } from '@rasad/contracts/ledger'
import type { FigureWords } from '@rasad/contracts/figures'
import { expect, test } from 'vitest'
import { csvOf, listRow } from '../../../test/csv-lists.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { settleAll } from './ledger.commands.ts'

function rowsOf(world: World, count: number) {
  return Array.from({ length: count }, (_, n) => {
    const startDate = `1404/${String(1 + (n % 12)).padStart(2, '0')}/05`
    return listRow({ county: world.county(n % 5), startDate, gender: n % 2 === 0 ? 'زن' : 'مرد' })
  })
}

async function checkpointsOf({ rasad, province }: World): Promise<string[]> {
  const { rows } = await rasad.pool.query<{ name: string }>(
    `select grain || ' ' || batch as name from balance_checkpoint where province_id = $1 order by batch, grain`,
    [province],
  )
  return rows.map(({ name }) => name)
}

test('as of every batch before, at and behind a checkpoint the roll-ups answer as the postings do', async () => {
  await using world = await openWorld()
  const job = await world.register({ county: world.county(0), gender: 'زن' })
  await world.settle()
  for (const size of [5200, 5100]) {
    await world.importFile(csvOf(rowsOf(world, size)))
    await world.step(job.jobId, 'correct', {
      reason: 'اصلاح',
      corrections: {
        county: world.county(size % 2 === 0 ? 1 : 2),
        startDate: size === 5200 ? '1404-06-01' : '1404-07-01',
      },
    })
    await world.settle()
  }
  await world.step(job.jobId, 'confirm')
  await world.step(job.jobId, 'verify')
  await world.settle()
  const { batches } = await world.call(listBatches, { query: { province: world.province } })
  const everybody = { gender: 'female,male,unspecified' }
  const compare = async () => {
    for (const batch of [undefined, 0, ...batches.map((each) => each.batch)]) {
      const asOf: Partial<FigureWords> = batch === undefined ? {} : { asOf: String(batch) }
      for (const by of ['county,agency', 'month', '']) {
        const rolledUp = await world.figures({ by, ...asOf })
        const summed = await world.figures({ by, ...asOf, ...everybody })
        expect([batch, by, rolledUp.rows.length, rolledUp.total.registered]).toEqual([
          batch,
          by,
          summed.rows.length,
          summed.total.registered,
        ])
        expect(rolledUp.rows.map((row) => ({ ...row, committed: null }))).toMatchObject(
          summed.rows.map(({ county, month, registered, verified, underReview }) => ({
            ...(county && { county }),
            ...(month && { month }),
            registered,
            verified,
            underReview,
          })),
        )
      }
    }
  }

  expect(await checkpointsOf(world)).toEqual([
    'month 2',
    'province 2',
    'report 2',
    'month 4',
    'province 4',
    'report 4',
  ])
  expect(batches.map(({ postings }) => postings)).toEqual([4, 2, 5100, 2, 5200, 1])
  await compare()
  await world.check()
  const { provinces } = await world.call(rebuildLedger, { body: { province: world.province } })
  expect(provinces).toMatchObject([{ province: world.province, postings: 10_309 }])
  expect(await checkpointsOf(world)).toEqual([])
  await compare()
  await world.check()
})

test('the check finds a balance, a delta, a checkpoint, a tail and a job that differ, and the rebuild mends what is derived', async () => {
  await using world = await openWorld()
  await world.importFile(csvOf(rowsOf(world, 5100)))
  await world.register()
  const broken = async (statement: string, check: string) => {
    const { rowCount } = await world.rasad.pool.query(statement, [world.province])
    expect(rowCount).toBeGreaterThan(0)
    const found = await world.call(checkLedger, { query: { province: world.province } })
    expect(found.provinces[0]!.checks.filter(({ wrong }) => wrong > 0).map(({ name }) => name)).toContain(
      check,
    )
    expect(found.wrong).toBeGreaterThan(0)
  }
  const mended = async () => {
    await world.call(rebuildLedger, { body: { province: world.province } })
    await world.check()
  }

  await world.check()
  await broken(
    'update balance_report set amount = amount + 1 where province_id = $1 and batch <> 0',
    'checkpoints-report',
  )
  await mended()
  await broken(
    'update balance_month set amount = amount - 1 where province_id = $1 and batch = 0',
    'balance-month',
  )
  await mended()
  await broken('delete from balance_province where province_id = $1', 'balance-province')
  await mended()
  await broken('update balance_report_delta set amount = amount * 2 where province_id = $1', 'deltas-report')
  await mended()
  await broken('delete from posting_tail where province_id = $1', 'tail')
  await mended()
  await broken(
    "update job set state = 'verified' where province_id = $1 and job_id = (select min(job_id) from job where province_id = $1)",
    'jobs',
  )
})

test('sixteen writers and a roll-up that never rests lose nothing', async () => {
  await using world = await openWorld()
  const WRITERS = 16
  const EACH = 12
  const written = new AbortController()
  const settling = (async () => {
    while (!written.signal.aborted) await settleAll(world.rasad.database)
  })()
  const seen: number[] = []
  const asking = (async () => {
    while (!written.signal.aborted) seen.push((await world.figure()).registered)
  })()
  const writer = async (number: number) => {
    for (let n = 0; n < EACH; n++) {
      const { jobId } = await world.register({
        county: world.county(number),
        agency: n % 2 === 0 ? 'AGRI' : 'SMT',
      })
      await world.step(jobId, 'confirm')
      await world.step(jobId, n % 3 === 0 ? 'reject' : 'verify', { reason: 'بررسی' })
    }
  }

  await Promise.all(Array.from({ length: WRITERS }, (_, number) => writer(number)))
  written.abort()
  await Promise.all([settling, asking])

  const expected = {
    registered: WRITERS * EACH,
    verified: (WRITERS * EACH * 2) / 3,
    rejected: (WRITERS * EACH) / 3,
    underReview: 0,
  }
  expect(await world.figure()).toMatchObject(expected)
  // A figure that is asked while others write never goes back and never counts a job twice between two states.
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  const last = await world.settle()
  expect(await world.figure({ asOf: String(last) })).toMatchObject(expected)
  expect((await world.figures()).unsettled).toBe(0)
  expect(last).toBeGreaterThan(1)
  await world.check()
})
