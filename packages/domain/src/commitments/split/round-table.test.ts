import { expect, test } from 'vitest'
import fc from 'fast-check'
import { roundTable } from './round-table.ts'

/** A table of whole tenths whose rows and columns are whole: tenths are moved until they are. */
const realTable = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }))
  .chain(([rows, columns]) =>
    fc.record({
      rows: fc.constant(rows),
      columns: fc.constant(columns),
      base: fc.array(fc.nat(3), { minLength: rows * columns, maxLength: rows * columns }),
      moves: fc.array(
        fc.tuple(
          fc.nat(rows - 1),
          fc.nat(rows - 1),
          fc.nat(columns - 1),
          fc.nat(columns - 1),
          fc.integer({ min: 1, max: 9 }),
        ),
        { maxLength: 8 },
      ),
    }),
  )
  .map(({ rows, columns, base, moves }) => {
    const tenths = base.map((value) => value * 10 + 10)
    for (const [r1, r2, c1, c2, by] of moves) {
      const [more, less] = [
        [r1 * columns + c1, r2 * columns + c2],
        [r1 * columns + c2, r2 * columns + c1],
      ]
      if (less.some((cell) => tenths.at(cell)! < by)) continue
      for (const cell of more) tenths[cell] = tenths.at(cell)! + by
      for (const cell of less) tenths[cell] = tenths.at(cell)! - by
    }
    const totals = (count: number, of: (cell: number) => number): Float64Array => {
      const sums = new Float64Array(count)
      tenths.forEach((value, cell) => (sums[of(cell)] = sums.at(of(cell))! + value))
      return sums.map((sum) => sum / 10)
    }
    return {
      rows,
      columns,
      fitted: Float64Array.from(tenths, (value) => value / 10),
      rowTotals: totals(rows, (cell) => Math.floor(cell / columns)),
      columnTotals: totals(columns, (cell) => cell % columns),
    }
  })

function squaredDistance(values: Float64Array, fitted: Float64Array): number {
  return Math.round(fitted.reduce((sum, real, cell) => sum + (values.at(cell)! - real) ** 2, 0) * 1000)
}

/** The least squared distance of all tables that add up with every cell at a neighbour of its fitted value. */
function leastDistance(
  table: {
    columns: number
    fitted: Float64Array
    rowTotals: Float64Array
    columnTotals: Float64Array
  },
  values: number[] = [],
): number {
  const { columns, fitted, rowTotals, columnTotals } = table
  const cell = values.length
  const rowIs = (row: number): number =>
    values.slice(row * columns, (row + 1) * columns).reduce((sum, value) => sum + value, 0)
  if (cell % columns === 0 && cell > 0 && rowIs(cell / columns - 1) !== rowTotals[cell / columns - 1])
    return Infinity
  if (cell === fitted.length) {
    const isWhole = columnTotals.every(
      (total, column) =>
        total === values.reduce((sum, value, at) => sum + (at % columns === column ? value : 0), 0),
    )
    return isWhole ? squaredDistance(Float64Array.from(values), fitted) : Infinity
  }
  const neighbours = new Set([Math.floor(fitted.at(cell)!), Math.ceil(fitted.at(cell)!)])
  return Math.min(...[...neighbours].map((value) => leastDistance(table, [...values, value])))
}

test('rounding keeps both margins, stays beside every value and loses the least of all such tables', () => {
  fc.assert(
    fc.property(realTable, (table) => {
      const values = roundTable({ ...table, isOpen: () => true })

      expect(squaredDistance(values, table.fitted)).toBe(leastDistance(table))
    }),
    { numRuns: 150 },
  )
})

test('a closed cell stays empty and what it held goes to open ones', () => {
  const values = roundTable({
    fitted: Float64Array.of(1.5, 1.5, 1.5, 1.5),
    isOpen: (cell) => cell !== 0,
    rowTotals: Float64Array.of(3, 3),
    columnTotals: Float64Array.of(2, 4),
  })

  expect([...values]).toEqual([0, 3, 2, 1])
})

test('where the columns cannot hold the rows still do', () => {
  const values = roundTable({
    fitted: Float64Array.of(1, 1, 1, 1),
    isOpen: (cell) => cell % 2 === 0,
    rowTotals: Float64Array.of(2, 2),
    columnTotals: Float64Array.of(2, 2),
  })

  expect([...values]).toEqual([2, 0, 2, 0])
})
