import { saveImportMapping, SEVERAL_AGENCIES } from '@rasad/contracts/import-mappings'
import type { Scope } from '@rasad/domain/access/scope'
import { beforeAll, expect, test } from 'vitest'
import { readingAs, writingAs } from '../src/platform/level-roles.ts'
import { csvOf, listRow } from './csv-lists.ts'
import { openFilledWorld, type FilledWorld } from './scoped-world.ts'

let home: FilledWorld
let abroad: FilledWorld

beforeAll(async () => {
  home = await openFilledWorld()
  abroad = await openFilledWorld()
})

type Level = 'national' | 'province' | 'county' | 'agency' | 'agency in a county' | 'bank'
const WITHIN: Level[] = ['province', 'county', 'agency', 'agency in a county']

function scopeOf(level: Level): Scope {
  const { province } = home
  const county = home.county(0)
  if (level === 'national') return { level }
  if (level === 'province') return { level, province }
  if (level === 'county') return { level, province, county }
  if (level === 'agency') return { level, province, agency: 'AGRI' }
  if (level === 'bank') return { level, province, bank: '011' }
  return { level: 'agency', province, agency: 'AGRI', county }
}

/** Asks without any condition, under the role of a level alone. */
async function ask(opening: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = await home.rasad.pool.connect()
  try {
    await client.query(`begin${opening}`)
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.query('rollback')
    client.release()
  }
}

const asLevel = (level: Level, statement: string) => ask(readingAs(scopeOf(level)), statement)

const PLACED = ['job', 'posting', 'commitment_cell', 'balance_report', 'balance_month', 'balance_month_delta']

test.each(WITHIN)(
  '%s: whatever is asked without a condition, only rows of its place come back',
  async (level) => {
    for (const table of PLACED) {
      const rows = await asLevel(level, `select province_id, county_id, agency_id from ${table}`)
      const seen = (column: string) => [...new Set(rows.map((row) => row[column]))]
      expect([table, seen('province_id')]).toEqual([table, [home.province]])
      if (level.includes('county')) expect([table, seen('county_id')]).toEqual([table, [home.county(0)]])
      if (level.startsWith('agency')) expect([table, seen('agency_id')]).toEqual([table, ['AGRI']])
    }
    for (const table of [
      'ledger_entry',
      'settled_batch',
      'commitment_period',
      'commitment_version',
      'commitment_notice',
    ]) {
      const rows = await asLevel(level, `select distinct province_id from ${table}`)
      expect([table, rows]).toEqual([table, [{ province_id: home.province }]])
    }
  },
)

test.each(WITHIN)('%s: steps, services and people are those of its jobs', async (level) => {
  const jobs = (await asLevel(level, 'select job_id from job order by job_id')).map((row) => row['job_id'])
  const own = home.cells.filter(
    ({ county, agency }) =>
      (!level.includes('county') || county === home.county(0)) &&
      (!level.startsWith('agency') || agency === 'AGRI'),
  )
  const foreign = level === 'province' ? 1 : 0
  expect(jobs).toHaveLength(own.flatMap((cell) => cell.jobs).length + foreign)

  for (const table of ['job_step', 'employment_service'])
    expect(
      (await asLevel(level, `select distinct job_id from ${table} order by 1`)).map((row) => row['job_id']),
    ).toEqual(jobs)
  const people = await asLevel(level, 'select person_id from person')
  expect(people).toHaveLength(jobs.length)
})

test('lists and their rows are seen by their agency and its province, in no county', async () => {
  const agencies = async (level: Level, table: string) =>
    (await asLevel(level, `select distinct agency_id from ${table} order by 1`)).map(
      (row) => row['agency_id'],
    )
  for (const table of ['job_import', 'import_mapping', 'import_run']) {
    expect(await agencies('province', table)).toEqual(['AGRI', 'SMT'])
    expect(await agencies('agency', table)).toEqual(['AGRI'])
    expect(await agencies('county', table)).toEqual([])
    expect(await agencies('agency in a county', table)).toEqual([])
  }
  const rows = (level: Level) => asLevel(level, 'select distinct import_id from job_import_row order by 1')
  expect(await rows('agency')).toEqual([{ import_id: home.imports.AGRI }])
  expect(await rows('county')).toEqual([])
  const mended = (level: Level) => asLevel(level, 'select distinct import_id from job_import_mending')
  expect(await mended('agency')).toEqual([{ import_id: home.imports.AGRI }])
  expect(await mended('county')).toEqual([])
  const kept = (level: Level) => asLevel(level, 'select distinct run_id from import_run_row')
  expect(await kept('province')).toHaveLength(2)
  expect(await kept('agency')).toEqual([{ run_id: home.dryRuns.AGRI }])
  for (const level of ['county', 'agency in a county'] as const) expect(await kept(level)).toEqual([])
  for (const level of WITHIN)
    await expect(asLevel(level, 'select 1 from import_run_person')).rejects.toMatchObject({ code: '42501' })
})

test('a list of several agencies, its rows and its column names are seen in the province alone', async () => {
  const { province } = home
  const { importId } = await home.importFile(csvOf([listRow({ county: 'ناکجا' })]), { agency: null })
  const params = { province, agency: SEVERAL_AGENCIES }
  await home.call(saveImportMapping, { params, body: { columns: {} } })
  const count = async (level: Level, table: string, condition: string) =>
    (await asLevel(level, `select 1 from ${table} where ${condition}`)).length

  for (const level of WITHIN) {
    const seen = level === 'province' ? 1 : 0
    for (const table of ['job_import', 'import_mapping'])
      expect([level, await count(level, table, 'agency_id is null')]).toEqual([level, seen])
    expect([level, await count(level, 'job_import_row', `import_id = ${importId}`)]).toEqual([level, seen])
  }
})

test('remarks are seen by the agency or county they are of and above it, and by no agency in one county', async () => {
  const speakers = async (level: Level) =>
    (await asLevel(level, 'select coalesce(agency_id, county_id) as of from remark order by 1')).map(
      (row) => row['of'],
    )
  const counties = [home.county(0), home.county(1)]

  expect(await speakers('province')).toEqual([...counties, 'AGRI', 'SMT'].toSorted())
  expect(await speakers('county')).toEqual([home.county(0)])
  expect(await speakers('agency')).toEqual(['AGRI'])
  expect(await speakers('agency in a county')).toEqual([])
  await expect(asLevel('bank', 'select 1 from remark')).rejects.toMatchObject({ code: '42501' })
})

test('a case between two others is seen in the province and by none of its other agencies', async () => {
  for (const table of ['conflict_case', 'claim']) {
    const count = async (level: Level) => (await asLevel(level, `select 1 from ${table}`)).length
    expect(await count('province')).toBeGreaterThan(0)
    for (const level of ['county', 'agency', 'agency in a county'] as const)
      expect(await count(level)).toBe(0)
  }
})

test('the whole country is seen above the provinces, and the audit in a province alone by it', async () => {
  const provinces = async (level: Level, table: string) =>
    (await asLevel(level, `select distinct province_id from ${table} order by 1`)).map(
      (row) => row['province_id'],
    )
  const both = [home.province, abroad.province].toSorted()

  for (const table of ['job', 'audit', 'balance_province']) {
    expect(
      (await provinces('national', table)).filter((province) => both.includes(String(province))),
    ).toEqual(both)
    expect(await provinces('province', table)).toEqual([home.province])
  }
  await expect(asLevel('county', 'select 1 from audit')).rejects.toMatchObject({ code: '42501' })
  await expect(asLevel('county', 'select 1 from balance_province')).rejects.toMatchObject({ code: '42501' })
})

test('a bank reads periods of its province and neither people nor jobs nor figures', async () => {
  expect(await asLevel('bank', 'select distinct province_id from commitment_period')).toEqual([
    { province_id: home.province },
  ])
  for (const table of [
    'job',
    'person',
    'posting',
    'balance_report',
    'job_import',
    'commitment_cell',
    'claim',
  ])
    await expect(asLevel('bank', `select 1 from ${table}`)).rejects.toMatchObject({ code: '42501' })
})

test('without a place in the settings a level sees nothing', async () => {
  for (const role of ['rasad_province', 'rasad_county', 'rasad_agency'])
    expect(await ask(`; set local role ${role}`, 'select 1 from job')).toEqual([])
})

test('who writes in a province neither sees nor touches another, and cannot write into it', async () => {
  const writing = writingAs(scopeOf('agency'))

  expect(await ask(writing, 'select distinct province_id from job')).toEqual([{ province_id: home.province }])
  const changed = await ask(
    writing,
    `update job set version = version where province_id = '${abroad.province}' returning 1`,
  )
  expect(changed).toEqual([])
  const entered = `insert into ledger_entry (province_id, period_id, action, actor) values ('${abroad.province}', '1404', 'x', 'x')`
  await expect(ask(writing, entered)).rejects.toMatchObject({ code: '42501' })
})
