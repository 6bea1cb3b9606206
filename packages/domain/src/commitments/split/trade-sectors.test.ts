import { expect, test } from 'vitest'
import { FREE, marginOf, pairsOf, type SplitTable } from './table.ts'
import { tradeSectors } from './trade-sectors.ts'

/** Two agencies, three counties and two sectors, cells row by row; a dot is a cell that must stay empty. */
function tableOf(rows: string, sectors: readonly number[]): { table: SplitTable; cells: Float64Array } {
  const marks = [...rows.replaceAll(' ', '')]
  const cells = Float64Array.from(marks, (mark) => (mark === '.' ? 0 : Number(mark)))
  const table: SplitTable = {
    names: { agency: ['A', 'B'], county: ['C', 'D', 'E'], sector: ['farming', 'trade'] },
    weights: Float64Array.from(marks, (mark) => Number(mark !== '.')),
    pinned: new Float64Array(12),
    pairs: new Float64Array(6).fill(FREE),
    margins: {
      agency: new Float64Array(2),
      county: new Float64Array(3),
      sector: Float64Array.from(sectors),
    },
    total: 4,
  }
  return { table, cells }
}

test('jobs trade places through several agencies and counties, and every whole of these stays', () => {
  const { table, cells } = tableOf('.. 1. .0  01 .1 1.', [1, 3])
  const before = Float64Array.from(cells)

  expect(tradeSectors(table, cells, table.margins)).toBe(true)
  expect([...marginOf(table, 'sector', cells)]).toEqual([1, 3])
  for (const axis of ['agency', 'county'] as const)
    expect(marginOf(table, axis, cells)).toEqual(marginOf(table, axis, before))
  expect([...cells].every((value, cell) => value === 0 || table.weights.at(cell)! > 0)).toBe(true)
})

test('a pinned pair trades only inside itself', () => {
  const { table, cells } = tableOf('.. 1. .0  01 .1 1.', [1, 3])
  table.pairs[1] = 1
  const before = Float64Array.from(cells)

  expect(tradeSectors(table, cells, table.margins)).toBe(false)
  expect(pairsOf(table, cells).at(1)).toBe(pairsOf(table, before).at(1))
})

test('wholes that are free give way to the sectors that are set', () => {
  const { table, cells } = tableOf('2. .0 ..  .. .. ..', [FREE, 1])
  const county = new Float64Array(3).fill(FREE)

  expect(tradeSectors(table, cells, table.margins)).toBe(false)
  expect(tradeSectors(table, cells, { ...table.margins, county })).toBe(true)
  expect([...cells.subarray(0, 4)]).toEqual([1, 0, 0, 1])
})
