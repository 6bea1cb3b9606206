import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { asOwner, openOwnRasad, ownFolder } from '../../../test/own-rasad.ts'
import { localOperator } from '../../app.ts'
import { readManifest, writeManifest } from '../../platform/backup/manifest-file.ts'
import { openDatabase } from '../../platform/database.ts'
import { openFileStore } from '../../platform/file-store.ts'
import { listMigrations } from '../../platform/migrate.ts'
import { settleAll } from '../ledger/ledger.commands.ts'
import { loadReferenceOnce } from '../places/reference.commands.ts'
import { makeBackup } from './backup.commands.ts'
import { compareFigures } from './figure-comparison.commands.ts'
import { restoreBackup } from './restore.commands.ts'

const actor = localOperator()
const PROMISE = `
  insert into commitment_period values ('15', '1404', '1404', '2025-03-21', '2026-03-20', '2026-03-20');
  insert into ledger_entry (province_id, period_id, action, actor) values ('15', '1404', 'commitment.set', 'clerk');
  insert into posting (province_id, entry_id, period_id, measure, state, cause, amount, county_id, agency_id, sector)
    select '15', 1, '1404', 'commitment', 'provincial', 're-split', n, '150' || (n % 3 + 1), 'AGRI', 'agriculture' from generate_series(1, 30) n;
  insert into posting_tail (province_id, seq, entry_id, period_id, measure, state, amount, county_id, agency_id, sector)
    select province_id, seq, entry_id, period_id, measure, state, amount, county_id, agency_id, sector from posting;
  insert into commitment_version (province_id, period_id, baseline, version, total, source_file, set_by)
    values ('15', '1404', 'provincial', 1, 465, 'promise.xlsx', 'clerk');
  insert into commitment_notice (province_id, period_id, baseline, version, entry_id, notified_by)
    values ('15', '1404', 'provincial', 1, 1, 'clerk');
  insert into commitment_cell (province_id, period_id, baseline, version, county_id, agency_id, sector, value)
    select '15', '1404', 'provincial', 1, '150' || (n % 3 + 1), 'AGRI', 'agriculture', sum(n) from generate_series(1, 30) n group by n % 3`

/** A data folder as the program before the last migration left it, with a promise of 465 in its ledger. */
async function openOlder(folder: string) {
  mkdirSync(folder)
  const opened = await openDatabase({ folder }, listMigrations().slice(0, -1))
  await loadReferenceOnce(opened)
  await asOwner(opened, PROMISE)
  await settleAll(opened.database)
  return {
    ...opened,
    folder,
    files: openFileStore(path.join(folder, 'files')),
    [Symbol.asyncDispose]: opened.close,
  }
}

test('a backup of the program before the last migration comes back under this one, figures and all', async () => {
  using folder = ownFolder()
  await using older = await openOlder(path.join(folder.at, 'older'))
  const backup = await makeBackup(older, {}, { actor, now: Date.now() })

  const restored = await restoreBackup(
    { backup: backup.folder, folder: path.join(folder.at, 'new') },
    { actor },
  )

  expect(restored.migrated).toEqual([listMigrations().at(-1)!.name])
  expect(restored.check.wrong).toBe(0)
  await using own = await openOwnRasad(restored.folder)
  expect(own.rasad.migrated).toEqual([])
  const { cells, differences } = await compareFigures(older.database, own.rasad.database, backup.provinces)
  expect({ cells, differences }).toEqual({ cells: 3, differences: [] })
})

test('a data folder of the program before the last migration is brought up to date where it lies', async () => {
  using folder = ownFolder()
  const at = path.join(folder.at, 'older')
  await (await openOlder(at)).close()

  await using own = await openOwnRasad(at)

  expect(own.rasad.migrated).toEqual([listMigrations().at(-1)!.name])
  const check = await own.http.inject('/api/ledger/check')
  expect(check.json()).toMatchObject({ wrong: 0, provinces: [{ province: '15', postings: 30 }] })
  const figures = await own.http.inject('/api/figures?province=15&period=1404')
  expect(figures.json()).toMatchObject({ total: { committed: 465 } })
  const commitment = await own.http.inject('/api/commitments?province=15&period=1404')
  expect(commitment.json()).toMatchObject({
    total: 465,
    cells: ['1501', '1502', '1503'].map((county) => ({ county, programme: 'unspecified' })),
  })
})

test('a backup of a newer program is refused by the name of the migration that is missing here', async () => {
  using folder = ownFolder()
  await using own = await openOwnRasad(path.join(folder.at, 'data'))
  const backup = await makeBackup(own.rasad, {}, { actor, now: Date.now() })
  const manifest = (await readManifest(backup.folder))!
  const newer = path.join(folder.at, 'newer')
  mkdirSync(newer)
  const migration = { name: '9999-of-tomorrow.sql', checksum: 'unknown' }
  await writeManifest(newer, {
    ...manifest,
    tables: [],
    files: [],
    migrations: [...manifest.migrations, migration],
  })

  await expect(
    restoreBackup({ backup: newer, folder: path.join(folder.at, 'no') }, { actor }),
  ).rejects.toMatchObject({
    code: 'backup.of-another-version',
    params: { migration: '9999-of-tomorrow.sql' },
  })
})
