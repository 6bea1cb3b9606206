import { getMe, signIn, signOut } from '@rasad/contracts/access'
import { searchAudit } from '@rasad/contracts/audit'
import { listPeriods } from '@rasad/contracts/periods'
import { listUsers, lockUser, unlockUser } from '@rasad/contracts/users'
import { expect, test } from 'vitest'
import { CONTRACTS } from '../../../test/contract-cases.ts'
import { openOffice, PASSWORD } from '../../../test/office.ts'

test('whoever signs in with name and password is known until signing out', async () => {
  await using office = await openOffice()
  const { province } = office.world
  const userName = await office.add({ role: 'county-governor', province, county: office.world.county(0) })
  const browser = office.browser()
  expect(await browser.outcome(getMe)).toBe('sign-in-needed')

  const entered = await browser.call(signIn, {
    body: { userName: userName.toUpperCase(), password: PASSWORD },
  })

  expect(entered).toEqual({ state: 'signed-in' })
  const me = await browser.call(getMe)
  expect(me).toMatchObject({
    user: { userName, name: 'کاربر آزمون' },
    role: 'county-governor',
    scope: { level: 'county', province: { code: province }, county: { code: office.world.county(0) } },
    agency: null,
    secondFactor: { needed: false, on: false },
    mustChangePassword: false,
    demonstration: false,
    state: 'signed-in',
  })
  expect(me.permissions).toContain('job.read')
  expect(await browser.outcome(listPeriods, { query: { province } })).toBe(200)

  const cookie = browser.cookie()
  await browser.call(signOut)

  expect(browser.jar.size).toBe(0)
  expect(await browser.outcome(getMe, { headers: { cookie } })).toBe('sign-in-needed')
})

test('without a session or a token every route of the API but those of signing in refuses', async () => {
  await using office = await openOffice()
  const browser = office.browser()
  const open = CONTRACTS.filter(({ permission }) => permission === 'anyone').map(({ path }) => path)

  expect(open.toSorted()).toEqual(['/sign-in', '/sign-in-options', '/sign-in/second-factor', '/sign-out'])
  for (const contract of CONTRACTS.filter(({ path }) => !open.includes(path))) {
    const params = Object.fromEntries(Object.keys(contract.params.shape).map((name) => [name, '15']))
    const outcome = await browser.outcome(contract, { params })
    expect([contract.path, outcome]).toEqual([contract.path, 'sign-in-needed'])
  }
})

test('an unknown name, a wrong password and a locked account get the same answer', async () => {
  await using office = await openOffice()
  const [known, locked] = [await office.add(), await office.add()]
  const operator = await office.enter(await office.add())
  await operator.call(lockUser, { params: { userName: locked }, body: { reason: 'رفته است' } })
  const answer = async (userName: string, password: string) => {
    const { statusCode, body, headers } = await office.browser().ask(signIn, { body: { userName, password } })
    return { statusCode, body, cookie: headers['set-cookie'] }
  }

  const unknown = await answer('nobody.here', PASSWORD)

  expect(unknown).toMatchObject({ statusCode: 401, cookie: undefined })
  expect(await answer(known, 'نادرست نادرست')).toEqual(unknown)
  expect(await answer(locked, PASSWORD)).toEqual(unknown)
})

test('an unknown name takes about as long as a wrong password', async () => {
  await using office = await openOffice()
  const known = await office.add()
  const timeOf = async (userName: string) => {
    const start = performance.now()
    await office.browser().ask(signIn, { body: { userName, password: 'نادرست نادرست' } })
    return performance.now() - start
  }
  await timeOf('warm.up')
  const wrong = Math.min(await timeOf(known), await timeOf(known), await timeOf(known))

  const unknown = Math.min(await timeOf('no.one'), await timeOf('no.one'), await timeOf('no.one'))

  expect(unknown / wrong).toBeGreaterThan(0.5)
  expect(unknown / wrong).toBeLessThan(2)
})

test('after five wrong passwords none is taken for a quarter of an hour, then twice as long; an operator opens it', async () => {
  let shift = 0
  await using office = await openOffice({ clock: () => Date.now() + shift })
  const userName = await office.add()
  const operator = await office.enter(await office.add())
  const attempt = (password: string, name = userName) =>
    office.browser().ask(signIn, { body: { userName: name, password } })
  const codes = async (count: number, name = userName) => {
    const found = []
    for (let n = 0; n < count; n += 1) found.push((await attempt('نادرست نادرست', name)).statusCode)
    return found
  }

  expect(await codes(6)).toEqual([401, 401, 401, 401, 401, 429])
  const right = await attempt(PASSWORD)
  expect(right.json()).toMatchObject({ code: 'access.too-many-attempts' })
  expect(right.json<{ params: { seconds: number } }>().params.seconds).toBeGreaterThan(880)
  const listed = await operator.call(listUsers, { query: {} })
  expect(listed.users.find((user) => user.userName === userName)?.lockedOutUntil).not.toBeNull()
  expect(await codes(6, 'no.such.person')).toEqual([401, 401, 401, 401, 401, 429])

  shift += 15 * 60_000 + 1000
  expect(await codes(6)).toEqual([401, 401, 401, 401, 401, 429])
  shift += 15 * 60_000 + 1000
  expect((await attempt(PASSWORD)).statusCode).toBe(429)
  shift += 15 * 60_000
  expect((await attempt(PASSWORD)).statusCode).toBe(200)
  shift = 0

  expect(await codes(5)).toEqual([401, 401, 401, 401, 401])
  await operator.call(unlockUser, { params: { userName } })
  expect((await attempt(PASSWORD)).statusCode).toBe(200)
  const { rows } = await operator.call(searchAudit, { query: { action: 'access.locked-out' } })
  expect(rows.map(({ actor }) => actor)).toEqual([`user:${userName}`, `user:${userName}`, `user:${userName}`])
})

test('of twenty wrong passwords at once no more than five are looked at', async () => {
  await using office = await openOffice()
  const userName = await office.add()
  const attempts = Array.from({ length: 20 }, () =>
    office.browser().ask(signIn, { body: { userName, password: 'نادرست نادرست' } }),
  )

  const statuses = (await Promise.all(attempts)).map(({ statusCode }) => statusCode)

  expect(statuses.filter((status) => status === 401)).toHaveLength(5)
  expect(statuses.filter((status) => status === 429)).toHaveLength(15)
})

test('an address that tries many names is not answered any more, another one is, and another process knows it', async () => {
  await using office = await openOffice()
  await using second = await openOffice()
  const userName = await office.add()
  await office.world.rasad.pool.query(
    `insert into identity.sign_in_guard (key, failures, locks, window_from)
     values ('address:' || encode(sha256('10.0.0.9'), 'hex'), 99, 0, clock_timestamp())`,
  )
  const body = { userName, password: PASSWORD }
  await office.browser('10.0.0.9').ask(signIn, { body: { userName: 'someone', password: 'نادرست نادرست' } })

  expect(await office.browser('10.0.0.9').outcome(signIn, { body })).toBe('access.too-many-attempts')
  expect(await second.browser('10.0.0.9').outcome(signIn, { body })).toBe('access.too-many-attempts')
  expect(await office.browser('10.0.0.8').outcome(signIn, { body })).toBe(200)
})

test('signing in makes a session of a new name; a cookie from outside, an old one or a changed one opens nothing', async () => {
  await using office = await openOffice()
  const userName = await office.add()
  const browser = await office.enter(userName)
  const before = browser.cookie()

  await browser.call(signIn, { body: { userName, password: PASSWORD } })

  expect(browser.cookie()).not.toBe(before)
  expect(await browser.outcome(getMe)).toBe(200)
  expect(await browser.outcome(getMe, { headers: { cookie: before } })).toBe('sign-in-needed')
  const [name] = [...browser.jar.keys()]
  const planted = office.browser()
  planted.jar.set(name!, 'planted.c2lnbmF0dXJl')
  await planted.call(signIn, { body: { userName, password: PASSWORD } })
  expect(planted.jar.get(name!)).not.toContain('planted')
  const changed = browser.cookie().replace(/.(?=\.)/, 'x')
  expect(await browser.outcome(getMe, { headers: { cookie: changed } })).toBe('sign-in-needed')
})

test('the cookie is for this site and for no script, and behind https for https alone', async () => {
  await using office = await openOffice()
  await using secured = await openOffice({ access: { url: 'https://rasad.example.ir' } })
  const body = { userName: await office.add(), password: PASSWORD }
  const plain = await office.browser().ask(signIn, { body })
  const userName = await secured.add()
  const secure = await secured.browser().ask(signIn, { body: { userName, password: PASSWORD } })
  const lineOf = (response: typeof plain) => String(response.headers['set-cookie'])

  expect(lineOf(plain)).toMatch(/^rasad\.session_token=.*HttpOnly; SameSite=Lax/)
  expect(lineOf(plain)).not.toContain('Secure')
  expect(lineOf(secure)).toMatch(/^__Secure-rasad\.session_token=.*HttpOnly; Secure; SameSite=Lax/)
})

test("another site's page changes nothing in somebody's name, nor signs anybody in", async () => {
  await using office = await openOffice({ access: { url: 'https://rasad.example.ir' } })
  const userName = await office.add()
  const browser = await office.enter(userName)
  const from = async (headers: Record<string, string>) => {
    const cookie = browser.cookie()
    const response = await office.http.inject({
      method: 'POST',
      url: '/api/tokens',
      headers: { host: 'rasad.local:4100', cookie, ...headers },
      payload: {},
    })
    return response.json<{ code: string }>().code
  }

  expect(await from({ 'sec-fetch-site': 'cross-site' })).toBe('access.other-site')
  expect(await from({ 'sec-fetch-site': 'same-site' })).toBe('access.other-site')
  expect(await from({ origin: 'https://evil.example' })).toBe('access.other-site')
  expect(await from({ origin: 'null' })).toBe('access.other-site')
  expect(await from({})).toBe('access.other-site')
  expect(await from({ origin: 'http://rasad.local:4100' })).toBe('bad-input')
  expect(await from({ origin: 'https://rasad.example.ir' })).toBe('bad-input')
  expect(await from({ 'sec-fetch-site': 'same-origin' })).toBe('bad-input')
  const headers = { 'sec-fetch-site': 'cross-site' }
  const body = { userName, password: PASSWORD }
  expect(await browser.outcome(signIn, { body, headers })).toBe('access.other-site')
})

test('a session ends when it is not used, and at its hour however much it is used', async () => {
  let shift = 0
  const MINUTE = 60_000
  await using office = await openOffice({
    clock: () => Date.now() + shift,
    access: { idleMinutes: 30, sessionHours: 2 },
  })
  const userName = await office.add()
  const [used, unused] = [await office.enter(userName), await office.enter(userName)]
  for (let minutes = 20; minutes < 120; minutes += 20) {
    shift = minutes * MINUTE
    expect(await used.outcome(getMe)).toBe(200)
  }
  expect(await unused.outcome(getMe)).toBe('sign-in-needed')

  shift = 121 * MINUTE

  expect(await used.outcome(getMe)).toBe('sign-in-needed')
})

test('neither password nor cookie nor code is in the audit', async () => {
  await using office = await openOffice()
  const browser = await office.enter(await office.add())
  await office.browser().ask(signIn, { body: { userName: PASSWORD, password: PASSWORD } })

  const { rows } = await browser.call(searchAudit, { query: { limit: '500' } })

  const text = JSON.stringify(rows)
  expect(rows.length).toBeGreaterThan(1)
  expect(text).not.toContain(PASSWORD)
  expect(text).not.toContain([...browser.jar.values()][0]!.slice(0, 20))
})

test('what a person may not do is refused by permission', async () => {
  await using office = await openOffice()
  const { province } = office.world
  const browser = await office.enter(
    await office.add({ role: 'county-governor', province, county: office.world.county(0) }),
  )

  expect(await browser.outcome(listUsers, { query: {} })).toBe('not-allowed')
})
