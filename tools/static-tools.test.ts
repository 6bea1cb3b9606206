import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { plantTree } from './planted-tree.ts'
import { PROJECT_ROOT } from './run-tool.ts'
import { checkFormat, checkLint, checkTypes } from './static-tools.ts'

afterEach(() => vi.unstubAllEnvs())

const tsconfig = JSON.stringify({
  compilerOptions: {
    strict: true,
    module: 'nodenext',
    target: 'es2024',
    lib: ['es2024'],
    types: [],
    noEmit: true,
  },
})

function plantSource(path: string, text: string) {
  const tree = plantTree({ [path]: text, 'tsconfig.json': tsconfig })
  for (const name of ['.oxlintrc.json', '.oxfmtrc.json']) {
    copyFileSync(join(PROJECT_ROOT, name), join(tree.root, name))
  }
  return tree
}

const cast = 'export const size = (JSON.parse("1") as unknown) as number\n'
const violations: { rule: string; path: string; text: string }[] = [
  {
    rule: 'no-explicit-any',
    path: 'apps/server/src/a.ts',
    text: 'export const read = (thing: any): string => String(thing)\n',
  },
  {
    rule: 'no-floating-promises',
    path: 'apps/server/src/a.ts',
    text: 'export function run(): void {\n  Promise.resolve(1)\n}\n',
  },
  { rule: 'no-default-export', path: 'apps/server/src/a.ts', text: 'export default 1\n' },
  { rule: 'no-unsafe-type-assertion', path: 'apps/server/src/modules/a.ts', text: cast },
  {
    rule: 'switch-exhaustiveness-check',
    path: 'packages/domain/src/a.ts',
    text: "export function name(state: 'a' | 'b'): string {\n  switch (state) {\n    case 'a':\n      return 'A'\n  }\n  return ''\n}\n",
  },
  { rule: 'no-console', path: 'apps/server/src/a.ts', text: 'console.log(1)\n' },
  {
    rule: 'no-warning-comments',
    path: 'packages/domain/src/a.ts',
    text: '// TODO: later\nexport const a = 1\n',
  },
  { rule: 'filename-case', path: 'packages/domain/src/jobLife.ts', text: 'export const a = 1\n' },
  {
    rule: 'eqeqeq',
    path: 'packages/domain/src/a.ts',
    text: 'export const same = (a: string, b: string) => a == b\n',
  },
  {
    rule: 'max-lines',
    path: 'packages/domain/src/a.ts',
    text: 'export let a = 0\n'.concat('a += 1\n'.repeat(300)),
  },
]

test.each(violations)('lint refuses $rule in $path', async ({ rule, path, text }) => {
  using tree = plantSource(path, text)

  const { checked, problems } = await checkLint(tree.root)

  expect(checked).toBe(1)
  expect(problems.filter((problem) => problem.includes(`(${rule})`))).toHaveLength(1)
})

test.each(['apps/server/src/platform/a.ts', 'packages/domain/src/a.test.ts', 'tools/a.ts'])(
  'a cast is allowed in %s',
  async (path) => {
    using tree = plantSource(path, cast)

    const { checked, problems } = await checkLint(tree.root)

    expect({ checked, problems }).toEqual({ checked: 1, problems: [] })
  },
)

test('the format check names the file that is not formatted, and counts what it read', async () => {
  using tree = plantSource('packages/domain/src/a.ts', 'export const a = "1";\n')
  // Where this is set, the formatter writes in colours.
  vi.stubEnv('CI', 'true')

  const { checked, problems } = await checkFormat(tree.root)

  expect(checked).toBeGreaterThanOrEqual(1)
  expect(problems).toEqual([
    'packages/domain/src/a.ts is not formatted (npm run format)',
    'tsconfig.json is not formatted (npm run format)',
  ])
})

test('a type error is a problem of its project', async () => {
  using tree = plantSource('a.ts', "export const count: number = 'one'\n")

  const { checked, problems } = await checkTypes(tree.root, 'tsconfig.json')

  expect(checked).toBe(1)
  expect(problems).toEqual([expect.stringContaining("Type 'string' is not assignable to type 'number'")])
})
