import * as contract from '@rasad/contracts/access'
import * as auditContract from '@rasad/contracts/audit'
import * as users from '@rasad/contracts/users'
import { readSnapshot } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { read } from '../../platform/route.ts'
import { actOnIdentity, serveAnyone, serveSignedIn, type Access } from './access-door.ts'
import { DEFAULT_IDLE_MINUTES } from './access-settings.ts'
import {
  changePassword,
  confirmSecondFactor,
  describeMe,
  renewBackupCodes,
  startSecondFactor,
} from './account.commands.ts'
import { endSession, endSessionOfToken, listSessions } from './account.queries.ts'
import { searchAudit } from './audit.queries.ts'
import { describeSignIn } from './demonstration.commands.ts'
import { giveSecondFactor, signIn } from './sign-in.commands.ts'
import { addToken } from './tokens.commands.ts'
import { listTokens, revokeToken } from './tokens.queries.ts'
import * as people from './users.commands.ts'
import { getUser, listUsers } from './users.queries.ts'
import type { OpenIn, Visit } from './visits.ts'

const EVERYWHERE: OpenIn = ['second-factor-needed', 'password-to-change', 'second-factor-to-set-up']
const AFTER_THE_CODE: OpenIn = ['password-to-change', 'second-factor-to-set-up']

/** Signing in and out, and the own account. */
export function accountRoutes(access: Access): void {
  const { database } = access
  const deskOf = async (asked: { caller: Parameters<typeof signIn>[0]['caller']; now: number }) => ({
    database,
    engine: await access.engine(),
    caller: asked.caller,
    now: asked.now,
  })
  serveAnyone(access, contract.getSignInOptions, async () =>
    describeSignIn(database, access.settings, await access.engine()),
  )
  serveAnyone(access, contract.signIn, async (asked) => {
    const { userName, password } = asked.input.body
    const { state, cookies } = await signIn(await deskOf(asked), userName, password)
    asked.pass(cookies)
    return { state }
  })
  serveAnyone(access, contract.giveSecondFactor, async (asked) => {
    const { state, cookies } = await giveSecondFactor(
      await deskOf(asked),
      asked.input.body.code,
      asked.visit?.session,
    )
    asked.pass(cookies)
    return { state }
  })
  serveAnyone(access, contract.signOut, async (asked) => {
    const engine = await access.engine()
    const token = engine.tokenIn(asked.caller.cookie)
    asked.pass(engine.forgetting())
    const { visit, input } = asked
    if (token === undefined || !visit?.session) return {}
    await actOnIdentity(access, contract.signOut, { input, actor: visit.actor }, (tx) =>
      endSessionOfToken(tx, token),
    )
    return {}
  })
  serveSignedIn(access, contract.getMe, EVERYWHERE, ({ visit }) => describeMe({ database }, visit))
  serveSignedIn(access, contract.changePassword, AFTER_THE_CODE, async (asked) => ({
    state: await changePassword(await deskOf(asked), sessionOf(asked.visit), asked.input.body),
  }))
  serveSignedIn(access, contract.startSecondFactor, ['second-factor-to-set-up'], async (asked) =>
    startSecondFactor(await deskOf(asked), sessionOf(asked.visit), asked.input.body.password),
  )
  serveSignedIn(access, contract.confirmSecondFactor, ['second-factor-to-set-up'], async (asked) => {
    const desk = await deskOf(asked)
    const { state, cookies } = await confirmSecondFactor(desk, sessionOf(asked.visit), asked.input.body.code)
    asked.pass(cookies)
    return { state }
  })
  serveSignedIn(access, contract.renewBackupCodes, [], async (asked) =>
    renewBackupCodes(await deskOf(asked), sessionOf(asked.visit), asked.input.body.password),
  )
  serveSignedIn(access, contract.listSessions, AFTER_THE_CODE, async ({ visit, now }) => {
    const { userId, sessionId } = sessionOf(visit)
    const idleMinutes = access.settings.idleMinutes ?? DEFAULT_IDLE_MINUTES
    return {
      sessions: await readSnapshot(database, (db) =>
        listSessions(db, userId, sessionId, { now, idleMinutes }),
      ),
    }
  })
  serveSignedIn(access, contract.endSession, AFTER_THE_CODE, async ({ visit, input }) => {
    const { userId } = sessionOf(visit)
    const { sessionId } = input.params
    return actOnIdentity(access, contract.endSession, { input, actor: visit.actor }, async (tx) => {
      if (!(await endSession(tx, userId, sessionId)))
        throw new Problem('not-found', { kind: 'session', id: sessionId })
      return {}
    })
  })
}

/** Only somebody with a session has an account to act on: not a token, and not the machine's operator. */
function sessionOf({ session }: Visit) {
  if (!session) throw new Problem('sign-in-needed', {})
  return session
}

/** Users, tokens and the audit. */
export function peopleRoutes(access: Access): void {
  const { database } = access
  serveSignedIn(access, users.listUsers, [], ({ input, visit }) =>
    readSnapshot(database, (db) => listUsers(db, visit.actor.scope, input.query)),
  )
  serveSignedIn(access, users.getUser, [], ({ input, visit }) =>
    readSnapshot(database, (db) => getUser(db, input.params.userName, visit.actor.scope)),
  )
  serveSignedIn(access, users.addUser, [], ({ input, visit: { actor } }) =>
    actOnIdentity(access, users.addUser, { input, actor }, (tx) => people.addUser(tx, input.body, { actor })),
  )
  serveSignedIn(access, users.changeUserRole, [], ({ input, now, visit: { actor } }) =>
    actOnIdentity(access, users.changeUserRole, { input, actor }, (tx) =>
      people.changeUserRole(tx, input.params.userName, input.body, { actor, now }),
    ),
  )
  serveSignedIn(access, users.renameUser, [], async ({ input, now, visit: { actor } }) => {
    const renamed = await actOnIdentity(
      access,
      users.renameUser,
      { input, actor },
      (tx) => people.renameUser(tx, input.params.userName, input.body, { actor, now }),
      ({ before }) => ({ before }),
    )
    return renamed.user
  })
  serveSignedIn(access, users.lockUser, [], ({ input, now, visit: { actor } }) =>
    actOnIdentity(access, users.lockUser, { input, actor }, (tx) =>
      people.lockUser(tx, input.params.userName, input.body, { actor, now }),
    ),
  )
  serveSignedIn(access, users.unlockUser, [], ({ input, now, visit: { actor } }) =>
    actOnIdentity(access, users.unlockUser, { input, actor }, (tx) =>
      people.unlockUser(tx, input.params.userName, { actor, now }),
    ),
  )
  serveSignedIn(access, users.resetPassword, [], ({ input, visit: { actor } }) =>
    actOnIdentity(access, users.resetPassword, { input, actor }, (tx) =>
      people.resetPassword(tx, input.params.userName, { actor }),
    ),
  )
  serveSignedIn(access, users.resetSecondFactor, [], ({ input, visit: { actor } }) =>
    actOnIdentity(access, users.resetSecondFactor, { input, actor }, (tx) =>
      people.resetSecondFactor(tx, input.params.userName, { actor }),
    ),
  )
  serveSignedIn(access, users.endUserSessions, [], ({ input, visit: { actor } }) =>
    actOnIdentity(access, users.endUserSessions, { input, actor }, (tx) =>
      people.endUserSessions(tx, input.params.userName, { actor }),
    ),
  )
  serveSignedIn(access, users.listTokens, [], async ({ visit, now }) => ({
    tokens: await readSnapshot(database, (db) => listTokens(db, { scope: visit.actor.scope, now })),
  }))
  serveSignedIn(access, users.addToken, [], ({ input, now, visit: { actor } }) =>
    actOnIdentity(access, users.addToken, { input, actor }, (tx) => addToken(tx, input.body, { actor, now })),
  )
  serveSignedIn(access, users.revokeToken, [], ({ input, now, visit: { actor } }) =>
    actOnIdentity(access, users.revokeToken, { input, actor }, (tx) =>
      revokeToken(tx, input.params.tokenId, { now, scope: actor.scope }),
    ),
  )
  read(access, auditContract.searchAudit, (db, { query }, { actor }) => searchAudit(db, actor.scope, query))
}
