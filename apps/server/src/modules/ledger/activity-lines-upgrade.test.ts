import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { activityLineOf } from '@rasad/domain/jobs/activity-line'
import { expect, onTestFinished, test } from 'vitest'
import { addressOf, asOwner, createTestDatabase, ownerOf } from '../../../test/file-database.ts'
import { openRasad } from '../../app.ts'
import { APP_ROLE } from '../../platform/level-roles.ts'
import { listMigrations, migrate } from '../../platform/migrate.ts'
import { EMBEDDED_OWNER } from '../../platform/postgres.ts'
import { checkProvince } from './ledger.check.queries.ts'
import { settleAll } from './ledger.commands.ts'

const ACTIVITIES = ['0111', 'A0141', '10', '4711', '0401', null]

/** A database as it stood before lines: one job of each activity, its first posting and one that verified it. */
async function databaseOfBefore(): Promise<string> {
  const { name, drop } = await createTestDatabase('template0')
  onTestFinished(drop)
  await migrate(
    ownerOf(name),
    listMigrations().filter((migration) => migration.name < '0020'),
  )
  await asOwner(name, async (client) => {
    await client.query(`
      insert into province (code, name_fa, name_en) values ('15', 'لرستان', 'Lorestan');
      insert into county (code, province_id, name_fa, name_en) values ('1503', '15', 'خرم‌آباد', 'Khorramabad');
      insert into agency (code, name_fa, name_en, short_fa, kind) values
        ('AGRI', 'جهاد', 'AGRI', 'جهاد', 'org'), ('SMT', 'صمت', 'SMT', 'صمت', 'org');
      insert into isic_activity (code, level, title_fa, title_en, sector)
        select code, 'division', code, code, 'services' from unnest(array['01', '10', '47']) code;
      insert into commitment_period (province_id, period_id, title, start_date, end_date, registration_cutoff)
        values ('15', '1404', '1404', '2025-03-21', '2026-03-20', '2026-03-20');
      insert into ledger_entry (province_id, entry_id, period_id, action, actor) overriding system value
        select '15', entry, '1404', 'job.registered', 'a' from generate_series(1, 3) entry`)
    await client.query(
      `insert into person (province_id, person_id, national_id, first_name, last_name, gender, name_key) overriding system value
       select '15', n, lpad(n::text, 10, '0'), '', 'آزمون', 'female', '' from generate_series(1, $1::integer) n`,
      [ACTIVITIES.length],
    )
    await client.query(
      `insert into job (province_id, job_id, period_id, person_id, entry_id, state, month, start_date, county_id, agency_id, sector, gender,
         job_type, novelty, directness, settlement, education, isic, registered_by, search_words, name_order) overriding system value
       select '15', n, '1404', n, 1, 'verified', 140405, '2025-08-01', '1503', 'AGRI', 'services', 'female', 'wage', 'new', 'direct', 'urban',
         'unspecified', isic, 'a', '', '' from unnest($1::text[]) with ordinality told (isic, n)`,
      [ACTIVITIES],
    )
    await client.query(`
      with movement (entry, cause, state, amount) as (values
        (1, 'registered', 'registered', 1), (2, 'verified', 'registered', -1), (2, 'verified', 'verified', 1)),
      added as (
        insert into posting (province_id, entry_id, period_id, measure, state, cause, amount, job_id, month, county_id, agency_id, sector,
          gender, job_type, novelty, directness, settlement, education)
        select '15', entry, '1404', 'job', movement.state, cause, amount, job_id, month, county_id, agency_id, sector,
          gender, job_type, novelty, directness, settlement, education from job, movement
        union all
        select '15', 3, '1404', 'job', 'duplicate', 'duplicate', 1, 1, month, county_id, 'SMT', sector,
          gender, job_type, novelty, directness, settlement, education from job where job_id = 1
        union all
        select '15', 3, '1404', 'commitment', 'provincial', 're-split', 9, null, null, '1503', 'AGRI', 'services', null, null, null, null, null, null
        returning *)
      insert into posting_tail (province_id, seq, entry_id, period_id, measure, state, amount, month, county_id, agency_id, sector)
      select province_id, seq, entry_id, period_id, measure, state, amount, month, county_id, agency_id, sector from added;

      insert into conflict_case (province_id, case_id, period_id, job_id, person_id) overriding system value values ('15', 1, '1404', 1, 1);
      insert into claim (province_id, claim_id, case_id, agency_id, holds_job, month, start_date, county_id, sector, gender, job_type, novelty,
        directness, settlement, education, claimed_by) overriding system value
      select '15', claim_id, 1, agency, claim_id = 1, month, start_date, county_id, sector, gender, job_type, novelty,
        directness, settlement, education, 'a' from job, (values (1, 'AGRI'), (2, 'SMT')) told (claim_id, agency) where job_id = 1;
      update conflict_case set state = 'decided', decided_at = now(), decided_by = 'a', reason = 'a', owner_claim = 1`)
  })
  return name
}

test('a ledger of before knows the line of every posting after the upgrade, and is whole', async () => {
  const name = await databaseOfBefore()
  const folder = mkdtempSync(path.join(tmpdir(), 'rasad-upgrade-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))

  await migrate(ownerOf(name))
  const url = addressOf(name, APP_ROLE)
  const rasad = await openRasad({ folder, url, ownerUrl: addressOf(name, EMBEDDED_OWNER) })
  onTestFinished(() => rasad.close())
  await settleAll(rasad.database)

  const { rows } = await rasad.pool.query<{ isic: string | null; line: string; states: string }>(
    `select isic, posting.activity_line as line, string_agg(distinct posting.state, ',' order by posting.state) as states
     from posting join job using (province_id, job_id) group by job_id, isic, posting.activity_line order by job_id`,
  )
  expect(rows).toEqual(
    ACTIVITIES.map((isic, index) => ({
      isic,
      line: activityLineOf(isic),
      states: index === 0 ? 'duplicate,registered,verified' : 'registered,verified',
    })),
  )
  const promised = await rasad.pool.query(`select activity_line from posting where measure = 'commitment'`)
  expect(promised.rows).toEqual([{ activity_line: null }])
  const { checks } = await checkProvince(rasad.database, '15')
  expect(checks.filter(({ wrong }) => wrong > 0)).toEqual([])
})
