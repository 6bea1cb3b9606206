import type { User } from '@rasad/contracts/users'
import { needsSecondFactor, type Role } from '@rasad/domain/access/roles'
import type { Scope } from '@rasad/domain/access/scope'
import { holdsWords } from '@rasad/domain/persian/search-words'
import { sql, type RawBuilder } from 'kysely'
import type { Database, ReadDb, WriteTx } from '../../platform/db.ts'
import { instantOf, instantOrNull } from '../../platform/moments.ts'
import { Problem } from '../../platform/problem.ts'
import { listLockOuts } from './guard.queries.ts'
import { namedPlaceColumns, namedScopeOf, type NamedPlaceColumns } from './named-scope.queries.ts'

type UserRow = NamedPlaceColumns & {
  userName: string
  name: string
  role: Role
  employer: string | null
  secondFactorOn: boolean
  mustChangePassword: boolean
  lockedAt: string | null
  lockedBy: string | null
  lockReason: string | null
  lastSignInAt: string | null
  addedAt: string
  sessions: number
  version: number
  changedBy: string | null
  changedAt: string | null
}

const SELECTED = sql`
  select username as user_name, name, role, employer_id as employer, two_factor_enabled as second_factor_on,
    must_change_password, locked_at, locked_by, lock_reason, last_sign_in_at, created_at as added_at, version, changed_by,
    changed_at, ${namedPlaceColumns('user_role')},
    (select count(*)::integer from identity.session where session.user_id = "user".id and expires_at > clock_timestamp()) as sessions
  from identity."user" join identity.user_role on user_role.user_id = "user".id`

async function readUsers(db: ReadDb, where: RawBuilder<unknown>): Promise<User[]> {
  const { rows } = await sql<UserRow>`${SELECTED} ${where}`.execute(db)
  const lockedOut = await listLockOuts(
    db,
    rows.map(({ userName }) => userName),
  )
  return rows.map(
    ({ province, county, agency, bank, employer, secondFactorOn, changedBy, changedAt, ...row }) => ({
      ...row,
      lockedAt: instantOrNull(row.lockedAt),
      lastSignInAt: instantOrNull(row.lastSignInAt),
      addedAt: instantOf(row.addedAt),
      changed: changedBy === null || changedAt === null ? null : { by: changedBy, at: instantOf(changedAt) },
      scope: namedScopeOf({ province, county, agency, bank }),
      agency: agency?.code ?? employer,
      secondFactor: { needed: needsSecondFactor(row.role), on: secondFactorOn },
      lockedOutUntil: lockedOut.get(row.userName) ?? null,
    }),
  )
}

/** Users and tokens stand in a scope when their own lies in it; those of the whole country only in the whole country's. */
export function standsIn(scope: Scope, row: 'user_role' | 'api_token' = 'user_role'): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${row}.${name}`)
  switch (scope.level) {
    case 'national':
      return sql`true`
    case 'province':
      return sql`${column('province_id')} = ${scope.province}`
    case 'county':
      return sql`${column('province_id')} = ${scope.province} and ${column('county_id')} = ${scope.county}`
    case 'agency':
      return sql`${column('province_id')} = ${scope.province} and ${column('agency_id')} = ${scope.agency}
        and ${scope.county === undefined ? sql`true` : sql`${column('county_id')} = ${scope.county}`}`
    case 'bank':
      // No token is a bank's.
      if (row === 'api_token') return sql`false`
      return sql`${column('province_id')} = ${scope.province} and ${column('bank_id')} = ${scope.bank}`
  }
}

/** A page of the users of a scope, by name. */
export async function listUsers(
  db: ReadDb,
  scope: Scope,
  asked: {
    province?: string | undefined
    role?: Role | undefined
    q?: string | undefined
    after?: string | undefined
    limit: number
  },
): Promise<{ users: User[]; next: string | null }> {
  const province = asked.province === undefined ? sql`true` : sql`user_role.province_id = ${asked.province}`
  const role = asked.role === undefined ? sql`true` : sql`role = ${asked.role}`
  const after = asked.after === undefined ? sql`true` : sql`username > ${asked.after}`
  const where = sql`where ${standsIn(scope)} and ${province} and ${role}`
  const found =
    asked.q === undefined ? sql`true` : sql`username = any(${await findNamed(db, where, asked.q)})`
  const users = await readUsers(
    db,
    sql`${where} and ${found} and ${after} order by username limit ${asked.limit + 1}`,
  )
  const page = users.slice(0, asked.limit)
  return { users: page, next: users.length > asked.limit ? page.at(-1)!.userName : null }
}

async function findNamed(db: ReadDb, where: RawBuilder<unknown>, typed: string): Promise<string[]> {
  const { rows } = await sql<{ userName: string; name: string }>`
    select username as user_name, name from identity."user" join identity.user_role on user_role.user_id = "user".id
    ${where}`.execute(db)
  return rows
    .filter(({ userName, name }) => holdsWords(`${name} ${userName}`, typed))
    .map(({ userName }) => userName)
}

/** One user of a scope; refuses a name that nobody in it has. */
export async function getUser(db: ReadDb, userName: string, scope: Scope): Promise<User> {
  const [user] = await readUsers(db, sql`where username = ${userName} and ${standsIn(scope)}`)
  if (!user) throw new Problem('not-found', { kind: 'user', id: userName })
  return user
}

/** Whether anybody may sign in at all. */
export async function hasUsers(db: ReadDb): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select 1 from identity.user_role where locked_at is null) as has`.execute(db)
  return rows[0]!.has
}

/** Whether a user has this name. */
export async function isUserName(db: ReadDb, userName: string): Promise<boolean> {
  const { rows } = await sql`select 1 from identity."user" where username = ${userName}`.execute(db)
  return rows.length > 0
}

/** Whether a user is locked, or is no user of ours. */
export async function isLockedUser(database: Database, userId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from identity.user_role where user_id = ${userId} and locked_at is null`.execute(database)
  return rows.length === 0
}

/** Holds a user until the end of the transaction and tells their id and version. */
export async function lockUserRow(
  tx: WriteTx,
  userName: string,
): Promise<{ userId: string; version: number }> {
  const { rows } = await sql<{ userId: string; version: number }>`
    select id as user_id, version from identity."user" join identity.user_role on user_id = id
    where username = ${userName} for update of user_role`.execute(tx)
  const [row] = rows
  if (!row) throw new Problem('not-found', { kind: 'user', id: userName })
  return row
}

/** How many operators may sign in, counted while nobody else changes one. */
export async function countOperators(tx: WriteTx): Promise<number> {
  const { rows } = await sql<{ userId: string }>`
    select user_id from identity.user_role where role = 'operator' and locked_at is null
    order by user_id for update`.execute(tx)
  return rows.length
}

/** Where a user stands, as its columns. */
export type StandingColumns = {
  role: Role
  province: string | null
  county: string | null
  agency: string | null
  bank: string | null
  employer: string | null
}

/** Adds a user with a password's hash. */
export async function insertUser(
  tx: WriteTx,
  user: { id: string; userName: string; name: string; email: string; hash: string; mustChange: boolean },
  { role, province, county, agency, bank, employer }: StandingColumns,
): Promise<void> {
  const { id, userName, name, email, hash, mustChange } = user
  await sql`insert into identity."user" (id, name, email, username, display_username)
    values (${id}, ${name}, ${email}, ${userName}, ${userName})`.execute(tx)
  await sql`insert into identity.account (id, account_id, provider_id, user_id, password)
    values (${id}, ${id}, 'credential', ${id}, ${hash})`.execute(tx)
  await sql`insert into identity.user_role
      (user_id, role, province_id, county_id, agency_id, bank_id, employer_id, must_change_password)
    values (${id}, ${role}, ${province}, ${county}, ${agency}, ${bank}, ${employer}, ${mustChange})`.execute(
    tx,
  )
}

/** Gives a user another role and place. */
export async function setUserRole(
  tx: WriteTx,
  userId: string,
  { role, province, county, agency, bank, employer }: StandingColumns,
): Promise<void> {
  await sql`update identity.user_role set role = ${role}, province_id = ${province}, county_id = ${county},
      agency_id = ${agency}, bank_id = ${bank}, employer_id = ${employer}
    where user_id = ${userId}`.execute(tx)
}

/** Gives a user another first and last name. */
export async function setName(tx: WriteTx, userId: string, name: string): Promise<void> {
  await sql`update identity."user" set name = ${name}, updated_at = clock_timestamp() where id = ${userId}`.execute(
    tx,
  )
}

/** Locks an account from a moment on, by somebody who says why, or opens it. */
export async function setUserLock(
  tx: WriteTx,
  userId: string,
  lock: { at: number; by: string; reason: string } | null,
): Promise<void> {
  const at = lock === null ? null : new Date(lock.at).toISOString()
  await sql`update identity.user_role
    set locked_at = ${at}, locked_by = ${lock?.by ?? null}, lock_reason = ${lock?.reason ?? null}
    where user_id = ${userId}`.execute(tx)
}

/** Notes who changed a user; the version that others saw is the present one no more. */
export async function noteUserChange(
  tx: WriteTx,
  userId: string,
  { by, now }: { by: string; now: number },
): Promise<void> {
  await sql`update identity.user_role
    set version = version + 1, changed_by = ${by}, changed_at = ${new Date(now).toISOString()}
    where user_id = ${userId}`.execute(tx)
}
