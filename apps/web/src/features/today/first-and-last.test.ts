import { expect, test } from 'vitest'
import { firstAndLast, furthestBehind, halfDone } from './first-and-last.ts'

test('the first and the last are told apart, and whoever has no rank is neither', () => {
  const rows = ['third', 'small', 'first', 'fourth', 'second', 'none']

  const told = firstAndLast(rows, [3, 'small', 1, 4, 2, 'without-commitment'], 5)

  expect(told).toEqual({ first: ['first', 'second'], last: ['fourth', 'third'] })
})

test.each([
  [0, 0, 0],
  [1, 1, 0],
  [5, 3, 2],
  [31, 5, 5],
])('of %s ranked rows %s are first and %s last', (ranked, first, last) => {
  const rows = Array.from({ length: ranked }, (_, index) => index + 1)

  const told = firstAndLast(rows, rows, 5)

  expect([told.first.length, told.last.length]).toEqual([first, last])
})

test('behind is who lacks jobs to the target, the widest gap first', () => {
  const rows = [{ gap: -3 }, { gap: 4 }, { gap: null }, { gap: -30 }, { gap: 0 }]

  expect(furthestBehind(rows, 5)).toEqual([{ gap: -30 }, { gap: -3 }])
})

test('half done is half of a commitment verified; without a commitment one is not counted', () => {
  const rows = [
    { committed: 10, verified: 5 },
    { committed: 11, verified: 5 },
    { committed: 0, verified: 5 },
    { committed: null, verified: 5 },
  ]

  expect(halfDone(rows)).toEqual({ done: 1, all: 2 })
})
