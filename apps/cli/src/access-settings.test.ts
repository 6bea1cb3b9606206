import { Problem } from '@rasad/server/platform/problem'
import { expect, test } from 'vitest'
import { readAccess } from './access-settings.ts'

const OIDC = {
  url: 'https://rasad.example.ir',
  oidcIssuer: 'https://login.example.ir/realms/office',
  oidcClientId: 'rasad',
  oidcClientSecret: 'secret',
}

test('nothing said is the usual: this machine alone, no provider', () => {
  expect(readAccess()).toEqual({ access: {}, trustProxy: undefined, mayLeaveMachine: false })
})

test('an https address, or the operator, lets passwords leave the machine', () => {
  expect(readAccess({ url: 'https://rasad.example.ir' }).mayLeaveMachine).toBe(true)
  expect(readAccess({ url: 'http://10.0.0.5:4100' }).mayLeaveMachine).toBe(false)
  expect(readAccess({ plainHttp: 'allowed' }).mayLeaveMachine).toBe(true)
})

test('the provider is named as it is said, or by its address', () => {
  expect(readAccess({ ...OIDC, oidcName: 'ورود استانداری' }).access?.oidc?.name).toBe('ورود استانداری')
  expect(readAccess(OIDC).access?.oidc).toEqual({
    issuer: OIDC.oidcIssuer,
    clientId: 'rasad',
    clientSecret: 'secret',
    name: 'login.example.ir',
  })
})

test('times are whole numbers, in Persian digits too', () => {
  expect(readAccess({ idleMinutes: '۳۰', sessionHours: '8' }).access).toMatchObject({
    idleMinutes: 30,
    sessionHours: 8,
  })
})

test.each([
  [{ url: 'rasad' }, 'RASAD_URL'],
  [{ plainHttp: 'yes' }, 'RASAD_PLAIN_HTTP'],
  [{ idleMinutes: '0' }, 'RASAD_IDLE_MINUTES'],
  [{ sessionHours: '1.5' }, 'RASAD_SESSION_HOURS'],
  [{ ...OIDC, url: undefined }, 'RASAD_URL'],
  [{ ...OIDC, oidcClientId: undefined }, 'RASAD_OIDC_CLIENT_ID'],
  [{ ...OIDC, oidcClientSecret: undefined }, 'RASAD_OIDC_CLIENT_SECRET'],
  [{ ...OIDC, oidcIssuer: 'login' }, 'RASAD_OIDC_ISSUER'],
])('%o is refused by the name of the variable', (words, field) => {
  expect(() => readAccess(words)).toThrow(Problem)
  try {
    readAccess(words)
  } catch (error) {
    expect((error as Problem).params).toMatchObject({ fields: [{ field }] })
  }
})
