import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { act, type Act } from './act.ts'
import { openKyselyOver, type WriteTx } from './db.ts'

/** Streams lines in COPY's text format into a table of the transaction's own connection. */
export type CopyInto = (table: string, lines: AsyncIterable<string> | Iterable<string>) => Promise<void>

/** A bulk act; with `rollBack` it does everything, tells its result and leaves nothing behind. */
export type BulkAct<T> = Act<T> & { rollBack?: boolean }

/** As `act`, on a connection of its own that can also take a COPY: for what brings many rows at once. */
export async function actInBulk<T>(
  pool: pg.Pool,
  order: BulkAct<T>,
  work: (tx: WriteTx, copyInto: CopyInto) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  const copyInto: CopyInto = async (table, lines) => {
    await pipeline(
      Readable.from(lines, { objectMode: false }),
      client.query(copyFrom(`copy ${table} from stdin`)),
    )
  }
  try {
    return await act(openKyselyOver(client), order, async (tx) => {
      const result = await work(tx, copyInto)
      if (order.rollBack) throw new RolledBack(result)
      return result
    })
  } catch (error) {
    if (error instanceof RolledBack) return error.result as T
    broken = error instanceof Error ? error : new Error('a bulk act failed')
    throw error
  } finally {
    // A connection whose COPY was broken off may still be answering it.
    client.release(broken)
  }
}

class RolledBack extends Error {
  readonly result: unknown
  constructor(result: unknown) {
    super('rolled back on purpose')
    this.result = result
  }
}

const SPECIAL = /[\\\n\r\t]/
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** One value in COPY's text format. */
export function copyValue(value: string | number | bigint | null): string {
  if (value === null) return '\\N'
  const text = typeof value === 'string' ? value : String(value)
  return SPECIAL.test(text) ? text.replace(/[\\\n\r\t]/g, (character) => ESCAPES[character]!) : text
}

/** A list of plain words (codes) as an array in COPY's text format. */
export function copyWords(words: readonly string[]): string {
  return words.length === 0 ? '{}' : `{${words.join(',')}}`
}
