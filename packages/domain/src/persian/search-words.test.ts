import { expect, test } from 'vitest'
import { holdsWords, nameOrder, readWanted, searchWords, spellingsOf } from './search-words.ts'

/** Whether what was typed finds a text, as the index answers it: every word begins a word. */
function finds(typed: string, text: string): boolean {
  const kept = searchWords(text)
  return spellingsOf(readWanted(typed).words).some((words) =>
    words.every((word) => kept.some((each) => each.startsWith(word))),
  )
}

test.each([
  ['ملک‌زاده', 'ملک‌زاده'],
  ['ملک زاده', 'ملک‌زاده'],
  ['ملکزاده', 'ملک زاده'],
  ['ملک زاده', 'ملکزاده'],
  ['زاده', 'ملک‌زاده'],
  ['كريمي', 'کریمی'],
  ['کری', 'کریمی'],
  ['آذر', 'اذر'],
  ['محمد', 'سید محمد'],
  ['محمد سید', 'سید محمد'],
  ['کارگاه ۱۲', 'کارگاه 12'],
  ['رضا', 'علی-رضا'],
])('%s finds %s', (typed, text) => {
  expect(finds(typed, text)).toBe(true)
})

test('the end of a word does not find it, nor does a word beside it that is not there', () => {
  expect(finds('ریمی', 'کریمی')).toBe(false)
  expect(finds('کریمی مریم', 'کریمی')).toBe(false)
})

test('three digits or more begin a national ID, in whatever digits', () => {
  expect(readWanted('مریم ۱۷۰')).toEqual({ digits: ['170'], words: ['مریم'] })
  expect(readWanted('٠٠١٢٣٤')).toEqual({ digits: ['001234'], words: [] })
  expect(readWanted('  «»  ')).toEqual({ digits: [], words: [] })
})

test('names stand in the order of the Persian alphabet, by last name first', () => {
  const names = [
    ['زهرا', 'یوسفی'],
    ['آرش', 'گودرزی'],
    ['مریم', 'کریمی'],
    ['احمد', 'کریمی'],
    ['پری', 'پارسا'],
    ['علی', 'بهرامی'],
    ['ژاله', 'ژیان'],
    ['سارا', 'زند'],
    ['کیان', 'چگنی'],
  ] as const
  const sorted = names
    .map(([first, last]) => ({ key: nameOrder(first, last), name: `${last} ${first}` }))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1))

  expect(sorted.map(({ name }) => name)).toEqual([
    'بهرامی علی',
    'پارسا پری',
    'چگنی کیان',
    'زند سارا',
    'ژیان ژاله',
    'کریمی احمد',
    'کریمی مریم',
    'گودرزی آرش',
    'یوسفی زهرا',
  ])
})

test('a name that is the beginning of another comes before it', () => {
  expect(nameOrder('زهرا', 'کریم') < nameOrder('آرش', 'کریمی')).toBe(true)
})

test.each([
  ['كريمى', 'مریم کریمی karimi.m', true],
  ['ملکزاده  رضا', 'رضا ملک‌زاده malek', true],
  ['KARIMI.M', 'مریم کریمی karimi.m', true],
  ['mar ۱۲', 'Mary mary-12', true],
  ['مریم رضایی', 'مریم کریمی karimi.m', false],
  ['  ', 'مریم کریمی', true],
])('whether each word of «%s» stands in «%s»: %s', (typed, text, holds) => {
  expect(holdsWords(text, typed)).toBe(holds)
})
