import { randomInt } from 'node:crypto'
import type { User } from '@rasad/contracts/users'
import { isAcceptablePassword, SHORTEST_PASSWORD } from '@rasad/domain/access/password'
import { levelsOf, type Role } from '@rasad/domain/access/roles'
import { isInScope, type Actor, type Scope } from '@rasad/domain/access/scope'
import { scopeOfRole, type NamedPlaces } from '@rasad/domain/access/standing'
import { generateRandomString, hashPassword } from 'better-auth/crypto'
import type { WriteTx } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { requireCounties } from '../places/places.queries.ts'
import { endSessions, removeSecondFactor, setPasswordHash } from './account.queries.ts'
import { forgetAttempts } from './guard.queries.ts'
import { addressOfUser } from './user-address.ts'
import {
  countOperators,
  getUser,
  insertUser,
  isUserName,
  lockUserRow,
  noteUserChange,
  setName,
  setUserLock,
  setUserRole,
  type StandingColumns,
} from './users.queries.ts'

/** A role and its places, as somebody names them. */
export type StandingWords = NamedPlaces & { role: Role; employer?: string | undefined }
type By = { actor: Actor }
type At = By & { now: number }
/** The version that whoever asks saw. */
type Seen = { version?: number | undefined }

// Without what looks alike on paper: 0 O, 1 l I.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password to be said once: four groups of four, 79 bits. */
function newOneTimePassword(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}

/** Refuses a password that may not be taken. */
export function requireAcceptablePassword(password: string, userName: string): void {
  if (!isAcceptablePassword(password, userName))
    throw new Problem('access.password-too-weak', { shortest: SHORTEST_PASSWORD })
}

async function decideStanding(tx: WriteTx, words: StandingWords, actor: Actor): Promise<StandingColumns> {
  const { role, employer } = words
  const scope = scopeOfRole(role, words)
  if (!scope) throw new Problem('user.place-not-of-role', { role, levels: [...levelsOf(role)] })
  if (!mayManage(actor.scope, scope)) throw new Problem('not-allowed', { permission: 'user.manage' })
  const { province, county, agency, bank } = words
  if (county !== undefined) await requireCounties(tx, province ?? null, [county])
  return {
    role,
    province: province ?? null,
    county: county ?? null,
    agency: agency ?? null,
    bank: bank ?? null,
    employer: employer ?? null,
  }
}

function mayManage(own: Scope, scope: Scope): boolean {
  return own.level === 'national' || (scope.level !== 'national' && isInScope(own, scope))
}

/** Adds a user; without a password one is made, said once, and must be changed. */
export async function addUser(
  tx: WriteTx,
  words: StandingWords & { userName: string; name: string; password?: string | undefined },
  { actor }: By,
): Promise<{ user: User; oneTimePassword: string | null }> {
  const { userName, name, password } = words
  const standing = await decideStanding(tx, words, actor)
  if (await isUserName(tx, userName)) throw new Problem('user.exists', { userName })
  if (password !== undefined) requireAcceptablePassword(password, userName)
  const oneTimePassword = password === undefined ? newOneTimePassword() : null
  const hash = await hashPassword(password ?? oneTimePassword!)
  const id = generateRandomString(32)
  const email = addressOfUser(userName)
  const mustChange = oneTimePassword !== null
  await insertUser(tx, { id, userName, name, email, hash, mustChange }, standing)
  return { user: await getUser(tx, userName, actor.scope), oneTimePassword }
}

/** Gives a user another role or place; their sessions end. */
export async function changeUserRole(
  tx: WriteTx,
  userName: string,
  words: StandingWords & Seen,
  { actor, now }: At,
): Promise<User> {
  const userId = await holdUser(tx, userName, actor, words.version)
  const standing = await decideStanding(tx, words, actor)
  if (standing.role !== 'operator') await keepAnOperator(tx, userName, actor)
  await setUserRole(tx, userId, standing)
  await noteUserChange(tx, userId, { by: actor.id, now })
  await endSessions(tx, userId, null)
  return getUser(tx, userName, actor.scope)
}

/** Gives a user another first and last name; tells the one before. */
export async function renameUser(
  tx: WriteTx,
  userName: string,
  { name, version }: { name: string } & Seen,
  { actor, now }: At,
): Promise<{ user: User; before: string }> {
  const userId = await holdUser(tx, userName, actor, version)
  const { name: before } = await getUser(tx, userName, actor.scope)
  await setName(tx, userId, name)
  await noteUserChange(tx, userId, { by: actor.id, now })
  return { user: await getUser(tx, userName, actor.scope), before }
}

/** Locks an account; its sessions end. */
export async function lockUser(
  tx: WriteTx,
  userName: string,
  { reason, version }: { reason: string } & Seen,
  { actor, now }: At,
): Promise<User> {
  const userId = await holdUser(tx, userName, actor, version)
  await keepAnOperator(tx, userName, actor)
  await setUserLock(tx, userId, { at: now, by: actor.id, reason })
  await noteUserChange(tx, userId, { by: actor.id, now })
  await endSessions(tx, userId, null)
  return getUser(tx, userName, actor.scope)
}

/** Opens an account, whoever or whatever locked it. */
export async function unlockUser(tx: WriteTx, userName: string, { actor, now }: At): Promise<User> {
  const userId = await holdUser(tx, userName, actor)
  await setUserLock(tx, userId, null)
  await noteUserChange(tx, userId, { by: actor.id, now })
  await forgetAttempts(tx, 'user', userName)
  await forgetAttempts(tx, 'code', userId)
  return getUser(tx, userName, actor.scope)
}

/** Makes a password that is said once and must be changed; the sessions end. */
export async function resetPassword(
  tx: WriteTx,
  userName: string,
  { actor }: By,
): Promise<{ user: User; oneTimePassword: string }> {
  const userId = await holdUser(tx, userName, actor)
  const oneTimePassword = newOneTimePassword()
  await setPasswordHash(tx, userId, await hashPassword(oneTimePassword), true)
  await endSessions(tx, userId, null)
  await forgetAttempts(tx, 'user', userName)
  return { user: await getUser(tx, userName, actor.scope), oneTimePassword }
}

/** Takes away the authenticator of somebody who lost it; the sessions end. */
export async function resetSecondFactor(tx: WriteTx, userName: string, { actor }: By): Promise<User> {
  const userId = await holdUser(tx, userName, actor)
  await removeSecondFactor(tx, userId)
  await endSessions(tx, userId, null)
  await forgetAttempts(tx, 'code', userId)
  return getUser(tx, userName, actor.scope)
}

/** Ends every session of a user, who may sign in again. */
export async function endUserSessions(tx: WriteTx, userName: string, { actor }: By): Promise<User> {
  const userId = await holdUser(tx, userName, actor)
  await endSessions(tx, userId, null)
  return getUser(tx, userName, actor.scope)
}

async function holdUser(tx: WriteTx, userName: string, actor: Actor, seen?: number): Promise<string> {
  await getUser(tx, userName, actor.scope)
  const { userId, version } = await lockUserRow(tx, userName)
  if (seen !== undefined && seen !== version) throw new Problem('user.changed-meanwhile', { version })
  return userId
}

/** Refuses to take away the last operator who may sign in. */
async function keepAnOperator(tx: WriteTx, userName: string, actor: Actor): Promise<void> {
  const { role, lockedAt } = await getUser(tx, userName, actor.scope)
  if (role !== 'operator' || lockedAt !== null) return
  if ((await countOperators(tx)) <= 1) throw new Problem('user.last-operator', {})
}
