import { expect, test } from 'vitest'
import { readJobIds } from './job-ids.ts'

test.each([
  { words: '7', ids: [7] },
  { words: '1,2,5-9', ids: [1, 2, 5, 6, 7, 8, 9] },
  { words: '۱، ۳-۴', ids: [1, 3, 4] },
  { words: '3,3,2-3', ids: [3, 2] },
  { words: '9-5', ids: undefined },
  { words: '1,,2', ids: undefined },
  { words: '1-999999999', ids: undefined },
  { words: 'verify', ids: undefined },
  { words: '', ids: undefined },
])('«$words» names the jobs $ids', ({ words, ids }) => {
  expect(readJobIds(words)).toEqual(ids)
})
