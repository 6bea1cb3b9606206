import type { AnswerOf, AnyRoute, ChangeRoute, InputOf } from '@rasad/contracts/define-route'
import type { Actor } from '@rasad/domain/access/scope'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { act } from '../../platform/act.ts'
import type { WriteTx } from '../../platform/db.ts'
import { auditOf, parseInput, send, type Platform } from '../../platform/route.ts'
import { requirePermission } from '../../platform/scope.ts'
import type { AccessSettings } from './access-settings.ts'
import type { Caller, Engine } from './identity-engine.ts'
import type { OpenIn, Visit, Visits } from './visits.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route finds out by itself who asks; all others are for whoever is signed in. */
    findsWhoAsks?: true
  }
}

/** What the routes of people and their signing in stand on. */
export type Access = Platform & { visits: Visits; engine: () => Promise<Engine>; settings: AccessSettings }

/** A request of a route of people: who asks is known where somebody must be signed in. */
export type Asked<R extends AnyRoute> = {
  input: InputOf<R>
  caller: Caller
  now: number
  /** Gives the browser cookies with the answer. */
  pass: (cookies: readonly string[]) => void
}

/** What the engine is told of a request. */
export function callerOf(request: FastifyRequest): Caller {
  const { cookie = '', 'user-agent': browser = '' } = request.headers
  return { cookie, browser: browser.slice(0, 300), address: request.ip }
}

/** Serves a route that anyone may ask. */
export function serveAnyone<R extends AnyRoute>(
  access: Access,
  contract: R,
  answer: (asked: Asked<R> & { visit: Visit | undefined }) => Promise<AnswerOf<R>>,
): void {
  route(access, contract, (request) => access.visits.find(request), answer)
}

/**
 * Serves a route of people to whoever is signed in and may do it, in `open` states of an unfinished sign-in too. Its
 * tables are the identity's, which no role of a scope reaches: the command applies the scope itself.
 */
export function serveSignedIn<R extends AnyRoute>(
  access: Access,
  contract: R,
  open: OpenIn,
  answer: (asked: Asked<R> & { visit: Visit }) => Promise<AnswerOf<R>>,
): void {
  const admit = async (request: FastifyRequest) => {
    const visit = await access.visits.require(request, open)
    requirePermission(visit.actor, contract.permission)
    return visit
  }
  route(access, contract, admit, answer)
}

function route<R extends AnyRoute, V>(
  access: Access,
  contract: R,
  admit: (request: FastifyRequest) => Promise<V>,
  answer: (asked: Asked<R> & { visit: V }) => Promise<AnswerOf<R>>,
): void {
  access.http.route({
    method: contract.method,
    url: contract.path,
    config: { findsWhoAsks: true },
    handler: async (request, reply) => {
      const visit = await admit(request)
      const input = parseInput(contract, request)
      const pass = (cookies: readonly string[]) => giveCookies(reply, cookies)
      const caller = callerOf(request)
      const result = await answer({ visit, input, caller, now: access.clock(), pass })
      return send(reply.header('cache-control', 'no-store'), contract, result)
    },
  })
}

/** Gives the browser cookies with the answer. */
export function giveCookies(reply: FastifyReply, cookies: readonly string[]): void {
  if (cookies.length > 0) reply.header('set-cookie', [...cookies])
}

/** One change of the identity and its audit row, in the actor's name and outside the fences of the scopes. */
export function actOnIdentity<R extends ChangeRoute, T>(
  { database }: Access,
  contract: R,
  { input, actor }: { input: InputOf<R>; actor: Actor },
  work: (tx: WriteTx) => Promise<T>,
  /** What the audit row says of the result beside the words of the request. */
  told: (result: T) => Record<string, unknown> = () => ({}),
): Promise<T> {
  const unfenced: Actor = { ...actor, scope: { level: 'national' } }
  const { subject, ...audit } = auditOf(contract, input)
  const whole = (result: T) => ({ ...subject, ...told(result) })
  return act(database, { actor: unfenced, ...audit, subject: whole }, work)
}
