import { writeSync } from 'node:fs'
import { openDatabase } from '../src/platform/database.ts'

// Opens a data folder, says how, and leaves it when its standard input ends.
const database = await openDatabase({ folder: process.argv[2] ?? '' })
const { rows } = await database.pool.query<{ pid: number }>(
  'select count(*)::integer as migrations, pg_postmaster_start_time() as since from province',
)
writeSync(1, `${JSON.stringify({ migrated: database.migrated.length, since: rows[0] })}\n`)
process.stdin.resume()
await new Promise((resolve) => process.stdin.on('end', resolve))
await database.close()
