import type { CommitmentVersion } from '@rasad/contracts/commitments'

/** Which part of a commitment is looked at: one sector, one programme, or, where none is named, all of them together. */
export type Slice = { sector?: string | undefined; programme?: string | undefined }

type Cells = CommitmentVersion['cells']

/** A slice as a table: a row for each agency, a column for each county, and the sums beside and below. */
export type SliceTable = { rows: number[][]; ofRow: number[]; ofColumn: number[]; total: number }

/** The table of a slice, in the order of the agencies and counties that are given; cells of others are left out. */
export function sliceOf(
  cells: Cells,
  agencies: readonly string[],
  counties: readonly string[],
  slice: Slice,
): SliceTable {
  const rowOf = new Map(agencies.map((code, at) => [code, at]))
  const columnOf = new Map(counties.map((code, at) => [code, at]))
  const rows = agencies.map(() => counties.map(() => 0))
  for (const { agency, county, sector, programme, value } of cells) {
    if (slice.sector !== undefined && slice.sector !== sector) continue
    if (slice.programme !== undefined && slice.programme !== programme) continue
    const row = rows[rowOf.get(agency) ?? -1]
    const column = columnOf.get(county)
    if (row !== undefined && column !== undefined) row[column] = (row[column] ?? 0) + value
  }
  return withSums(rows, counties.length)
}

/** The same table with other values in some of its places, and the sums they come to. */
export function withValues(
  table: SliceTable,
  places: readonly { row: number; column: number; value: number }[],
): SliceTable {
  if (places.length === 0) return table
  const rows = [...table.rows]
  for (const { row, column, value } of places) {
    const changed = [...(rows[row] ?? [])]
    changed[column] = value
    rows[row] = changed
  }
  return withSums(rows, table.ofColumn.length)
}

function withSums(rows: number[][], columns: number): SliceTable {
  const ofColumn = Array.from({ length: columns }, () => 0)
  const ofRow = rows.map((row) => {
    let sum = 0
    row.forEach((value, column) => {
      sum += value
      ofColumn[column] = (ofColumn[column] ?? 0) + value
    })
    return sum
  })
  return { rows, ofRow, ofColumn, total: ofRow.reduce((sum, value) => sum + value, 0) }
}

/** The sectors, and the programmes, that cells are divided into, with the sum of each; in the order given. */
export function partsOf(
  cells: Cells,
  axis: 'sector' | 'programme',
  order: readonly string[],
): { code: string; sum: number }[] {
  const sums = new Map<string, number>()
  for (const cell of cells) sums.set(cell[axis], (sums.get(cell[axis]) ?? 0) + cell.value)
  const known = order.filter((code) => sums.has(code))
  const others = [...sums.keys()].filter((code) => !order.includes(code))
  return [...known, ...others].map((code) => ({ code, sum: sums.get(code) ?? 0 }))
}
