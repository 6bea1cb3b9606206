import { newNationalId } from './national-ids.ts'

/** One row of a job list as a sender writes it. */
export type ListRow = {
  nationalId: string
  firstName: string
  lastName: string
  gender: string
  birthDate: string
  county: string
  sector: string
  startDate: string
}

/** The header of the lists of the tests, in the order of `ListRow`. */
export const HEADER = [
  'کد ملی',
  'نام',
  'نام خانوادگی',
  'جنسیت',
  'تاریخ تولد',
  'شهرستان',
  'بخش',
  'تاریخ شروع به کار',
]

/** A row that is accepted, somebody new each time; what is given goes before the usual. */
export function listRow(given: Partial<ListRow> & { county: string }): ListRow {
  return {
    nationalId: newNationalId(),
    firstName: 'زهرا',
    lastName: 'رضایی',
    gender: 'زن',
    birthDate: '1370/02/03',
    sector: 'کشاورزی',
    startDate: '1404/05/03',
    ...given,
  }
}

/** The cells of a row in the order of `HEADER`. */
export function cellsOf(row: ListRow): string[] {
  return [
    row.nationalId,
    row.firstName,
    row.lastName,
    row.gender,
    row.birthDate,
    row.county,
    row.sector,
    row.startDate,
  ]
}

/** A job list as CSV text. */
export function csvOf(rows: readonly ListRow[], before: readonly (readonly string[])[] = []): string {
  return csvText([...before, HEADER, ...rows.map(cellsOf)])
}

/** Cells as CSV text. */
export function csvText(rows: readonly (readonly string[])[]): string {
  const field = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')
}
