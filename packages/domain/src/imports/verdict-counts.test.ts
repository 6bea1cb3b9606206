import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recount, type JudgedRow, type ListCounts } from './verdict-counts.ts'

const NOTHING: ListCounts = {
  accepted: 0,
  rejected: 0,
  duplicate: 0,
  conflict: 0,
  reasons: {},
  corrections: {},
  warnings: {},
  sheets: [0, 1].map(() => ({ accepted: 0, rejected: 0, duplicate: 0, conflict: 0 })),
  counties: [],
  agencies: [],
}
const codes = fc.uniqueArray(fc.constantFrom('a.one', 'b.two', 'c.three'))
const judged: fc.Arbitrary<JudgedRow> = fc.record({
  sheetNumber: fc.integer({ min: 0, max: 1 }),
  county: fc.constantFrom('1501', '1502', null),
  agency: fc.constantFrom('AGRI', 'SMT', null),
  verdict: fc.constantFrom('accepted', 'rejected', 'duplicate', 'conflict'),
  reasons: codes,
  corrections: codes,
  warnings: codes,
})

test('counts that rows moved through are those of a list that was judged so from the beginning', () => {
  const moves = fc.array(fc.tuple(judged, judged))
  fc.assert(
    fc.property(moves, fc.array(judged), (moved, unmoved) => {
      const before = moved.map(([row]) => row)
      const after = moved.map(([, row]) => row)
      const first = recount(NOTHING, [], [...before, ...unmoved])

      const counts = recount(first, before, after)

      expect(counts).toEqual(recount(NOTHING, [], [...after, ...unmoved]))
      expect(recount(counts, after, before)).toEqual(first)
      for (const { rows, ...each } of counts.agencies)
        expect(rows).toBe(each.accepted + each.rejected + each.duplicate + each.conflict)
      for (const verdict of ['accepted', 'rejected', 'duplicate', 'conflict'] as const) {
        const sum = (parts: readonly Record<typeof verdict, number>[]) =>
          parts.reduce((all, part) => all + part[verdict], 0)
        expect(sum(counts.sheets)).toBe(counts[verdict])
        expect(sum(counts.counties)).toBe(counts[verdict])
        expect(sum(counts.agencies)).toBe(counts[verdict])
      }
    }),
  )
})
