import type { Me } from '@rasad/contracts/access'
import { needsSecondFactor } from '@rasad/domain/access/roles'
import type { Actor } from '@rasad/domain/access/scope'
import { signInStateOf, type SignInState } from '@rasad/domain/access/sign-in-state'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { act } from '../../platform/act.ts'
import { readSnapshot } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { endSessions, getPasswordHash, setPasswordHash } from './account.queries.ts'
import { forgetAttempts } from './guard.queries.ts'
import { nameScope } from './named-scope.queries.ts'
import {
  accountActor,
  enter,
  requireAttempt,
  requireCode,
  type Entered,
  type SignInDesk,
} from './sign-in.commands.ts'
import { findDemonstration } from '../demonstration/demonstration.queries.ts'
import { requireAcceptablePassword } from './users.commands.ts'
import type { SessionRow } from './visits.queries.ts'

/** Who asks: an actor, and the session and state where somebody is signed in. */
export type Asking = { actor: Actor; state: SignInState; session?: SessionRow }

/** Who is signed in, what they may do and what they must do first. */
export async function describeMe(
  { database }: Pick<SignInDesk, 'database'>,
  { actor, state, session }: Asking,
): Promise<Me> {
  const { scope, agency, demonstration } = await readSnapshot(database, async (db) => ({
    ...(await nameScope(db, actor.scope, actor.agency)),
    demonstration: (await findDemonstration(db)) !== undefined,
  }))
  return {
    user: { userName: session?.userName ?? actor.id, name: actor.name },
    role: session?.role ?? null,
    scope,
    permissions: [...actor.permissions],
    agency,
    secondFactor: {
      needed: session !== undefined && needsSecondFactor(session.role),
      on: session?.secondFactorOn ?? false,
      given: session?.secondFactorGiven ?? false,
    },
    mustChangePassword: session?.mustChangePassword ?? false,
    demonstration,
    state,
  }
}

/** Changes the own password; every other session of the user ends. */
export async function changePassword(
  desk: SignInDesk,
  session: SessionRow,
  { current, next }: { current: string; next: string },
): Promise<SignInState> {
  const { database } = desk
  const { userId, userName, sessionId } = session
  await requireOwnPassword(desk, session, current)
  requireAcceptablePassword(next, userName)
  if (next === current) requireAcceptablePassword('', userName)
  const hash = await hashPassword(next)
  const change = { actor: accountActor(userName), action: 'access.password-changed', province: null }
  await act(database, { ...change, subject: {} }, async (tx) => {
    await setPasswordHash(tx, userId, hash, false)
    await endSessions(tx, userId, sessionId)
  })
  return signInStateOf({ ...session, mustChangePassword: false })
}

async function requireOwnPassword(desk: SignInDesk, session: SessionRow, password: string): Promise<void> {
  const { userId, userName } = session
  await requireAttempt(desk, 'user', userName)
  const hash = await readSnapshot(desk.database, (db) => getPasswordHash(db, userId))
  if (!(await verifyPassword({ hash, password }))) throw new Problem('access.refused', {})
  await forgetAttempts(desk.database, 'user', userName)
}

/** Makes the secret of an authenticator; it counts from its first code on. */
export async function startSecondFactor(
  desk: SignInDesk,
  session: SessionRow,
  password: string,
): Promise<{ uri: string; secret: string; backupCodes: string[] }> {
  if (session.secondFactorOn) throw new Problem('access.second-factor-already-on', {})
  await requireOwnPassword(desk, session, password)
  const passed = await desk.engine.startSecondFactor(desk.caller, password)
  if (!passed || passed.said.method !== 'totp') throw new Problem('access.refused', {})
  const { totpURI, backupCodes } = passed.said
  const secret = new URL(totpURI).searchParams.get('secret') ?? ''
  const label = encodeURIComponent(`Rasad:${session.userName}`)
  const uri = `otpauth://totp/${label}?secret=${secret}&issuer=Rasad&digits=6&period=30`
  const started = {
    actor: accountActor(session.userName),
    action: 'access.second-factor-started',
    province: null,
  }
  await act(desk.database, { ...started, subject: {} }, async () => {})
  return { uri, secret, backupCodes: [...backupCodes] }
}

/** Turns the second factor on with the first code of the authenticator; the session is a new one. */
export async function confirmSecondFactor(
  desk: SignInDesk,
  session: SessionRow,
  code: string,
): Promise<Entered> {
  if (session.secondFactorOn) throw new Problem('access.second-factor-already-on', {})
  const { cookies } = await requireCode(desk, session.userId, code)
  return enter(desk, cookies, { action: 'access.second-factor-confirmed', withCode: true })
}

/** Makes new backup codes in place of those before, which are taken no more. */
export async function renewBackupCodes(
  desk: SignInDesk,
  session: SessionRow,
  password: string,
): Promise<{ backupCodes: string[] }> {
  if (!session.secondFactorOn) throw new Problem('access.second-factor-not-on', {})
  await requireOwnPassword(desk, session, password)
  const passed = await desk.engine.renewBackupCodes(desk.caller, password)
  if (!passed) throw new Problem('access.refused', {})
  const renewed = {
    actor: accountActor(session.userName),
    action: 'access.backup-codes-renewed',
    province: null,
  }
  await act(desk.database, { ...renewed, subject: {} }, async () => {})
  return { backupCodes: [...passed.said.backupCodes] }
}
