import {
  confirmSecondFactor,
  getMe,
  getSignInOptions,
  giveSecondFactor,
  startSecondFactor,
} from '@rasad/contracts/access'
import { searchAudit } from '@rasad/contracts/audit'
import { lockUser } from '@rasad/contracts/users'
import { expect, test } from 'vitest'
import { codeOf } from '../../../test/authenticator.ts'
import type { Browser } from '../../../test/browser.ts'
import { CLIENT, startProvider, type KnownPerson } from '../../../test/oidc-provider.ts'
import { openOffice, PASSWORD } from '../../../test/office.ts'

const URL_OF_RASAD = 'http://127.0.0.1:4100'
const REFUSED = '/sign-in?refused=oidc'

async function openOidcOffice() {
  const provider = await startProvider(`${URL_OF_RASAD}/api/sign-in/callback/oidc`)
  const oidc = { ...CLIENT, issuer: provider.issuer, name: 'ورود استانداری' }
  const office = await openOffice({ access: { url: URL_OF_RASAD, oidc } })
  const start = async (browser: Browser) => {
    const response = await browser.visit('/api/sign-in/oidc')
    expect(response.statusCode).toBe(303)
    return new URL(String(response.headers.location))
  }
  const back = async (browser: Browser, address: string) => {
    const { pathname, search } = new URL(address)
    const response = await browser.visit(pathname + search)
    return String(response.headers.location)
  }
  /** Signs somebody in from the first address to the last. */
  const enter = async (browser: Browser, person: KnownPerson) =>
    back(browser, await provider.signInAt((await start(browser)).href, person))
  return {
    ...office,
    provider,
    start,
    back,
    enterBy: enter,
    [Symbol.asyncDispose]: async () => {
      await office[Symbol.asyncDispose]()
      await provider[Symbol.asyncDispose]()
    },
  }
}

test('somebody whom the provider knows by their user name is signed in, and the next time by their subject', async () => {
  await using office = await openOidcOffice()
  const userName = await office.add()
  const browser = office.browser()
  expect((await browser.call(getSignInOptions)).oidc).toEqual({
    name: 'ورود استانداری',
    path: '/api/sign-in/oidc',
  })
  const asked = (await office.start(office.browser())).searchParams
  expect(asked.get('code_challenge_method')).toBe('S256')
  expect(asked.get('code_challenge')).toMatch(/^[\w-]{43}$/)
  expect(asked.get('nonce')).toMatch(/^[\w-]{32}$/)

  expect(await office.enterBy(browser, { sub: 'subject-1', preferredUsername: userName })).toBe('/')

  expect(await browser.call(getMe)).toMatchObject({ user: { userName }, state: 'signed-in' })
  const renamed = office.browser()
  expect(await office.enterBy(renamed, { sub: 'subject-1', preferredUsername: 'renamed' })).toBe('/')
  expect((await renamed.call(getMe)).user.userName).toBe(userName)
  const kept = await office.world.rasad.pool.query(
    `select access_token, id_token from identity.account where provider_id = 'oidc'`,
  )
  expect(kept.rows).toEqual([{ access_token: null, id_token: null }])
  const { rows } = await browser.call(searchAudit, { query: { action: 'access.signed-in' } })
  expect(rows[0]!.actor).toBe(`user:${userName}`)
})

test('somebody comes back to where they wanted to go, and never to another host', async () => {
  await using office = await openOidcOffice()
  const userName = await office.add()
  const person = { sub: 'back', preferredUsername: userName }
  const places = [
    ['/figures?by=agency', '/figures?by=agency'],
    ['//elsewhere.example', '/'],
    ['/\\elsewhere.example', '/'],
    ['https://elsewhere.example', '/'],
    ['/figures\r\nset-cookie: x', '/'],
  ] as const

  for (const [wanted, reached] of places) {
    const browser = office.browser()
    const begun = await browser.visit(`/api/sign-in/oidc?back=${encodeURIComponent(wanted)}`)
    const returned = await office.provider.signInAt(String(begun.headers.location), person)
    expect(await office.back(browser, returned)).toBe(reached)
    expect(await browser.outcome(getMe)).toBe(200)
  }
})

test('a sign-in that was broken off at the provider is told from one that was refused', async () => {
  await using office = await openOidcOffice()
  const browser = office.browser()
  const state = (await office.start(browser)).searchParams.get('state')

  const reached = await office.back(
    browser,
    `${URL_OF_RASAD}/api/sign-in/callback/oidc?error=access_denied&state=${state}`,
  )

  expect(reached).toBe('/sign-in?refused=cancelled')
  expect(await browser.outcome(getMe)).toBe('sign-in-needed')
})

test('nobody is made by the provider, and a name that is linked is not taken over by another subject', async () => {
  await using office = await openOidcOffice()
  const userName = await office.add()
  await office.enterBy(office.browser(), { sub: 'the-right-one', preferredUsername: userName })
  const browser = office.browser()

  expect(await office.enterBy(browser, { sub: 'x', preferredUsername: 'nobody.here' })).toContain(REFUSED)
  expect(await office.enterBy(browser, { sub: 'another', preferredUsername: userName })).toContain(REFUSED)

  expect(await browser.outcome(getMe)).toBe('sign-in-needed')
  const { rows } = await office.world.rasad.pool.query(
    `select 1 from identity."user" where username = 'nobody.here' or email like 'nobody.here%'`,
  )
  expect(rows).toEqual([])
})

test('a locked account is not opened by the provider either', async () => {
  await using office = await openOidcOffice()
  const operator = await office.enter(await office.add())
  const userName = await office.add()
  await operator.call(lockUser, { params: { userName }, body: { reason: 'رفته است' } })
  const browser = office.browser()

  expect(await office.enterBy(browser, { sub: 'locked', preferredUsername: userName })).toContain(REFUSED)

  expect(await browser.outcome(getMe)).toBe('sign-in-needed')
})

test("a wrong state, another browser's state and a wrong nonce are refused", async () => {
  await using office = await openOidcOffice()
  const userName = await office.add()
  const person = { sub: 'stated', preferredUsername: userName }
  const browser = office.browser()
  const wrongState = new URL(await office.provider.signInAt((await office.start(browser)).href, person))
  wrongState.searchParams.set('state', 'x'.repeat(32))
  const elsewhere = await office.provider.signInAt((await office.start(office.browser())).href, person)
  const renonced = await office.start(browser)
  renonced.searchParams.set('nonce', 'another-nonce')
  const wrongNonce = await office.provider.signInAt(renonced.href, person)

  for (const address of [wrongState.href, elsewhere, wrongNonce])
    expect(await office.back(browser, address)).toContain(REFUSED)

  expect(await browser.outcome(getMe)).toBe('sign-in-needed')
})

test('an answer of the provider is taken once', async () => {
  await using office = await openOidcOffice()
  const browser = office.browser()
  const person = { sub: 'once', preferredUsername: await office.add() }
  const address = await office.provider.signInAt((await office.start(browser)).href, person)
  const state = new Map(browser.jar)
  expect(await office.back(browser, address)).toBe('/')
  const replaying = office.browser()
  for (const [name, value] of state) replaying.jar.set(name, value)

  expect(await office.back(replaying, address)).toContain(REFUSED)
})

test('whoever has a second factor gives it after the provider too', async () => {
  await using office = await openOidcOffice()
  const { province } = office.world
  const userName = await office.add({ role: 'labour-dg', province })
  const browser = await office.enter(userName)
  const { secret } = await browser.call(startSecondFactor, { body: { password: PASSWORD } })
  await browser.call(confirmSecondFactor, { body: { code: codeOf(secret) } })
  const other = office.browser()

  expect(await office.enterBy(other, { sub: 'labour', preferredUsername: userName })).toBe('/')

  expect((await other.call(getMe)).state).toBe('second-factor-needed')
  const body = { code: codeOf(secret, 1) }
  expect(await other.call(giveSecondFactor, { body })).toEqual({ state: 'signed-in' })
  expect((await other.call(getMe)).state).toBe('signed-in')
})
