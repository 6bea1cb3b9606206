import type { Actor, AdministrativePlace } from '../access/scope.ts'

/** Who sends a list: the agency that is named, or the only one the actor speaks for; null for a list of several agencies. */
export function senderOf({ scope }: Actor, named: string | undefined): string | null {
  return named ?? (scope.level === 'agency' ? scope.agency : null)
}

/** Where a list lies: with its sender, in all counties; a list of several agencies in no agency but the whole province. */
export function placeOfList({
  province,
  agency,
}: {
  province: string
  agency: string | null
}): AdministrativePlace {
  return agency === null ? { province } : { province, agency }
}
