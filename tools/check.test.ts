import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { missingPlatformEntries } from './complete-lock.ts'
import { describeStep, runInTwoLanes, runStep } from './finding.ts'
import { plantTree } from './planted-tree.ts'
import { countTests, describeCount } from './test-run.ts'
import { toolEntry } from './run-tool.ts'
import { checkDeadCode } from './static-tools.ts'

test('a step that had nothing to look at has failed', async () => {
  const result = await runStep({ name: 'lint', run: () => ({ checked: 0, unit: 'files', problems: [] }) })

  expect(result.finding.problems).toEqual(['lint checked nothing'])
  expect(describeStep(result)).toMatch(/^FAIL lint +0 files, 1 problems, \d+\.\d s\n +lint checked nothing$/)
})

test('a fault inside a step is a problem of that step, and the others still run, in their order', async () => {
  const order: string[] = []
  const results = runInTwoLanes([
    { name: 'slow', run: () => pause(30).then(() => ({ checked: 2, unit: 'files', problems: [] })) },
    { name: 'broken', run: () => Promise.reject(new Error('no such tool')) },
    { name: 'last', run: () => ({ checked: 1, unit: 'file', problems: [] }) },
  ])
  for (const result of results) order.push(describeStep(await result).replace(/\d\.\d s/, ''))

  expect(order.map((line) => line.split(/\s+/).slice(0, 2).join(' '))).toEqual([
    'ok slow',
    'FAIL broken',
    'ok last',
  ])
  expect(order[1]).toContain('no such tool')
})

test('a test file that could not be loaded is a failure, though no test of it failed', () => {
  const loaded = { status: 'passed', assertionResults: [{ status: 'passed' }] }
  const unloaded = { status: 'failed', assertionResults: [] }
  const report = { numPassedTests: 1, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 }

  expect(countTests({ ...report, testResults: [loaded, unloaded] }, 1)).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
  })
  expect(countTests({ ...report, numFailedTests: 1, testResults: [loaded, unloaded] }, 1).failed).toBe(2)
  expect(countTests({ ...report, testResults: [loaded] }, 0)).toEqual({ passed: 1, failed: 0, skipped: 0 })
  expect(countTests({ ...report, testResults: [loaded] }, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 })
})

test('the last line counts what passed and failed, and what was skipped where something was', () => {
  expect(describeCount({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed')
  expect(describeCount({ passed: 12, failed: 1, skipped: 3 })).toBe('12 passed, 1 failed, 3 skipped')
})

test('an export, a file and a dependency that nobody uses are dead code', async () => {
  using tree = plantTree({
    'package.json': '{"name":"planted","type":"module","main":"index.ts","dependencies":{"pg":"8.23.1"}}',
    'index.ts': "import { used } from './life.ts'\nused()\n",
    'life.ts': 'export function used(): void {}\nexport function unused(): void {}\n',
    'lonely.ts': 'export const lonely = 1\n',
  })

  const { checked, problems } = await checkDeadCode(tree.root)

  expect(checked).toBe(3)
  expect(problems.join('\n')).toMatch(/lonely\.ts[^]*pg[^]*unused/)
})

test('the binary of another system is taken beside one of another version, never over it', () => {
  const missing = missingPlatformEntries({
    packages: {
      'node_modules/a': { dev: true, optionalDependencies: { '@b/linux-x64-musl': '2.0.0', later: '1.0.0' } },
      'node_modules/@b/linux-x64-musl': { version: '1.0.0' },
    },
  })

  expect(missing).toEqual({
    'node_modules/a/node_modules/@b/linux-x64-musl': {
      version: '2.0.0',
      dev: true,
      optional: true,
      cpu: ['x64'],
      os: ['linux'],
      libc: ['musl'],
    },
  })
})

test('a tool is started by the script that its own package names', () => {
  expect(toolEntry('typescript', 'tsc')).toMatch(/typescript[/\\](?:\.[/\\])?bin[/\\]tsc$/)
})
