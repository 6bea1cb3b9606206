import { readFileSync } from 'node:fs'
import { parseSync, type ESTree, type Plugin } from 'vite'

const CONTRACT = /\/packages\/contracts\/src\/[^/]+\.ts$/
const PAGES = /\/apps\/web\/src\/.+\.tsx?$/
const WHOLE = '?whole'
const DEFINES = ['defineRead', 'defineFile', 'defineChange']
/** Who looks at the shapes of a contract, and not only where it answers. */
const LOOKS_INSIDE = /^import (?!type).*from '(zod|.*\/faulty-fields\.ts)'/m
const SHAPES = /(?<!typeof )\b(\w+)\.(?:params|query|body|response|audited|summary)\b/g

type Change = { start: number; end: number; text: string }

/**
 * Leaves of each contract what a caller needs, its method and its path: what a page would parse an answer with weighs as
 * much as React. A module that looks at the shapes of a contract (a form that finds its faults) gets it whole.
 */
export function contractsAsAddresses(): Plugin {
  return {
    name: 'contracts-as-addresses',
    enforce: 'pre',
    apply: 'build',
    async resolveId(source, importer) {
      if (importer === undefined || source.includes(WHOLE)) return null
      const isOfWhole = importer.endsWith(WHOLE) && source.startsWith('.')
      const isContract = source.startsWith('@rasad/contracts/')
      if (!isOfWhole && !(isContract && LOOKS_INSIDE.test(readFileSync(importer, 'utf8')))) return null
      const found = await this.resolve(source, importer, { skipSelf: true })
      return found && CONTRACT.test(found.id) ? `${found.id}${WHOLE}` : found
    },
    transform(code, id) {
      if (PAGES.test(id) && !LOOKS_INSIDE.test(code)) refuseShapes(code, id)
      return CONTRACT.test(id) ? { code: addressesOnly(code, id), map: null } : null
    },
  }
}

/** A page whose contracts are addresses must not ask them for more. */
function refuseShapes(code: string, id: string): void {
  const named = [...code.matchAll(/import \{([^}]*)\} from '@rasad\/contracts\//g)]
    .flatMap(([, names = '']) => names.split(','))
    .map((name) => name.trim())
  for (const [words, name = ''] of code.matchAll(SHAPES))
    if (named.includes(name))
      throw new Error(`${id}: ${words} is not in the pages; see contracts-as-addresses.ts`)
}

function addressesOnly(code: string, id: string): string {
  const changes: Change[] = []
  for (const statement of parseSync(id, code).program.body) {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    if (declared?.type !== 'VariableDeclaration') continue
    for (const { init } of declared.declarations) {
      if (init === null || init.type === 'ArrowFunctionExpression') continue
      const text = code.slice(init.start, init.end)
      const address = addressIn(init, code)
      // What nobody uses is left out: making a shape changes nothing.
      if (address !== undefined) changes.push({ start: init.start, end: init.end, text: address })
      else if (text.includes('('))
        changes.push({ start: init.start, end: init.end, text: `/* @__PURE__ */ (() => (${text}))()` })
    }
  }
  return changes.reduceRight(
    (text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end),
    code,
  )
}

/** The method and path of what defines a route, as an object; undefined for anything else. */
function addressIn(made: ESTree.Expression, code: string): string | undefined {
  if (made.type !== 'CallExpression' || made.callee.type !== 'Identifier') return undefined
  const [route] = made.arguments
  if (!DEFINES.includes(made.callee.name) || route?.type !== 'ObjectExpression') return undefined
  const parts = new Map(
    route.properties.flatMap((part) =>
      part.type === 'Property' && part.key.type === 'Identifier'
        ? [[part.key.name, code.slice(part.value.start, part.value.end)]]
        : [],
    ),
  )
  const path = parts.get('path')
  if (path === undefined)
    throw new Error(`a route without a path of its own: ${code.slice(made.start, made.end)}`)
  return `{ method: ${parts.get('method') ?? "'GET'"}, path: ${path} }`
}
