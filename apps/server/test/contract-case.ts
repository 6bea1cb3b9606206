import type { AnyRoute } from '@rasad/contracts/define-route'
import type { ProblemCode } from '@rasad/contracts/problem-catalogue'
import type { World } from './world.ts'

/** What a request is made of. */
export type Words = { params?: object; query?: object; body?: unknown; headers?: Record<string, string> }
/** One route of the API, asked in ways that are answered and in ways that are refused. */
export type ContractCase = {
  contract: AnyRoute
  /** Who a change is done by and where, where it is not the machine's operator in the world's province. */
  leaves?: { actor?: RegExp; province?: null }
  /** A request that is answered. */
  answered: (world: World) => Promise<Words> | Words
  /** Requests that are refused, by the code of the problem. */
  refused: (world: World) => Promise<[ProblemCode, Words][]> | [ProblemCode, Words][]
}
