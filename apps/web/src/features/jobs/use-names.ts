import { kindText } from '@rasad/domain/ledger/dimension-text'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useFormat } from '../../shared/fa.ts'
import { useLanguage } from '../../shared/language.ts'
import { agenciesQuery, countiesQuery, inOrder, namesByCode, nameOf } from '../../shared/places.ts'

/** The names of a province's counties and of the agencies: to write, and to choose from. */
export function useNames(province: string) {
  const language = useLanguage()
  const { day, digits } = useFormat()
  const { counties } = useSuspenseQuery(countiesQuery(province)).data
  const { agencies } = useSuspenseQuery(agenciesQuery).data
  const county = namesByCode(language, counties)
  const agency = namesByCode(language, agencies)
  const optionsOf = (all: readonly { code: string; nameFa: string; nameEn: string }[]) =>
    inOrder(language, all).map((one) => ({ value: one.code, label: nameOf(language, one) }))
  return {
    county,
    agency,
    /** A name that came with a record, of a place or an agency that the lists of the asker may not hold. */
    given: (name: { nameFa: string; nameEn: string }) => nameOf(language, name),
    kind: (value: string) => kindText(language, value),
    /** The value of a field of a job as it is read. */
    valueOf: (field: string, value: string) => {
      if (field === 'county') return county(value)
      if (field === 'agency') return agency(value)
      if (field === 'isic') return digits(value)
      return field === 'startDate' ? day(value) : kindText(language, value)
    },
    countyOptions: optionsOf(counties),
    agencyOptions: optionsOf(agencies),
  }
}
