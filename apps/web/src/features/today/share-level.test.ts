import { expect, test } from 'vitest'
import { levelOf, scaleOf, tileTowards } from './share-level.ts'

test.each([
  { shares: [28, 33.1], scale: [28, 30, 32, 34, 36] },
  { shares: [0, 100], scale: [0, 20, 40, 60, 80] },
  { shares: [50, 50], scale: [50, 51, 52, 53, 54] },
  { shares: [0, 131], scale: [0, 20, 40, 60, 80] },
  { shares: [], scale: [0, 1, 2, 3, 4] },
])('the colours of shares $shares begin at $scale', ({ shares, scale }) => {
  expect(scaleOf(shares)).toEqual(scale)
})

test.each([
  [null, null],
  [0, 0],
  [19.9, 0],
  [20, 1],
  [79.9, 3],
  [80, 4],
  [131, 4],
  [-3, 0],
])('on a scale of twenties a share of %s per cent stands on step %s', (share, level) => {
  expect(levelOf(share, [0, 20, 40, 60, 80])).toBe(level)
})

const tiles = [
  { name: 'north', column: 1, row: 0 },
  { name: 'middle', column: 1, row: 1 },
  { name: 'west', column: 0, row: 1 },
  { name: 'far south', column: 2, row: 3 },
]
const towards = (columns: number, rows: number) => tileTowards(tiles, tiles[1]!, { columns, rows })?.name

test('an arrow leads to the nearest county in its direction, across gaps, and nowhere from the edge', () => {
  expect(towards(0, -1)).toBe('north')
  expect(towards(-1, 0)).toBe('west')
  expect(towards(0, 1)).toBe('far south')
  expect(tileTowards(tiles, tiles[0]!, { columns: 0, rows: -1 })).toBeUndefined()
})
