import { getSystem, type System } from '@rasad/contracts/system'
import { checkLedger, runLedgerCheck } from '@rasad/contracts/ledger'
import { addToken } from '@rasad/contracts/users'
import type { Actor, Scope } from '@rasad/domain/access/scope'
import { expect, test } from 'vitest'
import { openOffice } from '../../../test/office.ts'
import { openActing } from '../../../test/scoped-world.ts'
import { openWorld, type World } from '../../../test/world.ts'

test('a token below a province is refused the state of the system and its numbers, and gets no fault', async () => {
  await using office = await openOffice()
  const { province, county } = office.world
  const operator = await office.enter(await office.add())
  const outcomes = []
  for (const [name, place] of Object.entries({
    country: {},
    province: { province },
    county: { province, county: county(0) },
    agency: { province, agency: 'AGRI' },
    both: { province, agency: 'AGRI', county: county(0) },
  })) {
    const body = { name: `${name} ${province}`, permissions: ['system.read' as const], ...place }
    const { secret } = await operator.call(addToken, { body })
    const authorization = `Bearer ${secret}`
    const outcome = await office.browser().outcome(getSystem, { headers: { authorization } })
    const { statusCode } = await office.http.inject({
      url: '/metrics',
      remoteAddress: '10.0.0.7',
      headers: { authorization },
    })
    outcomes.push([name, outcome, statusCode])
  }

  expect(outcomes).toEqual([
    ['country', 200, 200],
    ['province', 200, 200],
    ['county', 'not-allowed', 403],
    ['agency', 'not-allowed', 403],
    ['both', 'not-allowed', 403],
  ])
})

const auditor = (scope: Scope): Actor => ({
  id: `user:auditor-${scope.level}`,
  name: 'auditor',
  scope,
  permissions: ['ledger.check', 'system.read'],
  agency: null,
})
const lastCheck = async ({ call }: World): Promise<System['lastLedgerCheck']> =>
  (await call(getSystem)).lastLedgerCheck

test('a check that is asked for is the last one, of the province or of all; one that is only read is not kept', async () => {
  const acting = openActing()
  await using world = await openWorld({ actor: acting.actor })
  const { province, call } = world
  await world.register()
  await world.settle()
  const inProvince = auditor({ level: 'province', province })
  const before = await lastCheck(world)

  await call(checkLedger, { query: { province } })
  expect(await lastCheck(world)).toEqual(before)

  const found = await acting.as(inProvince, () => call(runLedgerCheck, { body: {} }))
  expect(found.provinces.map((one) => one.province)).toEqual([province])
  expect(await acting.as(inProvince, () => lastCheck(world))).toMatchObject({ by: inProvince.id, wrong: 0 })
  expect(await lastCheck(world)).toEqual(before)

  await call(runLedgerCheck, { body: {} })
  expect(await lastCheck(world)).toMatchObject({ by: acting.actor.id, wrong: 0 })
  expect(await acting.as(inProvince, () => lastCheck(world))).toMatchObject({ by: acting.actor.id })
})

test('nobody below a province keeps a check', async () => {
  const acting = openActing()
  await using world = await openWorld({ actor: acting.actor })
  const { province, county } = world
  const officer = auditor({ level: 'county', province, county: county(0) })

  const refused = await acting.as(officer, () => world.refuse(runLedgerCheck, { body: {} }))

  expect(refused).toMatchObject({ status: 403, code: 'not-allowed' })
})
