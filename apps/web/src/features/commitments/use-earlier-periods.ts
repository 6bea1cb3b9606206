import { useSuspenseQuery } from '@tanstack/react-query'
import { periodsQuery } from '../../shared/places.ts'
import type { CommitmentName } from './commitments-query.ts'

/** The periods of the province that began before this one, the last first. */
export function useEarlierPeriods({ province, period }: CommitmentName) {
  const { periods } = useSuspenseQuery(periodsQuery(province)).data
  const from = periods.find((known) => known.period === period)?.from ?? ''
  return periods
    .filter((known) => known.from < from)
    .toSorted((one, other) => (one.from < other.from ? 1 : -1))
}
