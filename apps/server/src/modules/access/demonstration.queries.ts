import type { Role } from '@rasad/domain/access/roles'
import { sql } from 'kysely'
import type { Database, ReadDb, WriteTx } from '../../platform/db.ts'

/** An account of a demonstration as it is kept. */
export type DemonstrationRow = {
  userName: string
  name: string
  role: Role
  password: string
  totpSecret: string | null
}

/** The accounts of a demonstration in their order; none where this is none. */
export async function listDemonstrationUsers(db: ReadDb): Promise<DemonstrationRow[]> {
  const { rows } = await sql<DemonstrationRow>`
    select username as user_name, name, role, password, totp_secret
    from identity.demonstration_user
    join identity."user" on id = demonstration_user.user_id
    join identity.user_role on user_role.user_id = id
    where exists (select from demonstration)
    order by place`.execute(db)
  return rows
}

/** Whether an account's password and codes are known on purpose. */
export async function isDemonstrationUser(database: Database, userId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from identity.demonstration_user where user_id = ${userId}`.execute(
    database,
  )
  return rows.length > 0
}

/** Keeps the password and the authenticator secret of a user in the open. */
export async function insertDemonstrationUser(
  tx: WriteTx,
  userName: string,
  kept: { place: number; password: string; totpSecret: string | null; encryptedSecret: string | null },
): Promise<void> {
  const { place, password, totpSecret, encryptedSecret } = kept
  await sql`insert into identity.demonstration_user (user_id, place, password, totp_secret)
    select id, ${place}, ${password}, ${totpSecret} from identity."user" where username = ${userName}`.execute(
    tx,
  )
  if (encryptedSecret === null) return
  await sql`insert into identity.two_factor (id, user_id, secret, backup_codes, verified)
    select gen_random_uuid()::text, id, ${encryptedSecret}, ${encryptedSecret}, true
    from identity."user" where username = ${userName}`.execute(tx)
  await sql`update identity."user" set two_factor_enabled = true where username = ${userName}`.execute(tx)
}
