import { expect, test } from 'vitest'
import { findHeader } from './header.ts'
import { findNamedHeader } from './named-header.ts'

const ROWS = [
  ['فهرست', null, null, null],
  ['ستون یک', 'ستون دو', 'ستون سه', 'ستون چهار'],
  ['0013542419', 'کریمی', 'خرم آباد', '1404/02/03'],
]
const NAMED = {
  'ستون يك': 'nationalId',
  'ستون دو': 'lastName',
  'ستون سه': 'county',
  'ستون چهار': 'startDate',
} as const

test('a header of unknown words is found by the columns that the sender named', () => {
  expect(findHeader(ROWS)).toBeUndefined()

  expect(findNamedHeader(ROWS, NAMED)).toMatchObject({
    headerRows: [1, 1],
    columns: { nationalId: 0, lastName: 1, county: 2, startDate: 3 },
    headers: ['ستون یک', 'ستون دو', 'ستون سه', 'ستون چهار'],
  })
})

test('words to be ignored name no column', () => {
  expect(findNamedHeader(ROWS, { ...NAMED, 'ستون چهار': 'ignore' })?.columns).not.toHaveProperty('startDate')
})

test('too few named words make no header', () => {
  expect(findNamedHeader(ROWS, { 'ستون یک': 'nationalId' })).toBeUndefined()
})
