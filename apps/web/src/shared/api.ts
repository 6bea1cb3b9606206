import { API_ROOT, type AnswerOf, type AnyRoute, type ChangeRoute } from '@rasad/contracts/define-route'
import type { ProblemCode, ProblemParams } from '@rasad/contracts/problem-catalogue'
import type { z } from 'zod'
import { noteConnection } from './connection.ts'
import { ageOf, noteChange, type Keeps } from './own-changes.ts'
import { noteSessionEnd } from './session-end.ts'

/** So often an answer is asked for that was old when it came; afterwards it is taken as it is. */
const MOST_ASKED = 4

/** Where `app/early.ts` leaves the answers, by their addresses. */
const EARLY = 'rasadEarly'

type Part<Name extends string, Shape> =
  Record<string, never> extends Shape ? { [Key in Name]?: Shape } : { [Key in Name]: Shape }

/** What a caller writes: the words of the contract before they are read. */
export type WordsOf<R extends AnyRoute> = Part<'params', z.input<R['params']>> &
  Part<'query', z.input<R['query']>> &
  (R extends ChangeRoute ? { body: z.input<R['body']> | Blob } : { body?: never })

type AnyProblem = { [Code in ProblemCode]: { code: Code; params: ProblemParams<Code> } }[ProblemCode]

/** A refusal or a fault, as the server named it. */
export class ApiProblem extends Error {
  readonly problem: AnyProblem
  readonly status: number
  readonly requestId: string | null

  constructor(problem: AnyProblem, status: number, requestId: string | null) {
    super(problem.code)
    this.name = 'ApiProblem'
    this.problem = problem
    this.status = status
    this.requestId = requestId
  }
}

/** A refusal that an answer tells of, such as how a run ended. */
export function toldProblem(told: { code: string; params: Record<string, unknown> }): ApiProblem {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A problem carries the parameters of its own code.
  const problem = told as AnyProblem
  const requestId = problem.code === 'fault' ? problem.params.requestId : null
  return new ApiProblem(problem, problem.code === 'fault' ? 500 : 422, requestId)
}

/** The server could not be reached. */
export class ConnectionLost extends Error {
  constructor(cause: unknown) {
    super('connection-lost', { cause })
    this.name = 'ConnectionLost'
  }
}

type Asking = {
  signal?: AbortSignal
  /** What a change leaves as it is, or whoever sends it sees to. */
  keeps?: Keeps
}

/**
 * Asks the server by a contract. Throws ApiProblem for a refusal, ConnectionLost where nobody answers. An answer that was
 * overtaken by a change of this page is asked for again.
 */
export async function call<R extends AnyRoute>(
  contract: R,
  words: WordsOf<R>,
  { signal, keeps }: Asking = {},
): Promise<AnswerOf<R>> {
  const { path, method } = contract
  const { params = {}, query = {}, body } = words
  const isFile = body instanceof Blob
  const type = isFile ? 'application/octet-stream' : 'application/json'
  const address = addressOf(path, params, query)
  const init = {
    method,
    ...(signal && { signal }),
    ...(body !== undefined && {
      headers: { 'content-type': type },
      body: isFile ? body : JSON.stringify(body),
    }),
  }
  const ask = async () => {
    const response = await send(address, init)
    if (!response.ok) throw await problemOf(response)
    return response.json()
  }
  return method === 'GET' ? newestOf(path, ask) : changing(ask, keeps)
}

/** An answer that no change of this page has overtaken. */
async function newestOf<Answer>(path: string, ask: () => Promise<Answer>): Promise<Answer> {
  for (let asked = 1; ; asked += 1) {
    const age = ageOf(path)
    const answer = await ask()
    if (age === ageOf(path) || asked === MOST_ASKED) return answer
  }
}

/** Sends a change and remembers it, unless it was refused: where no answer came it may have been made. */
export async function changing<Answer>(order: () => Promise<Answer>, keeps?: Keeps): Promise<Answer> {
  try {
    const answer = await order()
    noteChange('made', keeps)
    return answer
  } catch (error) {
    const isRefused = error instanceof ApiProblem && error.status < 500
    if (!isRefused) noteChange('perhaps', keeps)
    throw error
  }
}

/** Where a contract of reading answers: for a link that downloads, and for a stream of events. */
export function addressFor<R extends Exclude<AnyRoute, ChangeRoute>>(contract: R, words: WordsOf<R>): string {
  const { params = {}, query = {} } = words
  return addressOf(contract.path, params, query)
}

/** The address behind a contract: for a link that downloads, or for events. */
export function addressOf(path: string, params: object, query: object): string {
  const named = new Map<string, unknown>(Object.entries(params))
  const filled = path.replaceAll(/:(\w+)/g, (_match, name: string) =>
    encodeURIComponent(String(named.get(name))),
  )
  const asked = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  const search = new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString()
  return `${API_ROOT}${filled}${search === '' ? '' : `?${search}`}`
}

async function send(address: string, init: RequestInit): Promise<Response> {
  try {
    const response = await (takeEarly(address, init) ?? fetch(address, init))
    noteConnection(true)
    return response
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    noteConnection(false)
    throw new ConnectionLost(error)
  }
}

/** The answer that was asked for before the scripts had come (`app/early.ts`); each is taken once. */
function takeEarly(address: string, { method }: RequestInit): Promise<Response> | undefined {
  if (method !== 'GET') return undefined
  const early: Map<string, Promise<Response>> | undefined = Reflect.get(globalThis, EARLY)
  const answer = early?.get(address)
  early?.delete(address)
  return answer
}

/** From when the first page stands nothing early is taken any more: what was asked for then may have changed since. */
export function endEarly(): void {
  Reflect.deleteProperty(globalThis, EARLY)
}

/** The refusal in an answer that is none, or ConnectionLost where somebody in between answered. */
export async function problemOf(response: Response): Promise<Error> {
  const told = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false
  if (!told) return new ConnectionLost(response.status)
  const body = await response.json()
  if (body.code === 'sign-in-needed') noteSessionEnd(true)
  return new ApiProblem({ code: body.code, params: body.params }, response.status, body.requestId ?? null)
}
