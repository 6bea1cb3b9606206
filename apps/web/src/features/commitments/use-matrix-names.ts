import type { CommitmentVersion } from '@rasad/contracts/commitments'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Language } from '../../shared/language.ts'
import { agenciesQuery, countiesQuery, inOrder, nameOf } from '../../shared/places.ts'
import type { MatrixNames } from './refusal-text.ts'

type Named = { code: string; name: string; fullName: string }

/** The agencies and counties of a matrix by their names, in the order of these names. */
export type MatrixLists = MatrixNames & {
  /** The agencies that hold something or were added, and every county of the province that is or holds something. */
  listOf: (
    cells: readonly Pick<CommitmentVersion['cells'][number], 'agency' | 'county'>[],
    added: readonly string[],
  ) => { agencies: Named[]; counties: Named[] }
  /** The agencies that are not in a matrix yet. */
  others: (agencies: readonly Named[]) => { value: string; label: string }[]
}

/** The names for a matrix of a province. */
export function useMatrixNames(province: string, language: Language): MatrixLists {
  const { agencies } = useSuspenseQuery(agenciesQuery).data
  const { counties } = useSuspenseQuery(countiesQuery(province)).data
  return useMemo(() => {
    const allAgencies = inOrder(language, agencies).map((agency) => ({
      code: agency.code,
      name: nameOf(language, agency),
      fullName: language === 'fa' ? agency.nameFa : agency.nameEn,
    }))
    const allCounties = inOrder(language, counties).map((county) => ({
      code: county.code,
      name: nameOf(language, county),
      fullName: nameOf(language, county),
      isPast: county.validTo !== null,
    }))
    const named = (all: readonly Named[]) => {
      const names = new Map(all.map(({ code, fullName }) => [code, fullName]))
      return (code: string) => names.get(code) ?? code
    }
    return {
      agency: named(allAgencies),
      county: named(allCounties),
      listOf: (cells, added) => {
        const holders = new Set([...cells.map(({ agency }) => agency), ...added])
        const places = new Set(cells.map(({ county }) => county))
        return {
          agencies: allAgencies.filter(({ code }) => holders.has(code)),
          counties: allCounties.filter(({ code, isPast }) => !isPast || places.has(code)),
        }
      },
      others: (shown) => {
        const codes = new Set(shown.map(({ code }) => code))
        return allAgencies
          .filter(({ code }) => !codes.has(code))
          .map(({ code, fullName }) => ({ value: code, label: fullName }))
      },
    }
  }, [agencies, counties, language])
}
