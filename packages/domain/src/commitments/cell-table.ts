import { inOrderOfNames } from '../persian/name-order.ts'

/** Shares of agencies in counties, sectors and programmes, by their codes. */
type Cells = readonly { county: string; agency: string; sector: string; programme: string; value: number }[]

/** Cells as a table: agencies down, counties across, with every sum. */
export type Matrix = {
  agencies: string[]
  counties: string[]
  value: (agency: string, county: string) => number
  ofAgency: (agency: string) => number
  ofCounty: (county: string) => number
  total: number
}

/** A table with agencies and counties in the order of their names in a language. */
export function namedMatrix(
  matrix: Matrix,
  language: 'fa' | 'en',
  names: { agency: (code: string) => string; county: (code: string) => string },
): Matrix {
  return {
    ...matrix,
    agencies: inOrderOfNames(language, matrix.agencies, names.agency),
    counties: inOrderOfNames(language, matrix.counties, names.county),
  }
}

/** The ways a commitment is divided. */
export const COMMITMENT_AXES = ['agency', 'county', 'sector', 'programme'] as const
export type CommitmentAxis = (typeof COMMITMENT_AXES)[number]

/** The members of an axis that cells are divided into, in the order of their codes. */
export function membersOf(cells: Cells, axis: CommitmentAxis): string[] {
  return [...new Set(cells.map((cell) => cell[axis]))].toSorted()
}

/** Whether anything stands in a member of an axis that is named. */
export function isDivided(cells: Cells, axis: CommitmentAxis): boolean {
  return cells.some((cell) => cell[axis] !== 'unspecified')
}

/** The table of the cells of one sector, or of all of them together, in the order of codes. */
export function matrixOf(cells: Cells, sector?: string): Matrix {
  const sums = new Map<string, number>()
  const add = (key: string, value: number) => sums.set(key, (sums.get(key) ?? 0) + value)
  const chosen = cells.filter((cell) => sector === undefined || cell.sector === sector)
  for (const { agency, county, value } of chosen)
    for (const key of [`${agency}/${county}`, `${agency}/`, `/${county}`, '/']) add(key, value)
  const sumOf = (agency: string, county: string) => sums.get(`${agency}/${county}`) ?? 0
  return {
    agencies: membersOf(chosen, 'agency'),
    counties: membersOf(chosen, 'county'),
    value: sumOf,
    ofAgency: (agency) => sumOf(agency, ''),
    ofCounty: (county) => sumOf('', county),
    total: sumOf('', ''),
  }
}
