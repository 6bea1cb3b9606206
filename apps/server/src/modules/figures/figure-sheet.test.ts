import { expect, test } from 'vitest'
import { CODES_ALONE } from '../places/names.queries.ts'
import { inOrderOfPlaces } from './figure-sheet.commands.ts'

const called: Record<string, string> = { '1501': 'چگنی', '1502': 'پلدختر', '1503': 'ازنا' }
const names = { ...CODES_ALONE, county: (code: string) => called[code] ?? code }

test.each([
  { by: ['gender', 'county'] as const, order: ['female 1503', 'female 1501', 'male 1502', 'male 1501'] },
  { by: ['county', 'gender'] as const, order: ['female 1503', 'male 1502', 'female 1501', 'male 1501'] },
])('rows by $by have their counties in the order of names, the rest in that of codes', ({ by, order }) => {
  const rows = [
    { county: '1501', gender: 'male' },
    { county: '1501', gender: 'female' },
    { county: '1502', gender: 'male' },
    { county: '1503', gender: 'female' },
  ]

  const ordered = inOrderOfPlaces(rows, (row) => row, { by, names, language: 'fa' })

  expect(ordered.map(({ gender, county }) => `${gender} ${county}`)).toEqual(order)
})
