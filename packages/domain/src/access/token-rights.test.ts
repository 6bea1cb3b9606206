import { expect, test } from 'vitest'
import type { Permission } from './permissions.ts'
import { isScopeWithin, permissionsOfToken } from './token-rights.ts'
import type { Scope } from './scope.ts'

const NATIONAL: Scope = { level: 'national' }
const LORESTAN: Scope = { level: 'province', province: '15' }
const COUNTY: Scope = { level: 'county', province: '15', county: '1503' }
const maker = (permissions: Permission[], scope: Scope = NATIONAL) => ({ permissions, scope })
const token = { permissions: ['period.read', 'job.read'] as const, scope: LORESTAN }

test('a token may do what its maker may still do, and no more', () => {
  expect(permissionsOfToken(token, maker(['token.manage', 'period.read', 'job.read']))).toEqual([
    'period.read',
    'job.read',
  ])
  expect(permissionsOfToken(token, maker(['token.manage', 'job.read', 'job.verify']))).toEqual(['job.read'])
})

test('a token is nothing once its maker gives out no tokens, or none there', () => {
  expect(permissionsOfToken(token, maker(['period.read', 'job.read']))).toBeUndefined()
  expect(permissionsOfToken(token, maker(['token.manage', 'job.read'], COUNTY))).toBeUndefined()
  expect(
    permissionsOfToken(token, maker(['token.manage', 'job.read'], { level: 'province', province: '06' })),
  ).toBeUndefined()
})

test('a scope lies within itself and what is wider, and the country within nothing but itself', () => {
  expect(isScopeWithin(COUNTY, LORESTAN)).toBe(true)
  expect(isScopeWithin(LORESTAN, LORESTAN)).toBe(true)
  expect(isScopeWithin(LORESTAN, COUNTY)).toBe(false)
  expect(isScopeWithin(NATIONAL, LORESTAN)).toBe(false)
  expect(isScopeWithin(NATIONAL, NATIONAL)).toBe(true)
})
