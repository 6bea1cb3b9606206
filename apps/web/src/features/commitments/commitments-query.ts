import { getSplitGround } from '@rasad/contracts/commitment-drafts'
import {
  compareCommitments,
  getCommitment,
  listCommitmentVersions,
  type SPLIT_FACTORS,
  type CommitmentVersion,
} from '@rasad/contracts/commitments'
import { BASELINES, type Baseline } from '@rasad/domain/commitments/matrix'
import type { QueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api.ts'
import { agenciesQuery, countiesQuery } from '../../shared/places.ts'

/** A commitment by its province, period and baseline. */
export type CommitmentName = { province: string; period: string; baseline: Baseline }
type Ground = Exclude<(typeof SPLIT_FACTORS)[number], 'chosen'>
/** A version without its cells. */
export type VersionHead = Omit<CommitmentVersion, 'cells'>

/** What the address of a page about commitments says besides province and period. */
export type CommitmentsSearch = { baseline?: Baseline }
/** And of the page of one version: the slice that is looked at. */
export type MatrixSearch = CommitmentsSearch & { sector?: string | undefined; programme?: string | undefined }
/** And of the comparison: the numbers of two versions. */
export type CompareSearch = CommitmentsSearch & { from?: string | undefined; to?: string | undefined }

type Place = { province?: string | undefined; period?: string | undefined }

/** Reads the baseline from an address; the provincial one where none is named. */
export function readCommitmentsSearch({ baseline }: Record<string, unknown>): CommitmentsSearch {
  const known = BASELINES.find((name) => name === baseline)
  return known === undefined || known === 'provincial' ? {} : { baseline: known }
}

/** Reads which slice of the matrix an address shows. */
export function readMatrixSearch(search: Record<string, unknown>): MatrixSearch {
  const { sector, programme } = search
  return {
    ...readCommitmentsSearch(search),
    ...(typeof sector === 'string' && { sector }),
    ...(typeof programme === 'string' && { programme }),
  }
}

/** Reads which versions an address compares. */
export function readCompareSearch(search: Record<string, unknown>): CompareSearch {
  const { from, to } = search
  return {
    ...readCommitmentsSearch(search),
    ...(isNumber(from) && { from }),
    ...(isNumber(to) && { to }),
  }
}

function isNumber(text: unknown): text is string {
  return typeof text === 'string' && /^[0-9]{1,6}$/.test(text)
}

/** The commitment an address names; undefined while the province has no period. */
export function nameOfSearch({ province, period, baseline = 'provincial' }: Place & CommitmentsSearch) {
  return province === undefined || period === undefined ? undefined : { province, period, baseline }
}

/** Every version of a commitment, the newest first. */
export function versionsQuery(name: CommitmentName) {
  return {
    queryKey: ['commitment', name, 'versions'],
    queryFn: () => call(listCommitmentVersions, { query: name }),
  }
}

/** One version with its cells; what is kept of a version never changes but for its notice. */
export function versionQuery(name: CommitmentName, version: string) {
  return {
    queryKey: ['commitment', name, 'version', version],
    queryFn: () => call(getCommitment, { query: { ...name, version } }),
  }
}

/** What a ground of a split comes to by place; the census and closed periods do not change while somebody splits. */
export function groundQuery(name: CommitmentName, kind: Ground, from: string | null) {
  return {
    queryKey: ['commitment', name, 'ground', kind, from],
    queryFn: () => call(getSplitGround, { query: { ...name, kind, ...(from !== null && { from }) } }),
  }
}

/** How one version differs from another. */
export function differenceQuery(name: CommitmentName, from: string, to: string) {
  return {
    queryKey: ['commitment', name, 'difference', from, to],
    queryFn: () => call(compareCommitments, { query: { ...name, from, to } }),
  }
}

/** What the page of the versions needs. */
export async function versionsPageQuery(queries: QueryClient, search: Place & CommitmentsSearch) {
  const name = nameOfSearch(search)
  if (name !== undefined) await queries.ensureQueryData(versionsQuery(name))
}

/** What the page of one version needs. */
export async function versionPageQuery(
  queries: QueryClient,
  search: Place & CommitmentsSearch,
  version: string,
) {
  const name = nameOfSearch(search)
  if (name === undefined) return
  await Promise.all([
    queries.ensureQueryData(versionQuery(name, version)),
    queries.ensureQueryData(versionsQuery(name)),
    namesQuery(queries, name.province),
  ])
}

/** What the comparison needs: the two versions that are named, else the last two. */
export async function comparePageQuery(queries: QueryClient, search: Place & CompareSearch) {
  const name = nameOfSearch(search)
  if (name === undefined) return
  const [{ versions }] = await Promise.all([
    queries.ensureQueryData(versionsQuery(name)),
    namesQuery(queries, name.province),
  ])
  const asked = comparedOf(versions, search)
  if (asked !== undefined) await queries.ensureQueryData(differenceQuery(name, asked.from, asked.to))
}

/** The two versions to compare: as the address names them, else the newest with the one before it. */
export function comparedOf(
  versions: readonly VersionHead[],
  { from, to }: CompareSearch,
): { from: string; to: string } | undefined {
  const later = to ?? versions[0]?.version
  const earlier = from ?? versions.find(({ version }) => version < Number(later))?.version
  return later === undefined || earlier === undefined
    ? undefined
    : { from: String(earlier), to: String(later) }
}

/** What the pages need that make a version: the versions so far, and the names. */
export async function splitPageQuery(queries: QueryClient, search: Place & CommitmentsSearch) {
  const name = nameOfSearch(search)
  if (name === undefined) return
  await Promise.all([queries.ensureQueryData(versionsQuery(name)), namesQuery(queries, name.province)])
}

async function namesQuery(queries: QueryClient, province: string) {
  await Promise.all([
    queries.ensureQueryData(agenciesQuery),
    queries.ensureQueryData(countiesQuery(province)),
  ])
}
