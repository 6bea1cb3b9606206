import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareStandings, standingsOf, type Standing } from './ranking.ts'

test('the larger share comes first, of equal shares the larger count, and the wholly equal share a rank', () => {
  const rows = [
    { committed: 100, verified: 50 },
    { committed: 200, verified: 100 },
    { committed: 100, verified: 60 },
    { committed: 100, verified: 50 },
  ]

  expect(standingsOf(rows)).toEqual([3, 2, 1, 3])
})

test('a small commitment is not ranked and takes no rank away; without a commitment there is none', () => {
  const rows = [
    { committed: 29, verified: 29 },
    { committed: 30, verified: 3 },
    { committed: 0, verified: 5 },
    { committed: null, verified: 5 },
  ]

  expect(standingsOf(rows)).toEqual(['small', 1, 'without-commitment', 'without-commitment'])
})

test('until something is verified nobody leads, and the first verified job gives every one a rank', () => {
  const rows = [
    { committed: 100, verified: 0 },
    { committed: 29, verified: 4 },
    { committed: 0, verified: 5 },
    { committed: 300, verified: 0 },
  ]

  expect(standingsOf(rows)).toEqual(['nothing-verified', 'small', 'without-commitment', 'nothing-verified'])
  expect(standingsOf([...rows, { committed: 9000, verified: 1 }])).toEqual([
    2,
    'small',
    'without-commitment',
    2,
    1,
  ])
})

test('in a report the ranked come first, then who waits for a rank, the small and those without a commitment', () => {
  const mixed: Standing[] = ['without-commitment', 'small', 2, 'nothing-verified', 1]

  expect(mixed.toSorted(compareStandings)).toEqual([1, 2, 'nothing-verified', 'small', 'without-commitment'])
})

test('an achievement above the commitment is ranked by its true share, and the order of the rows does not matter', () => {
  const row = fc.record({ committed: fc.nat(10_000), verified: fc.nat(20_000) })

  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
      const standings = standingsOf(rows)
      expect(standingsOf(rows.toReversed()).toReversed()).toEqual(standings)
      const ranks = standings.filter((standing) => typeof standing === 'number')
      if (ranks.length > 0) expect(Math.min(...ranks)).toBe(1)
    }),
  )
})
