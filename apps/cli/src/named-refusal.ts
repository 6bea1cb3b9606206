import { Problem } from '@rasad/server/platform/problem'
import type { Names } from '@rasad/server/modules/places/names.queries'

/** A refusal with the names behind the codes it speaks of. */
export class NamedRefusal extends Error {
  override readonly name = 'NamedRefusal'
  readonly problem: Problem
  readonly names: Names

  constructor(problem: Problem, names: Names) {
    super(problem.code, { cause: problem })
    this.problem = problem
    this.names = names
  }
}

/** Does something whose refusals call agencies and counties by name. */
export async function refusingByName<T>(names: Names, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof Problem ? new NamedRefusal(error, names) : error
  }
}
