import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkBoundaries } from './boundaries.ts'
import { plantTree } from './planted-tree.ts'

const LIBRARIES = [
  'kysely',
  'pg',
  'zod',
  'fastify',
  'jalaali-js',
  'commander',
  'vitest',
  '@tanstack/react-router',
]
const libraryFiles = LIBRARIES.flatMap((name): [string, string][] => [
  [
    `node_modules/${name}/package.json`,
    JSON.stringify({ name, version: '1.0.0', type: 'module', exports: './index.js' }),
  ],
  [`node_modules/${name}/index.js`, 'export const thing = 1\n'],
])
const packageFiles = ['packages/domain', 'packages/contracts', 'apps/server', 'apps/cli', 'apps/web'].map(
  (folder) => [
    `${folder}/package.json`,
    JSON.stringify({
      name: `@rasad/${folder.split('/')[1]}`,
      type: 'module',
      exports: { './*': './src/*.ts' },
      dependencies: Object.fromEntries(LIBRARIES.map((name) => [name, '1.0.0'])),
    }),
  ],
)
const workspaces = {
  '@rasad/domain': 'packages/domain',
  '@rasad/contracts': 'packages/contracts',
  '@rasad/server': 'apps/server',
  '@rasad/cli': 'apps/cli',
  '@rasad/web': 'apps/web',
}

const jobs = 'apps/server/src/modules/jobs'
const cleanTree: Record<string, string> = {
  ...Object.fromEntries(libraryFiles),
  ...Object.fromEntries(packageFiles),
  'package.json': '{"type":"module"}',
  'packages/domain/src/jobs/life.ts': "import { thing } from 'jalaali-js'\nexport const life = thing\n",
  'packages/domain/src/jobs/life.test.ts': "import 'vitest'\nimport './life.ts'\n",
  'packages/contracts/src/jobs.ts':
    "import { thing } from 'zod'\nimport { life } from '@rasad/domain/jobs/life'\nexport const job = [thing, life]\n",
  'apps/server/src/platform/db.ts': "import type { thing } from 'kysely'\nexport type Db = typeof thing\n",
  [`${jobs}/jobs.queries.ts`]:
    "import { thing } from 'kysely'\nimport type { Db } from '../../platform/db.ts'\nexport const read = (db: Db) => [db, thing]\n",
  [`${jobs}/jobs.commands.ts`]: "import { read } from './jobs.queries.ts'\nexport const take = read\n",
  [`${jobs}/jobs.routes.ts`]:
    "import { take } from './jobs.commands.ts'\nimport { job } from '@rasad/contracts/jobs'\nexport const routes = [take, job]\n",
  'apps/server/src/modules/ledger/ledger.queries.ts':
    "import { read } from '../jobs/jobs.queries.ts'\nexport const sum = read\n",
  'apps/server/src/app.ts':
    "import { routes } from './modules/jobs/jobs.routes.ts'\nimport { sum } from './modules/ledger/ledger.queries.ts'\nexport const app = [routes, sum]\n",
  'apps/web/src/shared/ui/count.tsx': 'export const count = 1\n',
  'apps/web/src/features/jobs/jobs-page.tsx':
    "import { count } from '../../shared/ui/count.tsx'\nimport { job } from '@rasad/contracts/jobs'\nexport const page = [count, job]\n",
  'apps/web/src/app/main.tsx':
    "import { thing } from '@tanstack/react-router'\nimport { page } from '../features/jobs/jobs-page.tsx'\nexport const main = [page, thing]\n",
  'apps/cli/src/main.ts':
    "import { app } from '@rasad/server/app'\nimport { take } from '@rasad/server/modules/jobs/jobs.commands'\nexport const main = [app, take]\n",
}

const violations: { rule: string; path: string; text: string }[] = [
  { rule: 'domain-is-pure', path: 'packages/domain/src/jobs/clock.ts', text: "import 'node:fs'\n" },
  {
    rule: 'domain-is-pure',
    path: 'packages/domain/src/jobs/shape.ts',
    text: "import { thing } from 'zod'\nthing\n",
  },
  {
    rule: 'domain-is-pure',
    path: 'packages/domain/src/jobs/wire.ts',
    text: "import type { job } from '@rasad/contracts/jobs'\nexport type Job = typeof job\n",
  },
  {
    rule: 'contracts-know-only-domain-and-zod',
    path: 'packages/contracts/src/ledger.ts',
    text: "import type { Db } from '@rasad/server/platform/db'\nexport type Rows = Db\n",
  },
  {
    rule: 'routes-are-nobodys-dependency',
    path: 'apps/server/src/modules/ledger/ledger.commands.ts',
    text: "import { routes } from '../jobs/jobs.routes.ts'\nroutes\n",
  },
  {
    rule: 'modules-meet-through-commands-and-queries',
    path: `${jobs}/jobs.evidence.ts`,
    text: "import '../ledger/ledger-cells.ts'\n",
  },
  {
    rule: 'sql-stays-in-query-files',
    path: `${jobs}/jobs.undo.commands.ts`,
    text: "import type { thing } from 'kysely'\nexport type T = typeof thing\n",
  },
  {
    rule: 'sql-stays-in-query-files',
    path: 'apps/cli/src/figures.ts',
    text: "import { thing } from 'pg'\nthing\n",
  },
  {
    rule: 'http-stays-in-routes-and-platform',
    path: `${jobs}/jobs.answer.commands.ts`,
    text: "import 'fastify'\n",
  },
  {
    rule: 'queries-call-no-command',
    path: `${jobs}/jobs.list.queries.ts`,
    text: "import './jobs.commands.ts'\n",
  },
  {
    rule: 'platform-knows-no-module',
    path: 'apps/server/src/platform/audit.ts',
    text: "import '../modules/jobs/jobs.queries.ts'\n",
  },
  { rule: 'server-knows-no-client', path: 'apps/server/src/main.ts', text: "import '@rasad/cli/main'\n" },
  {
    rule: 'browser-never-reaches-the-server',
    path: 'apps/web/src/shared/rows.ts',
    text: "import type { Db } from '@rasad/server/platform/db'\nexport type Rows = Db\n",
  },
  {
    rule: 'browser-never-reaches-the-server',
    path: 'apps/web/src/shared/files.ts',
    text: "import 'node:fs'\n",
  },
  {
    rule: 'browser-never-reaches-the-server',
    path: 'apps/web/src/shared/sql.ts',
    text: "import 'kysely'\n",
  },
  {
    rule: 'features-do-not-meet',
    path: 'apps/web/src/features/figures/figures-page.tsx',
    text: "import '../jobs/jobs-page.tsx'\n",
  },
  {
    rule: 'nobody-imports-the-shell',
    path: 'apps/web/src/features/figures/figures-table.tsx',
    text: "import '../../app/main.tsx'\n",
  },
  {
    rule: 'shared-knows-no-feature',
    path: 'apps/web/src/shared/places.ts',
    text: "import '../features/jobs/jobs-page.tsx'\n",
  },
  {
    rule: 'ui-knows-no-router-query-or-form',
    path: 'apps/web/src/shared/ui/link.tsx',
    text: "import '@tanstack/react-router'\n",
  },
  {
    rule: 'cli-stands-on-commands-and-queries',
    path: 'apps/cli/src/routes.ts',
    text: "import '@rasad/server/modules/jobs/jobs.routes'\n",
  },
  {
    rule: 'product-needs-no-tool',
    path: 'apps/server/src/tasks/settle.ts',
    text: "import '../modules/jobs/jobs.test.ts'\n",
  },
  { rule: 'no-cycles', path: 'packages/domain/src/jobs/ring.ts', text: "import './ring-end.ts'\n" },
  { rule: 'no-orphans', path: 'packages/domain/src/jobs/lonely.ts', text: 'export const lonely = 1\n' },
  { rule: 'nothing-unresolved', path: 'packages/domain/src/jobs/lost.ts', text: "import './nowhere.ts'\n" },
]
const beside: Record<string, string> = {
  'apps/server/src/modules/ledger/ledger-cells.ts': 'export const cells = 1\n',
  [`${jobs}/jobs.test.ts`]: "import 'vitest'\n",
  'packages/domain/src/jobs/ring-end.ts': "import './ring.ts'\n",
}

test('a tree that keeps the boundaries passes, and every module of it was cruised', async () => {
  using tree = plantTree(cleanTree, workspaces)

  const finding = await checkBoundaries(tree.root)

  expect(finding).toEqual({ checked: 13, unit: 'modules', problems: [] })
})

describe('a tree with one violation of each kind', () => {
  let problems: string[]
  beforeAll(async () => {
    const planted = Object.fromEntries(violations.map(({ path, text }) => [path, text]))
    using tree = plantTree({ ...cleanTree, ...beside, ...planted }, workspaces)
    problems = (await checkBoundaries(tree.root)).problems
  })

  test.each(violations)('$rule refuses $path', ({ rule, path }) => {
    const refused = problems.filter((problem) => problem.startsWith(`${rule}: `) && problem.includes(path))
    expect(refused).toHaveLength(1)
  })

  test('nothing else is refused', () => {
    expect(problems.filter((problem) => !violations.some(({ path }) => problem.includes(path)))).toEqual([])
  })
})

test('a tree that was not looked at is not a clean tree', async () => {
  const blind = 'module.exports = { forbidden: [], options: { exclude: { path: "^packages/domain" } } }\n'
  using tree = plantTree({ ...cleanTree, 'blind.cjs': blind }, workspaces)

  const finding = await checkBoundaries(tree.root, join(tree.root, 'blind.cjs'))

  expect(finding.problems).toContain('packages/domain/src/jobs/life.ts was not cruised')
})
