import { Writable } from 'node:stream'
import type { Pool } from './world.ts'

/** Milliseconds by what a statement does. */
export type StatementTimes = Map<string, number>

/** A pool whose connections note how long each of their statements took, under the table it fills. */
export function timeStatements(pool: Pool): { pool: Pool; times: StatementTimes } {
  const times: StatementTimes = new Map()
  const note = (name: string, spent: number) => times.set(name, (times.get(name) ?? 0) + spent)
  const connect = async () => {
    const client = await pool.connect()
    const query = client.query.bind(client) as (...words: unknown[]) => Promise<unknown>
    const noting = async (statement: unknown, ...rest: unknown[]) => {
      const start = performance.now()
      const answer = await query(statement, ...rest)
      note(nameOf(String(statement)), performance.now() - start)
      return answer
    }
    const timing = (statement: unknown, ...rest: unknown[]) => {
      if (typeof statement === 'string') return noting(statement, ...rest)
      const start = performance.now()
      if (statement instanceof Writable)
        statement.once('finish', () => note('copy', performance.now() - start))
      return query(statement, ...rest)
    }
    const giveBack = client.release.bind(client)
    const release = (error?: Error | boolean) => {
      Object.assign(client, { query, release: giveBack })
      giveBack(error)
    }
    return Object.assign(client, { query: timing, release })
  }
  return { pool: Object.assign(Object.create(pool) as Pool, { connect }), times }
}

const SETTLING = /settled_batch|balance_|checkpoint/
const NAMED = /^\s*(?:with .*?)?(?:insert into|create temporary table|analyze|copy)\s+"?(\w+)/is

function nameOf(statement: string): string {
  if (SETTLING.test(statement)) return 'settling'
  return NAMED.exec(statement)?.[1] ?? /^\s*(\w+)/.exec(statement)?.[1] ?? 'other'
}
