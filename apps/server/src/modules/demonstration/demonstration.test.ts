import { getSignInOptions } from '@rasad/contracts/access'
import { getCommitment } from '@rasad/contracts/commitments'
import { getDifference } from '@rasad/contracts/figures'
import { listConflicts } from '@rasad/contracts/jobs'
import { checkLedger, listBatches } from '@rasad/contracts/ledger'
import { listActivities } from '@rasad/contracts/organisations'
import { getRemarkHistory, listRemarks } from '@rasad/contracts/remarks'
import { getSystem } from '@rasad/contracts/system'
import { isNationalId } from '@rasad/domain/persian/identifiers'
import { beforeAll, afterAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../test/world.ts'
import { localOperator } from '../../app.ts'
import { loadDemonstration, type DemonstrationProgress } from './demonstration.commands.ts'
import { openPastConnection } from './past-connection.ts'

const LOADS_WITHIN_MS = 180_000

let world: World
const told: DemonstrationProgress[] = []

beforeAll(async () => {
  world = await openWorld({ province: '15', period: null })
  await loadDemonstration(world.rasad, {
    actor: localOperator(),
    onProgress: (progress) => told.push(progress),
  })
}, LOADS_WITHIN_MS)

afterAll(() => world[Symbol.asyncDispose]())

const rowsOf = async <T>(text: string) => (await world.rasad.pool.query(text)).rows as T[]

test('the figures come to every announced total, on its day and in its months, and each names its source', async () => {
  const { demonstration } = await world.call(getSystem)
  const found = []
  for (const { province, period, figure, asOf, month } of demonstration!.sources) {
    const { total } = await world.figures({ province, period, asOf, ...(month !== null && { month }) })
    found.push([province, period, figure, asOf, month, total[figure]])
  }

  expect(found).toEqual([
    ['03', '1401', 'committed', '1402-01-31', null, 45_794],
    ['03', '1401', 'verified', '1402-01-31', null, 59_370],
    ['03', '1402', 'committed', '1402-02-31', null, 47_165],
    ['06', '1404', 'registered', '1404-07-15', null, 11_967],
    ['15', '1404', 'committed', '1404-10-06', null, 20_500],
    ['15', '1404', 'registered', '1404-05-31', '1404-01..1404-05', 5397],
    ['15', '1404', 'registered', '1404-09-30', null, 10_700],
  ])
  expect(demonstration!.sources.map(({ value }) => value)).toEqual(found.map((row) => row.at(-1)))
  expect(demonstration!.sources.every(({ source }) => source.length > 10)).toBe(true)
  expect(demonstration!.loadedAt).not.toBeNull()
})

test('East Azerbaijan realised 129.6 per cent, where the announcement printed 129.5', async () => {
  const { total } = await world.figures({ province: '03', period: '1401' })

  expect(total).toMatchObject({ registered: 59_370, verified: 59_370, verifiedOfCommitted: 129.6 })
})

test('its commitment of 1402 adds up by agency, county and sector, and a letter that says what it is notified it', async () => {
  const version = await world.call(getCommitment, { query: { province: '03', period: '1402' } })
  const sumBy = (axis: 'agency' | 'county' | 'sector') =>
    new Set(version.cells.map((cell) => cell[axis])).size

  expect(version.cells.reduce((sum, { value }) => sum + value, 0)).toBe(47_165)
  expect([sumBy('agency'), sumBy('county'), sumBy('sector')]).toEqual([12, 23, 3])
  expect(version.notice?.letter).toEqual({ number: 'نمایشی/03/1402', date: '1402-02-05' })
})

test('what stood at the end of Mordad stands there still, and the way from there to now leaves no residue', async () => {
  const mordad = await world.figures({ period: '1404', asOf: '1404-05-31' })
  const sinceThen = await world.call(getDifference, {
    query: { province: '15', period: '1404', from: '1404-05-31' },
  })
  const months = await world.figures({ period: '1404', month: '1404-01..1404-05' })

  expect(mordad.total.registered).toBe(5397)
  expect(months.total.registered).toBe(5397)
  expect(sinceThen.before.registered).toBe(5397)
  expect(sinceThen.after.registered).toBe(10_700)
  expect(Object.values(sinceThen.residue).every((left) => left === 0 || left === null)).toBe(true)
  const causes = sinceThen.causes.map(({ cause }) => cause)
  for (const cause of [
    'registered',
    'verified',
    'rejected',
    'duplicate',
    'withdrawn',
    'moved',
    'unreachable',
  ])
    expect(causes).toContain(cause)
})

test('every posting is in a batch, the batches lie in the order of their days, and the ledger is sound', async () => {
  const { wrong } = await world.call(checkLedger, { query: {} })
  const { unsettled } = await world.call(getSystem)
  const { batches } = await world.call(listBatches, { query: { province: '15', limit: '500' } })
  const days = batches.toReversed().map(({ settledAt }) => settledAt)

  expect({ wrong, unsettled }).toEqual({ wrong: 0, unsettled: 0 })
  expect(days).toEqual(days.toSorted())
  expect(days[0]!.slice(0, 7)).toBe('2025-04')
  expect(days.at(-1)!.slice(0, 10)).toBe('2025-12-23')
  const [late] = await rowsOf<{ n: number }>(
    `select count(*) as n from job_step join ledger_entry using (province_id, entry_id) where abs(extract(epoch from taken_at - posted_at)) > 1`,
  )
  expect(late).toEqual({ n: 0 })
})

test('every queue has work: lists to confirm, jobs to verify, appeals to hear, cases to decide', async () => {
  const states = await rowsOf<{ state: string; n: number }>(
    `select state, count(*) as n from job where province_id = '15' group by 1 order by 1`,
  )
  const open = await world.call(listConflicts, {
    query: { province: '15', period: '1404', state: 'open', limit: '100' },
  })

  expect(states.map(({ state }) => state)).toEqual([
    'agency-confirmed',
    'appealed',
    'duplicate',
    'registered',
    'rejected',
    'returned',
    'unreachable',
    'verified',
    'withdrawn',
  ])
  expect(Math.min(...states.map(({ n }) => n))).toBeGreaterThan(10)
  expect(open.conflicts.length).toBeGreaterThan(20)
  const agencies = await world.figures({ period: '1404', by: 'agency' })
  expect(agencies.rows).toHaveLength(12)
  expect(agencies.rows.every(({ committed, verified }) => committed! > 0 && verified > 0)).toBe(true)
})

test('two agencies and a county say why they stand where they do, each remark on its day and called made up', async () => {
  const place = { province: '15', period: '1404' }
  const by = async (cut: 'agency' | 'county', asOf = '1404-10-06') =>
    (await world.call(listRemarks, { query: { ...place, by: cut, asOf } })).remarks
  const { versions } = await world.call(getRemarkHistory, { query: { ...place, agency: 'AGRI' } })

  expect((await by('agency')).map(({ agency, by: writer }) => [agency, writer])).toEqual([
    ['AGRI', 'user:agri-officer-15'],
    ['SMT', 'user:smt-head-15'],
  ])
  expect((await by('county')).map(({ county }) => county)).toEqual(['1503'])
  expect((await by('agency', '1404-08-30')).map(({ text }) => text)).toEqual([versions[1]!.text])
  expect(versions.map(({ text }) => text.endsWith('(نمایشی)'))).toEqual([true, true])
})

test('of the jobs of Khuzestan 92 per cent are checked, and nobody promised them', async () => {
  const { total } = await world.figures({ province: '06', period: '1404' })

  expect(total.verified + total.rejected + total.unreachable).toBe(Math.round(11_967 * 0.92))
  expect(total.registeredOfCommitted).toBeNull()
})

test('nobody in it exists: every national ID holds and is of an office that there is not, and nobody has a telephone', async () => {
  const people = await rowsOf<{ nationalId: string; mobile: string | null }>(
    `select national_id as "nationalId", mobile from person`,
  )

  expect(people.length).toBeGreaterThan(82_000)
  expect(people.every(({ nationalId }) => nationalId.startsWith('999') && isNationalId(nationalId))).toBe(
    true,
  )
  expect(people.every(({ mobile }) => mobile === null)).toBe(true)
  expect(new Set(people.map(({ nationalId }) => nationalId)).size).toBe(people.length)
})

test('most jobs tell an activity of their own sector, and the lines add up to the announced total', async () => {
  const { rows, total } = await world.figures({
    province: '15',
    period: '1404',
    by: 'activityLine',
    asOf: '1404-09-30',
  })
  const { rows: sectors } = await world.figures({ province: '15', period: '1404', by: 'activityLine,sector' })
  const { activities } = await world.call(listActivities, { query: { level: 'division' } })
  const sectorOf = new Map(activities.map(({ code, sector }) => [code, sector]))

  expect(rows.reduce((sum, { registered }) => sum + registered, 0)).toBe(total.registered)
  expect(total.registered).toBe(10_700)
  const unknown = rows.find(({ activityLine }) => activityLine === 'unspecified')!
  expect(unknown.registered / total.registered).toBeLessThan(0.2)
  expect(
    sectors.filter(
      ({ activityLine, sector }) => activityLine !== 'unspecified' && sectorOf.get(activityLine!) !== sector,
    ),
  ).toEqual([])
})

test('the same seed gives the same people, jobs, days and fates', async () => {
  const digests = await rowsOf<{ province: string; digest: string }>(
    `select province_id as province, md5(string_agg(concat_ws('|', national_id, first_name, last_name, state, start_date, county_id, agency_id,
       sector, job_type, (select string_agg(step || taken_by || taken_at::date, ',' order by step_number) from job_step
         where job_step.province_id = job.province_id and job_step.job_id = job.job_id)), ',' order by national_id, state)) as digest
     from job join person using (province_id, person_id) group by 1 order by 1`,
  )

  expect(digests).toMatchInlineSnapshot(`
    [
      {
        "digest": "1ce0f1b11b4044e746a88d08e2ee26b4",
        "province": "03",
      },
      {
        "digest": "6e9e756f0b79ae16432a431f5080aa31",
        "province": "06",
      },
      {
        "digest": "24b1bb3fc36246e1f42e4952f9cf6913",
        "province": "15",
      },
    ]
  `)
})

test('once it is loaded nothing is written down with another day', async () => {
  const past = openPastConnection(world.rasad)
  try {
    await past.setMoment(Date.parse('2025-08-01T12:00:00Z'))
    const writing = past.pool.query(
      `insert into ledger_entry (province_id, period_id, action, actor) values ('15', '1404', 'backdated', 'somebody')`,
    )
    await expect(writing).rejects.toThrow(/another day/)
  } finally {
    await past.close()
  }
})

test('it is loaded once, and only where nothing has been entered', async () => {
  const again = loadDemonstration(world.rasad, { actor: localOperator() })

  await expect(again).rejects.toMatchObject({ code: 'demonstration.not-empty' })
})

test('it says where it is, and never goes back', () => {
  expect(new Set(told.map(({ province }) => province))).toEqual(new Set(['03', '06', '15']))
  const steps = told.map(({ progress }) => progress)
  expect(steps).toEqual(steps.toSorted((one, other) => one - other))
  expect(steps.at(-1)).toBeCloseTo(1)
})

test('the sign-in shows one account for each main role, with a code where the role needs one', async () => {
  const { demonstration } = await world.call(getSignInOptions)

  expect(demonstration!.map(({ role, code }) => [role, code !== null])).toEqual([
    ['governor', true],
    ['labour-dg', true],
    ['inspector', true],
    ['county-governor', false],
    ['agency-head', false],
    ['agency-officer', false],
    ['operator', false],
  ])
})
