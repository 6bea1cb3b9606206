import { createHmac, timingSafeEqual } from 'node:crypto'
import { API_ROOT } from '@rasad/contracts/define-route'
import { betterAuth } from 'better-auth'
import { isAPIError } from 'better-auth/api'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { username } from 'better-auth/plugins/username'
import type { OpenDatabase } from '../../platform/database.ts'
import { openKyselyWithDates, type Database } from '../../platform/db.ts'
import { DEFAULT_SESSION_HOURS, OIDC_PROVIDER, type AccessSettings } from './access-settings.ts'
import { getSigningSecret } from './secret.queries.ts'
import { addressOfUser } from './user-address.ts'
import { isLockedUser } from './users.queries.ts'

/** What a browser sent: its cookies, what it calls itself and where it is. */
export type Caller = { cookie: string; browser: string; address: string }
/** What the engine answered: cookies to pass on, and what it said. */
type Passed<T> = { cookies: string[]; said: T }
export type Engine = Awaited<ReturnType<typeof openEngine>>

const COOKIES = 'rasad'
const ADDRESS_HEADER = 'x-rasad-address'
/** The provider is asked who somebody is and nothing else: its tokens are not kept. */
const NO_TOKENS = { accessToken: null, refreshToken: null, idToken: null, scope: null }

/** better-auth on the schema `identity`: passwords, sessions, codes and OIDC. Nothing of it answers by itself. */
export async function openEngine(database: Database, pool: OpenDatabase['pool'], settings: AccessSettings) {
  const secret = await getSigningSecret(database)
  const secure = settings.url?.startsWith('https://') ?? false
  const auth = betterAuth({
    appName: 'Rasad',
    baseURL: settings.url ?? 'http://localhost',
    basePath: `${API_ROOT}/sign-in`,
    secret,
    database: { db: openKyselyWithDates(pool), type: 'postgres', schemaName: 'identity' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, maxPasswordLength: 200, minPasswordLength: 1 },
    session: {
      expiresIn: (settings.sessionHours ?? DEFAULT_SESSION_HOURS) * 3600,
      disableSessionRefresh: true,
      freshAge: 0,
    },
    account: {
      updateAccountOnSignIn: false,
      accountLinking: {
        enabled: true,
        trustedProviders: [OIDC_PROVIDER],
        requireLocalEmailVerified: false,
      },
    },
    advanced: {
      cookiePrefix: COOKIES,
      useSecureCookies: secure,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    databaseHooks: {
      account: { create: { before: async (account) => ({ data: { ...account, ...NO_TOKENS } }) } },
      session: {
        create: { before: async ({ userId }) => !(await isLockedUser(database, userId)) },
      },
    },
    plugins: [
      username({ minUsernameLength: 1, maxUsernameLength: 100, usernameValidator: () => true }),
      twoFactor({ issuer: 'Rasad', accountLockout: { enabled: false } }),
      ...(settings.oidc ? [genericOAuth({ config: [providerOf(settings.oidc)] })] : []),
    ],
  })
  const { authCookies } = await auth.$context
  const sessionCookie = authCookies.sessionToken.name
  const pendingCookie = sessionCookie.replace(/session_token$/, 'two_factor')
  const signed = (cookies: string, name: string) => readSigned(cookies, name, secret)

  return {
    /** The token of the session that the cookies name; undefined when none is signed by us. */
    tokenIn: (cookies: string) => signed(cookies, sessionCookie),
    /** The sign-in that waits for a code. */
    pendingIn: (cookies: string) => signed(cookies, pendingCookie),
    /** The cookies but for the session's. */
    withoutSession: (cookies: string) =>
      cookies
        .split(/; */)
        .filter((pair) => !pair.startsWith(`${sessionCookie}=`))
        .join('; '),
    /** Lets the browser forget the session. */
    forgetting: () =>
      [sessionCookie, pendingCookie].map(
        (name) => `${name}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`,
      ),
    signIn: (caller: Caller, userName: string, password: string) =>
      passing(
        auth.api.signInUsername({
          body: { username: userName, password },
          headers: headersOf(caller),
          returnHeaders: true,
        }),
      ),
    giveCode: (caller: Caller, code: string) =>
      passing(auth.api.verifyTOTP({ body: { code }, headers: headersOf(caller), returnHeaders: true })),
    giveBackupCode: (caller: Caller, code: string) =>
      passing(auth.api.verifyBackupCode({ body: { code }, headers: headersOf(caller), returnHeaders: true })),
    startSecondFactor: (caller: Caller, password: string) =>
      passing(
        auth.api.enableTwoFactor({
          body: { password, method: 'totp' },
          headers: headersOf(caller),
          returnHeaders: true,
        }),
      ),
    renewBackupCodes: (caller: Caller, password: string) =>
      passing(
        auth.api.generateBackupCodes({ body: { password }, headers: headersOf(caller), returnHeaders: true }),
      ),
    startOidc: (caller: Caller, after: string, refused: string) =>
      passing(
        auth.api.signInSocial({
          body: {
            provider: OIDC_PROVIDER,
            callbackURL: after,
            errorCallbackURL: refused,
            disableRedirect: true,
          },
          headers: headersOf(caller),
          returnHeaders: true,
        }),
      ),
    finishOidc: (caller: Caller, query: Record<string, string>): Promise<Response> =>
      auth.api.callbackOAuth({
        params: { id: OIDC_PROVIDER },
        query,
        headers: headersOf(caller),
        asResponse: true,
      }),
    /** The code of this half minute. */
    codeOf: async (totpSecret: string) =>
      (await auth.api.generateTOTP({ body: { secret: totpSecret } })).code,
  }
}

function providerOf({ issuer, clientId, clientSecret, name }: NonNullable<AccessSettings['oidc']>) {
  return {
    providerId: OIDC_PROVIDER,
    name,
    clientId,
    clientSecret,
    discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    requireIdTokenVerification: true,
    scopes: ['openid', 'profile'],
    pkce: true,
    disableSignUp: true,
    mapProfileToUser: (profile: Record<string, unknown>) => {
      const claim = profile['preferred_username'] ?? profile['sub']
      const named = typeof claim === 'string' ? claim.toLowerCase() : ''
      return { email: addressOfUser(named), emailVerified: true }
    },
  }
}

function headersOf({ cookie, browser, address }: Caller): Headers {
  return new Headers({ cookie, 'user-agent': browser, [ADDRESS_HEADER]: address })
}

/** What the engine answers; undefined where it refuses. Its own faults stay faults. */
async function passing<T>(asked: Promise<{ headers: Headers; response: T }>): Promise<Passed<T> | undefined> {
  try {
    const { headers, response } = await asked
    return { cookies: headers.getSetCookie(), said: response }
  } catch (error) {
    if (!isAPIError(error)) throw error
    const refusedSession = error.body?.code === 'FAILED_TO_CREATE_SESSION'
    if (error.statusCode >= 500 && !refusedSession) throw error
    return undefined
  }
}

function readSigned(cookies: string, name: string, secret: string): string | undefined {
  const found = cookies.split(/; */).find((pair) => pair.startsWith(`${name}=`))
  if (found === undefined) return undefined
  const text = decoded(found.slice(name.length + 1))
  const cut = text.lastIndexOf('.')
  if (cut < 1) return undefined
  const value = text.slice(0, cut)
  const given = Buffer.from(text.slice(cut + 1), 'base64')
  const right = createHmac('sha256', secret).update(value).digest()
  return given.length === right.length && timingSafeEqual(given, right) ? value : undefined
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
