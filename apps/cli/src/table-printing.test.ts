import fc from 'fast-check'
import { expect, test } from 'vitest'
import { displayWidth, tableLines } from './table-printing.ts'

const HALF_SPACE = '\u200c'

test('the half-space and the marks over letters take no place', () => {
  expect(displayWidth(`تأیید${HALF_SPACE}شده`)).toBe(8)
  expect(displayWidth('دورهٔ')).toBe(4)
  expect(displayWidth('AGRI 1503')).toBe(9)
})

test('numbers stand at the end of their column and the total under a rule of its own', () => {
  const lines = tableLines(
    [
      { header: 'شهرستان', align: 'start' },
      { header: 'تعهد', align: 'end' },
    ],
    [
      ['ازنا', '۷'],
      [`خرم${HALF_SPACE}آباد`, '۱٬۲۰۰'],
    ],
    ['جمع', '۱٬۲۰۷'],
  )

  expect(lines).toEqual([
    'شهرستان   تعهد',
    '───────  ─────',
    'ازنا         ۷',
    `خرم${HALF_SPACE}آباد  ۱٬۲۰۰`,
    '───────  ─────',
    'جمع      ۱٬۲۰۷',
  ])
})

test('the last column of numbers ends in one line, whatever stands in the cells', () => {
  const cell = fc.stringMatching(/^[a-zآ-ی0-9\u200c]{1,12}$/)
  const columns = [
    { header: 'a', align: 'start' as const },
    { header: 'b', align: 'end' as const },
  ]
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const widths = tableLines(columns, rows).map(displayWidth)
      expect(new Set(widths).size).toBe(1)
    }),
  )
})
