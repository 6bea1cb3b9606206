import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import type { ReadDb, WriteTx } from '../../platform/db.ts'
import { readCsvRecords } from '../../platform/csv-records.ts'

/** The product's own tables of facts. */
const REFERENCE_FOLDER = path.join(import.meta.dirname, '..', '..', '..', '..', '..', 'reference')

type Column = { column: string; from: string; type: string; list?: true }
type ReferenceTable = { table: string; file: string; key: readonly string[]; columns: readonly Column[] }

const text = (column: string, from = column): Column => ({ column, from, type: 'text' })
const CODE = text('code')
const VALIDITY: readonly Column[] = [
  { column: 'valid_from', from: 'valid_from', type: 'date' },
  { column: 'valid_to', from: 'valid_to', type: 'date' },
]

// In this order each row's parent is there before it.
const TABLES: readonly ReferenceTable[] = [
  {
    table: 'province',
    file: 'provinces.csv',
    key: ['code'],
    columns: [CODE, text('name_fa'), text('name_en'), ...VALIDITY],
  },
  {
    table: 'county',
    file: 'counties.csv',
    key: ['code'],
    columns: [
      CODE,
      text('province_id', 'province_code'),
      text('name_fa'),
      text('name_en'),
      { column: 'alternative_names', from: 'alternative_names', type: 'text', list: true },
      ...VALIDITY,
    ],
  },
  {
    table: 'district',
    file: 'districts.csv',
    key: ['code'],
    columns: [CODE, text('county_id', 'county_code'), text('name_fa'), ...VALIDITY],
  },
  {
    table: 'rural_district',
    file: 'rural_districts.csv',
    key: ['code'],
    columns: [
      CODE,
      text('county_id', 'county_code'),
      text('district_id', 'district_code'),
      text('name_fa'),
      ...VALIDITY,
    ],
  },
  {
    table: 'city',
    file: 'cities.csv',
    key: ['code'],
    columns: [
      CODE,
      text('county_id', 'county_code'),
      text('district_id', 'district_code'),
      text('city_id', 'city_code'),
      text('kind'),
      text('name_fa'),
      text('name_en'),
    ],
  },
  {
    table: 'agency',
    file: 'agencies.csv',
    key: ['code'],
    columns: [
      CODE,
      text('name_fa'),
      text('name_en'),
      text('short_fa'),
      text('parent'),
      text('field'),
      text('sector'),
      text('kind'),
      { column: 'alternative_names', from: 'alternative_names', type: 'text', list: true },
    ],
  },
  {
    table: 'bank',
    file: 'banks.csv',
    key: ['code'],
    columns: [
      CODE,
      text('name_fa'),
      text('name_en'),
      text('kind'),
      { column: 'active', from: 'active', type: 'boolean' },
    ],
  },
  {
    table: 'isic_activity',
    file: 'isic4.csv',
    key: ['code'],
    columns: [CODE, text('level'), text('title_fa'), text('title_en'), text('parent_code'), text('sector')],
  },
  {
    table: 'tile',
    file: 'tiles.csv',
    key: ['code'],
    columns: [
      CODE,
      text('level'),
      { column: 'tile_column', from: 'column', type: 'integer' },
      { column: 'tile_row', from: 'row', type: 'integer' },
    ],
  },
  {
    table: 'population',
    file: 'population.csv',
    key: ['code', 'year'],
    columns: [
      CODE,
      { column: 'year', from: 'year', type: 'integer' },
      { column: 'population', from: 'population', type: 'integer' },
      { column: 'active', from: 'active', type: 'integer' },
      { column: 'unemployed', from: 'unemployed', type: 'integer' },
    ],
  },
]

/** Brings the shared tables to what the product's files say; a row that is there already is brought up to date. */
export async function loadReference(tx: WriteTx): Promise<{ table: string; rows: number }[]> {
  const loaded: { table: string; rows: number }[] = []
  for (const reference of TABLES) {
    const records = readCsvRecords(readFileSync(path.join(REFERENCE_FOLDER, reference.file), 'utf8'))
    await upsert(tx, reference, records)
    loaded.push({ table: reference.table, rows: records.length })
  }
  await sql`insert into reference_load (checksum) values (${checksumOfFiles()})
    on conflict (checksum) do update set loaded_at = clock_timestamp()`.execute(tx)
  return loaded
}

/** How many rows of each kind the shared tables hold; the zones of a large city are parts of it and not counted. */
type ReferenceCount = {
  provinces: number
  counties: number
  districts: number
  ruralDistricts: number
  cities: number
  agencies: number
  banks: number
  activities: number
}

/** Counts what the shared tables hold. */
export async function countReference(db: ReadDb): Promise<ReferenceCount> {
  const { rows } = await sql<ReferenceCount>`
    select (select count(*) from province) as provinces, (select count(*) from county) as counties,
      (select count(*) from district) as districts, (select count(*) from rural_district) as rural_districts,
      (select count(*) from city where kind = 'city') as cities, (select count(*) from agency) as agencies,
      (select count(*) from bank) as banks, (select count(*) from isic_activity) as activities`.execute(db)
  return rows[0]!
}

/** Writes records into one shared table by its key. */
async function upsert(
  tx: WriteTx,
  { table, key, columns }: ReferenceTable,
  records: readonly Record<string, string>[],
): Promise<void> {
  const names = sql.join(columns.map(({ column }) => sql.id(column)))
  const values = sql.join(
    columns.map(({ from, type, list }) => {
      const cell = sql`nullif(record ->> ${sql.lit(from)}, '')`
      if (list) return sql`coalesce(string_to_array(${cell}, ';'), '{}')`
      return type === 'text' ? cell : sql`${cell}::${sql.raw(type)}`
    }),
  )
  const changed = sql.join(
    columns
      .filter(({ column }) => !key.includes(column))
      .map(({ column }) => sql`${sql.id(column)} = excluded.${sql.id(column)}`),
  )
  await sql`
    insert into ${sql.table(table)} (${names})
    select ${values} from jsonb_array_elements(${JSON.stringify(records)}::jsonb) as record
    on conflict (${sql.join(key.map((column) => sql.id(column)))}) do update set ${changed}`.execute(tx)
}

/** Whether the database holds what the product's files say; waits for another process that is just loading them. */
export async function isReferenceCurrent(tx: WriteTx): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtext('reference'))`.execute(tx)
  const { rows } = await sql<{
    checksum: string
  }>`select checksum from reference_load order by loaded_at desc limit 1`.execute(tx)
  return rows[0]?.checksum === checksumOfFiles()
}

function checksumOfFiles(): string {
  const hash = createHash('sha256')
  for (const { file } of TABLES) hash.update(readFileSync(path.join(REFERENCE_FOLDER, file)))
  return hash.digest('hex')
}

/** Adds an operator's villages, as `villages.csv` shapes them. */
export async function upsertVillages(tx: WriteTx, records: readonly Record<string, string>[]): Promise<void> {
  const columns = [
    CODE,
    text('county_id', 'county_code'),
    text('rural_district_id', 'rural_district_code'),
    text('name_fa'),
  ]
  await upsert(tx, { table: 'village', file: '', key: ['code'], columns }, records)
}

/** Adds what an operator knows of the labour force of places. */
export async function upsertLabourForce(
  tx: WriteTx,
  records: readonly Record<string, string>[],
): Promise<void> {
  const columns: Column[] = [
    CODE,
    { column: 'year', from: 'year', type: 'integer' },
    { column: 'active', from: 'active', type: 'integer' },
    { column: 'unemployment_rate', from: 'unemployment_rate', type: 'numeric' },
    text('source'),
  ]
  await upsert(tx, { table: 'labour_force', file: '', key: ['code', 'year'], columns }, records)
}

/** Adds an operator's outlines: GeoJSON geometries by the code of their province or county. */
export async function upsertOutlines(
  tx: WriteTx,
  outlines: readonly { code: string; geometry: unknown; covers: readonly string[] }[],
  source: string,
): Promise<void> {
  await sql`
    insert into outline (code, geometry, covers, source)
    select row.code, row.geometry, array(select jsonb_array_elements_text(row.covers)), ${source}
    from jsonb_to_recordset(${JSON.stringify(outlines)}::jsonb) as row (code text, geometry jsonb, covers jsonb)
    on conflict (code) do update set geometry = excluded.geometry, covers = excluded.covers, source = excluded.source`.execute(
    tx,
  )
}
