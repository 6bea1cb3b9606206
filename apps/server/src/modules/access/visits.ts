import type { Actor } from '@rasad/domain/access/scope'
import { signInStateOf, type SignInState } from '@rasad/domain/access/sign-in-state'
import type { FastifyRequest } from 'fastify'
import type { Database } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { actorOfUser } from './actors.ts'
import { DEFAULT_IDLE_MINUTES, type AccessSettings } from './access-settings.ts'
import type { Engine } from './identity-engine.ts'
import { actorOfToken } from './token-visits.ts'
import { findSession, touchSession, type SessionRow } from './visits.queries.ts'

/** Who asks: somebody with a session, a system with a token, or whoever acts without signing in. */
export type Visit = {
  actor: Actor
  state: SignInState
  /** The session and its user; undefined for the others. */
  session?: SessionRow
}

/** Which of the unfinished states a route of the own account answers in. */
export type OpenIn = readonly SignInState[]

export type Visits = {
  /** Who asks; undefined when nobody is signed in. */
  find: (request: FastifyRequest) => Promise<Visit | undefined>
  /** Refuses, before a route begins, whoever may not go on; the route's first look is spared. */
  greet: (request: FastifyRequest) => Promise<void>
  /** Who asks, where everything has been done; refuses otherwise. A later look asks anew. */
  actorOf: (request: FastifyRequest) => Promise<Actor>
  /** Whether somebody asks who may go on in one of the states. */
  require: (request: FastifyRequest, open: OpenIn) => Promise<Visit>
}

const TOUCHED_EVERY_SECONDS = 60

/** Finds who asks; `fixed` is who acts where nobody is signed in. */
export function openVisits(
  { database, clock }: { database: Database; clock: () => number },
  engine: () => Promise<Engine>,
  settings: AccessSettings,
  fixed: Actor | undefined,
): Visits {
  const greeted = new WeakMap<FastifyRequest, Visit>()

  const look = async (request: FastifyRequest, isUse: boolean): Promise<Visit | undefined> => {
    const secret = bearerOf(request)
    if (secret !== undefined) {
      const actor = await actorOfToken(database, secret, clock())
      return actor && { actor, state: 'signed-in' }
    }
    const { cookie } = request.headers
    const sessionToken = cookie === undefined ? undefined : (await engine()).tokenIn(cookie)
    if (sessionToken !== undefined) {
      const idleMinutes = settings.idleMinutes ?? DEFAULT_IDLE_MINUTES
      const session = await findSession(database, sessionToken, { now: clock(), idleMinutes })
      if (!session) return undefined
      if (isUse && session.idleSeconds > TOUCHED_EVERY_SECONDS)
        await touchSession(database, session.sessionId, clock())
      return visitOfSession(session)
    }
    return fixed && { actor: fixed, state: 'signed-in' }
  }
  const find = (request: FastifyRequest) => look(request, true)
  const require = async (request: FastifyRequest, open: OpenIn) => admitted(await find(request), open)
  const greet = async (request: FastifyRequest) => {
    greeted.set(request, await require(request, []))
  }
  const actorOf = async (request: FastifyRequest) => {
    const known = greeted.get(request)
    greeted.delete(request)
    // A stream that asks again while nobody is at the page is no use of the session.
    return (known ?? admitted(await look(request, false), [])).actor
  }
  return { find, require, greet, actorOf }
}

function admitted(visit: Visit | undefined, open: OpenIn): Visit {
  if (!visit) throw new Problem('sign-in-needed', {})
  if (visit.state !== 'signed-in' && !open.includes(visit.state))
    throw new Problem(`access.${visit.state}`, {})
  return visit
}

function bearerOf({ headers }: FastifyRequest): string | undefined {
  return /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1]
}

function visitOfSession(session: SessionRow): Visit {
  return { actor: actorOfUser(session), state: signInStateOf(session), session }
}
