import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../../platform/db.ts'
import { instantOf } from '../../platform/moments.ts'

/** What attempts are counted by. */
export type GuardKind = 'user' | 'address' | 'code'
/** How many attempts are taken, and for how many seconds none is taken after them; `doubling` from lock to lock. */
type GuardRule = { attempts: number; seconds: number; doubling: boolean }

// An office of hundreds may share one address; a person types a password wrong five times at most.
const GUARD_RULES: Record<GuardKind, GuardRule> = {
  user: { attempts: 5, seconds: 15 * 60, doubling: true },
  code: { attempts: 5, seconds: 15 * 60, doubling: true },
  address: { attempts: 100, seconds: 15 * 60, doubling: false },
}
/** Sixteen hours, however often it was locked. */
const MOST_DOUBLINGS = 6
/** After a day without attempts nothing is held against anybody. */
const FORGOTTEN_AFTER = '1 day'

/** What came of counting an attempt: taken, perhaps as the last one, or not taken for so many seconds. */
export type Attempt = { taken: true; wasLast: boolean } | { taken: false; seconds: number }

/** Words typed as a user name may be a password: only their hash is kept. */
function keyOf(kind: GuardKind, name: string): string {
  return `${kind}:${createHash('sha256').update(name).digest('hex')}`
}

/** Counts an attempt before it is judged, so that many at once cannot pass together; the last one locks in the same statement. */
export async function takeAttempt(
  database: Database,
  kind: GuardKind,
  name: string,
  now: number,
): Promise<Attempt> {
  const { attempts, seconds, doubling } = GUARD_RULES[kind]
  const key = keyOf(kind, name)
  const at = new Date(now).toISOString()
  const forgotten = sql`guard.window_from < ${at}::timestamptz - ${doubling ? FORGOTTEN_AFTER : `${seconds} seconds`}::interval`
  const count = sql`case when ${forgotten} then 1 else guard.failures + 1 end`
  const locks = sql`case when ${forgotten} then 0 else guard.locks end`
  const pause = doubling
    ? sql`${seconds} * power(2, least(${locks}, ${MOST_DOUBLINGS}))`
    : sql`${seconds}::float8`
  const { rows } = await sql<{ wasLast: boolean }>`
    insert into identity.sign_in_guard as guard (key, failures, locks, window_from) values (${key}, 1, 0, ${at})
    on conflict (key) do update set
      failures = case when ${count} >= ${attempts} then 0 else ${count} end,
      locks = ${locks} + case when ${count} >= ${attempts} then 1 else 0 end,
      locked_until = case when ${count} >= ${attempts} then ${at}::timestamptz + make_interval(secs => ${pause}) end,
      window_from = case when ${forgotten} or ${doubling} then ${at}::timestamptz else guard.window_from end
    where guard.locked_until is null or guard.locked_until <= ${at}
    returning coalesce(locked_until > ${at}, false) as was_last`.execute(database)
  if (rows[0]) return { taken: true, wasLast: rows[0].wasLast }
  const left = await sql<{ seconds: number }>`
    select greatest(1, ceil(extract(epoch from locked_until - ${at}::timestamptz)))::integer as seconds
    from identity.sign_in_guard where key = ${key}`.execute(database)
  return { taken: false, seconds: left.rows[0]?.seconds ?? 1 }
}

/** Forgets the attempts by a name: the right word was given, or an operator says so. */
export async function forgetAttempts(database: Database, kind: GuardKind, name: string): Promise<void> {
  await sql`delete from identity.sign_in_guard where key = ${keyOf(kind, name)}`.execute(database)
}

/** Gives an attempt back to an address: whoever signed in counts for nothing. */
export async function giveAttemptBack(database: Database, kind: GuardKind, name: string): Promise<void> {
  await sql`update identity.sign_in_guard set failures = greatest(failures - 1, 0)
    where key = ${keyOf(kind, name)}`.execute(database)
}

/** Until when each of some names is locked out, by name. */
export async function listLockOuts(
  database: Pick<Database, 'getExecutor'>,
  names: readonly string[],
): Promise<Map<string, string>> {
  const byKey = new Map(names.map((name) => [keyOf('user', name), name]))
  const { rows } = await sql<{ key: string; lockedUntil: string }>`
    select key, locked_until from identity.sign_in_guard
    where key = any (${sql.val([...byKey.keys()])}::text[]) and locked_until > clock_timestamp()`.execute(
    database,
  )
  return new Map(rows.map(({ key, lockedUntil }) => [byKey.get(key)!, instantOf(lockedUntil)]))
}

/** Takes a code of an authenticator out of use; false when it was tried lately. */
export async function useCodeOnce(database: Database, userId: string, code: string): Promise<boolean> {
  await sql`delete from identity.used_code
    where user_id = ${userId} and used_at < clock_timestamp() - interval '5 minutes'`.execute(database)
  const hash = createHash('sha256').update(`${userId}:${code}`).digest('hex')
  const { rows } = await sql`insert into identity.used_code (user_id, code_hash, used_at)
    values (${userId}, ${hash}, clock_timestamp()) on conflict do nothing returning 1 as used`.execute(
    database,
  )
  return rows.length > 0
}
