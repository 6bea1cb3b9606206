import { expect, test } from 'vitest'
import { isInScope, type Actor, type Scope } from '../access/scope.ts'
import { placeOfList, senderOf } from './list-sender.ts'

const PROVINCE: Scope = { level: 'province', province: '15' }
const AGENCY: Scope = { level: 'agency', province: '15', agency: 'AGRI' }
const COUNTY: Scope = { level: 'county', province: '15', county: '1503' }

const by = (scope: Scope): Actor => ({ id: 'user:x', name: 'x', scope, permissions: [], agency: null })

test('who is named sends the list; unnamed, the only agency one speaks for does, and else nobody', () => {
  expect(senderOf(by(PROVINCE), 'SMT')).toBe('SMT')
  expect(senderOf(by(AGENCY), 'SMT')).toBe('SMT')
  expect(senderOf(by(AGENCY), undefined)).toBe('AGRI')
  expect(
    [PROVINCE, COUNTY, { level: 'national' } as const].map((scope) => senderOf(by(scope), undefined)),
  ).toEqual([null, null, null])
})

test('a list of several agencies lies in a whole province, that of one with it, and none in a county', () => {
  const several = placeOfList({ province: '15', agency: null })
  const own = placeOfList({ province: '15', agency: 'AGRI' })

  expect([PROVINCE, AGENCY, COUNTY].map((scope) => isInScope(scope, several))).toEqual([true, false, false])
  expect([PROVINCE, AGENCY, COUNTY].map((scope) => isInScope(scope, own))).toEqual([true, true, false])
})
