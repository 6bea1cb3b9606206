import { useSuspenseQuery } from '@tanstack/react-query'
import { useLanguage, useText } from '../../shared/language.ts'
import { agenciesQuery, namesByCode } from '../../shared/places.ts'
import { IMPORTS_TEXT } from './imports-text.ts'

/** The name of whoever a list speaks for: an agency, or several of which each row names its own. */
export function useSenderName(): (agency: string | null) => string {
  const { several } = useText(IMPORTS_TEXT)
  const agencyName = namesByCode(useLanguage(), useSuspenseQuery(agenciesQuery).data.agencies)
  return (agency) => (agency === null ? several : agencyName(agency))
}
