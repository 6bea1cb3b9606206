import { Problem } from '@rasad/server/platform/problem'
import { expect, test } from 'vitest'
import { listOf, readFactors, readMargins, readPlaceValues, readWhole, wholeOf } from './split-words.ts'

test.each([
  { text: '9000', value: 9000 },
  { text: '۴۷٬۱۶۵', value: 47_165 },
  { text: '1.5', value: undefined },
  { text: '5%', value: undefined },
  { text: 'abc', value: undefined },
  { text: '', value: undefined },
])('$text is read as $value jobs', ({ text, value }) => {
  expect(readWhole(text)).toBe(value)
})

test('places, wholes and factors are read as they are typed, in any digits', () => {
  const words = {
    pin: [
      'AGRI/1503=۱۲۰',
      'SMT / ۱۵۰۱ / services = 7',
      'A/1501/internship=1',
      'A/1501/unspecified/clusters=2',
    ],
    margin: ['agency:AGRI=9,000', 'county:۱۵۰۳=40', 'county:1501=2', 'programme:clusters=3'],
    factor: ['last-commitment=0.6', 'unemployed'],
    agencies: 'AGRI، SMT,',
    total: 'many',
  }

  expect(readPlaceValues(words, 'pin')).toEqual([
    { agency: 'AGRI', county: '1503', value: 120 },
    { agency: 'SMT', county: '1501', sector: 'services', value: 7 },
    { agency: 'A', county: '1501', programme: 'internship', value: 1 },
    { agency: 'A', county: '1501', sector: 'unspecified', programme: 'clusters', value: 2 },
  ])
  expect(readMargins(words)).toEqual({
    agency: { AGRI: 9000 },
    county: { 1503: 40, 1501: 2 },
    programme: { clusters: 3 },
  })
  expect(readFactors(words)).toEqual([
    { kind: 'last-commitment', coefficient: '0.6' },
    { kind: 'unemployed' },
  ])
  expect(listOf(words, 'agencies')).toEqual(['AGRI', 'SMT'])
  expect(listOf(words, 'counties')).toBeUndefined()
  expect(wholeOf(words, 'total')).toBe('many')
})

test.each([
  { option: 'pin', word: 'AGRI/1503' },
  { option: 'pin', word: 'AGRI=5' },
  { option: 'pin', word: 'AGRI/1503/services/clusters/more=5' },
  { option: 'pin', word: 'AGRI/1503/=5' },
  { option: 'pin', word: 'AGRI/1503=1.5' },
  { option: 'margin', word: 'AGRI=5' },
  { option: 'margin', word: 'village:7=5' },
  { option: 'margin', word: 'agency:AGRI=-' },
])('--$option $word is refused as bad input of that option', ({ option, word }) => {
  const words = { [option]: [word] }
  const read = () => (option === 'pin' ? readPlaceValues(words, 'pin') : readMargins(words))

  expect(read).toThrow(new Problem('bad-input', { fields: [{ field: option, message: word }] }))
})

test('one whole that is set twice is refused, whichever comes last', () => {
  expect(() => readMargins({ margin: ['agency:AGRI=5', 'agency:AGRI=6'] })).toThrow(Problem)
})
