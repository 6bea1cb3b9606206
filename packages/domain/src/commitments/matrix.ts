import type { Sector } from '../organisations/sectors.ts'
import type { Programme } from './programmes.ts'

/** Whose number a commitment is: the province's own or the ministries'. The two are never mixed (DOMAIN §0.5). */
export const BASELINES = ['provincial', 'national'] as const
export type Baseline = (typeof BASELINES)[number]

/** The share of one agency in one county, sector and programme. */
export type CommitmentCell = {
  county: string
  agency: string
  sector: Sector | 'unspecified'
  /** Without it: `unspecified`. */
  programme?: Programme | 'unspecified' | undefined
  value: number
}

/** A whole that its parts were announced with, by what is fixed in it: an agency's, a county's, a sector's, a programme's, or everything. */
export type StatedTotal = {
  agency?: string | undefined
  county?: string | undefined
  sector?: string | undefined
  programme?: string | undefined
  stated: number
  /** The row of the file it stands in. */
  line: number
}

/** A stated whole that is not the sum of its parts. */
export type MatrixMismatch = StatedTotal & { sum: number }

/** The sum of all cells. */
export function totalOf(cells: readonly CommitmentCell[]): number {
  return cells.reduce((sum, cell) => sum + cell.value, 0)
}

/** The stated wholes that do not hold; empty when everything adds up (DOMAIN §10, splits). */
export function mismatchesOf(
  cells: readonly CommitmentCell[],
  stated: readonly StatedTotal[],
): MatrixMismatch[] {
  return stated
    .map((whole) => ({ ...whole, sum: totalOf(cells.filter((cell) => isPartOf(cell, whole))) }))
    .filter(({ stated: announced, sum }) => sum !== announced)
}

function isPartOf(cell: CommitmentCell, { agency, county, sector, programme }: StatedTotal): boolean {
  return (
    (agency ?? cell.agency) === cell.agency &&
    (county ?? cell.county) === cell.county &&
    (sector ?? cell.sector) === cell.sector &&
    (programme === undefined || programme === (cell.programme ?? 'unspecified'))
  )
}
