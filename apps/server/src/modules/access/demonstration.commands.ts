import { generateRandomString, symmetricEncrypt } from 'better-auth/crypto'
import type { DemonstrationUser } from '@rasad/contracts/access'
import { API_ROOT } from '@rasad/contracts/define-route'
import { needsSecondFactor } from '@rasad/domain/access/roles'
import type { Actor } from '@rasad/domain/access/scope'
import { act } from '../../platform/act.ts'
import { readSnapshot, type Database } from '../../platform/db.ts'
import { OIDC_START, type AccessSettings } from './access-settings.ts'
import { insertDemonstrationUser, listDemonstrationUsers } from './demonstration.queries.ts'
import type { Engine } from './identity-engine.ts'
import { getSigningSecret } from './secret.queries.ts'
import { addUser, type StandingWords } from './users.commands.ts'

/** How somebody may sign in here. Accounts are told only where they were added as a demonstration's. */
export async function describeSignIn(
  database: Database,
  { oidc }: AccessSettings,
  engine: Engine,
): Promise<{ oidc: { name: string; path: string } | null; demonstration: DemonstrationUser[] | null }> {
  const kept = await readSnapshot(database, listDemonstrationUsers)
  const users = kept.map(async ({ totpSecret, ...user }) => ({
    ...user,
    code: totpSecret === null ? null : await engine.codeOf(totpSecret),
  }))
  return {
    oidc: oidc ? { name: oidc.name, path: API_ROOT + OIDC_START } : null,
    demonstration: users.length === 0 ? null : await Promise.all(users),
  }
}

/** Adds accounts whose passwords and codes the sign-in page shows; a role that needs a second factor gets one. */
export async function addDemonstrationUsers(
  database: Database,
  users: readonly (StandingWords & { userName: string; name: string; password: string })[],
  { actor }: { actor: Actor },
): Promise<void> {
  const secrets = users.map(({ role }) => (needsSecondFactor(role) ? generateRandomString(32) : null))
  const sealed = await Promise.all(secrets.map(async (secret) => secret && encrypted(database, secret)))
  const subject = { users: users.map(({ userName, role }) => ({ userName, role })) }
  const added = { actor, action: 'user.demonstration-added', province: null, subject }
  await act(database, added, async (tx) => {
    for (const [place, user] of users.entries()) {
      await addUser(tx, user, { actor })
      await insertDemonstrationUser(tx, user.userName, {
        place,
        password: user.password,
        totpSecret: secrets[place] ?? null,
        encryptedSecret: sealed[place] ?? null,
      })
    }
  })
}

/** An authenticator's secret as the engine keeps it. */
async function encrypted(database: Database, secret: string): Promise<string> {
  return symmetricEncrypt({ key: await getSigningSecret(database), data: secret })
}
