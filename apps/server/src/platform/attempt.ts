import { sql } from 'kysely'
import type { WriteTx } from './db.ts'
import { asProblem, Problem } from './problem.ts'

/**
 * Does one part of an act that may be refused without the rest: a refusal is answered and leaves nothing of the part
 * behind. What is not foreseen still ends the whole act.
 */
export async function attempt(tx: WriteTx, part: () => Promise<unknown>): Promise<Problem | null> {
  await sql`savepoint part`.execute(tx)
  try {
    await part()
    await sql`release savepoint part`.execute(tx)
    return null
  } catch (error) {
    const problem = asProblem(error)
    if (!(problem instanceof Problem)) throw problem
    await sql`rollback to savepoint part`.execute(tx)
    return problem
  }
}
