import type { Actor } from '@rasad/domain/access/scope'
import { sql } from 'kysely'
import { inTransaction, type Database, type ReadDb, type WriteTx } from './db.ts'
import { goingOnToWriteAs, readingAs, writingAs } from './level-roles.ts'
import { asProblem } from './problem.ts'

export type Act<T = unknown> = {
  actor: Actor
  /** The audit name, such as `job.step-taken`. */
  action: string
  province: string | null
  /** What was acted on and with which words, or how to tell it from the result; never personal data. */
  subject: Record<string, unknown> | ((result: T) => Record<string, unknown>)
}

/** One change: one transaction, fenced by the actor's province, and in it one audit row. */
export async function act<T>(
  database: Database,
  { actor, action, province, subject }: Act<T>,
  work: (tx: WriteTx) => Promise<T>,
): Promise<T> {
  try {
    return await inTransaction(database, `begin${writingAs(actor.scope)}`, async (tx) => {
      const result = await work(tx)
      const told = typeof subject === 'function' ? subject(result) : subject
      await writeAudit(tx, { actor, action, province }, [told])
      return result
    })
  } catch (error) {
    throw asProblem(error)
  }
}

/**
 * Reads what somebody takes away, from one snapshot behind the fence of their scope, and keeps in the same transaction
 * that they took it: without the row nothing is handed over.
 */
export async function readAndAudit<T>(
  database: Database,
  { actor, action, province, subject }: Act<T>,
  read: (db: ReadDb) => Promise<T>,
): Promise<T> {
  const { scope } = actor
  const opening = `begin isolation level repeatable read${readingAs(scope)}`
  return inTransaction(database, opening, async (tx) => {
    const result = await read(tx)
    const told = typeof subject === 'function' ? subject(result) : subject
    await sql.raw(goingOnToWriteAs(scope)).execute(tx)
    // Whoever asks for another province gets nothing of it, and the row stays in their own.
    const of = scope.level === 'national' ? province : scope.province
    await writeAudit(tx, { actor, action, province: of }, [told])
    return result
  })
}

/** Writes an audit row for each subject of an act. */
export async function writeAudit(
  tx: WriteTx,
  { actor, action, province }: Omit<Act, 'subject'>,
  subjects: readonly Record<string, unknown>[],
): Promise<void> {
  await sql`
    insert into audit (province_id, actor, action, subject)
    select ${province}, ${actor.id}, ${action}, subject from jsonb_array_elements(${JSON.stringify(subjects)}::jsonb) subject`.execute(
    tx,
  )
}
