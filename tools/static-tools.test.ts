import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { Finding } from './finding.ts'
import { plantTree } from './planted-tree.ts'
import { PROJECT_ROOT } from './run-tool.ts'
import { checkFormat, checkLint, checkTypes } from './static-tools.ts'

afterEach(() => vi.unstubAllEnvs())

const tsconfig = JSON.stringify({
  extends: './tsconfig.base.json',
  compilerOptions: { lib: ['es2024'], types: [] },
})

function plantSources(sources: Record<string, string>) {
  const tree = plantTree({
    ...sources,
    'tsconfig.json': tsconfig,
    'package.json': '{\n  "type": "module"\n}\n',
  })
  for (const name of ['.oxlintrc.json', '.oxfmtrc.json', 'tsconfig.base.json']) {
    copyFileSync(join(PROJECT_ROOT, name), join(tree.root, name))
  }
  return tree
}

const cast = 'export const size = (JSON.parse("1") as unknown) as number\n'
/** Each in a file of its own, so that one run over all of them tells them apart. */
const violations: { rule: string; path: string; text: string }[] = [
  {
    rule: 'no-explicit-any',
    path: 'apps/server/src/any.ts',
    text: 'export const read = (thing: any): string => String(thing)\n',
  },
  {
    rule: 'no-floating-promises',
    path: 'apps/server/src/promise.ts',
    text: 'export function run(): void {\n  Promise.resolve(1)\n}\n',
  },
  { rule: 'no-default-export', path: 'apps/server/src/default.ts', text: 'export default 1\n' },
  { rule: 'no-unsafe-type-assertion', path: 'apps/server/src/modules/cast.ts', text: cast },
  {
    rule: 'switch-exhaustiveness-check',
    path: 'packages/domain/src/switch.ts',
    text: "export function name(state: 'a' | 'b'): string {\n  switch (state) {\n    case 'a':\n      return 'A'\n  }\n  return ''\n}\n",
  },
  { rule: 'no-console', path: 'apps/server/src/console.ts', text: 'console.log(1)\n' },
  {
    rule: 'no-warning-comments',
    path: 'packages/domain/src/comment.ts',
    text: '// TODO: later\nexport const a = 1\n',
  },
  { rule: 'filename-case', path: 'packages/domain/src/jobLife.ts', text: 'export const a = 1\n' },
  {
    rule: 'eqeqeq',
    path: 'packages/domain/src/equal.ts',
    text: 'export const same = (a: string, b: string) => a == b\n',
  },
  {
    rule: 'max-lines',
    path: 'packages/domain/src/long.ts',
    text: 'export let a = 0\n'.concat('a += 1\n'.repeat(300)),
  },
  { rule: 'TS2322', path: 'a/assign.ts', text: "export const count: number = 'one'\n" },
  {
    rule: 'TS2322',
    path: 'a/index-access.ts',
    text: 'export const first = (all: number[]): number => all[0]\n',
  },
  {
    rule: 'TS2375',
    path: 'a/optional.ts',
    text: 'export const place: { at?: string } = { at: undefined }\n',
  },
  { rule: 'TS4111', path: 'a/property.ts', text: 'export const at = (all: Record<string, 1>) => all.key\n' },
  {
    rule: 'TS7030',
    path: 'a/returns.ts',
    text: 'export function one(is: boolean): number | undefined {\n  if (is) return 1\n}\n',
  },
  {
    rule: 'TS7029',
    path: 'a/fallthrough.ts',
    text: 'export function count(n: 1 | 2): number {\n  let all = 0\n  switch (n) {\n    case 1:\n      all += 1\n    case 2:\n      all += 2\n  }\n  return all\n}\n',
  },
  { rule: 'TS6133', path: 'a/unused.ts', text: 'export const one = (given: number): number => 1\n' },
  {
    rule: 'TS7027',
    path: 'a/unreachable.ts',
    text: 'export function one(): number {\n  return 1\n  one()\n}\n',
  },
  {
    rule: 'TS4114',
    path: 'a/override.ts',
    text: 'class One {\n  name(): string {\n    return ""\n  }\n}\nexport class Two extends One {\n  name(): string {\n    return "two"\n  }\n}\n',
  },
  { rule: 'TS1294', path: 'a/enum.ts', text: 'export enum State {\n  open,\n}\n' },
  {
    rule: 'TS1484',
    path: 'a/type-import.ts',
    text: "import { Place } from './place.ts'\nexport const none: Place[] = []\n",
  },
  {
    rule: 'TS2578',
    path: 'a/no-error.ts',
    text: '// @ts-expect-error -- there is none\nexport const one = 1\n',
  },
  { rule: 'TS2591', path: 'a/node.ts', text: 'process.exit(1)\n' },
  { rule: 'TS2307', path: 'a/missing.ts', text: "export { one } from './nowhere.ts'\n" },
]
const sound: Record<string, string> = {
  'a/place.ts': 'export type Place = { county: string }\n',
  'apps/server/src/platform/cast.ts': cast,
  'packages/domain/src/cast.test.ts': cast,
  'tools/cast.ts': cast,
}
let found: Finding

beforeAll(async () => {
  using tree = plantSources({
    ...sound,
    ...Object.fromEntries(violations.map(({ path, text }) => [path, text])),
  })
  found = await checkLint(tree.root)
})

const foundIn = (path: string) => found.problems.filter((problem) => problem.startsWith(`${path}:`))

test.each(violations)('lint refuses $rule in $path', ({ rule, path }) => {
  expect(foundIn(path).filter((problem) => problem.includes(`(${rule})`))).toHaveLength(1)
})

test.each(Object.keys(sound))('nothing is refused in %s, where a cast is allowed', (path) => {
  expect(foundIn(path)).toEqual([])
})

test('every file is looked at once', () => {
  expect(found.checked).toBe(violations.length + Object.keys(sound).length)
})

test('the format check names the file that is not formatted, and counts what it read', async () => {
  using tree = plantSources({ 'packages/domain/src/a.ts': 'export const a = "1";\n' })
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
  using tree = plantSources({ 'a.ts': "export const count: number = 'one'\n" })

  const { checked, problems } = await checkTypes(tree.root, 'tsconfig.json')

  expect(checked).toBe(1)
  expect(problems).toEqual([expect.stringContaining("Type 'string' is not assignable to type 'number'")])
})
