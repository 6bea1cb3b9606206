import type { NamedScope } from '@rasad/contracts/access'
import { useLanguage } from './language.ts'
import { LEVEL_TEXT } from './role-text.ts'

type Place = { name: string; nameEn: string }

/** Writes scopes in the language of the page, the widest place first. */
export function useScopeWords(): (scope: NamedScope) => string {
  const language = useLanguage()
  const nameOf = ({ name, nameEn }: Place) => (language === 'fa' ? name : nameEn)
  return (scope) => {
    if (scope.level === 'national') return LEVEL_TEXT[language].national
    const places = [scope.province, scope.county, scope.agency, scope.bank]
    return places.flatMap((place) => (place === null ? [] : [nameOf(place)])).join(' · ')
  }
}
