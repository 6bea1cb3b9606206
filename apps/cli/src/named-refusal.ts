import type { Actor } from '@rasad/domain/access/scope'
import { loadNames, type Names } from '@rasad/server/modules/places/names.queries'
import type { Rasad } from '@rasad/server/open-rasad'
import { readSnapshot } from '@rasad/server/platform/db'
import { asProblem, Problem } from '@rasad/server/platform/problem'
import type { Language } from './language.ts'
import { namesNear, provinceIn } from './near-names.ts'
import type { Words } from './words.ts'

/** A refusal with the names behind the codes it speaks of, and what was perhaps meant. */
export class NamedRefusal extends Error {
  override readonly name = 'NamedRefusal'
  readonly problem: Problem
  readonly names: Names
  readonly near: readonly string[]

  constructor(problem: Problem, names: Names, near: readonly string[]) {
    super(problem.code, { cause: problem })
    this.problem = problem
    this.names = names
    this.near = near
  }
}

/** Does something whose refusals call agencies and places by name; `words` are those the command was given. */
export async function refusingByName<T>(
  { database }: Rasad,
  asker: { language: Language; actor: Actor; words: Words },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const problem = asProblem(error)
    if (!(problem instanceof Problem)) throw error
    const named = await readSnapshot(database, async (db) => ({
      names: await loadNames(db, asker.language, provinceIn(asker.words) ?? null),
      near: await namesNear(db, problem, asker),
    }))
    throw new NamedRefusal(problem, named.names, named.near)
  }
}
