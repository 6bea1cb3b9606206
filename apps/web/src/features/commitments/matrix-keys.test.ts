import { expect, test } from 'vitest'
import { placeAfterKey, readJobs } from './matrix-keys.ts'

const SIZE = { rows: 55, columns: 30 }
const press = (key: string, ctrlKey = false) => ({ key, ctrlKey })

test.each(['۱۲۳', '١٢٣', '123', ' ۱۲۳ '])('%s is a hundred and twenty-three jobs', (typed) => {
  expect(readJobs(typed)).toBe(123)
})

test.each(['', '-۵', '۱۲٫۵', '۱۲٪', 'الف', '۱۰٬۰۰۰٬۰۰۱'])('%s is no number of jobs', (typed) => {
  expect(readJobs(typed)).toBeUndefined()
})

test('in Persian the arrow to the left leads to the next county, and past the last one to the sum', () => {
  expect(placeAfterKey({ row: 0, column: 29 }, press('ArrowLeft'), SIZE, 'rtl')).toEqual({
    row: 0,
    column: 30,
  })
  expect(placeAfterKey({ row: 0, column: 30 }, press('ArrowLeft'), SIZE, 'rtl')).toEqual({
    row: 0,
    column: 30,
  })
  expect(placeAfterKey({ row: 0, column: 3 }, press('ArrowLeft'), SIZE, 'ltr')).toEqual({ row: 0, column: 2 })
})

test('End leads to the sum of the agency, with Ctrl to the sum of everything', () => {
  expect(placeAfterKey({ row: 4, column: 2 }, press('End'), SIZE, 'rtl')).toEqual({ row: 4, column: 30 })
  expect(placeAfterKey({ row: 4, column: 2 }, press('End', true), SIZE, 'rtl')).toEqual({
    row: 55,
    column: 30,
  })
  expect(placeAfterKey({ row: 4, column: 2 }, press('a'), SIZE, 'rtl')).toBeNull()
})
