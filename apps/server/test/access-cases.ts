import * as access from '@rasad/contracts/access'
import { searchAudit } from '@rasad/contracts/audit'
import * as users from '@rasad/contracts/users'
import { localOperator } from '../src/app.ts'
import { addUser } from '../src/modules/access/users.commands.ts'
import { act } from '../src/platform/act.ts'
import { codeOf } from './authenticator.ts'
import { openBrowser } from './browser.ts'
import type { ContractCase } from './contract-case.ts'
import type { World } from './world.ts'

const PASSWORD = 'گذرواژهٔ آزمون ۱۴۰۴'
const BY_USER = { actor: /^user:/, province: null } as const
const BY_OPERATOR = { province: null } as const
let added = 0

/** A county governor of the world's province, outside the calls that are looked at. */
async function somebody(
  { rasad, province, county }: World,
  role: 'county-governor' | 'inspector' = 'county-governor',
) {
  const actor = localOperator()
  const userName = `case.${(added += 1)}`
  const place = { province, county: county(0) }
  await act(rasad.database, { actor, action: 'user.added', province, subject: {} }, (tx) =>
    addUser(tx, { userName, name: 'آزمون', role, password: PASSWORD, ...place }, { actor }),
  )
  return userName
}

/** The headers of somebody's browser. */
async function signedIn(world: World, role?: 'inspector') {
  const browser = openBrowser(world.http)
  const userName = await somebody(world, role)
  await browser.call(access.signIn, { body: { userName, password: PASSWORD } })
  const headers = () => ({ 'sec-fetch-site': 'same-origin', cookie: browser.cookie() })
  return { browser, userName, headers }
}

const NOBODY = { params: { userName: 'nobody.here' } }
/** The routes that act on one user: what they are told beside the name. */
const ON_A_USER = [
  { contract: users.unlockUser, body: {} },
  { contract: users.resetPassword, body: {} },
  { contract: users.resetSecondFactor, body: { reason: 'گوشی گم شده است' } },
  { contract: users.endUserSessions, body: { reason: 'رفته است' } },
  { contract: users.lockUser, body: { reason: 'رفته است' } },
] as const

/** The routes of signing in, people, tokens and the audit. */
export const ACCESS_CASES: ContractCase[] = [
  { contract: access.getSignInOptions, answered: () => ({}), refused: () => [] },
  {
    contract: access.signIn,
    leaves: BY_USER,
    answered: async (world) => ({ body: { userName: await somebody(world), password: PASSWORD } }),
    refused: async (world) => {
      const body = { userName: await somebody(world), password: 'نادرست نادرست' }
      return [
        ['access.refused', { body }],
        ['bad-input', { body: { userName: 'one' } }],
        ['access.other-site', { body, headers: { 'sec-fetch-site': 'cross-site' } }],
      ]
    },
  },
  {
    contract: access.giveSecondFactor,
    leaves: BY_USER,
    answered: async (world) => {
      const { browser, userName, headers } = await signedIn(world, 'inspector')
      const { secret } = await browser.call(access.startSecondFactor, { body: { password: PASSWORD } })
      await browser.call(access.confirmSecondFactor, { body: { code: codeOf(secret) } })
      await browser.call(access.signIn, { body: { userName, password: PASSWORD } })
      return { body: { code: codeOf(secret, 1) }, headers: headers() }
    },
    refused: () => [
      ['sign-in-needed', { body: { code: '123456' } }],
      ['bad-input', { body: { code: '1' } }],
    ],
  },
  {
    contract: access.signOut,
    leaves: BY_USER,
    answered: async (world) => ({ body: {}, headers: (await signedIn(world)).headers() }),
    refused: async (world) => {
      const { cookie } = (await signedIn(world)).headers()
      return [['access.other-site', { body: {}, headers: { cookie } }]]
    },
  },
  {
    contract: access.getMe,
    answered: () => ({}),
    refused: () => [['sign-in-needed', { headers: { authorization: 'Bearer x' } }]],
  },
  {
    contract: access.changePassword,
    leaves: BY_USER,
    answered: async (world) => ({
      body: { current: PASSWORD, next: 'گذرواژهٔ تازه ۱۴۰۵' },
      headers: (await signedIn(world)).headers(),
    }),
    refused: async (world) => {
      const headers = (await signedIn(world)).headers()
      return [
        ['access.refused', { headers, body: { current: 'نادرست', next: 'گذرواژهٔ تازه ۱۴۰۵' } }],
        ['access.password-too-weak', { headers, body: { current: PASSWORD, next: 'کوتاه' } }],
        ['bad-input', { headers, body: {} }],
        ['sign-in-needed', { body: { current: PASSWORD, next: 'گذرواژهٔ تازه ۱۴۰۵' } }],
      ]
    },
  },
  {
    contract: access.startSecondFactor,
    leaves: BY_USER,
    answered: async (world) => ({ body: { password: PASSWORD }, headers: (await signedIn(world)).headers() }),
    refused: async (world) => {
      const headers = (await signedIn(world)).headers()
      return [
        ['access.refused', { headers, body: { password: 'نادرست' } }],
        ['sign-in-needed', { body: { password: PASSWORD } }],
      ]
    },
  },
  {
    contract: access.confirmSecondFactor,
    leaves: BY_USER,
    answered: async (world) => {
      const { browser, headers } = await signedIn(world)
      const { secret } = await browser.call(access.startSecondFactor, { body: { password: PASSWORD } })
      return { body: { code: codeOf(secret) }, headers: headers() }
    },
    refused: async (world) => {
      const { browser, headers } = await signedIn(world)
      const { secret } = await browser.call(access.startSecondFactor, { body: { password: PASSWORD } })
      const wrong = String((Number(codeOf(secret)) + 1) % 1_000_000).padStart(6, '0')
      return [
        ['access.refused', { body: { code: wrong }, headers: headers() }],
        ['sign-in-needed', { body: { code: wrong } }],
      ]
    },
  },
  {
    contract: access.renewBackupCodes,
    leaves: BY_USER,
    answered: async (world) => {
      const { browser, headers } = await signedIn(world)
      const { secret } = await browser.call(access.startSecondFactor, { body: { password: PASSWORD } })
      await browser.call(access.confirmSecondFactor, { body: { code: codeOf(secret) } })
      return { body: { password: PASSWORD }, headers: headers() }
    },
    refused: async (world) => [
      [
        'access.second-factor-not-on',
        { body: { password: PASSWORD }, headers: (await signedIn(world)).headers() },
      ],
      ['sign-in-needed', { body: { password: PASSWORD } }],
    ],
  },
  {
    contract: access.listSessions,
    answered: async (world) => ({ headers: (await signedIn(world)).headers() }),
    refused: () => [['sign-in-needed', {}]],
  },
  {
    contract: access.endSession,
    leaves: BY_USER,
    answered: async (world) => {
      const { browser, headers } = await signedIn(world)
      const { sessions } = await browser.call(access.listSessions)
      return { params: { sessionId: sessions[0]!.sessionId }, body: {}, headers: headers() }
    },
    refused: async (world) => [
      ['not-found', { params: { sessionId: 'x' }, body: {}, headers: (await signedIn(world)).headers() }],
    ],
  },
  {
    contract: users.listUsers,
    answered: async (world) => {
      await somebody(world)
      return { query: { province: world.province } }
    },
    refused: () => [['bad-input', { query: { province: 'x' } }]],
  },
  {
    contract: users.getUser,
    answered: async (world) => ({ params: { userName: await somebody(world) } }),
    refused: () => [['not-found', NOBODY]],
  },
  {
    contract: users.addUser,
    answered: ({ province }) => ({
      body: { userName: `new.${(added += 1)}`, name: 'مریم کریمی', role: 'labour-dg', province },
    }),
    refused: async (world) => {
      const { province } = world
      const body = { userName: 'new.one', name: 'مریم کریمی', role: 'labour-dg', province }
      return [
        ['user.exists', { body: { ...body, userName: await somebody(world) } }],
        ['user.place-not-of-role', { body: { ...body, county: world.county(0) } }],
        ['access.password-too-weak', { body: { ...body, password: 'new.one' } }],
        ['not-found', { body: { ...body, province: '99' } }],
        ['not-found', { body: { ...body, role: 'county-officer', county: `${province}99` } }],
        ['not-found', { body: { ...body, role: 'agency-head', agency: 'NOPE' } }],
        ['not-found', { body: { ...body, role: 'bank-rep', bank: '999' } }],
        ['not-found', { body: { ...body, employer: 'NOPE' } }],
        ['bad-input', { body: { ...body, userName: 'ab' } }],
        ['bad-input', { body: { ...body, role: 'king' } }],
      ]
    },
  },
  {
    contract: users.changeUserRole,
    answered: async (world) => ({
      params: { userName: await somebody(world) },
      body: { role: 'inspector', province: world.province },
    }),
    refused: async (world) => {
      const params = { userName: await somebody(world) }
      return [
        ['user.place-not-of-role', { params, body: { role: 'operator', province: world.province } }],
        ['user.changed-meanwhile', { params, body: { role: 'auditor', version: 7 } }],
        ['not-found', { ...NOBODY, body: { role: 'operator' } }],
        ['bad-input', { params, body: {} }],
      ]
    },
  },
  {
    contract: users.renameUser,
    leaves: BY_OPERATOR,
    answered: async (world) => ({
      params: { userName: await somebody(world) },
      body: { name: 'مریم کریمی', version: 1 },
    }),
    refused: async (world) => {
      const params = { userName: await somebody(world) }
      return [
        ['user.changed-meanwhile', { params, body: { name: 'مریم', version: 7 } }],
        ['bad-input', { params, body: { name: ' ' } }],
        ['not-found', { ...NOBODY, body: { name: 'مریم' } }],
      ]
    },
  },
  ...ON_A_USER.map(({ contract, body }): ContractCase => ({
    contract,
    leaves: BY_OPERATOR,
    answered: async (world) => ({ params: { userName: await somebody(world) }, body }),
    refused: () => [['not-found', { ...NOBODY, body }]],
  })),
  { contract: users.listTokens, answered: () => ({}), refused: () => [] },
  {
    contract: users.addToken,
    answered: ({ province }) => ({
      body: { name: `سامانهٔ ${(added += 1)}`, permissions: ['job.read'], province, agency: 'AGRI', days: 30 },
    }),
    refused: async (world) => {
      const { province } = world
      const body = { name: `سامانهٔ ${(added += 1)}`, permissions: ['job.read'] as const, province }
      await world.call(users.addToken, { body: { ...body, permissions: ['job.read'] } })
      return [
        ['token.exists', { body }],
        ['user.place-not-of-role', { body: { ...body, province: undefined, agency: 'AGRI' } }],
        ['not-found', { body: { ...body, agency: 'NOPE', name: 'دیگری' } }],
        ['bad-input', { body: { ...body, permissions: [] } }],
        ['bad-input', { body: { ...body, permissions: ['everything'] } }],
      ]
    },
  },
  {
    contract: users.revokeToken,
    leaves: BY_OPERATOR,
    answered: async (world) => {
      const body = { name: `سامانهٔ ${(added += 1)}`, permissions: ['job.read' as const] }
      const { token } = await world.call(users.addToken, { body })
      return { params: { tokenId: token.tokenId }, body: {} }
    },
    refused: () => [['not-found', { params: { tokenId: 99_999 }, body: {} }]],
  },
  {
    contract: searchAudit,
    answered: ({ province }) => ({
      query: {
        province,
        from: '1404-01-01',
        to: '1480-01-01',
        actor: 'operator:x',
        action: 'user.added',
        text: 'x',
      },
    }),
    refused: () => [['bad-input', { query: { from: '1404-13-01' } }]],
  },
]
