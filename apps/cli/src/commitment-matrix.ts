import type { CommitmentVersion } from '@rasad/contracts/commitments'

type Cells = CommitmentVersion['cells']

/** Cells as a table: agencies down, counties across, with every sum; in the order of codes. */
export type Matrix = {
  agencies: string[]
  counties: string[]
  value: (agency: string, county: string) => number
  ofAgency: (agency: string) => number
  ofCounty: (county: string) => number
  total: number
}

/** The sectors that cells are divided into, in the order of their words. */
export function sectorsOf(cells: Cells): string[] {
  return [...new Set(cells.map(({ sector }) => sector))].toSorted()
}

/** The table of the cells of one sector, or of all of them together. */
export function matrixOf(cells: Cells, sector?: string): Matrix {
  const sums = new Map<string, number>()
  const add = (key: string, value: number) => sums.set(key, (sums.get(key) ?? 0) + value)
  const chosen = cells.filter((cell) => sector === undefined || cell.sector === sector)
  for (const { agency, county, value } of chosen)
    for (const key of [`${agency}/${county}`, `${agency}/`, `/${county}`, '/']) add(key, value)
  const sumOf = (agency: string, county: string) => sums.get(`${agency}/${county}`) ?? 0
  return {
    agencies: [...new Set(chosen.map(({ agency }) => agency))].toSorted(),
    counties: [...new Set(chosen.map(({ county }) => county))].toSorted(),
    value: sumOf,
    ofAgency: (agency) => sumOf(agency, ''),
    ofCounty: (county) => sumOf('', county),
    total: sumOf('', ''),
  }
}
