import { useSuspenseQuery } from '@tanstack/react-query'
import { useLanguage, useText } from '../../shared/language.ts'
import { agenciesQuery, namesByCode } from '../../shared/places.ts'
import { IMPORTS_TEXT } from './imports-text.ts'

/** Whose list it is, by name; a list without an agency of its own is of several. */
export function useSenderName(): (agency: string | null) => string {
  const { several } = useText(IMPORTS_TEXT)
  const nameOf = namesByCode(useLanguage(), useSuspenseQuery(agenciesQuery).data.agencies)
  return (agency) => (agency === null ? several : nameOf(agency))
}
