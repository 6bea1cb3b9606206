import { readNumber } from '@rasad/domain/persian/numbers'

/** A place in the grid: the row after the agencies and the column after the counties hold the sums. */
export type GridPlace = { row: number; column: number }
/** How many agencies and counties the grid has. */
export type GridSize = { rows: number; columns: number }

const MOST_JOBS = 10_000_000

/** Where a key leads from a place; null for a key that leads nowhere. */
export function placeAfterKey(
  { row, column }: GridPlace,
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  { rows, columns }: GridSize,
  direction: 'rtl' | 'ltr',
): GridPlace | null {
  const next = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return { row, column: within(column + (key === next ? 1 : -1), columns) }
    case 'ArrowDown':
      return { row: within(row + 1, rows), column }
    case 'ArrowUp':
      return { row: within(row - 1, rows), column }
    case 'PageDown':
      return { row: within(row + 10, rows), column }
    case 'PageUp':
      return { row: within(row - 10, rows), column }
    case 'Home':
      return { row: ctrlKey ? 0 : row, column: 0 }
    case 'End':
      return { row: ctrlKey ? rows : row, column: columns }
    default:
      return null
  }
}

function within(at: number, last: number): number {
  return Math.max(0, Math.min(at, last))
}

/** A number of jobs as somebody types it, in any of three kinds of digits; undefined when it is none. */
export function readJobs(text: string): number | undefined {
  const read = readNumber(text)
  if (!('value' in read) || read.percent || read.value.scale !== 0) return undefined
  const value = Number(read.value.units)
  return value >= 0 && value <= MOST_JOBS ? value : undefined
}
