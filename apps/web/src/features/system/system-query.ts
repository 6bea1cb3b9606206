import { listImportMappings, getImportMapping } from '@rasad/contracts/import-mappings'
import { getSystem } from '@rasad/contracts/system'
import type { QueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api.ts'
import { agenciesQuery, periodsQuery, provincesQuery } from '../../shared/places.ts'
import { auditQuery, type AuditSearch } from './audit-query.ts'

/** How the system stands. */
export const systemQuery = { queryKey: ['system'], queryFn: () => call(getSystem, {}) }

/** The state of the system, and the names of its provinces. */
export async function systemPageQuery(queries: QueryClient): Promise<void> {
  await Promise.all([queries.ensureQueryData(systemQuery), queries.ensureQueryData(provincesQuery)])
}

/** The agencies. */
export async function agenciesPageQuery(queries: QueryClient): Promise<void> {
  await queries.ensureQueryData(agenciesQuery)
}

/** The periods of the province in the address. */
export async function periodsPageQuery(
  queries: QueryClient,
  { province }: { province?: string | undefined },
): Promise<void> {
  if (province !== undefined) await queries.ensureQueryData(periodsQuery(province))
}

/** A page of the audit, and the names of provinces and agencies. */
export async function auditPageQuery(queries: QueryClient, search: AuditSearch): Promise<void> {
  await Promise.all([
    queries.ensureInfiniteQueryData(auditQuery(search)),
    queries.ensureQueryData(provincesQuery),
    queries.ensureQueryData(agenciesQuery),
  ])
}

/** Whose mapping is looked at. */
export type MappingsSearch = { agency?: string | undefined }

/** Reads the address of the mappings. */
export function readMappingsSearch({ agency }: Record<string, unknown>): MappingsSearch {
  return typeof agency === 'string' && /^[A-Z0-9_-]{2,20}$/.test(agency) ? { agency } : {}
}

/** The saved column names of an agency's lists. */
export function mappingQuery(province: string, agency: string) {
  return {
    queryKey: ['import-mapping', province, agency],
    queryFn: () => call(getImportMapping, { params: { province, agency } }),
  }
}

/** What is saved for each agency of a province. */
export function mappingsQuery(province: string) {
  return {
    queryKey: ['import-mappings', province],
    queryFn: () => call(listImportMappings, { query: { province } }),
  }
}

/** The agencies, what is saved for them, and the columns of the one that is chosen. */
export async function mappingsPageQuery(
  queries: QueryClient,
  { province, agency }: MappingsSearch & { province?: string | undefined },
): Promise<void> {
  await Promise.all([
    queries.ensureQueryData(agenciesQuery),
    province !== undefined && queries.ensureQueryData(mappingsQuery(province)),
    province !== undefined && agency !== undefined && queries.ensureQueryData(mappingQuery(province, agency)),
  ])
}
