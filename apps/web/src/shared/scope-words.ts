import type { NamedScope } from '@rasad/contracts/access'
import { useQuery } from '@tanstack/react-query'
import { useLanguage } from './language.ts'
import { agenciesQuery, countiesQuery, namesByCode, provincesQuery } from './places.ts'
import { LEVEL_TEXT } from './role-text.ts'

/** Writes scopes in the language of the page, the widest place first; `province` is where counties are known by name. */
export function useScopeWords(province: string | null = null): (scope: NamedScope) => string {
  const language = useLanguage()
  const enabled = language !== 'fa'
  const provinces = useQuery({ ...provincesQuery, enabled }).data?.provinces
  const agencies = useQuery({ ...agenciesQuery, enabled }).data?.agencies
  const inProvince = { ...countiesQuery(province ?? ''), enabled: enabled && province !== null }
  const counties = useQuery(inProvince).data?.counties
  const known = namesByCode(language, [...(provinces ?? []), ...(agencies ?? []), ...(counties ?? [])])
  // The server names places in Persian.
  const nameOf = ({ code, name }: { code: string; name: string }) => {
    const translated = language === 'fa' ? code : known(code)
    return translated === code ? name : translated
  }
  return (scope) => {
    if (scope.level === 'national') return LEVEL_TEXT[language].national
    const places = [scope.province, scope.county, scope.agency, scope.bank]
    return places.flatMap((place) => (place === null ? [] : [nameOf(place)])).join(' · ')
  }
}
