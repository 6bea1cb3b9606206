import { createReadStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { listObstacles, listTables } from './catalogue.ts'
import type { Manifest } from './manifest.ts'
import { withClient } from './session-lock.ts'
import { columnsText, tableText, telling } from './table-dump.ts'

const MODES = { O: 'enable', R: 'enable replica', A: 'enable always' } as const

/** The tables of a database that have rows; a database with none can be restored into. */
export async function listFilledTables(owner: pg.ClientConfig): Promise<string[]> {
  return withClient(owner, async (client) => {
    const filled: string[] = []
    for (const table of await listTables(client)) {
      const { rows } = await client.query<{ filled: boolean }>(
        `select exists (select 1 from ${tableText(table)}) as filled`,
      )
      if (rows[0]!.filled) filled.push(`${table.schema}.${table.name}`)
    }
    return filled
  })
}

/** Fills the empty tables of a database from a backup, all or nothing, and gives the number of rows that each took. */
export async function loadTables(
  owner: pg.ClientConfig,
  folder: string,
  { tables, sequences }: Pick<Manifest, 'tables' | 'sequences'>,
  onProgress: (progress: number) => void,
): Promise<Map<string, number>> {
  const taken = new Map<string, number>()
  const total = tables.reduce((sum, { bytes }) => sum + bytes, 0) || 1
  let done = 0
  await withClient(owner, async (client) => {
    await client.query(`set datestyle = 'ISO'; set timezone = 'UTC'; set client_encoding = 'UTF8'`)
    await client.query('begin')
    const { foreignKeys, triggers } = await listObstacles(client)
    for (const { table, name } of triggers) await client.query(`alter table ${table} disable trigger ${name}`)
    for (const { table, name } of foreignKeys)
      await client.query(`alter table ${table} drop constraint ${name}`)
    for (const { file, ...table } of tables) {
      const target = client.query(
        copyFrom(`copy ${tableText(table)} (${columnsText(table.columns)}) from stdin`),
      )
      const tell = telling(({ length }) => {
        done += length
        onProgress(done / total)
      })
      await pipeline(createReadStream(path.join(folder, file)), tell, createGunzip(), target)
      taken.set(`${table.schema}.${table.name}`, target.rowCount)
    }
    for (const { table, name, definition } of foreignKeys)
      await client.query(`alter table ${table} add constraint ${name} ${definition}`)
    for (const { table, name, mode } of triggers)
      await client.query(`alter table ${table} ${MODES[mode]} trigger ${name}`)
    for (const { name, value } of sequences)
      await client.query('select setval($1::regclass, $2::bigint)', [name, value])
    await client.query('commit')
    await client.query('analyze')
  })
  return taken
}
