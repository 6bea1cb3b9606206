import { expect, test } from 'vitest'
import { splitRows } from './split-last-axis.ts'
import { FREE } from './table.ts'

test('a column that is set holds although the derived ones would stand in its way', () => {
  const cells = splitRows({
    weights: Float64Array.of(0, 1, 0, 1, 0, 9),
    rowTotals: Float64Array.of(1, 1),
    columnTotals: Float64Array.of(1, FREE, FREE),
  })

  expect([...cells]).toEqual([0, 1, 0, 1, 0, 0])
})

test('columns that are not set follow the weights by largest remainder, and every row holds', () => {
  const cells = splitRows({
    weights: Float64Array.of(5, 3, 2, 5, 3, 2),
    rowTotals: Float64Array.of(6, 4),
    columnTotals: Float64Array.of(FREE, FREE, FREE),
  })

  const sumAt = (...at: number[]) => at.reduce((sum, cell) => sum + cells.at(cell)!, 0)
  expect([sumAt(0, 3), sumAt(1, 4), sumAt(2, 5)]).toEqual([5, 3, 2])
  expect([sumAt(0, 1, 2), sumAt(3, 4, 5)]).toEqual([6, 4])
})

test('where the open cells cannot hold a set column every row still does', () => {
  const cells = splitRows({
    weights: Float64Array.of(1, 0, 1, 1),
    rowTotals: Float64Array.of(3, 1),
    columnTotals: Float64Array.of(0, 4),
  })

  expect([...cells]).toEqual([3, 0, 0, 1])
})
