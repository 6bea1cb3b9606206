import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance } from './edit-distance.ts'

test.each([
  ['ازنا', 'ازنا', 0],
  ['ازنا', 'ازن', 1],
  ['ازنا', 'ارنا', 1],
  ['ازنا', 'زانا', 1],
  ['دورود', 'درود', 1],
  ['دورود', 'بروجرد', 4],
  ['', 'ازنا', 4],
])('%s is %s after %i changes', (from, to, changes) => {
  expect(editDistance(from, to)).toBe(changes)
  expect(editDistance(to, from)).toBe(changes)
})

test('a distance beyond the limit is not counted', () => {
  expect(editDistance('دورود', 'بروجرد', 4)).toBe(4)
  expect(editDistance('دورود', 'بروجرد', 3)).toBe(Infinity)
  expect(editDistance('ازنا', 'الیگودرز', 2)).toBe(Infinity)
})

test('words are as far apart as the changes made to them at most, and apart at all only if they differ', () => {
  const word = fc.string({ unit: fc.constantFrom('ا', 'ب', 'د', 'ر'), maxLength: 8 })
  fc.assert(
    fc.property(word, fc.nat(8), fc.constantFrom('', 'ب', 'بد'), (text, place, added) => {
      const changed = text.slice(0, place) + added + text.slice(place + 1)

      expect(editDistance(text, changed)).toBeLessThanOrEqual(2)
      expect(editDistance(text, changed) === 0).toBe(text === changed)
      for (const limit of [0, 1, 2]) {
        const distance = editDistance(text, changed)
        expect(editDistance(text, changed, limit)).toBe(distance > limit ? Infinity : distance)
      }
    }),
  )
})
