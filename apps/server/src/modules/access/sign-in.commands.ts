import type { Actor } from '@rasad/domain/access/scope'
import { signInStateOf, type SignInState } from '@rasad/domain/access/sign-in-state'
import { act } from '../../platform/act.ts'
import type { Database, WriteTx } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { endSessionOfToken, findPendingUser, noteSignIn } from './account.queries.ts'
import { isDemonstrationUser } from './demonstration.queries.ts'
import { forgetAttempts, giveAttemptBack, takeAttempt, useCodeOnce, type GuardKind } from './guard.queries.ts'
import type { Caller, Engine } from './identity-engine.ts'
import { isUserName } from './users.queries.ts'
import { findSession, type SessionRow } from './visits.queries.ts'

/** What signing in stands on. */
export type SignInDesk = { database: Database; engine: Engine; caller: Caller; now: number }
/** How far somebody has come, and the cookies that say so. */
export type Entered = { state: SignInState; cookies: string[] }

const ALWAYS = 60 * 24 * 365

/** Acts of an account on itself are outside the fences of the scopes, as the identity's tables are. */
export function accountActor(userName: string): Actor {
  return {
    id: `user:${userName}`,
    name: userName,
    scope: { level: 'national' },
    permissions: [],
    agency: null,
  }
}

/** Counts an attempt by a name; refuses it while no more are taken. */
export async function requireAttempt(
  { database, now }: Pick<SignInDesk, 'database' | 'now'>,
  kind: GuardKind,
  name: string,
): Promise<{ wasLast: boolean }> {
  const attempt = await takeAttempt(database, kind, name, now)
  if (!attempt.taken) throw new Problem('access.too-many-attempts', { seconds: attempt.seconds })
  return attempt
}

/** Signs in with user name and password; whoever has an authenticator is asked for its code next. */
export async function signIn(desk: SignInDesk, typed: string, password: string): Promise<Entered> {
  const { database, engine, caller } = desk
  const userName = typed.toLowerCase()
  await requireAttempt(desk, 'address', caller.address)
  const { wasLast } = await requireAttempt(desk, 'user', userName)
  const passed = await engine.signIn({ ...caller, cookie: '' }, userName, password)
  if (!passed) {
    if (wasLast) await auditLockOut(database, userName)
    throw new Problem('access.refused', {})
  }
  await forgetAttempts(database, 'user', userName)
  await giveAttemptBack(database, 'address', caller.address)
  const token = tokenOf(engine, passed.cookies)
  if (token === undefined) {
    const before = engine.tokenIn(caller.cookie)
    if (before !== undefined) await endSessionOfToken(database, before)
    return { state: 'second-factor-needed', cookies: passed.cookies }
  }
  return enter(desk, passed.cookies, { action: 'access.signed-in', withCode: false })
}

/** Gives the code that a sign-in waits for, or a session that came without one. */
export async function giveSecondFactor(
  desk: SignInDesk,
  code: string,
  session: SessionRow | undefined,
): Promise<Entered> {
  const { database, engine, caller } = desk
  const pending = engine.pendingIn(caller.cookie)
  const userId = session?.userId ?? (pending && (await findPendingUser(database, pending)))
  if (userId === undefined) throw new Problem('sign-in-needed', {})
  // An unusable session beside a waiting sign-in must not be what the code is checked for.
  const cookie = session ? caller.cookie : engine.withoutSession(caller.cookie)
  const { cookies } = await requireCode({ ...desk, caller: { ...caller, cookie } }, userId, code)
  const action = 'access.second-factor-given'
  return enter(desk, session ? [] : cookies, { action, withCode: true, session })
}

/** Refuses a wrong code, and one that was tried before; answers the cookies of a right one. */
export async function requireCode(
  desk: SignInDesk,
  userId: string,
  code: string,
): Promise<{ cookies: string[] }> {
  const { database, engine, caller } = desk
  await requireAttempt(desk, 'address', caller.address)
  await requireAttempt(desk, 'code', userId)
  const isTotp = /^[0-9]{6}$/.test(code)
  const unused =
    !isTotp || (await isDemonstrationUser(database, userId)) || (await useCodeOnce(database, userId, code))
  if (!unused) throw new Problem('access.refused', {})
  const passed = isTotp ? await engine.giveCode(caller, code) : await engine.giveBackupCode(caller, code)
  if (!passed) throw new Problem('access.refused', {})
  await forgetAttempts(database, 'code', userId)
  await giveAttemptBack(database, 'address', caller.address)
  return passed
}

/** Opens the session that the cookies name, ends the one the browser had before, and notes both in the audit. */
export async function enter(
  { database, engine, caller, now }: SignInDesk,
  cookies: string[],
  {
    action,
    withCode,
    session: held,
  }: { action: string; withCode: boolean; session?: SessionRow | undefined },
): Promise<Entered> {
  const before = engine.tokenIn(caller.cookie)
  const token = tokenOf(engine, cookies) ?? before
  if (token === undefined) throw new Error('A session was opened without its cookie.')
  const session = held ?? (await findSession(database, token, { now: Date.now(), idleMinutes: ALWAYS }))
  if (!session) throw new Problem('access.refused', {})
  const actor = accountActor(session.userName)
  await act(database, { actor, action, province: null, subject: {} }, async (tx: WriteTx) => {
    await noteSignIn(tx, token, { now, withCode })
    if (before !== undefined && before !== token) await endSessionOfToken(tx, before)
  })
  const secondFactorGiven = session.secondFactorGiven || withCode
  return { state: signInStateOf({ ...session, secondFactorGiven }), cookies }
}

async function auditLockOut(database: Database, userName: string): Promise<void> {
  const actor = accountActor(userName)
  // The words typed as a name may be a password: only a user's own name is written down.
  if (!(await isUserName(database, userName))) return
  await act(database, { actor, action: 'access.locked-out', province: null, subject: {} }, async () => {})
}

function tokenOf(engine: Engine, cookies: readonly string[]): string | undefined {
  return engine.tokenIn(cookies.map((cookie) => cookie.split(';')[0]).join('; '))
}
