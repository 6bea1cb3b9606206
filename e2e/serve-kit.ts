import { join, resolve } from 'node:path'
import { build } from 'vite'
import { openHttp } from '../apps/server/src/platform/http.ts'
import { serveWebPages } from '../apps/server/src/platform/web-pages.ts'

const PROJECT_ROOT = resolve(import.meta.dirname, '..')
const BUILT = join(PROJECT_ROOT, 'node_modules/.cache/kit')

/** The sheet of shared parts on loopback, under the content policy of the product, of which it is no part. */
export type ServedKit = AsyncDisposable & { url: string }

/** Builds the sheet that shows every shared part once, and serves it as the product's pages are served. */
export async function serveKit(): Promise<ServedKit> {
  const environment = process.env['NODE_ENV']
  // A test runner calls itself a test; React would then be built for development.
  process.env['NODE_ENV'] = 'production'
  await build({
    configFile: join(PROJECT_ROOT, 'apps/web/kit/vite.config.ts'),
    root: join(PROJECT_ROOT, 'apps/web/kit'),
    build: { outDir: BUILT, emptyOutDir: true },
    logLevel: 'warn',
  })
  process.env['NODE_ENV'] = environment
  const http = openHttp()
  serveWebPages(http, BUILT)
  const url = await http.listen({ host: '127.0.0.1', port: 0 })
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      http.server.closeAllConnections()
      await http.close()
    },
  }
}
