import type { Dimension } from '@rasad/domain/ledger/dimensions'
import { UNKNOWN_LINE } from '@rasad/domain/ledger/dimension-text'
import { selectActivities } from '../organisations/activities.queries.ts'
import { selectAgencies } from '../organisations/organisations.queries.ts'
import { selectCounties, selectProvinces } from './places.queries.ts'
import type { ReadDb } from '../../platform/db.ts'
import type { Language } from '@rasad/domain/imports/verdict-text'

/** The names behind the codes of a province, in one language; a code without a name stays as it is. */
export type Names = {
  province: (code: string) => string
  county: (code: string) => string
  agency: (code: string) => string
  /** A division of ISIC, or that none is known. */
  activityLine: (code: string) => string
}

/** No names: every code stands for itself. */
export const CODES_ALONE: Names = {
  province: (code) => code,
  county: (code) => code,
  agency: (code) => code,
  activityLine: (code) => code,
}

/** Loads the names; the counties are those of the province, or of the whole country. */
export async function loadNames(db: ReadDb, language: Language, province: string | null): Promise<Names> {
  const provinces = await selectProvinces(db)
  const counties = await selectCounties(db, province)
  const agencies = (await selectAgencies(db)).map(({ code, nameEn, shortFa }) => ({
    code,
    nameEn,
    nameFa: shortFa,
  }))
  const line = nameOf(await selectActivities(db, 'division'), language)
  return {
    province: nameOf(provinces, language),
    county: nameOf(counties, language),
    agency: nameOf(agencies, language),
    activityLine: (code) => (code === 'unspecified' ? UNKNOWN_LINE[language] : line(code)),
  }
}

/** Whether the values of a dimension are codes that have names. */
export function isNamed(dimension: Dimension): dimension is keyof Names {
  return Object.hasOwn(CODES_ALONE, dimension)
}

/** A name with the code that commands take, `خرم‌آباد 1503`. */
export function withCode(name: string, code: string): string {
  return name === code || code === 'unspecified' ? name : `${name} ${code}`
}

type Named = { code: string; nameFa: string; nameEn: string }

function nameOf(all: readonly Named[], language: Language): (code: string) => string {
  const byCode = new Map(all.map(({ code, nameFa, nameEn }) => [code, language === 'fa' ? nameFa : nameEn]))
  return (code) => byCode.get(code) ?? code
}
