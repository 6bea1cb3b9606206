import type { LabourForce } from '@rasad/contracts/places'
import type { Formatting } from '../../shared/fa.ts'

type Known = Pick<LabourForce, 'year' | 'source'>
type Words = { census: string; censusAges: string }

/** Where figures about people come from: each source once with its year; null where nothing is known. */
export function labourSource(all: readonly Known[], words: Words, { digits }: Formatting): string | null {
  const sources = all.map(({ source, year }) =>
    source === null ? `${words.census} ${year}، ${words.censusAges}` : `${source} ${year}`,
  )
  return sources.length === 0 ? null : digits([...new Set(sources)].join(' · '))
}
