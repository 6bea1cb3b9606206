import type { Permission } from '@rasad/domain/access/permissions'
import { z } from 'zod'

type Shape = z.ZodObject

/** Who may ask: anyone, whoever is signed in, or those with a permission; somebody with a token is signed in too. */
export type RoutePermission = 'anyone' | 'signed-in' | Permission

type Common<Path extends string, Params extends Shape, Query extends Shape, Response extends z.ZodType> = {
  path: Path
  /** One sentence for the API document. */
  summary: string
  permission: RoutePermission
  params: Params
  query: Query
  response: Response
  /** The media type, where the answer is a file. */
  file?: string
}

/** A route that only answers. */
export type ReadRoute<
  Path extends string = string,
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Response extends z.ZodType = z.ZodType,
> = Common<Path, Params, Query, Response> & { method: 'GET' }

/** A route that answers with a file. */
export type FileRoute<
  Path extends string = string,
  Params extends Shape = Shape,
  Query extends Shape = Shape,
> = ReadRoute<Path, Params, Query, z.ZodUnknown> & { file: string; taken?: Taken }

/** A file with people in it: the audit name of its being taken, and which words of the query the audit row repeats. */
type Taken = { action: string; audited: readonly string[] }

/** A route that changes something: it has an audit name, and says which of its words go into the audit row. */
export type ChangeRoute<
  Path extends string = string,
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Response extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
> = Common<Path, Params, Query, Response> & {
  method: 'POST' | 'PUT'
  action: string
  body: Body
  /** Words of the body that the audit row repeats; never personal data. */
  audited: readonly string[]
}

/** The API of Rasad as values: one of these each, and from it the server's parsing, the API document and the calls. */
export function defineRead<
  Path extends string,
  Params extends Shape,
  Query extends Shape,
  Response extends z.ZodType,
>(route: Omit<ReadRoute<Path, Params, Query, Response>, 'method'>): ReadRoute<Path, Params, Query, Response> {
  return { method: 'GET', ...route }
}

/** A route whose answer is a file of the given media type. */
export function defineFile<Path extends string, Params extends Shape, Query extends Shape>(
  route: Omit<ReadRoute<Path, Params, Query>, 'method' | 'response' | 'file'> & {
    file: string
    taken?: Taken
  },
): FileRoute<Path, Params, Query> {
  return { method: 'GET', response: z.unknown(), ...route }
}

/** A route that changes something. Without an audit name it does not compile. */
export function defineChange<
  Path extends string,
  Params extends Shape,
  Query extends Shape,
  Response extends z.ZodType,
  Body extends z.ZodType,
>(route: ChangeRoute<Path, Params, Query, Response, Body>): ChangeRoute<Path, Params, Query, Response, Body> {
  return route
}

/** Where the API begins on a server; the paths of the contracts go on from there, and the pages have the rest. */
export const API_ROOT = '/api'

export type AnyRoute = ReadRoute | ChangeRoute
/** What a caller gives: path parameters, query and, for a change, a body. */
export type InputOf<R extends AnyRoute> = {
  params: z.output<R['params']>
  query: z.output<R['query']>
  body: R extends ChangeRoute ? z.output<R['body']> : undefined
}
/** What the route answers with. */
export type AnswerOf<R extends AnyRoute> = z.input<R['response']>
