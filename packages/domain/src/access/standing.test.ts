import { expect, test } from 'vitest'
import { ROLES, levelsOf } from './roles.ts'
import { agencyOf, scopeOfPlaces, scopeOfRole } from './standing.ts'

test('named places make the scope that they name, and no other', () => {
  expect(scopeOfPlaces({})).toEqual({ level: 'national' })
  expect(scopeOfPlaces({ province: '15' })).toEqual({ level: 'province', province: '15' })
  expect(scopeOfPlaces({ province: '15', county: '1503' })).toEqual({
    level: 'county',
    province: '15',
    county: '1503',
  })
  expect(scopeOfPlaces({ province: '15', agency: 'AGRI', county: '1503' })).toEqual({
    level: 'agency',
    province: '15',
    agency: 'AGRI',
    county: '1503',
  })
  expect(scopeOfPlaces({ province: '15', bank: '012' })).toEqual({
    level: 'bank',
    province: '15',
    bank: '012',
  })
})

test('a place without its province, a county of another province and a bank with an agency make no scope', () => {
  expect(scopeOfPlaces({ county: '1503' })).toBeNull()
  expect(scopeOfPlaces({ agency: 'AGRI' })).toBeNull()
  expect(scopeOfPlaces({ province: '03', county: '1503' })).toBeNull()
  expect(scopeOfPlaces({ province: '15', agency: 'AGRI', bank: '012' })).toBeNull()
})

test('a role stands only where its levels say', () => {
  expect(scopeOfRole('county-officer', { province: '15' })).toBeNull()
  expect(scopeOfRole('operator', { province: '15' })).toBeNull()
  expect(scopeOfRole('inspector', { province: '15' })).toEqual({ level: 'province', province: '15' })
  expect(scopeOfRole('inspector', { province: '15', county: '1503' })?.level).toBe('county')
  const places = { province: '15', county: '1503', agency: 'AGRI' }
  const standing = ROLES.filter((role) => scopeOfRole(role, places) !== null)
  expect(standing).toEqual(ROLES.filter((role) => levelsOf(role).includes('agency')))
})

test('whoever acts for an agency works for it; whoever is employed by one works for that', () => {
  expect(agencyOf({ level: 'agency', province: '15', agency: 'AGRI' }, 'SMT')).toBe('AGRI')
  expect(agencyOf({ level: 'county', province: '15', county: '1503' }, 'SMT')).toBe('SMT')
  expect(agencyOf({ level: 'province', province: '15' }, null)).toBeNull()
})
