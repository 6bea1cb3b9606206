import { createHash } from 'node:crypto'
import type { Permission } from '@rasad/domain/access/permissions'
import type { Role } from '@rasad/domain/access/roles'
import { sql, type RawBuilder } from 'kysely'
import type { Database, ReadDb } from '../../platform/db.ts'

/** What a user is. */
export type UserStanding = {
  userName: string
  name: string
  role: Role
  province: string | null
  county: string | null
  agency: string | null
  bank: string | null
  employer: string | null
}

/** A session that is valid now, with its user and what they are. */
export type SessionRow = UserStanding & {
  sessionId: string
  userId: string
  secondFactorOn: boolean
  secondFactorGiven: boolean
  mustChangePassword: boolean
  /** Seconds since its last use was noted. */
  idleSeconds: number
}

/** The session of a token, if it is used in time and its user is not locked: one look by a unique index. */
export async function findSession(
  database: Database,
  token: string,
  { now, idleMinutes }: { now: number; idleMinutes: number },
): Promise<SessionRow | undefined> {
  const at = new Date(now).toISOString()
  const { rows } = await sql<SessionRow>`
    select session.id as session_id, session.user_id, username as user_name, name,
      two_factor_enabled as second_factor_on, second_factor_at is not null as second_factor_given,
      role, province_id as province, county_id as county, agency_id as agency, bank_id as bank, employer_id as employer,
      must_change_password, extract(epoch from ${at}::timestamptz - session.updated_at)::float8 as idle_seconds
    from identity.session
    join identity."user" on "user".id = session.user_id
    join identity.user_role on user_role.user_id = session.user_id
    where session.token = ${token} and locked_at is null and expires_at > ${at}
      and session.updated_at > ${at}::timestamptz - make_interval(mins => ${idleMinutes})`.execute(database)
  return rows[0]
}

/** Notes that a session was used. */
export async function touchSession(database: Database, sessionId: string, now: number): Promise<void> {
  await sql`update identity.session set updated_at = ${new Date(now).toISOString()}
    where id = ${sessionId}`.execute(database)
}

type Places = Record<'province' | 'county' | 'agency' | 'bank', string | null>

/** A token, and the user who made it, if it was one. */
export type TokenRow = Omit<Places, 'bank'> & {
  name: string
  permissions: Permission[]
  addedBy: string
  revokedAt: string | null
  expiresAt: string | null
  makerRole: Role | null
  makerLocked: boolean
  makerPlaces: Places
}

/** What is kept of a token's secret. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** The token of a secret's hash, whatever became of it: one look by unique indexes. */
export async function findToken(database: Database, secretHash: string): Promise<TokenRow | undefined> {
  const [row] = await readTokenRows(database, sql`secret_hash = ${secretHash}`)
  return row
}

/** The token of a name, whatever became of it. */
export async function findTokenNamed(database: Database, name: string): Promise<TokenRow | undefined> {
  const [row] = await readTokenRows(database, sql`api_token.name = ${name}`)
  return row
}

/** Every token with whoever made it. */
export function listTokenRows(db: ReadDb): Promise<TokenRow[]> {
  return readTokenRows(db, sql`true`)
}

async function readTokenRows(db: ReadDb, which: RawBuilder<unknown>): Promise<TokenRow[]> {
  const { rows } = await sql<TokenRow>`
    select api_token.name, permissions, api_token.province_id as province, api_token.county_id as county,
      api_token.agency_id as agency, added_by, revoked_at, expires_at, user_role.role as maker_role,
      user_role.locked_at is not null as maker_locked,
      jsonb_build_object('province', user_role.province_id, 'county', user_role.county_id,
        'agency', user_role.agency_id, 'bank', user_role.bank_id) as maker_places
    from identity.api_token
    left join identity."user" on added_by = 'user:' || username
    left join identity.user_role on user_role.user_id = "user".id
    where ${which}`.execute(db)
  return rows
}

/** What a user is now; undefined when nobody has the name, or they are locked. */
export async function findUserNamed(database: Database, userName: string): Promise<UserStanding | undefined> {
  const { rows } = await sql<UserStanding>`
    select username as user_name, name, role, province_id as province, county_id as county, agency_id as agency, bank_id as bank,
      employer_id as employer
    from identity."user" join identity.user_role on user_role.user_id = "user".id
    where username = ${userName} and locked_at is null`.execute(database)
  return rows[0]
}
