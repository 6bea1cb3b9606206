import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type Rolldown } from 'vite'
import { contractsAsAddresses } from './contracts-as-addresses.ts'

// Marks where the server writes the nonce of each answer; see apps/server/src/platform/web-pages.ts.
const NONCE = '%NONCE%'
const API = 'http://127.0.0.1:4100'

const EARLY = path.join(import.meta.dirname, 'src/app/early.ts')
/** The pages that most begin with. */
const FIRST_PAGES = { '/': 'features/today/today-page.tsx', '/figures': 'features/figures/figures-page.tsx' }
const ENTRY = path.join(import.meta.dirname, 'src/app/main.tsx')
const TODAY = path.join(import.meta.dirname, 'src/features/today/today-page.tsx')
const FOREIGN = /node_modules\//
/** Of the kit what nearly every page with it needs. */
const KIT =
  /\/(app\/kit-ground\.tsx|antd\/es\/(button|alert|tooltip|input|checkbox)\/index\.js|icons\/es\/icons\/\w+\.js)$/
const reached = new Map<string, Set<string>>()

/** Puts what is needed together into one file: on a slow line each further file costs a round trip. */
function chunkOf(id: string, modules: Rolldown.ChunkingContext): string | null {
  if (KIT.test(id)) return 'kit'
  if (FOREIGN.test(id)) return null
  const isReachedFrom = (page: string) => {
    const ownFrom = () =>
      reachedFrom(page, (one) => (FOREIGN.test(one) ? [] : (modules.getModuleInfo(one)?.importedIds ?? [])))
    if (!reached.has(page)) reached.set(page, ownFrom())
    return reached.get(page)?.has(id) ?? false
  }
  if (isReachedFrom(ENTRY)) return 'ground'
  return isReachedFrom(TODAY) && !id.includes('/features/') ? 'first' : null
}

function reachedFrom(entry: string, importsOf: (id: string) => readonly string[]): Set<string> {
  const found = new Set<string>()
  const next = [entry]
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (found.has(id)) continue
    found.add(id)
    next.push(...importsOf(id))
  }
  return found
}

/** Puts the script that asks for the first figures before all others, and tells it the files of the first pages. */
function early(): Plugin {
  return {
    name: 'early',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) => {
        const chunks = Object.values(bundle ?? {}).filter((one) => one.type === 'chunk')
        const script = chunks.find(({ facadeModuleId }) => facadeModuleId === EARLY)
        if (bundle !== undefined && script === undefined) return []
        // A style sheet of the ground that came once more would outrank those of the pages.
        const ground = new Set(filesOf('apps/web/index.html', chunks))
        const files = Object.entries(FIRST_PAGES).map(([page, module]) => [
          page,
          filesOf(module, chunks).filter((file) => !ground.has(file)),
        ])
        const src = script === undefined ? '/src/app/early.ts' : `/${script.fileName}`
        const attrs = {
          type: 'module',
          async: true,
          src,
          'data-files': JSON.stringify(Object.fromEntries(files)),
        }
        return [{ tag: 'script', attrs, injectTo: 'head-prepend' }]
      },
    },
  }
}

/** What a page is made of: its scripts, and those they import, and its style sheets. */
function filesOf(module: string, chunks: readonly Rolldown.OutputChunk[]): string[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const page = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(module) ?? false)
  const files = reachedFrom(page?.fileName ?? '', (name) => byName.get(name)?.imports ?? [])
  const styles = [...files].flatMap((name) => [...(byName.get(name)?.viteMetadata?.importedCss ?? [])])
  return [...files, ...styles].filter((name) => name !== '').map((name) => `/${name}`)
}

// oxlint-disable-next-line import/no-default-export -- Vite reads its configuration from the default export.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [contractsAsAddresses(), react(), early()],
  html: { cspNonce: NONCE },
  server: { proxy: { '/api': API } },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: { index: path.join(import.meta.dirname, 'index.html'), early: EARLY },
      output: {
        codeSplitting: {
          groups: [{ name: chunkOf, debugName: 'together' }],
        },
      },
    },
  },
})
