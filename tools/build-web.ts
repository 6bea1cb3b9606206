import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { build } from 'vite'
import { listProjectFiles } from './project-files.ts'
import { PROJECT_ROOT } from './run-tool.ts'

const BUILT = join(PROJECT_ROOT, 'apps/web/dist')
const BUILT_FROM = join(BUILT, 'built-from.txt')
const SOURCES = /^(apps\/web\/|packages\/[^/]+\/(src\/|package\.json$)|package-lock\.json$)/
const TEXT = /\.(js|css|svg|json)$/

/** Builds the web application where its sources have changed since the last build; says whether it had to. */
export async function buildWeb(root = PROJECT_ROOT): Promise<boolean> {
  const hash = hashOfSources(root)
  const environment = process.env['NODE_ENV']
  if (existsSync(BUILT_FROM) && readFileSync(BUILT_FROM, 'utf8') === hash) return false
  // A test runner calls itself a test; React would then be built for development.
  process.env['NODE_ENV'] = 'production'
  await build({ configFile: join(root, 'apps/web/vite.config.ts'), logLevel: 'warn' })
  if (environment === undefined) delete process.env['NODE_ENV']
  else process.env['NODE_ENV'] = environment
  await compress(join(BUILT, 'assets'))
  writeFileSync(BUILT_FROM, hash)
  return true
}

/** One hash over everything that the bundle is made from. */
export function hashOfSources(root: string): string {
  const hash = createHash('sha256')
  const sources = listProjectFiles(root).filter((path) => SOURCES.test(path) && !path.includes('.test.'))
  for (const path of sources)
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

/** As small as can be: packed once, and then fetched over slow lines. */
async function compress(folder: string): Promise<void> {
  const packing = readdirSync(folder)
    .filter((name) => TEXT.test(name))
    .map(async (name) => {
      const file = join(folder, name)
      const content = await readFile(file)
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      }
      await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }))
      await writeFile(`${file}.br`, await promisify(brotliCompress)(content, { params }))
    })
  await Promise.all(packing)
}

if (import.meta.main) {
  const startedAt = performance.now()
  const built = await buildWeb()
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(built ? `web: built in ${seconds} s` : 'web: up to date')
}
