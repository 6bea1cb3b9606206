import { expect, test } from 'vitest'
import { isInScope, touchesScope, type AdministrativePlace, type Scope } from './scope.ts'

const SCOPES: Record<string, Scope> = {
  national: { level: 'national' },
  province: { level: 'province', province: '15' },
  county: { level: 'county', province: '15', county: '1503' },
  agency: { level: 'agency', province: '15', agency: 'AGRI' },
  'agency in a county': { level: 'agency', province: '15', agency: 'AGRI', county: '1503' },
  bank: { level: 'bank', province: '15', bank: '011' },
}

const PLACES: [string, AdministrativePlace, string[]][] = [
  ['the whole province', { province: '15' }, ['national', 'province']],
  ['another province', { province: '03' }, ['national']],
  ['the county', { province: '15', county: '1503' }, ['national', 'province', 'county']],
  ['the agency', { province: '15', agency: 'AGRI' }, ['national', 'province', 'agency']],
  [
    'the agency in the county',
    { province: '15', county: '1503', agency: 'AGRI' },
    ['national', 'province', 'county', 'agency', 'agency in a county'],
  ],
  [
    'the agency in another county',
    { province: '15', county: '1502', agency: 'AGRI' },
    ['national', 'province', 'agency'],
  ],
  [
    'another agency in the county',
    { province: '15', county: '1503', agency: 'SMT' },
    ['national', 'province', 'county'],
  ],
  ['the same codes in another province', { province: '03', county: '1503', agency: 'AGRI' }, ['national']],
]

test.each(PLACES)('%s lies inside exactly these scopes', (_name, place, expected) => {
  const inside = Object.entries(SCOPES)
    .filter(([, scope]) => isInScope(scope, place))
    .map(([name]) => name)

  expect(inside).toEqual(expected)
})

const MET: [string, AdministrativePlace, string[]][] = [
  ['their province', { province: '15' }, Object.keys(SCOPES)],
  ['another province', { province: '03' }, ['national']],
  ['a county', { province: '15', county: '1502' }, ['national', 'province', 'agency', 'bank']],
  ['an agency', { province: '15', agency: 'SMT' }, ['national', 'province', 'county', 'bank']],
]

test.each(MET)('%s meets exactly these scopes', (_name, place, expected) => {
  const met = Object.entries(SCOPES)
    .filter(([, scope]) => touchesScope(scope, place))
    .map(([name]) => name)

  expect(met).toEqual(expected)
})
