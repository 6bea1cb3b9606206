import type { Sector } from '../organisations/sectors.ts'

/** Whose number a commitment is: the province's own or the ministries'. The two are never mixed (DOMAIN §0.5). */
export const BASELINES = ['provincial', 'national'] as const
export type Baseline = (typeof BASELINES)[number]

/** The share of one agency in one county and sector. */
export type CommitmentCell = { county: string; agency: string; sector: Sector | 'unspecified'; value: number }

/** A whole that its parts were announced with: the row, column or table total that stands in the file. */
export type StatedTotal = {
  of: 'agency' | 'county' | 'sector' | 'total'
  name: string
  stated: number
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
  const mismatches: MatrixMismatch[] = []
  for (const whole of stated) {
    const parts =
      whole.of === 'total'
        ? cells
        : cells.filter((cell) => cell[whole.of as 'agency' | 'county' | 'sector'] === whole.name)
    const sum = totalOf(parts)
    if (sum !== whole.stated) mismatches.push({ ...whole, sum })
  }
  return mismatches
}
