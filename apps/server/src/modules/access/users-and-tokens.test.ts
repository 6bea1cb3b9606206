import { getMe, getSignInOptions, giveSecondFactor, listSessions, signIn } from '@rasad/contracts/access'
import { searchAudit } from '@rasad/contracts/audit'
import { listPeriods } from '@rasad/contracts/periods'
import {
  addToken,
  addUser,
  changeUserRole,
  listUsers,
  lockUser,
  listTokens,
  revokeToken,
  unlockUser,
} from '@rasad/contracts/users'
import { permissionsOf } from '@rasad/domain/access/roles'
import { expect, test } from 'vitest'
import { openOffice, PASSWORD } from '../../../test/office.ts'
import { openWorld } from '../../../test/world.ts'
import { localOperator } from '../../app.ts'
import { addDemonstrationUsers } from './demonstration.commands.ts'

const ISO_INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

test('a token asks for what it may in its scope until it is revoked, at once; only its hash is kept', async () => {
  await using office = await openOffice()
  const { province } = office.world
  const operator = await office.enter(await office.add())
  const { token, secret } = await operator.call(addToken, {
    body: { name: `بانک ${province}`, permissions: ['period.read'], province },
  })
  const system = office.browser()
  const headers = { authorization: `Bearer ${secret}` }

  expect(await system.outcome(listPeriods, { query: { province }, headers })).toBe(200)
  expect(await system.call(getMe, { headers })).toMatchObject({
    role: null,
    permissions: ['period.read'],
    scope: { level: 'province', province: { code: province } },
  })
  expect(await system.outcome(listUsers, { query: {}, headers })).toBe('not-allowed')
  const wrong = { authorization: `Bearer ${secret}x` }
  expect(await system.outcome(getMe, { headers: wrong })).toBe('sign-in-needed')
  const { rows } = await office.world.rasad.pool.query<{ kept: string }>(
    'select api_token::text as kept from identity.api_token',
  )
  expect(rows.map(({ kept }) => kept).join()).not.toContain(secret.slice(6))

  await operator.call(revokeToken, { params: { tokenId: String(token.tokenId) } })

  expect(await system.outcome(getMe, { headers })).toBe('sign-in-needed')
})

test('a token ends on its day', async () => {
  let shift = 0
  await using office = await openOffice({ clock: () => Date.now() + shift })
  const operator = await office.enter(await office.add())
  const body = { name: 'یک‌روزه', permissions: ['period.read' as const], days: 1 }
  const { secret, token } = await operator.call(addToken, { body })
  for (const moment of [token.addedAt, token.expiresAt]) expect(moment).toMatch(ISO_INSTANT)
  const headers = { authorization: `Bearer ${secret}` }
  expect(await office.browser().outcome(getMe, { headers })).toBe(200)

  shift = 86_400_000 + 1000

  expect(await office.browser().outcome(getMe, { headers })).toBe('sign-in-needed')
})

test('a token is refused while its maker is locked, and for good once they give out no tokens', async () => {
  await using office = await openOffice()
  const { province } = office.world
  const maker = await office.add()
  const other = await office.enter(await office.add())
  const browser = await office.enter(maker)
  const body = { name: `سامانه ${maker}`, permissions: ['period.read', 'token.manage'] as const, province }
  const { secret } = await browser.call(addToken, { body: { ...body, permissions: [...body.permissions] } })
  const headers = { authorization: `Bearer ${secret}` }
  const child = await office
    .browser()
    .call(addToken, { body: { name: `فرزند ${maker}`, permissions: ['period.read'], province }, headers })
  const outcomes = async () => {
    const asked = [secret, child.secret].map((key) =>
      office.browser().outcome(listPeriods, {
        query: { province },
        headers: { authorization: `Bearer ${key}` },
      }),
    )
    return Promise.all(asked)
  }
  const names = new Set([body.name, `فرزند ${maker}`])
  const told = async () => {
    const { tokens } = await other.call(listTokens)
    const own = tokens.filter(({ name }) => names.has(name)).toReversed()
    return own.map(({ refusal, allowed }) => [refusal, allowed])
  }
  expect(await outcomes()).toEqual([200, 200])
  expect(await told()).toEqual([
    [null, ['period.read', 'token.manage']],
    [null, ['period.read']],
  ])

  await other.call(lockUser, { params: { userName: maker }, body: { reason: 'مرخصی' } })
  expect(await outcomes()).toEqual(['sign-in-needed', 'sign-in-needed'])
  expect(await told()).toEqual([
    ['maker-locked', []],
    ['maker-token-refused', []],
  ])
  await other.call(unlockUser, { params: { userName: maker }, body: {} })
  expect(await outcomes()).toEqual([200, 200])
  await other.call(changeUserRole, {
    params: { userName: maker },
    body: { role: 'auditor' },
  })
  expect(await outcomes()).toEqual(['sign-in-needed', 'sign-in-needed'])
  expect(await told()).toEqual([
    ['maker-gives-none', []],
    ['maker-token-refused', []],
  ])
})

test('nobody makes a token that may do more than they, or farther', async () => {
  await using office = await openOffice()
  const operator = await office.enter(await office.add())
  const more = { name: 'بیشتر', permissions: ['job.verify' as const] }
  expect(await operator.outcome(addToken, { body: more })).toBe('not-allowed')

  const { province } = office.world
  const actor = { ...localOperator(), scope: { level: 'province', province } as const }
  await using world = await openWorld({ actor, province, period: null })
  const refusal = await world.refuse(addToken, { body: { name: 'دورتر', permissions: ['job.read'] } })
  expect(refusal.code).toBe('not-allowed')
})

test('whoever manages the users of a province touches nobody elsewhere and nobody of the whole country', async () => {
  await using office = await openOffice()
  const { province } = office.world
  const elsewhere = province === '03' ? '04' : '03'
  const national = await office.add()
  const foreign = await office.add({ role: 'governor', province: elsewhere })
  const own = await office.add({ role: 'governor', province })
  const permissions = permissionsOf('operator')
  const actor = { ...localOperator(), permissions, scope: { level: 'province', province } as const }
  await using world = await openWorld({ actor, province, period: null })

  const { users } = await world.call(listUsers, { query: { limit: '500' } })
  expect(users.map(({ userName }) => userName)).toEqual([own])
  for (const userName of [national, foreign]) {
    const params = { userName }
    const refusal = await world.refuse(lockUser, { params, body: { reason: 'بی‌جا' } })
    expect(refusal.code).toBe('not-found')
  }
  const body = { userName: 'far.away', name: 'دور', role: 'governor' as const, province: elsewhere }
  expect((await world.refuse(addUser, { body })).code).toBe('not-allowed')
  const params = { userName: own }
  expect((await world.refuse(changeUserRole, { params, body: { role: 'operator' } })).code).toBe(
    'not-allowed',
  )
})

test('the last operator who may sign in is neither locked nor given another role', async () => {
  await using office = await openOffice()
  const { rows } = await office.world.rasad.pool.query<{ username: string }>(
    `select username from identity."user" join identity.user_role on user_id = id
     where role = 'operator' and locked_at is null`,
  )
  const last = await office.add()
  const operator = await office.enter(last)
  for (const { username: userName } of rows)
    await operator.call(lockUser, { params: { userName }, body: { reason: 'آزمون' } })
  const params = { userName: last }

  expect(await operator.outcome(lockUser, { params, body: { reason: 'آزمون' } })).toBe('user.last-operator')
  expect(await operator.outcome(changeUserRole, { params, body: { role: 'ministry' } })).toBe(
    'user.last-operator',
  )
})

test('the users and the audit come in pages that leave nothing out', async () => {
  await using office = await openOffice()
  const { province } = office.world
  const names = []
  for (let n = 0; n < 5; n += 1) names.push(await office.add({ role: 'governor', province }))
  const operator = await office.enter(await office.add())

  const found: string[] = []
  let after: string | undefined
  do {
    const page = await operator.call(listUsers, {
      query: { province, role: 'governor', limit: '2', ...(after !== undefined && { after }) },
    })
    found.push(...page.users.map(({ userName }) => userName))
    for (const { addedAt } of page.users) expect(addedAt).toMatch(ISO_INSTANT)
    after = page.next ?? undefined
  } while (after !== undefined)
  expect(found).toEqual(names.toSorted())

  for (const { startedAt, endsAt } of (await operator.call(listSessions, {})).sessions)
    for (const moment of [startedAt, endsAt]) expect(moment).toMatch(ISO_INSTANT)

  const [first] = (await operator.call(searchAudit, { query: { limit: '1' } })).rows
  expect(first!.at).toMatch(ISO_INSTANT)
  const rest = await operator.call(searchAudit, { query: { limit: '1', after: String(first!.auditId) } })
  expect(rest.rows[0]!.auditId).toBeLessThan(first!.auditId)
  expect(rest.next).toBe(rest.rows[0]!.auditId)
})

test('users are found by parts of their name or user name in any spelling, in their province and role only', async () => {
  await using office = await openOffice()
  const { province } = office.world
  const operator = await office.enter(await office.add())
  const add = (userName: string, name: string, role: 'governor' | 'econ-deputy') =>
    operator.call(addUser, { body: { userName, name, role, province } })
  await add(`a.${province}`, 'مهری ملک‌زاده', 'governor')
  await add(`b.${province}`, 'مهری کریمی', 'governor')
  await add(`c.${province}`, 'رضا ملک زاده', 'econ-deputy')
  const find = async (query: object) =>
    (await operator.call(listUsers, { query: { province, ...query } })).users.map(
      ({ userName }) => userName[0],
    )

  expect(await find({ q: 'ملکزاده' })).toEqual(['a', 'c'])
  expect(await find({ q: 'كريمي  مهري' })).toEqual(['b'])
  expect(await find({ q: `B.${province}` })).toEqual(['b'])
  expect(await find({ q: 'ملک زاده', role: 'governor' })).toEqual(['a'])
  expect(await find({ q: 'ملک زاده', limit: '1', after: `a.${province}` })).toEqual(['c'])
  expect(await find({ q: 'کسی نیست' })).toEqual([])
})

test('the audit is found by who, what, where, when and words of its subject, and a province sees its own', async () => {
  await using office = await openOffice()
  const { province } = office.world
  const name = await office.add()
  const operator = await office.enter(name)
  const body = { userName: `found.${province}`, name: 'یافتنی', role: 'governor' as const, province }
  await operator.call(addUser, { body })
  const find = async (query: object) => (await operator.call(searchAudit, { query })).rows

  const [row] = await find({ actor: `user:${name}`, action: 'user.added', province, text: 'FOUND.' })
  expect(row).toMatchObject({ province, subject: { userName: `found.${province}`, role: 'governor' } })
  expect(await find({ action: 'user.added', province, from: '1480-01-01' })).toEqual([])
  expect(await find({ action: 'user.added', province, to: '1400-01-01' })).toEqual([])
  expect(await find({ action: 'user.added', province, text: 'not there' })).toEqual([])

  const actor = { ...localOperator(), scope: { level: 'province', province } as const }
  await using world = await openWorld({ actor, province, period: null })
  const seen = await world.call(searchAudit, { query: { limit: '500' } })
  expect(new Set(seen.rows.map((each) => each.province))).toEqual(new Set([province]))
})

test('a demonstration shows its accounts with the code of now, and they open; elsewhere nothing is shown', async () => {
  await using office = await openOffice()
  expect(await office.browser().call(getSignInOptions)).toEqual({ oidc: null, demonstration: null })
  const { province } = office.world
  const place = { province, county: office.world.county(0) }
  await addDemonstrationUsers(
    office.database,
    [
      { userName: 'demo.head', name: 'فرماندار', role: 'county-governor', password: PASSWORD, ...place },
      { userName: 'demo.labour', name: 'مدیرکل', role: 'labour-dg', password: PASSWORD, province },
    ],
    { actor: localOperator() },
  )

  expect((await office.browser().call(getSignInOptions)).demonstration).toBeNull()
  await office.world.rasad.pool.query(
    `insert into demonstration (demonstration_id, seed, loaded_by, loaded_at)
     values (1, 'test', 'test', clock_timestamp() + interval '1 minute')`,
  )

  const { demonstration } = await office.browser().call(getSignInOptions)

  expect(demonstration).toMatchObject([
    { userName: 'demo.head', role: 'county-governor', password: PASSWORD, code: null },
    { userName: 'demo.labour', role: 'labour-dg', password: PASSWORD },
  ])
  for (let times = 0; times < 2; times += 1) {
    const browser = office.browser()
    const body = { userName: 'demo.labour', password: PASSWORD }
    expect(await browser.call(signIn, { body })).toEqual({ state: 'second-factor-needed' })
    const code = demonstration![1]!.code!
    expect(await browser.call(giveSecondFactor, { body: { code } })).toEqual({ state: 'signed-in' })
  }
})
