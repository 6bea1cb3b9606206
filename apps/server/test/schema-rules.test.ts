import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { APP_ROLE, PROVINCE_WRITER_ROLE, READER_ROLES } from '../src/platform/level-roles.ts'
import { addressOf, asOwner, createTestDatabase } from './file-database.ts'
import {
  constraintsWithoutOurName,
  foreignKeysWithoutIndex,
  grantsTo,
  keysWithoutProvince,
  listTables,
  policiesBesideAnother,
  powersOf,
  tablesWithoutComment,
  tablesWithoutFence,
  viewsAboveTheFence,
} from './schema-questions.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.drop())

/** Asks the database; with a plant, as it would be after that change, which is taken back. */
function ask(question: (client: pg.ClientBase) => Promise<string[]>, plant = 'select 1'): Promise<string[]> {
  return asOwner(database.name, async (client) => {
    await client.query('begin')
    await client.query(plant)
    return question(client)
  })
}

test('every foreign key has an index that begins with its columns, and one without is found', async () => {
  expect(await ask(foreignKeysWithoutIndex)).toEqual([])

  expect(await ask(foreignKeysWithoutIndex, 'drop index job_by_person')).toEqual([
    'job.job_belongs_to_a_person',
  ])
  expect(
    await ask(
      foreignKeysWithoutIndex,
      'drop index claim_by_agency; create index partly on claim (agency_id) where holds_job',
    ),
  ).toEqual(['claim.claim_names_an_agency'])
})

test('every table and every partition says what a row of it is, and a silent one is found', async () => {
  expect(await ask(tablesWithoutComment)).toEqual([])

  expect(await ask(tablesWithoutComment, 'create table silent (n integer)')).toEqual(['silent'])
  expect(await ask(tablesWithoutComment, 'comment on table posting_15 is null')).toEqual(['posting_15'])
})

test('every constraint has a name of ours, and one named by PostgreSQL is found', async () => {
  expect(await ask(constraintsWithoutOurName)).toEqual([])

  const planted =
    'create table planted (n integer primary key, m integer unique check (m > 0) references planted)'
  expect(await ask(constraintsWithoutOurName, planted)).toEqual([
    'planted.planted_m_check',
    'planted.planted_m_fkey',
    'planted.planted_m_key',
    'planted.planted_pkey',
  ])
})

// Shared by every province: a county is known by its own code. The acts of an audit row need not be of one province,
// and a user or a token may stand in none.
const KNOWN_WITHOUT_PROVINCE = [
  'audit_is_known_by_id',
  'county_is_known_by_code',
  'identity.api_token_is_known_by_id',
  'identity.api_token_is_known_by_name',
  'identity.api_token_is_known_by_secret',
  'identity.user_role_is_one_per_user',
]

test('the province is part of every key of a scoped table, and a key without it is found', async () => {
  expect(await ask(keysWithoutProvince)).toEqual(KNOWN_WITHOUT_PROVINCE)

  const planted = 'alter table job add constraint job_is_known_everywhere unique (job_id)'
  expect(await ask(keysWithoutProvince, planted)).toEqual([
    ...KNOWN_WITHOUT_PROVINCE,
    'job_is_known_everywhere',
  ])
  const included = 'create unique index included on job (job_id) include (province_id)'
  expect(await ask(keysWithoutProvince, included)).toContain('included')
})

/** The roles that the application takes on for a transaction. */
const LEVEL_ROLES = [...READER_ROLES, PROVINCE_WRITER_ROLE]

const READ = [
  'agency',
  'bank',
  'city',
  'county',
  'district',
  'isic_activity',
  'labour_force',
  'outline',
  'population',
  'province',
  'reference_load',
  'rural_district',
  'tile',
  'village',
]
const ADDED_ONLY = [
  'audit',
  'claim',
  'commitment_cell',
  'commitment_notice',
  'commitment_version',
  'demonstration_total',
  'drill',
  'employment_service',
  'job_import',
  'job_import_mending',
  'job_import_row',
  'job_import_undo',
  'job_step',
  'ledger_entry',
  'posting',
  'remark',
  'settled_batch',
  'settled_entry',
  'task_run',
]
const DERIVED = [
  'balance_checkpoint',
  ...['month', 'province', 'report'].flatMap((grain) => [`balance_${grain}`, `balance_${grain}_delta`]),
]
const CHANGED = ['session', 'sign_in_guard', 'two_factor', 'used_code', 'verification']
const GRANTS = [
  ...CHANGED.map((table) => `identity.${table}: DELETE INSERT SELECT UPDATE`),
  'identity."user": INSERT SELECT UPDATE(name, two_factor_enabled, updated_at)',
  'identity.account: INSERT SELECT UPDATE(password, updated_at)',
  'identity.api_token: INSERT SELECT UPDATE(revoked_at)',
  'identity.demonstration_user: INSERT SELECT',
  'identity.signing_secret: INSERT SELECT',
  'identity.user_role: INSERT SELECT UPDATE',
  ...READ.map((table) => `${table}: SELECT`),
  ...ADDED_ONLY.map((table) => `${table}: INSERT SELECT`),
  ...DERIVED.map((table) => `${table}: DELETE INSERT SELECT UPDATE`),
  'applied_migration: SELECT',
  'commitment_period: INSERT SELECT UPDATE(title, registration_cutoff, version, changed_by, changed_at)',
  'conflict_case: INSERT SELECT UPDATE(state, decided_at, decided_by, reason, owner_claim)',
  'demonstration: INSERT SELECT UPDATE(loaded_at)',
  'import_mapping: DELETE INSERT SELECT UPDATE',
  'import_run: INSERT SELECT UPDATE',
  'import_run_mending: DELETE INSERT SELECT',
  'import_run_person: DELETE INSERT SELECT',
  'import_run_row: DELETE INSERT SELECT UPDATE',
  'job: INSERT SELECT UPDATE(state, version, month, start_date, county_id, rural_district_id, village_id, agency_id, sector, job_type, novelty, directness, settlement, isic, activity_line)',
  'job_job_id_seq: USAGE',
  'person: INSERT SELECT UPDATE',
  'person_person_id_seq: USAGE',
  'posting_tail: DELETE INSERT SELECT',
].toSorted()

test('the application has exactly these rights, and none on a partition; one right more is found', async () => {
  expect((await ask(grantsTo(APP_ROLE))).toSorted()).toEqual(GRANTS)

  expect(await ask(grantsTo(APP_ROLE), 'grant delete on posting to rasad_app')).toContain(
    'posting: DELETE INSERT SELECT',
  )
  expect(await ask(grantsTo(APP_ROLE), 'grant update on posting_15 to rasad_app')).toContain(
    'posting_15: UPDATE',
  )
  expect(await ask(grantsTo(APP_ROLE), 'grant truncate on audit to rasad_app')).toContain(
    'audit: INSERT SELECT TRUNCATE',
  )
  expect(await ask(grantsTo(APP_ROLE), 'grant update on job_step to public')).toContain(
    'job_step: INSERT SELECT UPDATE',
  )
  expect(await ask(grantsTo(APP_ROLE), 'grant update (reason) on job_step to rasad_app')).toContain(
    'job_step: INSERT SELECT UPDATE(reason)',
  )
})

test('every table that the application can reach is in that list', async () => {
  const granted = new Set(GRANTS.map((grant) => grant.split(':')[0]))

  expect((await ask(listTables)).filter((table) => !granted.has(table))).toEqual(['schema_migration'])
})

test('the application role owns nothing, creates nothing and is above nothing; each power given is found', async () => {
  expect(await ask(powersOf(APP_ROLE))).toEqual(LEVEL_ROLES.map((role) => `can take on ${role}`).toSorted())
  for (const role of LEVEL_ROLES) expect(await ask(powersOf(role))).toEqual([])

  expect(await ask(powersOf(APP_ROLE), 'grant create on schema public to rasad_app')).toContain(
    'creates in schema public',
  )
  expect(await ask(powersOf(APP_ROLE), 'alter table audit owner to rasad_app')).toContain('owns audit')
  expect(await ask(powersOf(APP_ROLE), 'alter role rasad_app superuser')).toContain('is superuser')
  expect(await ask(powersOf(APP_ROLE), 'grant pg_write_all_data to rasad_app')).toContain(
    'is a member of pg_write_all_data',
  )
})

test('the readers of a level may read and nothing else, and a bank reads no person, job, list or figure', async () => {
  for (const role of READER_ROLES) {
    const rights = await ask(grantsTo(role))
    expect(rights.filter((right) => !right.endsWith(': SELECT'))).toEqual([])
  }
  const bank = (await ask(grantsTo('rasad_bank'))).map((right) => right.replace(/:.*/, ''))
  expect(bank.toSorted()).toEqual([...READ, 'commitment_period', 'demonstration'].toSorted())
})

test('the writer of a province has the rights of the application but for the identity, and one right less is found', async () => {
  const rights = GRANTS.filter((right) => !right.startsWith('identity.'))
  expect((await ask(grantsTo(PROVINCE_WRITER_ROLE))).toSorted()).toEqual(rights)

  const less = await ask(grantsTo(PROVINCE_WRITER_ROLE), 'revoke insert on job from rasad_write_province')
  expect(less.toSorted()).not.toEqual(rights)
})

test('every table with a province is fenced for every role that reads it, and a gap is found', async () => {
  expect(await ask(tablesWithoutFence)).toEqual([])

  expect(await ask(tablesWithoutFence, 'alter table job disable row level security')).toEqual([
    'job: no row security',
  ])
  expect(await ask(tablesWithoutFence, 'drop policy job_for_county on job')).toEqual([
    'job: no policy for rasad_county',
  ])
  const planted = 'create table planted (province_id text); grant select on planted to rasad_agency'
  expect(await ask(tablesWithoutFence, planted)).toEqual([
    'planted: no policy for rasad_agency',
    'planted: no row security',
  ])
})

test('a role has one policy on a table, and a second one is found', async () => {
  expect(await ask(policiesBesideAnother)).toEqual([])

  const planted = 'create policy wide on job for select to rasad_county using (true)'
  expect(await ask(policiesBesideAnother, planted)).toEqual(['job rasad_county'])
})

// It tells names of migrations, which have no place.
test('no view but that of the migrations shows more than the asker sees, and another is found', async () => {
  expect(await ask(viewsAboveTheFence)).toEqual(['applied_migration'])

  expect(await ask(viewsAboveTheFence, 'create view everything as select * from job')).toEqual([
    'applied_migration',
    'everything',
  ])
})

const FORBIDDEN = [
  'update posting set amount = 2',
  'delete from posting',
  'truncate posting',
  'update posting_15 set amount = 2',
  'delete from posting_15',
  'insert into posting_15 overriding system value select * from posting_15',
  'alter table posting_15 no inherit posting',
  "update job_step set reason = ''",
  'delete from job_step',
  'delete from audit',
  "update audit set actor = 'nobody'",
  'delete from job',
  "update job set registered_by = 'nobody'",
  'update claim set agency_id = agency_id',
  'delete from settled_batch',
  'update ledger_entry set posted_at = now()',
  "insert into agency values ('X', 'x', 'x', 'x')",
  'select * from schema_migration',
  'create table mine (n integer)',
  'drop table posting_tail',
  'delete from identity."user"',
  'update identity."user" set username = \'other\'',
  'delete from identity.user_role',
  'delete from identity.account',
  "update identity.api_token set permissions = '{}'",
  "update identity.signing_secret set secret = 'x'",
  'create table identity.mine (n integer)',
]

test.each(FORBIDDEN)('the application is refused: %s', async (statement) => {
  const client = new pg.Client({ connectionString: addressOf(database.name, APP_ROLE) })
  await client.connect()
  try {
    await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' })
  } finally {
    await client.end()
  }
})
