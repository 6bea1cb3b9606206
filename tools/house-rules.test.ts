import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Finding } from './finding.ts'
import { checkDecisionCitations, checkDecisionRecords } from './house-rules/decision-records.ts'
import { checkDocumentPaths } from './house-rules/document-paths.ts'
import { checkExactVersions } from './house-rules/exact-versions.ts'
import { checkFileNames } from './house-rules/file-names.ts'
import { checkGlossary } from './house-rules/glossary.ts'
import { checkLockFile } from './house-rules/lock-file.ts'
import { checkLogicalDirections } from './house-rules/logical-directions.ts'
import { checkMachinePaths } from './house-rules/machine-paths.ts'
import { checkNoCatch } from './house-rules/no-catch.ts'
import { checkMigrations, recordNewMigrations } from './migration-checksums.ts'
import { plantTree } from './planted-tree.ts'

type Case = {
  rule: string
  check: (root: string) => Finding | Promise<Finding>
  clean: Record<string, string>
  planted: Record<string, string>
  problem: string
}

const decision = ['2026', '11', '22', 'postings-ledger'].join('-')
const record = ['Status', 'Question', 'Decision', 'Turned down', 'Cost', 'How we would notice it was wrong']
  .map((section) => `## ${section}\n\nText.\n`)
  .join('\n')
const migration = 'create table job ();\n'
const checksum = createHash('sha256').update(migration).digest('hex')
const glossary =
  '| شغل | `jobs` | what is counted |\n| تازه | `new` | counts |\n| کد ملی | `national-id` | of a person |\n'
const lock = (entries: Record<string, object>): Record<string, string> => ({
  'package.json': JSON.stringify({ dependencies: { pg: '8.23.1' } }),
  'package-lock.json': JSON.stringify({ packages: { '': { dependencies: { pg: '8.23.1' } }, ...entries } }),
})

const cases: Case[] = [
  {
    rule: 'a command that catches',
    check: checkNoCatch,
    clean: {
      'a/jobs.commands.ts': '// catch nothing here\nexport const a = "catch"\n',
      'a/db.ts': 'try { a() } catch {}\n',
    },
    planted: { 'a/jobs.routes.ts': 'export const a = 1\ntry { a() } catch { b() }\n' },
    problem: 'a/jobs.routes.ts:2 catches',
  },
  {
    rule: 'a promise that is caught in a command',
    check: checkNoCatch,
    clean: { 'a/jobs.commands.ts': 'export const a = 1\n' },
    planted: { 'a/jobs.undo.commands.ts': 'void a().catch(() => 0)\n' },
    problem: 'a/jobs.undo.commands.ts:1 catches',
  },
  {
    rule: 'a file name that says nothing',
    check: checkFileNames,
    clean: { 'packages/domain/src/database.ts': '', 'docs/data/job.md': '' },
    planted: { 'packages/domain/src/job-utils.ts': '' },
    problem: 'packages/domain/src/job-utils.ts is named with "utils"',
  },
  {
    rule: 'a side in a style sheet',
    check: checkLogicalDirections,
    clean: { 'apps/web/src/a.css': 'p {\n  margin-inline-start: 2px;\n  text-align: start;\n}\n' },
    planted: { 'apps/web/src/b.css': 'p {\n  margin-left: 2px;\n}\n' },
    problem: 'apps/web/src/b.css:2 names a side: margin-left: 2px;',
  },
  {
    rule: 'text held to a side',
    check: checkLogicalDirections,
    clean: { 'apps/web/src/a.css': 'p {\n  text-align: end;\n}\n' },
    planted: { 'apps/web/src/b.css': 'p {\n  text-align: right;\n}\n' },
    problem: 'apps/web/src/b.css:2 names a side: text-align: right;',
  },
  {
    rule: 'a side in a style of a component',
    check: checkLogicalDirections,
    clean: { 'apps/web/src/a.tsx': 'const style = { marginInlineStart: 2 }\n' },
    planted: { 'apps/web/src/b.tsx': 'const style = { marginLeft: 2 }\n' },
    problem: 'apps/web/src/b.tsx:1 names a side: const style = { marginLeft: 2 }',
  },
  {
    rule: 'a path in back-ticks that does not exist',
    check: checkDocumentPaths,
    clean: {
      'README.md': 'See `tools/check.ts` and `x.routes.ts`, run `node tools/check.ts`.',
      'tools/check.ts': '',
    },
    planted: { 'docs/how.md': 'Read `tools/gone.ts` first.' },
    problem: 'docs/how.md names tools/gone.ts, which does not exist',
  },
  {
    rule: 'a folder that is only built',
    check: checkDocumentPaths,
    clean: { 'docs/how.md': 'The pages are in `apps/web/src`.', 'apps/web/src/main.tsx': '' },
    planted: { 'docs/web.md': 'They are built into `apps/web/dist`.', 'apps/web/dist/index.html': '' },
    problem: 'docs/web.md names apps/web/dist, which does not exist',
  },
  {
    rule: 'a link that leads nowhere',
    check: checkDocumentPaths,
    clean: {
      'docs/a.md': '[the other](b.md#part), [site](https://example.org)',
      'docs/b.md': '[back](../docs/a.md)',
    },
    planted: { 'CONTRIBUTING.md': '[gone](docs/c.md)' },
    problem: 'CONTRIBUTING.md names docs/c.md, which does not exist',
  },
  {
    rule: 'a command block that names a missing file',
    check: checkDocumentPaths,
    clean: { 'README.md': '```sh\nnode tools/check.ts jobs.csv\n```\n', 'tools/check.ts': '' },
    planted: { 'docs/how.md': '```sh\nnode tools/gone.ts\n```\n' },
    problem: 'docs/how.md names tools/gone.ts, which does not exist',
  },
  {
    rule: 'a decision named otherwise',
    check: checkDecisionRecords,
    clean: { [`docs/adr/${decision}.md`]: record },
    planted: { 'docs/adr/0001-ledger.md': record },
    problem: 'docs/adr/0001-ledger.md is not named YYYY-MM-DD-slug.md',
  },
  {
    rule: 'a decision that does not say what it costs',
    check: checkDecisionRecords,
    clean: { [`docs/adr/${decision}.md`]: record },
    planted: { [`docs/adr/${decision}-again.md`]: record.replace('## Cost', 'Cost') },
    problem: `docs/adr/${decision}-again.md has the sections [Status, Question, Decision, Turned down, How`,
  },
  {
    rule: 'a cited decision that nobody wrote',
    check: checkDecisionCitations,
    clean: { [`docs/adr/${decision}.md`]: record, 'apps/a.sql': `-- ADR ${decision}.` },
    planted: { 'apps/b.ts': `// ADR ${decision}-gone.` },
    problem: `apps/b.ts cites ${decision}-gone, which is not in docs/adr`,
  },
  {
    rule: 'a migration that was changed',
    check: checkMigrations,
    clean: {
      'apps/server/migrations/0001-job.sql': migration,
      'apps/server/migrations/checksums.txt': `${checksum}  0001-job.sql\n`,
    },
    planted: { 'apps/server/migrations/0001-job.sql': `${migration} ` },
    problem: 'apps/server/migrations/0001-job.sql was changed after it was recorded',
  },
  {
    rule: 'a migration that is not recorded',
    check: checkMigrations,
    clean: {
      'apps/server/migrations/0001-job.sql': migration,
      'apps/server/migrations/checksums.txt': `${checksum}  0001-job.sql\n`,
    },
    planted: { 'apps/server/migrations/0002-step.sql': migration },
    problem: 'apps/server/migrations/0002-step.sql is not recorded',
  },
  {
    rule: 'an enum value without a word in Persian',
    check: checkGlossary,
    clean: {
      'docs/glossary.md': glossary,
      'packages/contracts/src/jobs.ts': '',
      'packages/domain/src/a.ts':
        "export const KINDS = ['new', 'nationalId', 'national-id.missing'] as const\n",
    },
    planted: { 'packages/domain/src/b.ts': "export const STATES = ['new', 'withdrawn'] as const\n" },
    problem: 'docs/glossary.md lacks `withdrawn` of packages/domain/src/b.ts STATES',
  },
  {
    rule: 'a contract without a word in Persian',
    check: checkGlossary,
    clean: { 'docs/glossary.md': glossary, 'packages/contracts/src/jobs.ts': '' },
    planted: { 'packages/contracts/src/exports.ts': '' },
    problem: 'docs/glossary.md lacks `exports` of packages/contracts/src/exports.ts',
  },
  {
    rule: 'two words for one term',
    check: checkGlossary,
    clean: { 'docs/glossary.md': glossary, 'packages/contracts/src/jobs.ts': '' },
    planted: { 'docs/glossary.md': `${glossary}| شغل | \`position\` | again |\n` },
    problem: 'docs/glossary.md has شغل twice',
  },
  {
    rule: 'a range of versions',
    check: checkExactVersions,
    clean: { 'package.json': '{"dependencies":{"pg":"8.23.1"},"overrides":{"a":"1.2.3-beta.4"}}' },
    planted: { 'apps/cli/package.json': '{"devDependencies":{"pg":"^8.23.1"}}' },
    problem: 'apps/cli/package.json asks for pg "^8.23.1", which is not one version',
  },
  {
    rule: 'a lock that names a registry',
    check: checkLockFile,
    clean: lock({ 'node_modules/@rasad/cli': { resolved: 'apps/cli', link: true } }),
    planted: lock({ 'node_modules/pg': { version: '8.23.1', resolved: 'https://registry.example/pg.tgz' } }),
    problem: 'package-lock.json takes node_modules/pg from https://registry.example/pg.tgz',
  },
  {
    rule: 'a lock without the binary of another system',
    check: checkLockFile,
    clean: lock({
      'node_modules/lint': { optionalDependencies: { '@lint/linux-x64': '1.0.0' } },
      'node_modules/@lint/linux-x64': { version: '1.0.0' },
    }),
    planted: lock({ 'node_modules/lint': { optionalDependencies: { '@lint/win32-x64': '1.0.0' } } }),
    problem: 'package-lock.json lacks node_modules/@lint/win32-x64 1.0.0',
  },
  {
    rule: 'a lock that is older than the package',
    check: checkLockFile,
    clean: lock({}),
    planted: { 'package.json': JSON.stringify({ dependencies: { pg: '8.24.0' } }) },
    problem: 'package-lock.json does not know what package.json asks of pg',
  },
  {
    rule: 'a folder of the machine',
    check: checkMachinePaths,
    clean: { 'README.md': 'apps/work/x, https://example.org/tmp/x, ../work/y, a home/work balance' },
    planted: { 'apps/a.ts': ['export const place = "', 'work', 'main"\n'].join('/') },
    problem: `apps/a.ts:1 names ${['', 'work', 'main'].join('/')}`,
  },
]

test.each(cases)('$rule is refused, and only that', async ({ check, clean, planted, problem }) => {
  using cleanTree = plantTree(clean)
  using plantedTree = plantTree({ ...clean, ...planted })

  const before = await check(cleanTree.root)
  const after = await check(plantedTree.root)

  expect(before.problems).toEqual([])
  expect(before.checked).toBeGreaterThan(0)
  expect(after.problems).toEqual([expect.stringContaining(problem)])
})

test('new migrations are recorded beside the old ones, and a changed one stops the recording', () => {
  using tree = plantTree({ 'apps/server/migrations/0001-job.sql': migration })
  const recordFile = join(tree.root, 'apps/server/migrations/checksums.txt')

  expect(existsSync(recordFile)).toBe(false)
  expect(recordNewMigrations(tree.root)).toEqual(['0001-job.sql'])
  expect(checkMigrations(tree.root)).toMatchObject({ checked: 1, problems: [] })

  writeFileSync(join(tree.root, 'apps/server/migrations/0001-job.sql'), 'drop table job;\n')
  expect(() => recordNewMigrations(tree.root)).toThrow('0001-job.sql')
  expect(readFileSync(recordFile, 'utf8')).toBe(`${checksum}  0001-job.sql\n`)
})
