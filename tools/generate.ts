import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { generateOpenApi } from './generate/openapi.ts'
import { generateRowTypes } from './generate/row-types.ts'
import { generateFigureSql } from './generate/figure-sql.ts'

/** Writes what is derived from the contracts and the migrations; with --check it only compares and fails on a difference. */
const root = path.join(import.meta.dirname, '..')
const check = process.argv.includes('--check')
const files = { ...generateOpenApi(), ...generateFigureSql(), ...(await generateRowTypes()) }

const stale = Object.entries(files).filter(([name, content]) => {
  const at = path.join(root, name)
  return !existsSync(at) || readFileSync(at, 'utf8') !== content
})
for (const [name, content] of check ? [] : stale) {
  const at = path.join(root, name)
  mkdirSync(path.dirname(at), { recursive: true })
  writeFileSync(at, content)
}
const names = stale.map(([name]) => name).join(', ')
console.log(
  `${Object.keys(files).length} generated files, ${stale.length} ${check ? 'differ' : 'written'}${names ? `: ${names}` : ''}`,
)
if (check && stale.length > 0) process.exitCode = 1
