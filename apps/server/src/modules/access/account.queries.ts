import type { Session } from '@rasad/contracts/access'
import { sql } from 'kysely'
import type { Database, ReadDb, WriteTx } from '../../platform/db.ts'
import { instantOf } from '../../platform/moments.ts'

/** The hash of a user's password. */
export async function getPasswordHash(db: ReadDb, userId: string): Promise<string> {
  const { rows } = await sql<{ password: string }>`
    select password from identity.account where user_id = ${userId} and provider_id = 'credential'`.execute(
    db,
  )
  if (!rows[0]) throw new Error('A user has no password.')
  return rows[0].password
}

/** Sets the hash of a user's password, and whether it must be changed at the next sign-in. */
export async function setPasswordHash(
  tx: WriteTx,
  userId: string,
  hash: string,
  mustChange: boolean,
): Promise<void> {
  await sql`update identity.account set password = ${hash}, updated_at = clock_timestamp()
    where user_id = ${userId} and provider_id = 'credential'`.execute(tx)
  await sql`update identity.user_role set must_change_password = ${mustChange}
    where user_id = ${userId}`.execute(tx)
}

/** Ends the sessions of a user, but for one, and the sign-ins that wait for a code. */
export async function endSessions(tx: WriteTx, userId: string, except: string | null): Promise<void> {
  await sql`delete from identity.session
    where user_id = ${userId} and id is distinct from ${except}`.execute(tx)
  await sql`delete from identity.verification where value = ${userId}`.execute(tx)
}

/** Ends one session of a user; false when it is not theirs. */
export async function endSession(tx: WriteTx, userId: string, sessionId: string): Promise<boolean> {
  const { rows } = await sql`delete from identity.session
    where id = ${sessionId} and user_id = ${userId} returning 1 as ended`.execute(tx)
  return rows.length > 0
}

/** Ends the session of a token, whoever's it is. */
export async function endSessionOfToken(tx: Database, token: string): Promise<void> {
  await sql`delete from identity.session where token = ${token}`.execute(tx)
}

/** Where a user is signed in, the last used first. */
export async function listSessions(
  db: ReadDb,
  userId: string,
  current: string,
  { now, idleMinutes }: { now: number; idleMinutes: number },
): Promise<Session[]> {
  const at = new Date(now).toISOString()
  const { rows } = await sql<Session>`
    select id as session_id, id = ${current} as current, created_at as started_at, expires_at as ends_at,
      nullif(ip_address, '') as address, nullif(user_agent, '') as browser
    from identity.session
    where user_id = ${userId} and expires_at > ${at}
      and updated_at > ${at}::timestamptz - make_interval(mins => ${idleMinutes})
    order by updated_at desc, id`.execute(db)
  return rows.map((session) => ({
    ...session,
    startedAt: instantOf(session.startedAt),
    endsAt: instantOf(session.endsAt),
  }))
}

/** Whose sign-in waits for a code: the id of the user; undefined when none waits. */
export async function findPendingUser(database: Database, identifier: string): Promise<string | undefined> {
  const { rows } = await sql<{ value: string }>`
    select value from identity.verification
    where identifier = ${identifier} and expires_at > clock_timestamp()`.execute(database)
  return rows[0]?.value
}

/** Notes on the session of a token that it was opened now, and with a code if one was given. */
export async function noteSignIn(
  tx: WriteTx,
  token: string,
  { now, withCode }: { now: number; withCode: boolean },
): Promise<void> {
  const at = new Date(now).toISOString()
  await sql`
    with opened as (
      update identity.session set updated_at = ${at},
        second_factor_at = case when ${withCode} then ${at}::timestamptz else second_factor_at end
      where token = ${token} returning user_id)
    update identity.user_role set last_sign_in_at = ${at} from opened where user_role.user_id = opened.user_id`.execute(
    tx,
  )
}

/** Takes away a user's authenticator. */
export async function removeSecondFactor(tx: WriteTx, userId: string): Promise<void> {
  await sql`delete from identity.two_factor where user_id = ${userId}`.execute(tx)
  await sql`update identity."user" set two_factor_enabled = false, updated_at = clock_timestamp()
    where id = ${userId}`.execute(tx)
}

/** Ends every session, and every sign-in that waits: nobody is signed in to a system that was brought back. */
export async function endEverySession(tx: WriteTx): Promise<void> {
  await sql`delete from identity.session`.execute(tx)
  await sql`delete from identity.verification`.execute(tx)
}
