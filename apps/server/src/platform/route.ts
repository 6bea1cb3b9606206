import type {
  AnswerOf,
  AnyRoute,
  ChangeRoute,
  FileRoute,
  InputOf,
  ReadRoute,
} from '@rasad/contracts/define-route'
import type { Actor } from '@rasad/domain/access/scope'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type pg from 'pg'
import type { z } from 'zod'
import { act } from './act.ts'
import { readInScope, type Database, type ReadDb, type WriteTx } from './db.ts'
import type { FileStore } from './file-store.ts'
import { Problem } from './problem.ts'
import { requirePermission } from './scope.ts'

/** What the routes stand on. */
export type Platform = {
  http: FastifyInstance
  database: Database
  pool: pg.Pool
  files: FileStore
  /** Milliseconds since 1970; the only source of "now". */
  clock: () => number
  /** Who acts in a request; refuses one that nobody is signed in for, or that is not yet open to them. */
  actorOf: (request: FastifyRequest) => Promise<Actor>
}

export type Circumstances = { actor: Actor; now: number }
type Reading<R extends AnyRoute> = (
  db: ReadDb,
  input: InputOf<R>,
  circumstances: Circumstances,
) => Promise<AnswerOf<R>>
type Changing<R extends AnyRoute> = (
  tx: WriteTx,
  input: InputOf<R>,
  circumstances: Circumstances,
) => Promise<AnswerOf<R>>

/** Serves a route that only answers: one read-only snapshot, behind the fence of the actor's scope. */
export function read<R extends ReadRoute>(platform: Platform, contract: R, answer: Reading<R>): void {
  platform.http.get(contract.path, async (request, reply) => {
    const { actor, input } = await admit(platform, contract, request)
    const circumstances = { actor, now: platform.clock() }
    const result = await readInScope(platform.database, actor.scope, (db) => answer(db, input, circumstances))
    return send(reply, contract, result)
  })
}

/** Serves a route that changes something: one transaction, one audit row, then the answer. */
export function change<R extends ChangeRoute>(platform: Platform, contract: R, command: Changing<R>): void {
  platform.http.route({
    method: contract.method,
    url: contract.path,
    handler: async (request, reply) => {
      const { actor, input } = await admit(platform, contract, request)
      const result = await act(platform.database, { actor, ...auditOf(contract, input) }, (tx) =>
        command(tx, input, { actor, now: platform.clock() }),
      )
      return send(reply, contract, result)
    },
  })
}

/** The door of every route: who asks, whether they may at all, and only then what they ask. */
export async function admit<R extends AnyRoute>(
  platform: Platform,
  contract: R,
  request: FastifyRequest,
): Promise<{ actor: Actor; input: InputOf<R> }> {
  const actor = await platform.actorOf(request)
  requirePermission(actor, contract.permission)
  return { actor, input: parseInput(contract, request) }
}

/** What the audit row of a change says: its name, its province, and the words its contract lets it repeat. */
export function auditOf<R extends ChangeRoute>(contract: R, input: InputOf<R>) {
  const subject = { ...input.params, ...input.query, ...pick(input.body, contract.audited) }
  return { action: contract.action, province: provinceOf(input), subject }
}

/** What the audit row of a file that was taken says: the words of the question that its contract lets it repeat. */
export function auditOfTaking(
  { action, audited }: NonNullable<FileRoute['taken']>,
  input: InputOf<FileRoute>,
) {
  return { action, province: provinceOf(input), subject: { ...input.params, ...pick(input.query, audited) } }
}

/**
 * Reads the parameters, the query and the body of a request as the contract shapes them. A word of the query that the
 * contract does not know is refused: a filter with a slip in its name would be answered as if it were not there.
 */
export function parseInput<R extends AnyRoute>(contract: R, request: FastifyRequest): InputOf<R> {
  const params = parsePart(contract.params, request.params, 'path')
  const query = parsePart(contract.query.strict(), request.query, 'query')
  const body = contract.method === 'GET' ? undefined : parsePart(contract.body, request.body ?? {}, 'body')
  return { params, query, body } as InputOf<R>
}

function parsePart(schema: z.ZodType, value: unknown, part: string): unknown {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.flatMap((issue) =>
    wordsOf(issue).map((path) => ({ field: [part, ...path].join('.'), message: issue.message })),
  )
  throw new Problem('bad-input', { fields })
}

function wordsOf({ path, ...issue }: z.core.$ZodIssue): PropertyKey[][] {
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path]
}

/** Answers with what the contract names, and nothing else. */
export function send(reply: FastifyReply, contract: AnyRoute, result: unknown): FastifyReply {
  return reply
    .header('content-type', 'application/json; charset=utf-8')
    .send(JSON.stringify(contract.response.parse(result)))
}

function provinceOf(input: { params: object; query: object; body: unknown }): string | null {
  const named = { ...pick(input.body, ['province']), ...input.query, ...input.params } as Record<
    string,
    unknown
  >
  return typeof named['province'] === 'string' ? named['province'] : null
}

function pick(body: unknown, names: readonly string[]): Record<string, unknown> {
  if (typeof body !== 'object' || body === null) return {}
  return Object.fromEntries(Object.entries(body).filter(([name]) => names.includes(name)))
}
