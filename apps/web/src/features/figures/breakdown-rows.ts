import type { FigureTable } from '@rasad/contracts/figures'
import type { Remark } from '@rasad/contracts/remarks'
import type { Standing } from '@rasad/domain/figures/ranking'
import { RANKS, type Column, type LabourPart, type Rank } from './columns.ts'
import type { SpecialPart } from './figures-search.ts'

/** A row of the breakdown with what it stands for, its standing and its special parts. */
export type BreakdownRow = FigureTable['rows'][number] & {
  /** The values of the cut, as they stand in the address of a passport. */
  key: string
  name: string
  /** A word more about the row, written small behind its name. */
  about?: string
  /** What stands for the name where there is little room. */
  short?: string
  standings: Partial<Record<Rank, Standing>>
  parts: Partial<Record<SpecialPart, number>>
  labour: Partial<Record<LabourPart, number | null>>
  /** What is said about it; undefined where nothing is. */
  remark?: Remark | undefined
}

/** The rows in the order of a column; those without a figure in it come last. Without a column, the server's order. */
export function sortedRows(rows: readonly BreakdownRow[], sort: string | undefined): readonly BreakdownRow[] {
  if (sort === undefined) return rows
  const isFalling = sort.startsWith('-')
  const column = sort.replace('-', '')
  return rows.toSorted((one, other) => {
    const [first, second] = [valueOf(one, column), valueOf(other, column)]
    if (first === null || second === null) return Number(first === null) - Number(second === null)
    return isFalling ? second - first : first - second
  })
}

/** The order that a press on the head of a column asks for: first the largest (of ranks the best), then the other way round, then the server's. */
export function nextSort(sort: string | undefined, column: Column): string | undefined {
  const isRank = RANKS.some((rank) => rank === column)
  const [first, second] = isRank ? [column, `-${column}`] : [`-${column}`, column]
  if (sort === first) return second
  return sort === second ? undefined : first
}

function valueOf(row: BreakdownRow, column: string): number | null {
  const values: Readonly<Record<string, unknown>> = { ...row.parts, ...row.labour, ...row.standings, ...row }
  const value = values[column]
  return typeof value === 'number' ? value : null
}
