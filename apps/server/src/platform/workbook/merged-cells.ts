import type { Cell, SheetRow } from './workbook-shape.ts'

/** A merged range that reaches over several rows: its first column from 0, its rows as the sender numbers them. */
export type MergedRange = { column: number; first: number; last: number }

/** Goes down the rows of a sheet with the merged cells that reach over several of them. */
export type MergeTracker = {
  begin: (range: MergedRange, value: Cell) => void
  /** The row with what covers its empty cells; rows come in the order of their numbers. */
  withCovered: (row: SheetRow) => SheetRow
}

/** A tracker before the first row; an empty merged cell covers nothing. */
export function createMergeTracker(): MergeTracker {
  const standing = new Map<number, MergedRange & { value: Cell }>()
  return {
    begin(range, value) {
      if (value !== null && value !== '') standing.set(range.column, { ...range, value })
    },
    withCovered(row) {
      if (standing.size === 0) return row
      const covered: NonNullable<SheetRow['covered']> = []
      for (const [column, { first, last, value }] of standing) {
        if (last < row.number) standing.delete(column)
        else if (first < row.number && (row.cells[column] ?? null) === null)
          covered.push({ column, value, from: first })
      }
      return covered.length === 0 ? row : { ...row, covered }
    },
  }
}

/** Follows rows with the ranges of their sheet, in the order of their first rows: each begins where its row passes by. */
export function followRanges(ranges: readonly MergedRange[]): (row: SheetRow) => SheetRow {
  const tracker = createMergeTracker()
  let next = 0
  return (row) => {
    for (let range = ranges[next]; range !== undefined && range.first <= row.number; range = ranges[++next])
      if (range.first === row.number) tracker.begin(range, row.cells[range.column] ?? null)
    return tracker.withCovered(row)
  }
}

/** Ranges in the order in which `followRanges` takes them. */
export function inOrderOfRows(ranges: readonly MergedRange[]): MergedRange[] {
  return ranges.toSorted((one, other) => one.first - other.first)
}
