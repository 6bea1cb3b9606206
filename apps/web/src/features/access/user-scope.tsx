import type { User } from '@rasad/contracts/users'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useLanguage, useText } from '../../shared/language.ts'
import { agenciesQuery, namesByCode } from '../../shared/places.ts'
import { useScopeWords } from '../../shared/scope-words.ts'
import { USERS_TEXT } from './users-text.ts'

/** Where a user stands; and the agency that employs them where their place does not say it. */
export function UserScope({ user: { scope, agency } }: { user: User }) {
  const text = useText(USERS_TEXT)
  const language = useLanguage()
  const scopeWords = useScopeWords()
  const { agencies } = useSuspenseQuery(agenciesQuery).data
  return (
    <>
      {scopeWords(scope)}
      {scope.agency === null && agency !== null && (
        <span className="quiet">{` (${text.employer}: ${namesByCode(language, agencies)(agency)})`}</span>
      )}
    </>
  )
}
