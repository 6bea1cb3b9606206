import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDatabase } from '../../apps/server/src/platform/database.ts'

const TYPE_MAPPING = { int8: 'number', date: 'string', timestamptz: 'string', jsonb: 'unknown' }

/** The row types of a freshly migrated database, as kysely-codegen sees them. */
export async function generateRowTypes(): Promise<Record<string, string>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rasad-types-'))
  const opened = await openDatabase({ folder })
  try {
    const { host, port, user, database } = opened.owner
    const url = `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host ?? '')}&port=${port}`
    const out = path.join(folder, 'row-types.ts')
    const require = createRequire(import.meta.url)
    const program = path.join(path.dirname(require.resolve('kysely-codegen/package.json')), 'dist/cli/bin.js')
    const options = ['--dialect', 'postgres', '--camel-case', '--url', url, '--out-file', out]
    const mapping = ['--type-mapping', JSON.stringify(TYPE_MAPPING)]
    const run = spawnSync(process.execPath, [program, ...options, ...mapping], { encoding: 'utf8' })
    if (run.status !== 0) throw new Error(`kysely-codegen failed: ${run.stderr || run.stdout}`)
    return { 'apps/server/src/platform/row-types.ts': readFileSync(out, 'utf8') }
  } finally {
    await opened.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
