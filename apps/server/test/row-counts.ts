import type { Rasad } from '../src/app.ts'

const TABLES = [
  'commitment_period',
  'ledger_entry',
  'posting',
  'posting_tail',
  'settled_batch',
  'settled_entry',
  'commitment_version',
  'commitment_cell',
  'person',
  'job_import',
  'job_import_row',
  'job_import_undo',
  'import_mapping',
  'import_run_row',
  'import_run_person',
  'import_run_mending',
  'job_import_mending',
  'job',
  'job_step',
  'employment_service',
  'conflict_case',
  'claim',
  'remark',
  'audit',
] as const

/** How much stands in every table that an act can write, and a digest of the rows that an act can change. */
export async function countEverything({ pool }: Pick<Rasad, 'pool'>): Promise<Record<string, unknown>> {
  const counts = TABLES.map((table) => `(select count(*) from ${table}) as ${table}`)
  const changeable = ['job', 'conflict_case', 'import_mapping', 'person'].map(
    (table) =>
      `(select md5(coalesce(string_agg(row_text, '/' order by row_text), '')) from (select ${table}::text as row_text from ${table}) rows) as ${table}_rows`,
  )
  const { rows } = await pool.query<Record<string, unknown>>(
    `select ${[...counts, ...changeable].join(', ')}`,
  )
  return rows[0]!
}
