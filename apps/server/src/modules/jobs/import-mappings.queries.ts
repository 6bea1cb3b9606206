import type { SavedMapping } from '@rasad/contracts/import-mappings'
import type { Scope } from '@rasad/domain/access/scope'
import { SEVERAL_AGENCIES } from '@rasad/contracts/import-mappings'
import { sql, type RawBuilder } from 'kysely'
import type { ReadDb, WriteTx } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { allOf, scopeConditions } from '../../platform/scope.queries.ts'

/** A mapping is an agency's, of all its counties: no county sees one. */
const COLUMNS = { province: 'mapping.province_id', county: null, agency: 'mapping.agency_id' }
type MappingName = { province: string; agency: string | null }

// Every list of the sender that came after the saving was read by it.
async function readMappings(db: ReadDb, scope: Scope, where: RawBuilder<unknown>): Promise<SavedMapping[]> {
  const { rows } = await sql<SavedMapping>`
    select mapping.province_id as province, coalesce(mapping.agency_id, ${SEVERAL_AGENCIES}) as agency, title, saved_by, saved_at,
      (select count(*)::integer from jsonb_object_keys(columns)) as headers,
      (select max(imported_at) from job_import where job_import.province_id = mapping.province_id
        and job_import.agency_id is not distinct from mapping.agency_id and imported_at >= saved_at) as last_used_at
    from import_mapping mapping left join agency on agency.code = mapping.agency_id
    where ${where} and ${allOf(scopeConditions(scope, COLUMNS))}
    order by mapping.agency_id is not null, short_fa collate "fa-x-icu", mapping.agency_id`.execute(db)
  return rows
}

/** The saved column names in a province: of lists of several agencies, then by the Persian names of the agencies. */
export function listMappings(db: ReadDb, province: string, scope: Scope): Promise<SavedMapping[]> {
  return readMappings(db, scope, sql`mapping.province_id = ${province}`)
}

/** What is saved for one agency, or with null for lists of several; outside the scope it is not found. */
async function getMapping(
  db: ReadDb,
  { province, agency }: MappingName,
  scope: Scope,
): Promise<SavedMapping> {
  const ofAgency = sql`mapping.province_id = ${province} and mapping.agency_id is not distinct from ${agency}`
  const [found] = await readMappings(db, scope, ofAgency)
  if (!found)
    throw new Problem('not-found', {
      kind: 'import-mapping',
      id: `${province}/${agency ?? SEVERAL_AGENCIES}`,
    })
  return found
}

/** Gives saved column names another name. */
export async function nameMapping(
  tx: WriteTx,
  name: MappingName,
  title: string,
  scope: Scope,
): Promise<SavedMapping> {
  await getMapping(tx, name, scope)
  await sql`update import_mapping set title = ${title}
    where province_id = ${name.province} and agency_id is not distinct from ${name.agency}`.execute(tx)
  return getMapping(tx, name, scope)
}

/** Takes saved column names away. */
export async function removeMapping(tx: WriteTx, name: MappingName, scope: Scope): Promise<void> {
  await getMapping(tx, name, scope)
  await sql`delete from import_mapping
    where province_id = ${name.province} and agency_id is not distinct from ${name.agency}`.execute(tx)
}
