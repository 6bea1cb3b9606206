import { listActivities, listAgencies, listBanks } from '@rasad/contracts/organisations'
import { listPeriods } from '@rasad/contracts/periods'
import { listCounties, listProvinces } from '@rasad/contracts/places'
import { inOrderOfNames } from '@rasad/domain/persian/name-order'
import { call } from './api.ts'
import type { Language } from './language.ts'

/** Reference data changes with a release, not while somebody works. */
const REFERENCE = { staleTime: 60 * 60_000 }

/** The provinces of the country. */
export const provincesQuery = {
  queryKey: ['provinces'],
  queryFn: () => call(listProvinces, {}),
  ...REFERENCE,
}

/** The agencies that can hold a share of a commitment. */
export const agenciesQuery = {
  queryKey: ['agencies'],
  queryFn: () => call(listAgencies, {}),
  ...REFERENCE,
}

/** The banks. */
export const banksQuery = {
  queryKey: ['banks'],
  queryFn: () => call(listBanks, {}),
  ...REFERENCE,
}

/** The activity lines that figures are cut by: the divisions of ISIC. */
export const activityLinesQuery = {
  queryKey: ['activities', 'division'],
  queryFn: () => call(listActivities, { query: { level: 'division' } }),
  ...REFERENCE,
}

/** The counties of a province. */
export function countiesQuery(province: string) {
  return {
    queryKey: ['counties', province],
    queryFn: () => call(listCounties, { query: { province } }),
    ...REFERENCE,
  }
}

/** The commitment periods of a province. */
export function periodsQuery(province: string) {
  return { queryKey: ['periods', province], queryFn: () => call(listPeriods, { query: { province } }) }
}

/** Anything with a code and a name in both languages. */
type Named = { code: string; nameFa: string; nameEn: string; shortFa?: string }

/** The name of a place or an agency in the language of the page. */
export function nameOf(language: Language, { nameFa, nameEn, shortFa }: Omit<Named, 'code'>): string {
  return language === 'fa' ? (shortFa ?? nameFa) : nameEn
}

/** Places, agencies or banks in the order of their names in the language of the page. */
export function inOrder<Thing extends Omit<Named, 'code'>>(
  language: Language,
  all: readonly Thing[],
): Thing[] {
  return inOrderOfNames(language, all, (one) => nameOf(language, one))
}

/** Names by code; a code that is not known stands for itself. */
export function namesByCode(language: Language, all: readonly Named[]): (code: string) => string {
  const names = new Map(all.map((named) => [named.code, nameOf(language, named)]))
  return (code) => names.get(code) ?? code
}
