import {
  changePassword,
  confirmSecondFactor,
  endSession,
  getMe,
  giveSecondFactor,
  listSessions,
  renewBackupCodes,
  signIn,
  startSecondFactor,
} from '@rasad/contracts/access'
import { listPeriods } from '@rasad/contracts/periods'
import { addUser, changeUserRole, lockUser, resetPassword, resetSecondFactor } from '@rasad/contracts/users'
import { expect, test } from 'vitest'
import { codeOf } from '../../../test/authenticator.ts'
import type { Browser } from '../../../test/browser.ts'
import { openOffice, PASSWORD } from '../../../test/office.ts'

const NEXT = 'گذرواژهٔ تازه ۱۴۰۵'

/** Sets up an authenticator in a browser and tells its secret and backup codes. */
async function setUp(browser: Browser) {
  const started = await browser.call(startSecondFactor, { body: { password: PASSWORD } })
  await browser.call(confirmSecondFactor, { body: { code: codeOf(started.secret) } })
  return started
}

test('who changes the password stays signed in here and nowhere else', async () => {
  await using office = await openOffice()
  const userName = await office.add()
  const [here, there] = [await office.enter(userName), await office.enter(userName)]

  const changed = await here.call(changePassword, { body: { current: PASSWORD, next: NEXT } })

  expect(changed).toEqual({ state: 'signed-in' })
  expect(await here.outcome(getMe)).toBe(200)
  expect(await there.outcome(getMe)).toBe('sign-in-needed')
  expect(await there.outcome(signIn, { body: { userName, password: PASSWORD } })).toBe('access.refused')
  expect(await there.outcome(signIn, { body: { userName, password: NEXT } })).toBe(200)
})

test('the password is not changed without the present one, and five guesses lock it', async () => {
  await using office = await openOffice()
  const browser = await office.enter(await office.add())
  const outcomes = []
  for (let n = 0; n < 6; n += 1)
    outcomes.push(await browser.outcome(changePassword, { body: { current: `نادرست ${n}`, next: NEXT } }))

  expect(outcomes).toEqual([...Array.from({ length: 5 }, () => 'access.refused'), 'access.too-many-attempts'])
})

test('locking, another role and a reset password end every session of a user', async () => {
  await using office = await openOffice()
  const operator = await office.enter(await office.add())
  const acts = [
    (userName: string) => operator.call(lockUser, { params: { userName }, body: { reason: 'رفته است' } }),
    (userName: string) => operator.call(changeUserRole, { params: { userName }, body: { role: 'auditor' } }),
    (userName: string) => operator.call(resetPassword, { params: { userName } }),
  ]
  for (const act of acts) {
    const userName = await office.add()
    const browser = await office.enter(userName)
    expect(await browser.outcome(getMe)).toBe(200)

    await act(userName)

    expect(await browser.outcome(getMe)).toBe('sign-in-needed')
  }
})

test('a one-time password opens nothing but its own change', async () => {
  await using office = await openOffice()
  const { province } = office.world
  const operator = await office.enter(await office.add())
  const { oneTimePassword, user } = await operator.call(addUser, {
    body: { userName: 'governor.one', name: 'استاندار', role: 'auditor', province },
  })
  expect(user).toMatchObject({ mustChangePassword: true, lockedAt: null })
  const browser = office.browser()
  const entered = await browser.call(signIn, {
    body: { userName: 'governor.one', password: oneTimePassword! },
  })

  expect(entered).toEqual({ state: 'password-to-change' })
  expect(await browser.outcome(listPeriods, { query: { province } })).toBe('access.password-to-change')
  expect((await browser.call(getMe)).state).toBe('password-to-change')
  const keep = { current: oneTimePassword!, next: oneTimePassword! }
  expect(await browser.outcome(changePassword, { body: keep })).toBe('access.password-too-weak')
  await browser.call(changePassword, { body: { current: oneTimePassword!, next: NEXT } })
  expect(await browser.outcome(listPeriods, { query: { province } })).toBe(200)
})

test('a role that verifies or notifies is closed until its second factor is set up', async () => {
  await using office = await openOffice()
  const { province } = office.world
  const places = [
    ['labour-dg', {}],
    ['governor', {}],
    ['inspector', {}],
    ['county-officer', { county: office.world.county(0) }],
  ] as const
  for (const [role, place] of places) {
    const userName = await office.add({ role, province, ...place })
    const browser = office.browser()
    expect(await browser.call(signIn, { body: { userName, password: PASSWORD } })).toEqual({
      state: 'second-factor-to-set-up',
    })
    const asked = { query: { province } }
    expect(await browser.outcome(listPeriods, asked)).toBe('access.second-factor-to-set-up')
    const cookie = browser.cookie()

    const { uri, backupCodes } = await setUp(browser)

    expect(uri).toMatch(new RegExp(`^otpauth://totp/Rasad%3A${userName}\\?secret=[A-Z2-7]{32,}`))
    expect(backupCodes).toHaveLength(10)
    expect(browser.cookie()).not.toBe(cookie)
    expect(await browser.outcome(getMe, { headers: { cookie } })).toBe('sign-in-needed')
    expect(await browser.outcome(listPeriods, asked)).toBe(200)
    expect(await browser.outcome(startSecondFactor, { body: { password: PASSWORD } })).toBe(
      'access.second-factor-already-on',
    )
  }
})

test('with a second factor the password alone opens nothing; each code and each backup code is taken once', async () => {
  await using office = await openOffice()
  const userName = await office.add()
  const { secret, backupCodes } = await setUp(await office.enter(userName))
  const waiting = async () => {
    const browser = office.browser()
    const entered = await browser.call(signIn, { body: { userName, password: PASSWORD } })
    expect(entered).toEqual({ state: 'second-factor-needed' })
    expect(await browser.outcome(getMe)).toBe('sign-in-needed')
    return browser
  }
  const [first, second, third, fourth] = [await waiting(), await waiting(), await waiting(), await waiting()]
  const code = codeOf(secret, 1)

  expect(await first.call(giveSecondFactor, { body: { code } })).toEqual({ state: 'signed-in' })
  expect(await second.outcome(giveSecondFactor, { body: { code } })).toBe('access.refused')
  expect((await first.call(getMe)).secondFactor).toEqual({ needed: false, on: true, given: true })
  const backup = { body: { code: backupCodes[0]! } }
  expect(await third.outcome(giveSecondFactor, backup)).toBe(200)
  expect(await fourth.outcome(giveSecondFactor, backup)).toBe('access.refused')
})

test('new backup codes take the place of those before, for the password alone', async () => {
  await using office = await openOffice()
  const userName = await office.add()
  const browser = await office.enter(userName)
  const none = { body: { password: PASSWORD } }
  expect(await browser.outcome(renewBackupCodes, none)).toBe('access.second-factor-not-on')
  const before = await setUp(browser)
  expect(await browser.outcome(renewBackupCodes, { body: { password: NEXT } })).toBe('access.refused')

  const { backupCodes } = await browser.call(renewBackupCodes, none)

  expect(backupCodes).toHaveLength(10)
  expect(backupCodes.filter((code) => before.backupCodes.includes(code))).toEqual([])
  const waiting = await office.enter(userName)
  const old = { body: { code: before.backupCodes[0]! } }
  expect(await waiting.outcome(giveSecondFactor, old)).toBe('access.refused')
  expect(await waiting.outcome(giveSecondFactor, { body: { code: backupCodes[0]! } })).toBe(200)
  const { rows } = await office.world.rasad.pool.query(
    "select actor from audit where action = 'access.backup-codes-renewed'",
  )
  expect(rows).toEqual([{ actor: `user:${userName}` }])
})

test('after five wrong codes not even the right one is taken, whichever browser it comes from', async () => {
  await using office = await openOffice()
  const userName = await office.add()
  const { secret } = await setUp(await office.enter(userName))
  const right = codeOf(secret, 1)
  for (let n = 0; n < 5; n += 1) {
    const browser = await office.enter(userName)
    const code = String((Number(right) + 1000 + n) % 1_000_000).padStart(6, '0')
    expect(await browser.outcome(giveSecondFactor, { body: { code } })).toBe('access.refused')
  }

  const browser = await office.enter(userName)

  expect(await browser.outcome(giveSecondFactor, { body: { code: right } })).toBe('access.too-many-attempts')
})

test('an operator takes a lost second factor away, and its sessions with it', async () => {
  await using office = await openOffice()
  const operator = await office.enter(await office.add())
  const userName = await office.add()
  const browser = await office.enter(userName)
  await setUp(browser)

  await operator.call(resetSecondFactor, { params: { userName }, body: { reason: 'گوشی گم شده است' } })

  expect(await browser.outcome(getMe)).toBe('sign-in-needed')
  expect(await browser.call(signIn, { body: { userName, password: PASSWORD } })).toEqual({
    state: 'signed-in',
  })
})

test('one sees where one is signed in, ends one of them, and never another user’s', async () => {
  await using office = await openOffice()
  const [own, other] = [await office.add(), await office.add()]
  const [here, there, others] = [await office.enter(own), await office.enter(own), await office.enter(other)]
  const { sessions } = await here.call(listSessions)
  expect(sessions).toHaveLength(2)
  const [elsewhere] = sessions.filter(({ current }) => !current)
  const { sessions: foreign } = await others.call(listSessions)

  await here.call(endSession, { params: { sessionId: elsewhere!.sessionId } })

  expect(await there.outcome(getMe)).toBe('sign-in-needed')
  const params = { sessionId: foreign[0]!.sessionId }
  expect(await here.outcome(endSession, { params })).toBe('not-found')
  expect(await others.outcome(getMe)).toBe(200)
})
